import type { Outcome, ShownState } from '@convoke/contract';
import type { SubmissionAccess } from '../access/access.service';
import { isChairOf } from '../access/standings';
import { shownOutcome } from '../submissions/shown-outcome';

export interface KnownDecision {
  outcome: Outcome;
  released: boolean;
}

/**
 * The state as this viewer may know it: for all who do not see the decision, a decided submission is in review. `decision` is the
 * current round's; it may be given only to who sees it.
 */
export function shownStateOf(access: SubmissionAccess, decision: KnownDecision | null): ShownState {
  const { state } = access.submission;
  if (state === 'draft' || state === 'withdrawn') return state;
  const follows = access.standing === 'author' || isChairOf(access);
  if (access.facts.submission.awaitsRevision && follows) return 'revision';
  if (decision) return decision.released ? shownOutcome[decision.outcome] : 'hidden';
  if (state === 'published') return 'accepted';
  if (access.sees('decision.value') && state === 'accepted') return 'accepted';
  if (access.sees('decision.value') && (state === 'rejected' || state === 'closed')) return 'rejected';
  return access.round === null || access.round.state === 'submitted' ? 'submitted' : 'review';
}
