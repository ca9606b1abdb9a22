import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const callsRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./set-up/set-up').then((m) => m.SetUp),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'text' },
      {
        path: 'text',
        title: 'calls.set.text',
        loadComponent: () => import('./set-up/text-section').then((m) => m.TextSection),
      },
      {
        path: 'tracks',
        title: 'calls.set.tracks',
        loadComponent: () => import('./set-up/tracks-section').then((m) => m.TracksSection),
      },
      {
        path: 'dates',
        title: 'calls.set.dates',
        loadComponent: () => import('./set-up/dates-section').then((m) => m.DatesSection),
      },
      {
        path: 'types',
        title: 'calls.set.types',
        loadComponent: () => import('./set-up/types-section').then((m) => m.TypesSection),
      },
      {
        path: 'form',
        title: 'calls.set.form',
        loadComponent: () => import('./set-up/form-section').then((m) => m.FormSection),
      },
      {
        path: 'rules',
        title: 'calls.set.rules',
        loadComponent: () => import('./set-up/rules-section').then((m) => m.RulesSection),
      },
      {
        path: 'visibility',
        title: 'calls.set.visibility',
        loadComponent: () => import('./visibility/visibility-section').then((m) => m.VisibilitySection),
      },
      {
        path: 'publish',
        title: 'calls.set.publish',
        loadComponent: () => import('./set-up/publish-section').then((m) => m.PublishSection),
      },
    ],
  },
];

/** Creating a call (/app/calls). */
export const newCallRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'new' },
  { path: 'new', title: 'calls.new.title', loadComponent: () => import('./new-call/new-call').then((m) => m.NewCall) },
];
