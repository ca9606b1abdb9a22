import type { Machine } from '../machine';

/** The life of a submission; the state of reviewing is on its rounds. */
export const submissionStates = [
  'draft',
  'submitted',
  'withdrawn',
  'accepted',
  'rejected',
  'published',
  'closed',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const roundStates = [
  'submitted',
  'review_open',
  'discussion',
  'rebuttal',
  'decided_not_notified',
  'notified',
  'published',
  'closed',
] as const;
export type RoundState = (typeof roundStates)[number];

/** Where the discussion of a round, or its authors' response, stands by what its chairs did; a date may close a response before them. */
export const talkStates = ['unopened', 'open', 'closed'] as const;
export type TalkState = (typeof talkStates)[number];

/** An abstract can be read by its chairs; only `paper` and `revision` enter review; `final` never reaches a reviewer. */
export const versionKinds = ['abstract', 'paper', 'revision', 'final'] as const;
export type VersionKind = (typeof versionKinds)[number];

/** Back to draft only before the deadline; out of `accepted` by withdrawal, publication or the end of the call. */
export const submissionMachine: Machine<SubmissionState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'withdrawn', 'accepted', 'rejected'],
  accepted: ['published', 'withdrawn', 'closed'],
  rejected: ['closed'],
  withdrawn: ['closed'],
  published: [],
  closed: [],
};

/**
 * Discussion and author response may each be skipped, and discussion goes on while authors respond. A decision may be
 * taken back until its release is frozen. In a special issue a released "revise" turns the round to `rebuttal`, the
 * revision phase, in which authors read its reviews and decision.
 */
export const roundMachine: Machine<RoundState> = {
  submitted: ['review_open', 'decided_not_notified', 'closed'],
  review_open: ['submitted', 'discussion', 'rebuttal', 'decided_not_notified', 'closed'],
  discussion: ['rebuttal', 'decided_not_notified', 'closed'],
  rebuttal: ['discussion', 'decided_not_notified', 'notified', 'closed'],
  decided_not_notified: ['submitted', 'review_open', 'discussion', 'rebuttal', 'notified', 'closed'],
  notified: ['rebuttal', 'published', 'closed'],
  published: [],
  closed: [],
};
