import { DEFAULT_GRACE_SECONDS } from '../calls/deadline';
import type { SubmissionState, VersionKind } from './submission';

export interface ClosingDraft {
  readonly state: SubmissionState;
  readonly stage: VersionKind | null;
  /** Something was changed after the last submit. */
  readonly changedSinceSubmit: boolean;
  readonly missing: number;
}

/**
 * What the clock does with a working copy at closing: a complete one that nobody submitted is submitted if the call says
 * so; after an abstract, only a complete paper replaces it. Changes to a paper already submitted stay unsubmitted: what
 * an author sent by hand is what counts.
 */
export function atClosing(draft: ClosingDraft, autoSubmit: boolean): 'submit' | 'leave' {
  if (!autoSubmit || draft.missing > 0) return 'leave';
  if (draft.state === 'draft') return 'submit';
  return draft.state === 'submitted' && draft.stage === 'abstract' && draft.changedSinceSubmit ? 'submit' : 'leave';
}

/** When the clock looks: once nobody can finish by hand any more. */
export function closingRunsAt(closesAt: Date, graceSeconds = DEFAULT_GRACE_SECONDS): Date {
  return new Date(closesAt.getTime() + graceSeconds * 1000);
}
