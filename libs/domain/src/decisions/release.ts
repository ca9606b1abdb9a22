import type { CallKind } from '../calls/call';
import type { RoundState, SubmissionState } from '../submissions/submission';
import { type DecisionState, type Outcome, outcomeClass, type OutcomeClass, outcomesOf } from './decision';

/** One submission that a release would cover. */
export interface ReleaseCandidate {
  readonly submissionId: string;
  readonly number: number;
  readonly outcome: Outcome | null;
  readonly decision: DecisionState;
  readonly submittedReviews: number;
  /** Asked or accepted, and not in yet. */
  readonly openReviews: number;
  /** Authors the letter can reach. */
  readonly recipients: number;
}

export type ReleaseProblemCode =
  | 'no_decision'
  | 'in_other_batch'
  | 'already_released'
  | 'outcome_not_of_call'
  | 'no_recipient'
  | 'no_reviews'
  | 'reviews_open';

export interface ReleaseProblem {
  readonly code: ReleaseProblemCode;
  /** blocking = it must be left out or settled; notice = the chair should have seen it. */
  readonly severity: 'blocking' | 'notice';
  readonly numbers: readonly number[];
}

const checks: readonly (readonly [
  ReleaseProblemCode,
  ReleaseProblem['severity'],
  (c: ReleaseCandidate, kind: CallKind) => boolean,
])[] = [
  ['no_decision', 'blocking', (c) => c.decision === 'none' || c.decision === 'recommended' || c.outcome === null],
  ['in_other_batch', 'blocking', (c) => c.decision === 'in_batch'],
  ['already_released', 'blocking', (c) => c.decision === 'released'],
  ['outcome_not_of_call', 'blocking', (c, kind) => c.outcome !== null && outcomeClass(kind, c.outcome) === null],
  ['no_recipient', 'blocking', (c) => c.recipients === 0],
  ['no_reviews', 'notice', (c) => c.submittedReviews === 0],
  ['reviews_open', 'notice', (c) => c.openReviews > 0],
];

/** What to know before a release, each with the numbers of the submissions; nothing listed = nothing found. */
export function releaseProblems(candidates: readonly ReleaseCandidate[], kind: CallKind): ReleaseProblem[] {
  return checks.flatMap(([code, severity, applies]) => {
    const numbers = candidates.filter((candidate) => applies(candidate, kind)).map(({ number }) => number);
    return numbers.length > 0 ? [{ code, severity, numbers: numbers.sort((a, b) => a - b) }] : [];
  });
}

export interface ReleaseCounts {
  readonly byOutcome: readonly { readonly outcome: Outcome; readonly class: OutcomeClass; readonly n: number }[];
  readonly withoutDecision: number;
  readonly total: number;
}

/** "4 accept as paper, 2 reject, 1 without decision": all outcomes of the call, also those with none. */
export function releaseCounts(candidates: readonly ReleaseCandidate[], kind: CallKind): ReleaseCounts {
  const byOutcome = outcomesOf(kind).flatMap((outcome) => {
    const of = outcomeClass(kind, outcome);
    return of
      ? [{ outcome, class: of, n: candidates.filter((candidate) => candidate.outcome === outcome).length }]
      : [];
  });
  return {
    byOutcome,
    withoutDecision: candidates.filter(({ outcome }) => outcome === null).length,
    total: candidates.length,
  };
}

export interface AfterRelease {
  readonly submission: SubmissionState;
  readonly round: RoundState;
  /** A revision opens the next round now, not when decided: its existence alone would tell the decision. */
  readonly opensRound: boolean;
}

/** What a released outcome makes of submission and round. */
export function afterRelease(of: OutcomeClass): AfterRelease {
  if (of === 'revise') return { submission: 'submitted', round: 'rebuttal', opensRound: true };
  return { submission: of === 'accept' ? 'accepted' : 'rejected', round: 'notified', opensRound: false };
}

/** One letter per decision version, batch and recipient: inserting it twice does nothing. */
export function letterKey(decisionId: string, decisionVersion: number, batchId: string, recipient: string): string {
  return `decision:${decisionId}.${decisionVersion}:${batchId}:${recipient.trim().toLowerCase()}`;
}
