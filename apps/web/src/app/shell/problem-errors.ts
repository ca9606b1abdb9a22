import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { problem } from '@convoke/contract';
import { ProblemError, localProblem } from '@convoke/ui';
import { catchError, throwError } from 'rxjs';

/** Turns every failed request into a ProblemError; who is signed out goes to the sign-in page and comes back here. */
export const problemErrors: HttpInterceptorFn = (request, next) => {
  const document = inject(DOCUMENT);
  return next(request).pipe(
    catchError((error: unknown) => {
      const failure = toProblemError(error);
      if (failure.problem.status === 401) leaveForSignIn(document);
      return throwError(() => failure);
    }),
  );
};

export function leaveForSignIn(document: Document): void {
  const { pathname, search } = document.location;
  document.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

function toProblemError(error: unknown): ProblemError {
  if (!(error instanceof HttpErrorResponse)) return new ProblemError(localProblem('unexpected'));
  if (error.status === 0) return new ProblemError(localProblem('offline'));
  const parsed = problem.safeParse(typeof error.error === 'string' ? readJson(error.error) : error.error);
  const retryAfter = Number(error.headers.get('Retry-After')) || null;
  return new ProblemError(parsed.success ? parsed.data : localProblem('unexpected', error.status), retryAfter);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
