import type { ReviewAnswers } from '@convoke/contract';
import type { Role } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { reviewDue, type DueColumns } from '../assignments/review-due';

/** Ids of all that a person has a part in; who may see what is judged afterwards. */
export interface PartsRow {
  calls: string[];
  submissions: string[];
}

const partsSql = `
with own as (
  select submission_id as id from submission_contact where person_id = $1
  union select submission_id from submission_author where person_id = $1
), reviewed as (
  select submission_id as id from assignment where reviewer_id = $1 and state in ('invited', 'accepted', 'completed')
), office as (
  select m.call_id as id from membership m
   where m.person_id = $1 and m.call_id is not null and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
  union
  select h.call_id from submission h where h.handler_id = $1
  union
  select c.id from membership m join call c on c.journal_id = m.journal_id
   where m.person_id = $1 and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
)
select (select coalesce(json_agg(id), '[]') from (
          select id from office
          union select s.call_id from submission s where s.id in (select id from own union select id from reviewed)) c) as calls,
       (select coalesce(json_agg(id), '[]') from own) as submissions`;

/** All calls and own submissions of a person. */
export async function partsOf(manager: EntityManager, personId: string, now: Date): Promise<PartsRow> {
  const [row] = await manager.query<PartsRow[]>(partsSql, [personId, now]);
  return row ?? { calls: [], submissions: [] };
}

export interface ReviewTaskRow extends DueColumns {
  id: string;
  state: 'invited' | 'accepted' | 'completed';
  expires_at: Date | null;
  expires_wall: string | null;
  call_id: string;
  time_zone: string;
  submission_id: string;
  number: number;
  title: string;
  review_state: 'draft' | 'submitted' | 'retracted' | 'withheld' | null;
  answers: ReviewAnswers | null;
  fields: unknown;
}

/** Everything a person was asked to review in rounds that still run, over all calls. */
export function reviewTaskRows(manager: EntityManager, personId: string): Promise<ReviewTaskRow[]> {
  return manager.query(
    `select a.id, a.state, a.expires_at,
            to_char((a.expires_at - interval '1 minute') at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI') as expires_wall,
            s.call_id, c.time_zone, s.id as submission_id, s.number, s.title,
            v.state as review_state, v.answers, fv.fields, due.due_at, due.due_wall, due.due_zone
       from assignment a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id and r.n = s.current_round
       join call c on c.id = s.call_id
       left join review v on v.assignment_id = a.id
       left join form_version fv on fv.id = v.form_version_id
       ${reviewDue('s', 'a')}
      where a.reviewer_id = $1 and a.state in ('invited', 'accepted', 'completed')
      order by s.number`,
    [personId],
  );
}

export interface TalkRow {
  submission_id: string;
  call_id: string;
  number: number;
  title: string;
}

/** Papers of these calls in whose open discussion somebody else wrote since the person read it last; who reads what is judged afterwards. */
export function talkRows(manager: EntityManager, personId: string, callIds: readonly string[]): Promise<TalkRow[]> {
  return manager.query(
    `select s.id as submission_id, s.call_id, s.number, s.title
       from round r
       join submission s on s.id = r.submission_id and r.n = s.current_round
      where r.discussion_opened_at is not null and r.discussion_closed_at is null and r.state in ('discussion', 'rebuttal', 'decided_not_notified')
        and s.call_id = any($2) and s.state = 'submitted'
        and (exists (select 1 from assignment a where a.round_id = r.id and a.reviewer_id = $1 and a.state in ('accepted', 'completed'))
          or s.handler_id = $1
          or exists (select 1 from membership m join call c on c.id = s.call_id where m.person_id = $1 and m.ends_at is null
               and (m.call_id = c.id or m.journal_id = c.journal_id) and m.role <> 'reviewer'
               and (m.track_id is null or m.track_id = s.track_id)))
        and exists (select 1 from discussion_message m
              left join discussion_reader d on d.round_id = m.round_id and d.person_id = $1
             where m.round_id = r.id and m.author_id <> $1 and m.struck_at is null and m.position > coalesce(d.read_to, 0))
      order by s.number`,
    [personId, callIds],
  );
}

export interface RoleTaskRow {
  id: string;
  role: Exclude<Role, 'editor_in_chief'>;
  track: string | null;
  call_slug: string;
  call_name: string;
  expires_at: Date;
  expires_wall: string;
  time_zone: string;
}

/** Offices offered to any proven address of a person and not answered yet. */
export function roleTaskRows(manager: EntityManager, personId: string, now: Date): Promise<RoleTaskRow[]> {
  return manager.query(
    `select i.id, i.role, t.name as track, c.slug as call_slug, c.name as call_name, i.expires_at, c.time_zone,
            to_char((i.expires_at - interval '1 minute') at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI') as expires_wall
       from role_invitation i
       join person_email e on e.address = i.address and e.person_id = $1 and e.verified_at is not null
       join call c on c.id = i.call_id
       left join track t on t.id = i.track_id
      where i.state = 'pending' and i.expires_at > $2
      order by i.expires_at, c.name`,
    [personId, now],
  );
}

/** Decisions that authors learned of lately, by submission. */
export async function newsOf(
  manager: EntityManager,
  ids: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `select distinct submission_id as id from decision where submission_id = any($1) and state = 'released' and released_at > $2`,
    [ids, since],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface UnhandledRow {
  call_slug: string;
  call_name: string;
  count: number;
}

/**
 * Calls with papers that nobody may handle: of the whole house for those who run it, else of the papers one wrote, whose author
 * knows of them anyway. Nobody who is kept from a paper by a conflict learns here that there is one.
 */
export function unhandledRows(
  manager: EntityManager,
  personId: string,
  isAdmin: boolean,
  own: readonly string[],
): Promise<UnhandledRow[]> {
  return manager.query(
    `select c.slug as call_slug, c.name as call_name, count(*)::int as count
       from submission s join call c on c.id = s.call_id
      where s.unhandled and s.state not in ('draft', 'withdrawn') and (s.id = any($3) or ($2 and not exists (
        select 1 from conflict x where x.submission_id = s.id and x.person_id = $1 and x.state = 'blocking')))
      group by c.id order by c.name`,
    [personId, isAdmin, own],
  );
}

/** How many things still keep each call in set-up from opening: a track, an open type, a review form. */
export async function unsetIn(
  manager: EntityManager,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (callIds.length === 0) return new Map();
  const rows = await manager.query<{ id: string; unset: number }[]>(
    `select c.id,
            (not exists (select 1 from track t where t.call_id = c.id))::int
            + (not exists (select 1 from submission_type y where y.call_id = c.id and y.is_open))::int
            + (not exists (select 1 from form f join form_version v on v.form_id = f.id
                 where f.call_id = c.id and f.purpose = 'review' and jsonb_array_length(v.fields) > 0))::int as unset
       from call c where c.id = any($1)`,
    [callIds],
  );
  return new Map(rows.map(({ id, unset }) => [id, unset]));
}
