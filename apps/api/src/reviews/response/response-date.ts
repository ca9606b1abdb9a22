import { type DeadlineRow, effectiveDeadline, type RoundFacts } from '@convoke/domain';
import type { SubmissionAccess } from '../../access/access.service';

/** The date until which the authors of a submission may respond to its reviews. */
export function responseDate({ call, submission }: SubmissionAccess): DeadlineRow | null {
  const { trackId, typeId: submissionTypeId, id: submissionId } = submission;
  return effectiveDeadline(call.deadlines, 'response', { trackId, submissionTypeId, submissionId });
}

/** Whether authors may respond now: said alike to everybody who knows of the response. */
export function isResponseOpen(access: SubmissionAccess, now: Date): boolean {
  const closesAt = responseDate(access)?.closesAt ?? null;
  const { round, facts, call } = access;
  const revises = call.kind === 'conference' || facts.submission.awaitsRevision;
  const isOpen = round?.state === 'rebuttal' && responseOf(access) === 'open' && revises;
  return isOpen && (closesAt === null || now < closesAt);
}

/** How far the response has come in the round by which the submission is judged. */
export function responseOf({ facts }: SubmissionAccess): RoundFacts['response'] {
  return (facts.round ?? facts.current)?.response ?? 'unopened';
}

/**
 * The submission judged by the round whose reviews its authors answer: the last one in which they were asked to. In a special
 * issue that is not the current one, because the next round begins with the decision that asks for a revision.
 */
export function respondingIn(access: SubmissionAccess, rounds: readonly SubmissionAccess[]): SubmissionAccess {
  return rounds.findLast((one) => responseOf(one) !== 'unopened') ?? access;
}
