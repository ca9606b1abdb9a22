import type { CallKind } from '../calls/call';
import { requireMove } from '../machine';
import { Refusal } from '../refusal';
import type { RoundState } from '../submissions/submission';
import { decisionMachine, type DecisionState, type Outcome, outcomeClass } from './decision';

export interface DecideQuestion {
  readonly kind: CallKind;
  readonly outcome: string;
  readonly decision: DecisionState;
  readonly round: RoundState;
  readonly submittedReviews: number;
  /** How many reviews a decision rests on unless a reason is written. */
  readonly minimumReviews: number;
  readonly reason: string;
}

export interface Decided {
  readonly outcome: Outcome;
  readonly decision: 'decided';
  readonly round: 'decided_not_notified';
  /** Decided before any review: goes to the record as such. */
  readonly deskDecision: boolean;
}

/** A recommendation: legal for the kind of call, before a decision is frozen. Writes no letter and binds nobody. */
export function recommend(kind: CallKind, outcome: string, decision: DecisionState): Outcome {
  requireNotFrozen(decision);
  return legalOutcome(kind, outcome);
}

/**
 * Decides, or changes a decision that no release has frozen. With fewer reviews than the call asks for, a reason must be
 * written. Deciding writes no letter and shows nobody anything: release does.
 */
export function decide(question: DecideQuestion): Decided {
  const outcome = legalOutcome(question.kind, question.outcome);
  requireNotFrozen(question.decision);
  requireMove(decisionMachine, question.decision, 'decided');
  if (question.round === 'notified' || question.round === 'published' || question.round === 'closed')
    throw new Refusal('wrong_state', { state: question.round });
  const { submittedReviews: have, minimumReviews: need } = question;
  if (have < need && question.reason.trim() === '') throw new Refusal('incomplete', { field: 'reason', have, need });
  return { outcome, decision: 'decided', round: 'decided_not_notified', deskDecision: have === 0 };
}

/** The way out of a batch is cancelling it, never a new decision under it. */
function requireNotFrozen(decision: DecisionState): void {
  if (decision === 'in_batch' || decision === 'released') throw new Refusal('wrong_state', { state: decision });
}

function legalOutcome(kind: CallKind, outcome: string): Outcome {
  if (outcomeClass(kind, outcome) === null) throw new Refusal('invalid_body', { path: 'outcome', value: outcome });
  return outcome as Outcome;
}
