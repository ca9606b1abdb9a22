import type { ReviewAnswers } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import { reviewDue, type DueColumns } from '../../assignments/review-due';

export interface PaperToReview extends DueColumns {
  submissionId: string;
  callId: string;
  callSlug: string;
  callName: string;
  number: number;
  title: string;
  abstract: string;
  /** The form it is reviewed with, and what the reviewer has written so far. */
  fields: unknown;
  answers: ReviewAnswers | null;
}

/** What somebody has said yes to reviewing in the current round of a submission; whether they may read it, the rule says. */
export function papersToReview(manager: EntityManager, personId: string): Promise<PaperToReview[]> {
  return manager.query<PaperToReview[]>(
    `select s.id as "submissionId", c.id as "callId", c.slug as "callSlug", c.name as "callName", s.number, s.title, s.abstract,
            fv.fields, w.answers, due.due_at, due.due_wall, due.due_zone
       from assignment a
       join round r on r.id = a.round_id
       join submission s on s.id = a.submission_id and s.current_round = r.n
       join call c on c.id = s.call_id
       left join review w on w.round_id = r.id and w.reviewer_id = a.reviewer_id
       left join lateral (
         select fv.fields from form_version fv join form f on f.id = fv.form_id
          where f.call_id = s.call_id and f.purpose = 'review'
            and case when r.form_version_id is not null then fv.id = r.form_version_id
                     else f.track_id is null or f.track_id = s.track_id end
          order by f.track_id is null, fv.n desc limit 1) fv on true
       ${reviewDue('s', 'a')}
      where a.reviewer_id = $1 and a.state in ('accepted', 'completed')
      order by c.slug, s.number`,
    [personId],
  );
}
