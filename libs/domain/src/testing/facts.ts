import type { CallFacts, Membership, RoundFacts, SubmissionFacts, Viewer } from '../access/facts';
import type { Phase } from '../access/phase';
import type { RoundState, SubmissionState } from '../submissions/submission';
import { cast, type CastMember } from './cast';

export const callId = '10000000-0000-4000-8000-000000000001';
export const otherCallId = '10000000-0000-4000-8000-000000000002';
export const trackId = '20000000-0000-4000-8000-000000000001';
export const otherTrackId = '20000000-0000-4000-8000-000000000002';
export const typeId = '30000000-0000-4000-8000-000000000001';
export const submissionId = '40000000-0000-4000-8000-000000000001';

/** A published double-anonymous conference without dates, unless said otherwise. */
export function aCall(more: Partial<CallFacts> = {}): CallFacts {
  return {
    id: callId,
    kind: 'conference',
    state: 'published',
    anonymity: 'double',
    settings: {},
    former: [],
    deadlines: [],
    ...more,
  };
}

/** A published double-anonymous special issue without dates. */
export function anIssue(more: Partial<CallFacts> = {}): CallFacts {
  return aCall({ kind: 'special_issue', ...more });
}

/** Somebody signed in, with these offices of the call. */
export function aViewer(person: CastMember, ...memberships: Partial<Membership>[]): Viewer {
  return {
    personId: person.id,
    isAdmin: person === cast.ines,
    isVerified: true,
    memberships: memberships.map((office) => ({ role: 'reviewer', callId, trackId: null, ...office })),
  };
}

/** A round in which the viewer is nothing. */
export function aRound(state: RoundState, more: Partial<RoundFacts> = {}): RoundFacts {
  return {
    n: 1,
    state,
    assignment: null,
    reviewSubmitted: false,
    hasReview: false,
    reviewedEarlier: false,
    decision: 'none',
    discussion: state === 'discussion' ? 'open' : 'unopened',
    response: state === 'rebuttal' ? 'open' : 'unopened',
    ...more,
  };
}

/** The states that make a phase: of the submission, and of its round, which a draft has only if it was submitted before. */
export const statesIn: Readonly<Record<Phase, readonly [SubmissionState, RoundState | null]>> = {
  draft: ['draft', null],
  submitted: ['submitted', 'submitted'],
  review_open: ['submitted', 'review_open'],
  discussion: ['submitted', 'discussion'],
  rebuttal: ['submitted', 'rebuttal'],
  decided_not_notified: ['submitted', 'decided_not_notified'],
  notified: ['accepted', 'notified'],
  published: ['published', 'published'],
  closed_rejected: ['closed', 'closed'],
};

/** A submission in a phase, seen by somebody with no tie to it unless `viewer` and `round` say so. */
export function aSubmission(
  phase: Phase,
  viewer: Partial<Pick<SubmissionFacts, 'author' | 'conflicted' | 'begunAt'>> = {},
  round: Partial<RoundFacts> = {},
  submission: Partial<SubmissionFacts['submission']> = {},
): SubmissionFacts {
  const [state, usual] = statesIn[phase];
  const roundState = usual ?? (Object.keys(round).length > 0 ? 'submitted' : null);
  return {
    submission: {
      id: submissionId,
      trackId,
      typeId,
      state,
      stage: state === 'draft' ? null : 'paper',
      anonymity: null,
      handlerId: null,
      awaitsRevision: false,
      terms: 1,
      ...submission,
    },
    author: null,
    conflicted: false,
    current: roundState ? aRound(roundState, round) : null,
    ...viewer,
  };
}
