import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { problem } from '@convoke/contract';
import { ProblemError, localProblem } from '@convoke/ui';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';

/** Turns every failed request into a ProblemError; who is signed out goes to the sign-in page and comes back here. */
export const problemErrors: HttpInterceptorFn = (request, next) => {
  const document = inject(DOCUMENT);
  const thrown = (error: unknown, body?: string): Observable<never> => {
    const failure = toProblemError(error, body);
    if (failure.problem.status === 401) leaveForSignIn(document);
    return throwError(() => failure);
  };
  return next(request).pipe(
    catchError((error: unknown) => {
      // whoever asked for a file gets the reason as one too
      if (!(error instanceof HttpErrorResponse && error.error instanceof Blob)) return thrown(error);
      return from(error.error.text()).pipe(switchMap((body) => thrown(error, body)));
    }),
  );
};

export function leaveForSignIn(document: Document): void {
  const { pathname, search } = document.location;
  document.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

function toProblemError(error: unknown, body?: string): ProblemError {
  if (!(error instanceof HttpErrorResponse)) return new ProblemError(localProblem('unexpected'));
  if (error.status === 0) return new ProblemError(localProblem('offline'));
  const told: unknown = body ?? error.error;
  const parsed = problem.safeParse(typeof told === 'string' ? readJson(told) : told);
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
