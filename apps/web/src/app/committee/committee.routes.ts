import type { Routes } from '@angular/router';

/** The people of a call (/app/c/:call/people). */
export const committeeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'committee.title',
    loadComponent: () => import('./people/people').then((m) => m.People),
  },
  {
    path: 'invite',
    title: 'committee.inviteTitle',
    loadComponent: () => import('./invite/invite').then((m) => m.Invite),
  },
];
