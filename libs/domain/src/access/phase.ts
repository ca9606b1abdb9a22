import type { RoundState, SubmissionState } from '../submissions/submission';
import type { RoundFacts, SubmissionFacts } from './facts';

export const phases = [
  'draft',
  'submitted',
  'review_open',
  'discussion',
  'rebuttal',
  'decided_not_notified',
  'notified',
  'published',
  'closed_rejected',
] as const;
export type Phase = (typeof phases)[number];

/** The submission decides alone in these states; in all others its round does. */
const bySubmission: Partial<Record<SubmissionState, Phase>> = {
  draft: 'draft',
  withdrawn: 'closed_rejected',
  closed: 'closed_rejected',
};

const byRound: Readonly<Record<RoundState, Phase>> = {
  submitted: 'submitted',
  review_open: 'review_open',
  discussion: 'discussion',
  rebuttal: 'rebuttal',
  decided_not_notified: 'decided_not_notified',
  notified: 'notified',
  published: 'published',
  closed: 'closed_rejected',
};

/** The phase of a round: of its reviews, responses, discussion, decision and files. Never public unless the submission is. */
export function phaseOf(submission: SubmissionFacts['submission'], round: RoundFacts | null): Phase {
  const alone = bySubmission[submission.state];
  if (alone) return alone;
  const phase = round ? byRound[round.state] : 'submitted';
  return phase === 'published' && submission.state !== 'published' ? 'notified' : phase;
}

/** The phase of the submission's own fields: that of its current round, or public once it is published. */
export function submissionPhase(facts: SubmissionFacts): Phase {
  return facts.submission.state === 'published' ? 'published' : phaseOf(facts.submission, facts.current);
}

/** True from the first of two phases to the second, both included. */
export function between(phase: Phase, first: Phase, last: Phase): boolean {
  const at = phases.indexOf(phase);
  return at >= phases.indexOf(first) && at <= phases.indexOf(last);
}
