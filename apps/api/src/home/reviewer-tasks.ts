import type { TaskView } from '@convoke/contract';
import type { SubmissionAccess } from '../access/access.service';
import { dueOf } from '../assignments/review-due';
import { formFields, missingAnswers } from '../reviews/review-answers';
import { dueBy } from './due';
import type { ReviewTaskRow } from './home.queries';

/** What a reviewer has to do about one paper: answer the invitation, or write the review. */
export function reviewerTask(row: ReviewTaskRow, access: SubmissionAccess, now: Date): TaskView | null {
  const { call } = access;
  const about = (kind: TaskView['kind'], facts: TaskView['facts'], due: TaskView['due']): TaskView => ({
    kind,
    callSlug: call.slug,
    callName: call.name,
    paperTitle: access.sees('submission.title_abstract') ? row.title : null,
    facts: { number: row.number, ...facts },
    due,
    link: `/app/c/${call.slug}/r/${row.id}`,
  });
  if (row.state === 'invited') {
    const open = access.may('answerInvitation') && (row.expires_at === null || row.expires_at > now);
    return open ? about('answer_invitation', {}, dueBy(row.expires_at, row.expires_wall, row.time_zone)) : null;
  }
  if (row.review_state === 'submitted' || !access.may('review')) return null;
  if (row.review_state !== 'draft') return about('write_review', {}, dueOf(row));
  const missing = missingAnswers(formFields(row.fields), row.answers ?? {}).length;
  return about('finish_review', { missing }, dueOf(row));
}
