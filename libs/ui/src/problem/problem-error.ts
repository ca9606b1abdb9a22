import type { Problem } from '@convoke/contract';

/** What a failed call throws: the problem document of the server, or one made here when no answer came. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which the server asks to try again, if it said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** Codes made in the browser: no connection, or an answer that this page cannot read. */
export type LocalProblemCode = 'offline' | 'unexpected';

export function localProblem(code: LocalProblemCode, status = 0): Problem {
  return { type: 'about:blank', title: code, status, detail: '', code };
}

/** The problem inside anything thrown; what is no problem is `unexpected`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && error.cause !== undefined) return problemOf(error.cause);
  return localProblem('unexpected');
}
