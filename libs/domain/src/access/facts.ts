import type { AssignmentState } from '../assignments/assignment';
import type { Anonymity, CallKind, CallSettings, CallState, Role, TypeAnonymity } from '../calls/call';
import type { DeadlineRow } from '../calls/deadline';
import type { DecisionState } from '../decisions/decision';
import type { RoundState, SubmissionState, TalkState, VersionKind } from '../submissions/submission';
import type { Terms } from './terms';

/** A live office of the viewer. `callId` null = of the call's journal; `trackId` null = in the whole call. */
export interface Membership {
  readonly role: Role;
  readonly callId: string | null;
  readonly trackId: string | null;
}

/** Who asks; loaded once per person and call. Nobody signed in: `personId` null. */
export interface Viewer {
  readonly personId: string | null;
  readonly isAdmin: boolean;
  /** Has proven an address. Without that one may write and submit, but not read what others wrote. */
  readonly isVerified: boolean;
  readonly memberships: readonly Membership[];
  /** Named as the handler of some paper of the call, whatever the office. */
  readonly handles?: boolean;
  /** Of one of these papers no programme chair may decide, so that its handler does. */
  readonly standsIn?: boolean;
}

export const nobody: Viewer = { personId: null, isAdmin: false, isVerified: false, memberships: [] };

/** What the rules ask about the call; loaded once per call. */
export interface CallFacts {
  readonly id: string;
  readonly kind: CallKind;
  readonly state: CallState;
  readonly anonymity: Anonymity;
  readonly settings: Partial<CallSettings>;
  /** The terms that held before those of today; empty unless anonymity or visibility was changed. */
  readonly former: readonly Terms[];
  /** The rows in force, of all scopes. */
  readonly deadlines: readonly DeadlineRow[];
}

/** One round of a submission, and what the viewer is in it. */
export interface RoundFacts {
  readonly n: number;
  readonly state: RoundState;
  /** The viewer's latest assignment in this round. */
  readonly assignment: AssignmentState | null;
  /** The day agreed for that assignment, where it is another than the call's. */
  readonly reviewDue?: Date | null;
  /** The viewer has submitted the review of this round. */
  readonly reviewSubmitted: boolean;
  /** The viewer has a review in this round, in any state. */
  readonly hasReview: boolean;
  /** The viewer reviewed an earlier round. */
  readonly reviewedEarlier: boolean;
  readonly decision: DecisionState;
  readonly discussion: TalkState;
  /** The authors' response; open until its date, or until a chair closes it. */
  readonly response: TalkState;
}

/** One submission seen by one person: one row of one SQL statement, for a page or a list. */
export interface SubmissionFacts {
  readonly submission: {
    readonly id: string;
    readonly trackId: string;
    readonly typeId: string;
    readonly state: SubmissionState;
    readonly stage: VersionKind | null;
    /** Of the submission's type, where it differs from the call. */
    readonly anonymity: TypeAnonymity | null;
    readonly handlerId: string | null;
    /** A released decision asked for a revision that has not come yet. */
    readonly awaitsRevision: boolean;
    /** The number of the terms under which its authors handed it in last. */
    readonly terms: number;
  };
  /** contact = may edit; listed = named as an author by a verified address. */
  readonly author: 'contact' | 'listed' | null;
  /** A blocking conflict of the viewer with this submission. */
  readonly conflicted: boolean;
  /** The viewer is its named handler, and every programme chair wrote it or is in conflict: the handler decides in their place. */
  readonly standsIn?: boolean;
  /** The submission's current round; null before there is one. */
  readonly current: RoundFacts | null;
  /** The round in question where it is not the current one: its reviews, files, decision are judged by its own phase. */
  readonly round?: RoundFacts;
  /** When the form or upload was opened on the server, for work that ends within the grace. */
  readonly begunAt?: Date | null;
}
