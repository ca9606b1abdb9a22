import type { Routes } from '@angular/router';

/** Pages of this slice, relative to the path given in app.routes.ts; each lazy, each with a `title` (a text key). */
export const reviewsRoutes: Routes = [];

/** The signed-in person's reviews over all calls (/app/reviews). */
export const myReviewsRoutes: Routes = [];
