import { type ErrorHandler, Injectable, inject, signal } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { ProblemError } from '@convoke/ui';

export type Fault = 'broken' | 'new-version';

/**
 * The error boundary of the application: what nothing else caught. A problem of the API that a page forgot to show is
 * shown as broken, too, rather than swallowed.
 */
@Injectable({ providedIn: 'root' })
export class Faults implements ErrorHandler {
  private readonly current = signal<Fault | null>(null);
  readonly fault = this.current.asReadonly();

  handleError(error: unknown): void {
    console.error(error);
    if (error instanceof ProblemError && error.problem.status === 401) return;
    if (error instanceof DOMException && error.name === 'AbortError') return;
    this.current.set('broken');
  }

  /** A lazy part that can no longer be loaded means that a newer version is on the server. */
  navigationFailed(error: unknown): void {
    console.error(error);
    this.current.set(
      /dynamically imported module|Importing a module|Failed to fetch/i.test(String(error)) ? 'new-version' : 'broken',
    );
  }

  clear(): void {
    this.current.set(null);
  }
}

export function faultOfNavigation(failure: NavigationError): void {
  inject(Faults).navigationFailed(failure.error);
}
