import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const decisionsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'decisions.title',
    loadComponent: () => import('./board/board').then((m) => m.Board),
  },
  {
    path: 'letter/:submission',
    title: 'decision.panel.letter',
    loadComponent: () => import('./letter/letter').then((m) => m.Letter),
  },
];

/** The rehearsal and what follows it. */
export const releaseRoutes: Routes = [
  { path: '', title: 'release.title', loadComponent: () => import('./release/release').then((m) => m.Release) },
];
