import { Refusal } from '../refusal';
import { type AssignmentState, liveAssignments } from './assignment';
import { type Conflict, isConflicted } from '../conflicts/conflict';

export interface AssignQuestion {
  readonly reviewerId: string;
  /** Authors and contacts, by person. */
  readonly authorIds: readonly string[];
  /** Recomputed in the transaction that assigns. */
  readonly conflicts: readonly Conflict[];
  /** The reviewer's assignments to this paper in this round, in any state. */
  readonly onThisPaper: readonly AssignmentState[];
  /** Live assignments in the whole call. */
  readonly load: number;
  readonly maxLoad: number;
  /** A chair may go over a load on purpose, never over a conflict. */
  readonly overLoad?: boolean;
}

/** Why this reviewer cannot have this paper, or null if nothing stands against it. */
export function mayAssign(question: AssignQuestion): Refusal | null {
  if (question.authorIds.includes(question.reviewerId) || isConflicted(question.conflicts))
    return new Refusal('conflict_of_interest');
  if (question.onThisPaper.some((state) => liveAssignments.includes(state)))
    return new Refusal('already_exists', { what: 'assignment' });
  if (question.load >= question.maxLoad && !question.overLoad)
    return new Refusal('load_reached', { load: question.load, maxLoad: question.maxLoad });
  return null;
}

/** The state an assignment has once the reviewer is told: members of a committee that agreed so need not be asked. */
export function stateWhenTold(isMember: boolean, committeeAcceptsByDefault: boolean): 'invited' | 'accepted' {
  return isMember && committeeAcceptsByDefault ? 'accepted' : 'invited';
}

export type Answer = 'accept' | 'decline' | 'conflict';

/**
 * The state after an answer by link or page. The same answer twice is no change (null); an answer after the end is
 * refused. An invitation that ran out may still be accepted while nobody took the place; a conflict ends even begun work.
 */
export function answered(state: AssignmentState, answer: Answer): AssignmentState | null {
  const wanted = { accept: 'accepted', decline: 'declined', conflict: 'revoked_conflict' } as const;
  const to = wanted[answer];
  if (state === to || (answer === 'accept' && state === 'completed')) return null;
  const open: readonly AssignmentState[] = answer === 'accept' ? ['invited', 'expired'] : ['invited', 'accepted'];
  if (open.includes(state) || (answer === 'conflict' && state === 'completed')) return to;
  throw new Refusal('already_answered', { state });
}
