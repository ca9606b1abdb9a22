import { type DeadlineRow, effectiveDeadline } from '@convoke/domain';
import type { SubmissionAccess } from '../../access/access.service';

/** The date until which the authors of a submission may respond to its reviews. */
export function responseDate({ call, submission }: SubmissionAccess): DeadlineRow | null {
  const { trackId, typeId: submissionTypeId, id: submissionId } = submission;
  return effectiveDeadline(call.deadlines, 'response', { trackId, submissionTypeId, submissionId });
}

/** Whether authors may respond now: said alike to everybody who knows of the response. */
export function isResponseOpen(access: SubmissionAccess, now: Date): boolean {
  const closesAt = responseDate(access)?.closesAt ?? null;
  const { round, facts } = access;
  return round?.state === 'rebuttal' && facts.current?.response === 'open' && (closesAt === null || now < closesAt);
}
