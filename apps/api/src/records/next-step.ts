import type { DueView, NextStep, NextStepKind, RecordPage } from '@convoke/contract';
import { effectiveDeadline, settingsOf, type DeadlineKind, type DeadlineScope } from '@convoke/domain';
import type { SubmissionAccess } from '../access/access.service';
import { isChairOf } from '../access/standings';
import { dueOf } from '../submissions/stage-dates';
import type { OwnAssignmentRow } from './page.queries';

export interface StepFacts {
  access: SubmissionAccess;
  number: number;
  reviewsIn: number;
  reviewsExpected: number;
  assignment: OwnAssignmentRow | null;
  hasLetter: boolean;
  response: RecordPage['response'];
  viewerId: string;
}

/** The one thing that comes next for this viewer, with its date. What may be done is asked of the rule, never decided here. */
export function nextStepOf(facts: StepFacts): NextStep {
  if (facts.access.submission.state === 'withdrawn') return step('withdrawn');
  if (facts.access.standing === 'author') return authorStep(facts);
  if (isChairOf(facts.access)) return chairStep(facts) ?? ownReview(facts) ?? step('read');
  return ownReview(facts) ?? step('read');
}

/** For who looks through other eyes: nothing is to be done there. */
export const onlyReading: NextStep = step('read');

function authorStep(facts: StepFacts): NextStep {
  const { access, hasLetter } = facts;
  const form = `/c/${access.call.slug}/d/${access.submission.id}`;
  if (access.may('submitRevision')) return step('revise', { due: dueFor(facts, 'revision'), link: form });
  if (hasLetter && access.submission.state !== 'submitted') return step('read_letter');
  const { response } = facts;
  if (response && access.may('respond'))
    return step(response.submittedAt ? 'responded' : 'respond', { due: response.due });
  const paper = dueFor(facts, 'paper');
  if (access.may('submit') && access.submission.stage === 'abstract')
    return step('send_paper', { due: paper, link: form });
  if (access.may('submit')) return step('replace', { due: paper, link: form });
  if (access.submission.stage === 'abstract') return step('abstract_only', { due: paper });
  return step('wait_decision', { due: dueFor(facts, 'notification') });
}

function ownReview(facts: StepFacts): NextStep | null {
  const { access, assignment } = facts;
  if (!assignment) return null;
  const link = `/c/${access.call.slug}/r/${assignment.id}`;
  const due = reviewDue(facts, assignment);
  if (access.may('answerInvitation')) return step('answer', { due, link });
  if (!access.may('review')) return step('reviewed', { link });
  return access.facts.current?.reviewSubmitted ? step('reviewed', { due, link }) : step('review', { due, link });
}

function chairStep(facts: StepFacts): NextStep | null {
  const { access, number } = facts;
  const base = `/c/${access.call.slug}`;
  const wanted = settingsOf(access.call).reviewsPerSubmission;
  const counts = { in: facts.reviewsIn, of: facts.reviewsExpected, wanted };
  const decision = access.facts.current?.decision;
  if (decision === 'released' && !access.facts.submission.awaitsRevision) return step('released');
  if (access.submission.stage === 'abstract') return step('await_paper', { due: dueFor(facts, 'paper') });
  if (access.facts.submission.awaitsRevision) return step('await_revision');
  if (decision === 'decided' || decision === 'in_batch')
    return step('release', {
      due: dueFor(facts, 'notification'),
      link: access.may('release') ? `${base}/decide` : null,
    });
  if (facts.response?.open) return step('await_response', { due: facts.response.due });
  if (access.may('assign') && facts.reviewsExpected < wanted)
    return step('assign', { facts: counts, due: dueFor(facts, 'review'), link: `${base}/assign?paper=${number}` });
  if (facts.reviewsIn < facts.reviewsExpected)
    return step('await_reviews', { facts: counts, due: dueFor(facts, 'review') });
  if (access.may('decide')) return step('decide', { facts: counts, due: dueFor(facts, 'decision') });
  if (access.may('recommend')) return step('recommend', { facts: counts, due: dueFor(facts, 'decision') });
  return null;
}

function step(kind: NextStepKind, more: Partial<Omit<NextStep, 'kind'>> = {}): NextStep {
  return { kind, facts: {}, due: null, link: null, ...more };
}

function dueFor({ access, viewerId }: StepFacts, kind: DeadlineKind): DueView | null {
  const { trackId, typeId: submissionTypeId, id: submissionId } = access.submission;
  const scope: DeadlineScope = { trackId, submissionTypeId, submissionId, personId: viewerId };
  return dueOf(effectiveDeadline(access.call.deadlines, kind, scope) ?? undefined);
}

/** The date agreed for the assignment, told in UTC because nobody typed it, else the call's. */
function reviewDue(facts: StepFacts, assignment: OwnAssignmentRow): DueView | null {
  const general = dueFor(facts, 'review');
  const closesAt = assignment.dueAt?.toISOString();
  if (!closesAt || closesAt === general?.closesAt) return general;
  const lastMinute = new Date(Date.parse(closesAt) - 60_000);
  return { closesAt, wallTime: lastMinute.toISOString().slice(0, 16), zone: 'Etc/UTC' };
}
