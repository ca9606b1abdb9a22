import type { ReviewAnswers } from '@convoke/contract';
import type { Role } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { isKnown } from '../access/known';
import { reviewDue, type DueColumns } from '../assignments/review-due';
import { lateTerm } from '../conflicts/conflicts.queries';

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

/** Papers of these calls in whose discussion somebody else wrote since the person read it last; who reads what is judged afterwards. */
export function talkRows(manager: EntityManager, personId: string, callIds: readonly string[]): Promise<TalkRow[]> {
  return manager.query(
    `select s.id as submission_id, s.call_id, s.number, s.title
       from round r
       join submission s on s.id = r.submission_id and r.n = s.current_round
      where r.discussion_opened_at is not null and r.state in ('discussion', 'rebuttal', 'decided_not_notified')
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

/** What somebody handles in a call: its papers that the rules show to that office. */
export interface OfficeScope {
  callId: string;
  all: boolean;
  trackIds: readonly string[];
  /** Reviews a paper needs. */
  need: number;
  /** A chair who reviews a paper hands it over. */
  handsOver: boolean;
}

/** The numbers of one track, counted only over papers that the viewer handles. */
export interface TrackCounts {
  call_id: string;
  track_id: string;
  completed: boolean;
  name: string;
  version: number;
  abstracts: number;
  papers: number;
  /** Under review, with fewer reviewers than needed. */
  short: number;
  /** The same of papers whose review has not begun: they may wait for the paper deadline. */
  short_early: number;
  reviews_in: number;
  reviews_expected: number;
  late: number;
  /** When the first of the late ones was due, and how a clock of the call showed that. */
  late_since: Date | null;
  late_wall: string | null;
  /** Reviewers whose work a conflict ended, and reviewers at work with a conflict that is only suggested. */
  late_conflicts: number;
  doubtful: number;
  /** Waiting for a decision with all reviews in; without, and with any recommendation. */
  to_recommend: number;
  to_decide: number;
  recommended: number;
  /** Not decided, recommended by the viewer, and nobody wrote for the authors. */
  to_meta_review: number;
  decided: number;
  to_release: number;
  released: number;
  accepted: number;
  final_in: number;
}

const countsSql = `
with scope as (
  select x.*, exists (select 1 from deadline d where d.call_id = x."callId" and d.kind = 'review' and d.superseded_at is null
                        and d.closes_at <= $3) as review_passed
    from jsonb_to_recordset($1::jsonb) as x("callId" uuid, "all" boolean, "trackIds" uuid[], need int, "handsOver" boolean)
), handled as (
  select s.id, s.call_id, s.track_id, s.type_id, s.state, s.stage, s.reviews_in, s.reviews_expected, x.need, x.review_passed,
         r.id as round_id, r.state as round_state
    from scope x
    join submission s on s.call_id = x."callId"
    join round r on r.submission_id = s.id and r.n = s.current_round
   where s.state not in ('draft', 'withdrawn') and (x."all" or s.track_id = any(x."trackIds") or s.handler_id = $2)
     and ${isKnown('s', '$2')}
     and not (x."handsOver" and exists (select 1 from assignment a where a.round_id = r.id and a.reviewer_id = $2
                and a.state in ('accepted', 'completed')))
), held as (
  select a.round_id, count(*)::int as reviewers from assignment a join handled h on h.round_id = a.round_id
   where a.state in ('proposed', 'invited', 'accepted', 'completed') group by a.round_id
), late as (
  -- the exact date is looked up only where some date of the call, or the assignment's own, has passed
  select a.round_id, count(*)::int as n, min(due.due_at) as since
    from handled h join assignment a on a.round_id = h.round_id ${reviewDue('h', 'a')}
   where a.state in ('invited', 'accepted') and h.round_state in ('submitted', 'review_open', 'discussion', 'rebuttal')
     and (a.due_at <= $3 or (a.due_at is null and h.review_passed)) and due.due_at <= $3
   group by a.round_id
), revoked as (
  select a.round_id, count(*)::int as n from assignment a join handled h on h.round_id = a.round_id
   where ${lateTerm('a')} group by a.round_id
), doubtful as (
  select a.round_id, count(distinct a.reviewer_id)::int as n from assignment a
    join handled h on h.round_id = a.round_id
    join conflict k on k.submission_id = a.submission_id and k.person_id = a.reviewer_id and k.state = 'suggested'
   where a.state in ('proposed', 'invited', 'accepted', 'completed') and a.reviewer_id <> $2 group by a.round_id
), recommended as (
  select distinct m.round_id from recommendation m join handled h on h.round_id = m.round_id
   where not exists (select 1 from conflict q where q.submission_id = m.submission_id and q.person_id = m.person_id and q.state = 'blocking')
), bare as (
  select m.round_id from recommendation m join handled h on h.round_id = m.round_id
   group by m.round_id having bool_or(m.person_id = $2) and not bool_or(m.for_authors <> '')
), judged as (
  select h.*, h.stage <> 'abstract' as is_paper, h.state = 'submitted' and h.stage <> 'abstract' as running,
         h.round_state in ('submitted', 'review_open', 'discussion', 'rebuttal') as undecided,
         d.state as decision, rec.round_id is not null as recommended,
         h.reviews_expected > 0 and h.reviews_in >= h.reviews_expected and h.round_state <> 'submitted' as reviewed,
         bare.round_id is not null as bare, coalesce(held.reviewers, 0) as reviewers, coalesce(late.n, 0) as late, late.since as late_since,
         coalesce(revoked.n, 0) as revoked, coalesce(doubtful.n, 0) as doubtful
    from handled h
    left join decision d on d.round_id = h.round_id
    left join recommended rec on rec.round_id = h.round_id
    left join bare on bare.round_id = h.round_id
    left join held on held.round_id = h.round_id
    left join late on late.round_id = h.round_id
    left join revoked on revoked.round_id = h.round_id
    left join doubtful on doubtful.round_id = h.round_id
)
select j.call_id, j.track_id, t.name, t.version, t.completed_at is not null as completed,
  count(*)::int as abstracts,
  count(*) filter (where is_paper)::int as papers,
  count(*) filter (where running and undecided and decision is null and round_state <> 'submitted' and reviewers < need)::int as short,
  count(*) filter (where running and round_state = 'submitted' and reviewers < need)::int as short_early,
  coalesce(sum(reviews_in) filter (where is_paper), 0)::int as reviews_in,
  coalesce(sum(reviews_expected) filter (where is_paper), 0)::int as reviews_expected,
  coalesce(sum(late) filter (where running), 0)::int as late,
  coalesce(sum(revoked) filter (where running and undecided), 0)::int as late_conflicts,
  coalesce(sum(doubtful) filter (where running and undecided), 0)::int as doubtful,
  min(late_since) filter (where running) as late_since,
  to_char((min(late_since) filter (where running) - interval '1 minute') at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI') as late_wall,
  count(*) filter (where running and undecided and reviewed and decision is null and not recommended)::int as to_recommend,
  count(*) filter (where running and undecided and reviewed and decision is null)::int as to_decide,
  count(*) filter (where is_paper and (recommended or decision is not null))::int as recommended,
  count(*) filter (where running and undecided and bare and decision is null)::int as to_meta_review,
  count(*) filter (where is_paper and decision is not null)::int as decided,
  count(*) filter (where decision in ('decided', 'in_batch'))::int as to_release,
  count(*) filter (where decision = 'released')::int as released,
  count(*) filter (where j.state = 'accepted')::int as accepted,
  count(*) filter (where j.state = 'accepted' and j.stage = 'final')::int as final_in
  from judged j join track t on t.id = j.track_id join call c on c.id = j.call_id
 group by j.call_id, j.track_id, t.id, c.id
 order by t.position`;

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

/** Counts for all offices of a person, per track, in one statement. */
export async function trackCounts(
  manager: EntityManager,
  scopes: readonly OfficeScope[],
  personId: string,
  now: Date,
): Promise<TrackCounts[]> {
  if (scopes.length === 0) return [];
  return manager.query<TrackCounts[]>(countsSql, [JSON.stringify(scopes), personId, now]);
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
