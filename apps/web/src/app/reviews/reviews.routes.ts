import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const reviewsRoutes: Routes = [
  {
    path: ':assignment',
    title: 'reviews.editor.title',
    loadComponent: () => import('./review-editor/review-editor').then((m) => m.ReviewEditor),
    canDeactivate: [(page: { leave(): Promise<boolean> }) => page.leave()],
  },
];

/** The signed-in person's reviews over all calls (/app/reviews). */
export const myReviewsRoutes: Routes = [
  {
    path: '',
    title: 'reviews.mine.title',
    loadComponent: () => import('./my-reviews/my-reviews').then((m) => m.MyReviews),
  },
];
