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

/** An abstract can be read by its chairs; only `paper` and `revision` enter review; `final` never reaches a reviewer. */
export const versionKinds = ['abstract', 'paper', 'revision', 'final'] as const;
export type VersionKind = (typeof versionKinds)[number];
