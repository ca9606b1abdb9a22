import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const assignmentsRoutes: Routes = [
  { path: '', title: 'assign.title', loadComponent: () => import('./assign/assign').then((m) => m.Assign) },
];
