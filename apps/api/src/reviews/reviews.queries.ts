import type { AssignmentState, ReviewAnswers } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import { live } from '../assignments/assignments.queries';
import { reviewDue, type DueColumns } from '../assignments/review-due';
import { submittedAuthors } from '../submissions/authorship';
import { personName } from '../platform/database/person-name';

export interface OwnAssignment extends DueColumns {
  id: string;
  state: AssignmentState;
  round_id: string;
  round_n: number;
  submission_id: string;
  track_id: string;
  call_slug: string;
  call_name: string;
  form_version_id: string | null;
  fields: unknown;
  handler: string | null;
  /** Under which the reviewer said yes. */
  terms: number;
}

/** Holds the submission of somebody's own assignment until the end of the transaction. */
export async function lockOfAssignment(manager: EntityManager, assignmentId: string, personId: string): Promise<void> {
  await manager.query(
    `select 1 from submission s join assignment a on a.submission_id = s.id where a.id = $1 and a.reviewer_id = $2 for update of s`,
    [assignmentId, personId],
  );
}

/** An assignment of this very person, with the form its review is written in; null for anybody else's. */
export async function ownAssignment(
  manager: EntityManager,
  assignmentId: string,
  personId: string,
): Promise<OwnAssignment | null> {
  const [row] = await manager.query<OwnAssignment[]>(
    `select a.id, a.state, a.round_id, r.n as round_n, s.id as submission_id, s.track_id, c.slug as call_slug, c.name as call_name,
            fv.id as form_version_id, fv.fields, coalesce(${personName('h')}, ${personName('i')}) as handler, a.terms,
            due.due_at, due.due_wall, due.due_zone
       from assignment a
       join round r on r.id = a.round_id
       join submission s on s.id = a.submission_id
       join call c on c.id = s.call_id
       left join person h on h.id = s.handler_id
       left join person i on i.id = a.invited_by
       left join lateral (
         select fv.id, fv.fields from form_version fv join form f on f.id = fv.form_id
          where f.call_id = s.call_id and f.purpose = 'review'
            and case when r.form_version_id is not null then fv.id = r.form_version_id
                     else f.track_id is null or f.track_id = s.track_id end
          order by f.track_id is null, fv.n desc limit 1) fv on true
       ${reviewDue('s', 'a')}
      where a.id = $1 and a.reviewer_id = $2 and a.state in ('invited', 'accepted', 'completed')`,
    [assignmentId, personId],
  );
  return row ?? null;
}

