import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const conflictsRoutes: Routes = [
  { path: '', title: 'conflicts.title', loadComponent: () => import('./chairs/conflicts').then((m) => m.Conflicts) },
];

export const substituteRoutes: Routes = [
  {
    path: '',
    title: 'conflicts.substitute.title',
    loadComponent: () => import('./substitute/substitute').then((m) => m.Substitute),
  },
];
