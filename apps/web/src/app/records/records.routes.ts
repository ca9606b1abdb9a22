import type { Routes } from '@angular/router';

/** The list of a call's submissions and the page of each (/app/c/:call/s). */
export const recordsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'record.list',
    loadComponent: () => import('./list/record-list').then((m) => m.RecordList),
  },
  { path: ':number', title: 'record.page', loadComponent: () => import('./page/record').then((m) => m.RecordOfCall) },
];