/** Whether this person was ever told of this assignment, whatever became of it. */
export async function wasTold(manager: EntityManager, assignmentId: string, personId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select 1 from assignment where id = $1 and reviewer_id = $2 and invited_at is not null`,
    [assignmentId, personId],
  );
  return rows.length > 0;
}

export interface ReviewRow {
  id: string;
  state: 'draft' | 'submitted' | 'retracted' | 'withheld';
  answers: ReviewAnswers;
  version: number;
  submitted_n: number;
  submitted_at: Date | null;
  edited_at: Date;
  changed: boolean;
}

/** The one review of a round by a person; `changed` when the working copy differs from what was submitted last. */
export async function ownReview(manager: EntityManager, roundId: string, personId: string): Promise<ReviewRow | null> {
  const [row] = await manager.query<ReviewRow[]>(
    `select v.id, v.state, v.answers, v.version, v.submitted_n, v.submitted_at, v.edited_at,
            v.submitted_n > 0 and v.answers is distinct from w.answers as changed
       from review v left join review_version w on w.review_id = v.id and w.n = v.submitted_n
      where v.round_id = $1 and v.reviewer_id = $2`,
    [roundId, personId],
  );
  return row ?? null;
}

export interface PaperRow {
  number: number;
  title: string;
  abstract: string;
  keywords: string[];
  topics: string[];
}

/** What a reviewer reads of a paper besides its file; nothing of its authors. */
export async function paperRow(manager: EntityManager, submissionId: string): Promise<PaperRow | null> {
  const [row] = await manager.query<PaperRow[]>(
    `select s.number, s.title, s.abstract, s.keywords,
            array(select t.name from topic t where t.id = any(s.topic_ids) order by t.position) as topics
       from submission s where s.id = $1`,
    [submissionId],
  );
  return row ?? null;
}

/** Authors by name; call it only for somebody who may know them. */
export function authorRows(
  manager: EntityManager,
  submissionId: string,
): Promise<{ name: string; affiliation: string }[]> {
  return manager.query(
    `select ${personName('a')} as name, a.affiliation from (${submittedAuthors('$1')}) a order by a.position`,
    [submissionId],
  );
}

export interface PaperFileRow {
  id: string;
  slot: string;
  media_type: string;
  bytes: string;
  pages: number | null;
  clean: boolean;
  version_id: string;
}

/** The files of the version that a round reviews. */
export function paperFiles(manager: EntityManager, submissionId: string, round: number): Promise<PaperFileRow[]> {
  return manager.query(
    `select f.id, f.slot, f.media_type, f.bytes, f.pages, f.clean_hash is not null as clean, v.id as version_id
       from (select * from submission_version
              where submission_id = $1 and round = $2 and kind in ('paper', 'revision') order by n desc limit 1) v
       join submission_file f on f.id = any(v.file_ids)
      order by f.slot <> 'paper', f.slot, f.id`,
    [submissionId, round],
  );
}

/** How many people read what is written for the chairs, the conflicted among them not counted. */
export async function chairReaders(
  manager: EntityManager,
  submissionId: string,
): Promise<{ coChairs: number; chairs: number }> {
  const [row] = await manager.query<{ coChairs: number; chairs: number }[]>(
    `select count(distinct m.person_id) filter (where m.role in ('track_chair', 'guest_editor'))::int as "coChairs",
            count(distinct m.person_id) filter (where m.role = 'chair')::int as chairs
       from submission s join membership m on m.call_id = s.call_id and m.ends_at is null
      where s.id = $1 and m.role in ('chair', 'track_chair', 'guest_editor') and (m.track_id is null or m.track_id = s.track_id)
        and not exists (select 1 from submission_author a where a.submission_id = s.id and a.person_id = m.person_id)
        and not exists (select 1 from submission_contact c where c.submission_id = s.id and c.person_id = m.person_id)
        and not exists (select 1 from conflict x where x.submission_id = s.id and x.person_id = m.person_id and x.state = 'blocking')`,
    [submissionId],
  );
  return row ?? { coChairs: 0, chairs: 0 };
}

export interface MineRow extends DueColumns {
  id: string;
  state: AssignmentState;
  submission_id: string;
  number: number;
  title: string;
  call_id: string;
  call_slug: string;
  call_name: string;
  /** Of the round that the paper is in now. */
  is_current: boolean;
  review_state: ReviewRow['state'] | null;
  submitted_n: number | null;
  submitted_at: Date | null;
  answers: ReviewAnswers | null;
  fields: unknown;
}

/** Everything a person was asked to review and has to do with still, over all calls. */
export function mineRows(manager: EntityManager, personId: string): Promise<MineRow[]> {
  return manager.query(
    `select a.id, a.state, s.id as submission_id, s.number, s.title, c.id as call_id, c.slug as call_slug, c.name as call_name,
            r.n = s.current_round as is_current, v.state as review_state, v.submitted_n, v.submitted_at, v.answers, fv.fields, due.due_at, due.due_wall, due.due_zone
       from assignment a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id
       join call c on c.id = s.call_id
       left join review v on v.assignment_id = a.id
       left join form_version fv on fv.id = v.form_version_id
       ${reviewDue('s', 'a')}
      where a.reviewer_id = $1 and a.state in ('invited', 'accepted', 'completed')
      order by due.due_at nulls last, c.name, s.number`,
    [personId],
  );
}

export interface ColumnRow {
  review_id: string | null;
  pseudonym: number | null;
  own: boolean;
  name: string | null;
  state: 'invited' | 'accepted' | 'draft' | 'submitted';
  submitted_at: Date | null;
  n: number | null;
  answers: ReviewAnswers | null;
  fields: unknown;
  /** Those it was written under; before there is a review, those under which the reviewer said yes. */
  terms: number;
}

/** Submitted reviews as they stand, in the random order of their pseudonyms. Who wrote them is not read. */
export function submittedReviews(manager: EntityManager, roundId: string, personId: string): Promise<ColumnRow[]> {
  return manager.query(
    `select v.id as review_id, v.pseudonym, v.reviewer_id = $2 as own, null as name, 'submitted' as state,
            w.submitted_at, w.n, w.answers, fv.fields, w.terms
       from review v
       join review_version w on w.review_id = v.id and w.n = v.submitted_n
       join form_version fv on fv.id = v.form_version_id
      where v.round_id = $1 and v.state = 'submitted'
      order by v.pseudonym`,
    [roundId, personId],
  );
}

/** The same with names, and with those who have not submitted yet: for people who may know both; with their `drafts` for who may read them. */
export function namedReviews(
  manager: EntityManager,
  roundId: string,
  personId: string,
  drafts = false,
): Promise<ColumnRow[]> {
  return manager.query(
    `select case when v.state = 'submitted' then v.id end as review_id,
            case when v.state = 'submitted' then v.pseudonym end as pseudonym,
            a.reviewer_id = $2 as own, ${personName('p')} as name,
            case when v.state = 'submitted' then 'submitted' when v.state = 'draft' then 'draft' else a.state end as state,
            w.submitted_at, w.n, coalesce(w.answers, case when $3 and v.state = 'draft' then v.answers end) as answers,
            fv.fields, coalesce(w.terms, a.terms) as terms
       from assignment a
       join person p on p.id = a.reviewer_id
       left join review v on v.assignment_id = a.id
       left join review_version w on w.review_id = v.id and w.n = v.submitted_n and v.state = 'submitted'
       left join form_version fv on fv.id = v.form_version_id
      where a.round_id = $1 and a.state in ${live} and a.state <> 'proposed'
      order by v.state = 'submitted' desc nulls last, v.pseudonym, p.family_name, p.given_name`,
    [roundId, personId, drafts],
  );
}

/** What authors read: the versions that were released, never a later edit. */
export function releasedReviews(manager: EntityManager, submissionId: string, roundId: string): Promise<ColumnRow[]> {
  return manager.query(
    `select distinct on (v.pseudonym) v.id as review_id, v.pseudonym, false as own, null as name, 'submitted' as state,
            w.submitted_at, w.n, w.answers, fv.fields, w.terms
       from released_review x
       join review_version w on w.id = x.review_version_id
       join review v on v.id = x.review_id
       join form_version fv on fv.id = v.form_version_id
      where x.submission_id = $1 and v.round_id = $2
      order by v.pseudonym, w.n desc`,
    [submissionId, roundId],
  );
}

export interface MetaReviewRow {
  by: string | null;
  text: string;
  terms: number;
}

/** What authors read: the meta-reviews of a round as they stood at its release. */
export function releasedMetaReviews(manager: EntityManager, roundId: string): Promise<MetaReviewRow[]> {
  return manager.query(`select null as by, text, terms from released_meta_review where round_id = $1 order by id`, [
    roundId,
  ]);
}

/** The meta-reviews of a round as they stand, by name only for who may know those people. */
export function liveMetaReviews(manager: EntityManager, roundId: string, named: boolean): Promise<MetaReviewRow[]> {
  return manager.query(
    `select case when $2 then ${personName('p')} end as by, m.for_authors as text, m.terms
       from recommendation m join person p on p.id = m.person_id
      where m.round_id = $1 and m.for_authors <> '' order by m.id`,
    [roundId, named],
  );
}
