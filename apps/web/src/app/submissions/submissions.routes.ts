import type { Routes } from '@angular/router';

/** Where a submission begins (/app/c/:call/new). */
export const newSubmissionRoutes: Routes = [
  {
    path: '',
    title: 'submission.new.title',
    loadComponent: () => import('./new/new-submission').then((m) => m.NewSubmission),
  },
];

/** The author's form and its receipt (/app/c/:call/d/:id); addressed by id, because a draft has no number. */
export const draftRoutes: Routes = [
  {
    path: ':id',
    title: 'submission.form',
    loadComponent: () => import('./form/submission-form').then((m) => m.SubmissionFormPage),
  },
  {
    path: ':id/receipt',
    title: 'submission.receipt',
    loadComponent: () => import('./receipt/receipt').then((m) => m.Receipt),
  },
];

/** The signed-in person's submissions over all calls (/app/submissions). */
export const mySubmissionsRoutes: Routes = [
  {
    path: '',
    title: 'submission.mine',
    loadComponent: () => import('./my-submissions/my-submissions').then((m) => m.MySubmissions),
  },
];
