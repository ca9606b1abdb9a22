import type { EntityManager } from 'typeorm';
import type { AssignmentState } from '@convoke/contract';
import { personName } from '../platform/database/person-name';
import { reviewDue, type DueColumns } from './review-due';

/** SQL condition: this assignment holds a place on the paper. Mirrors the unique index of live assignments. */
export const live = `('proposed', 'invited', 'accepted', 'completed')`;

export interface BoardRow extends DueColumns {
  id: string;
  number: number;
  title: string;
  track_name: string;
  type_name: string;
  round_state: string;
  proposed: number;
  invited: number;
  accepted: number;
  submitted: number;
  declined: number;
}

/** The papers of a call that are or were under review, with counts of the current round. `ids` comes from the access rule. */
export function boardRows(manager: EntityManager, ids: readonly string[]): Promise<BoardRow[]> {
  return manager.query(
    `select s.id, s.number, s.title, t.name as track_name, y.name as type_name, r.state as round_state,
            count(a.id) filter (where a.state = 'proposed')::int as proposed,
            count(a.id) filter (where a.state = 'invited')::int as invited,
            count(a.id) filter (where a.state in ('accepted', 'completed'))::int as accepted,
            count(v.id) filter (where v.state = 'submitted')::int as submitted,
            count(a.id) filter (where a.state in ('declined', 'expired'))::int as declined,
            due.due_at, due.due_wall, due.due_zone
       from submission s
       join track t on t.id = s.track_id
       join submission_type y on y.id = s.type_id
       join round r on r.submission_id = s.id and r.n = s.current_round
       left join assignment a on a.round_id = r.id
       left join review v on v.assignment_id = a.id
       ${reviewDue('s', null)}
      where s.id = any($1)
      group by s.id, t.id, y.id, r.id, due.due_at, due.due_wall, due.due_zone
      order by s.number`,
    [ids],
  );
}

export interface LateRow extends DueColumns {
  assignment_id: string;
  submission_id: string;
  number: number;
  title: string;
  name: string;
  state: AssignmentState;
  started: boolean;
  reminded_at: Date | null;
}

/** Reviewers whose review is overdue, and invitations nobody answered before the date. */
export function lateRows(manager: EntityManager, ids: readonly string[], now: Date): Promise<LateRow[]> {
  return manager.query(
    `select a.id as assignment_id, s.id as submission_id, s.number, s.title, ${personName('p')} as name, a.state,
            v.id is not null as started, a.reminded_at, due.due_at, due.due_wall, due.due_zone
       from assignment a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id and r.n = s.current_round
       join person p on p.id = a.reviewer_id
       left join review v on v.assignment_id = a.id
       ${reviewDue('s', 'a')}
      where s.id = any($1) and a.state in ('invited', 'accepted') and due.due_at <= $2
        and r.state in ('submitted', 'review_open', 'discussion', 'rebuttal')
      order by due.due_at, s.number, name`,
    [ids, now],
  );
}

export interface AssignedRow extends DueColumns {
  id: string;
  person_id: string;
  name: string;
  affiliation: string;
  state: AssignmentState;
  review: 'none' | 'draft' | 'submitted';
  invited_at: Date | null;
  answered_at: Date | null;
  reminded_at: Date | null;
  decline_reason: string;
  suggestion: string;
}

/** Everybody who is, was or was asked to be a reviewer of a submission in its current round, with names: for chairs. */
export function assignedRows(manager: EntityManager, submissionId: string): Promise<AssignedRow[]> {
  return manager.query(
    `select a.id, p.id as person_id, ${personName('p')} as name, p.affiliation, a.state,
            case when v.submitted_n > 0 then 'submitted' when v.id is not null then 'draft' else 'none' end as review,
            a.invited_at, a.answered_at, a.reminded_at, a.decline_reason, a.suggestion, due.due_at, due.due_wall, due.due_zone
       from assignment a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id and r.n = s.current_round
       join person p on p.id = a.reviewer_id
       left join review v on v.assignment_id = a.id
       ${reviewDue('s', 'a')}
      where a.submission_id = $1 and not (a.state = 'unassigned' and a.invited_at is null)
      order by a.state in ${live} desc, p.family_name, p.given_name, a.created_at`,
    [submissionId],
  );
}

/**
 * Brings the numbers of chairs' lists up to date: reviewers expected, reviews in, and their overall scores. Called by every
 * transaction that changes an assignment or a submitted review; counts the current round only.
 */
export async function recountReviews(manager: EntityManager, submissionIds: readonly string[]): Promise<void> {
  await manager.query(
    `update submission s
        set reviews_expected = n.expected, reviews_in = n.arrived,
            score_mean = n.mean, score_min = n.lowest, score_max = n.highest
       from (select s.id,
                    (select count(*) from assignment a where a.round_id = r.id and a.state in ('invited', 'accepted', 'completed')) as expected,
                    v.arrived, v.mean, v.lowest, v.highest
               from submission s
               join round r on r.submission_id = s.id and r.n = s.current_round
               cross join lateral (
                 select count(*) as arrived, avg(overall) as mean, min(overall) as lowest, max(overall) as highest
                   from (select (select w.overall from review_version w where w.review_id = v.id and w.n = v.submitted_n) as overall
                           from review v where v.round_id = r.id and v.state = 'submitted') read) v
              where s.id = any($1)) n
      where s.id = n.id`,
    [submissionIds],
  );
}
