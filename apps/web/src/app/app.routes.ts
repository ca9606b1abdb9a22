import type { Route, Routes } from '@angular/router';

/** Pages of one call, below `/app/c/:call`; each slice owns the routes behind its word. */
const callRoutes: Routes = [
  { path: 'new', loadChildren: () => import('./submissions/submissions.routes').then((m) => m.newSubmissionRoutes) },
  { path: 'd', loadChildren: () => import('./submissions/submissions.routes').then((m) => m.draftRoutes) },
  { path: 's', loadChildren: () => import('./records/records.routes').then((m) => m.recordsRoutes) },
  { path: 'submissions', redirectTo: 's' },
  { path: 'assign', loadChildren: () => import('./assignments/assignments.routes').then((m) => m.assignmentsRoutes) },
  { path: 'conflicts', loadChildren: () => import('./conflicts/conflicts.routes').then((m) => m.conflictsRoutes) },
  { path: 'substitute', loadChildren: () => import('./conflicts/conflicts.routes').then((m) => m.substituteRoutes) },
  { path: 'people', loadChildren: () => import('./committee/committee.routes').then((m) => m.committeeRoutes) },
  { path: 'r', loadChildren: () => import('./reviews/reviews.routes').then((m) => m.reviewsRoutes) },
  { path: 'decide', loadChildren: () => import('./decisions/decisions.routes').then((m) => m.decisionsRoutes) },
  { path: 'release', loadChildren: () => import('./decisions/decisions.routes').then((m) => m.releaseRoutes) },
  {
    path: 'mail',
    loadChildren: () => import('./notifications/notifications.routes').then((m) => m.notificationsRoutes),
  },
  { path: 'set-up', loadChildren: () => import('./calls/calls.routes').then((m) => m.callsRoutes) },
];

const home: Route = {
  path: '',
  pathMatch: 'full',
  title: 'home.title',
  loadComponent: () => import('./shell/home/home').then((m) => m.Home),
};

/** Everything below `/app`. A `title` is a text key; `:call` is the call's slug and reaches pages as an input. */
export const routes: Routes = [
  home,
  { path: 'calls', loadChildren: () => import('./calls/calls.routes').then((m) => m.newCallRoutes) },
  {
    path: 'submissions',
    loadChildren: () => import('./submissions/submissions.routes').then((m) => m.mySubmissionsRoutes),
  },
  { path: 'reviews', loadChildren: () => import('./reviews/reviews.routes').then((m) => m.myReviewsRoutes) },
  {
    path: 'letters',
    loadChildren: () => import('./notifications/notifications.routes').then((m) => m.myLettersRoutes),
  },
  { path: 'c/:call', children: [{ ...home, title: 'home.title' }, ...callRoutes] },
  {
    path: '**',
    title: 'shell.notFound',
    loadComponent: () => import('./shell/not-found/not-found').then((m) => m.NotFound),
  },
];
