import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const notificationsRoutes: Routes = [
  { path: '', title: 'outbox.title', loadComponent: () => import('./outbox/outbox').then((m) => m.Outbox) },
];

/** Letters to oneself, of all calls. */
export const myLettersRoutes: Routes = [
  { path: '', title: 'letters.title', loadComponent: () => import('./my-letters/my-letters').then((m) => m.MyLetters) },
];
