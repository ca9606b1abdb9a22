import type { EntityManager } from 'typeorm';
import type {
  Anonymity,
  AssignmentState,
  CallKind,
  CallSettings,
  CallState,
  DeadlineRow,
  DecisionState,
  Membership,
  RoundFacts,
  RoundState,
  SubmissionState,
  TalkState,
  Terms,
  TypeAnonymity,
  VersionKind,
} from '@convoke/domain';

/** The columns of a call that everybody needs who works in it. */
export interface CallRow {
  id: string;
  slug: string;
  kind: CallKind;
  journalId: string | null;
  name: string;
  timeZone: string;
  anonymity: Anonymity;
  /** Its own, and those of its types that differ. */
  anonymities: TypeAnonymity[];
  state: CallState;
  settings: Partial<CallSettings>;
  version: number;
  /** The number of the terms of today: whoever writes something in this call keeps it on the row. */
  terms: number;
  former: Terms[];
  deadlines: DeadlineRow[];
  memberships: Membership[];
  handles: boolean;
  standsIn: boolean;
}

/** The submission's own columns: nothing here says who wrote it. */
export interface SubmissionRow {
  id: string;
  callId: string;
  trackId: string;
  typeId: string;
  number: number | null;
  state: SubmissionState;
  stage: VersionKind | null;
  currentRound: number;
  handlerId: string | null;
  version: number;
  terms: number;
}

export interface RoundRow {
  id: string;
  n: number;
  state: RoundState;
  version: number;
}

/** One row of the facts statement: a submission, its current round, and what the viewer is to them. */
export interface FactsRow extends SubmissionRow {
  anonymity: TypeAnonymity | null;
  awaitsRevision: boolean;
  author: 'contact' | 'listed' | null;
  conflicted: boolean;
  standsIn: boolean;
  round: RoundRow | null;
  assignment: AssignmentState | null;
  reviewDue: Date | null;
  reviewSubmitted: boolean;
  hasReview: boolean;
  reviewedEarlier: boolean;
  decision: DecisionState;
  discussion: TalkState;
  response: TalkState;
}

/** SQL: the live offices of a person that count in the call `c` at the instant `$2`. */
function membershipsOf(person: string): string {
  return `(select coalesce(json_agg(json_build_object('role', m.role, 'callId', m.call_id, 'trackId', m.track_id)), '[]')
     from membership m
    where m.person_id = ${person} and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
      and (m.call_id = c.id or m.journal_id = c.journal_id
           or (c.journal_id is not null and m.role = 'guest_editor'
               and m.call_id in (select o.id from call o where o.journal_id = c.journal_id))))`;
}

/** SQL condition: every programme chair or editor-in-chief wrote the submission or is in conflict with it. */
const noHead = (s: string): string => `not exists (
  select 1 from membership h join call hc on hc.id = ${s}.call_id
   where h.ends_at is null
     and ((h.call_id = hc.id and h.role = 'chair') or (h.journal_id = hc.journal_id and h.role = 'editor_in_chief' and hc.kind = 'special_issue'))
     and not exists (select 1 from submission_contact b where b.submission_id = ${s}.id and b.person_id = h.person_id)
     and not exists (select 1 from submission_author b where b.submission_id = ${s}.id and b.person_id = h.person_id)
     and not exists (select 1 from conflict b where b.submission_id = ${s}.id and b.person_id = h.person_id and b.state = 'blocking'))`;

/** SQL condition: the row is by somebody without conflict; what others wrote before theirs was found counts no more. */
const isFree = (row: string): string => `not exists (
  select 1 from conflict q where q.submission_id = ${row}.submission_id and q.person_id = ${row}.person_id and q.state = 'blocking')`;

const callSql = `
select c.id, c.slug, c.kind, c.journal_id as "journalId", c.name, c.time_zone as "timeZone", c.anonymity, c.state, c.settings, c.version, c.terms,
  array(select distinct coalesce(y.anonymity, c.anonymity) from submission_type y where y.call_id = c.id) || c.anonymity as anonymities,
  (select coalesce(json_agg(json_build_object('n', e.n, 'anonymity', e.anonymity, 'types', e.types, 'visibility', e.visibility)), '[]')
     from call_terms e where e.call_id = c.id) as former,
  (select coalesce(json_agg(json_build_object('kind', d.kind, 'wallTime', d.wall_time, 'zone', d.zone, 'closesAt', d.closes_at,
            'trackId', d.track_id, 'submissionTypeId', d.submission_type_id, 'submissionId', d.submission_id, 'personId', d.person_id,
            'setAt', d.created_at)), '[]')
     from deadline d where d.call_id = c.id and d.superseded_at is null) as deadlines,
  ${membershipsOf('$1')} as memberships,
  exists (select 1 from submission n where n.call_id = c.id and n.handler_id = $1) as handles,
  exists (select 1 from submission n where n.call_id = c.id and n.handler_id = $1 and ${noHead('n')}) as "standsIn"
  from call c`;

/** A call with its dates in force and the viewer's live offices in it, or null. */
export async function loadCall(
  manager: EntityManager,
  personId: string | null,
  now: Date,
  by: { slug: string } | { id: string },
): Promise<CallRow | null> {
  const [row] = await manager.query<CallRow[]>(`${callSql} where ${'slug' in by ? 'c.slug' : 'c.id'} = $3`, [
    personId,
    now,
    'slug' in by ? by.slug : by.id,
  ]);
  return row ? withInstants(row) : null;
}

/** Several calls in one statement, in no order. */
export async function loadCalls(
  manager: EntityManager,
  personId: string | null,
  now: Date,
  ids: readonly string[],
): Promise<CallRow[]> {
  const rows = await manager.query<CallRow[]>(`${callSql} where c.id = any($3)`, [personId, now, ids]);
  return rows.map(withInstants);
}

function withInstants(row: CallRow): CallRow {
  const deadlines = row.deadlines.map((deadline) => ({
    ...deadline,
    closesAt: deadline.closesAt ? instant(deadline.closesAt) : null,
    setAt: instant(deadline.setAt),
  }));
  return { ...row, deadlines };
}

/** How far the discussion of a round `r`, and its authors' response, have come. */
const talkSql = `
  case when r.discussion_opened_at is null then 'unopened' when r.discussion_closed_at is null then 'open' else 'closed' end as discussion,
  case when r.response_opened_at is null then 'unopened' when r.response_closed_at is null then 'open' else 'closed' end as response`;

/** SQL: what `person` is to the submissions of `from`. */
const factsFor = (person: string, from: string): string => `
select s.id, s.call_id as "callId", s.track_id as "trackId", s.type_id as "typeId", s.number, s.state, s.stage,
  s.current_round as "currentRound", s.handler_id as "handlerId", s.version, s.terms, y.anonymity,
  case when exists (select 1 from submission_contact c where c.submission_id = s.id and c.person_id = ${person}) then 'contact'
       when exists (select 1 from submission_author u where u.submission_id = s.id and u.person_id = ${person}) then 'listed' end as author,
  exists (select 1 from conflict c where c.submission_id = s.id and c.person_id = ${person} and c.state = 'blocking') as conflicted,
  case when s.handler_id = ${person} then ${noHead('s')} else false end as "standsIn",
  case when r.id is not null then json_build_object('id', r.id, 'n', r.n, 'state', r.state, 'version', r.version) end as round,
  a.state as assignment, a.due_at as "reviewDue", coalesce(v.state = 'submitted', false) as "reviewSubmitted", v.id is not null as "hasReview",
  s.current_round > 1 and exists (select 1 from review e join round er on er.id = e.round_id
     where e.submission_id = s.id and e.reviewer_id = ${person} and er.n < s.current_round and e.submitted_n > 0) as "reviewedEarlier",
  coalesce(d.state, case when exists (select 1 from recommendation m where m.round_id = r.id and ${isFree('m')}) then 'recommended' else 'none' end) as decision,${talkSql},
  exists (select 1 from decision x where x.submission_id = s.id and x.state = 'released'
     and x.outcome in ('minor_revision', 'major_revision')
     and not exists (select 1 from decision y where y.submission_id = s.id and y.released_at > x.released_at)
     and not exists (select 1 from submission_version w where w.submission_id = s.id and w.kind = 'revision'
                      and w.submitted_at > x.released_at)) as "awaitsRevision"
  from ${from}
  join submission_type y on y.id = s.type_id
  left join round r on r.submission_id = s.id and r.n = s.current_round
  left join lateral (select a.state, a.due_at from assignment a where a.round_id = r.id and a.reviewer_id = ${person}
     order by a.state in ('proposed', 'invited', 'accepted', 'completed') desc, a.created_at desc limit 1) a on true
  left join review v on v.round_id = r.id and v.reviewer_id = ${person}
  left join decision d on d.round_id = r.id`;

const factsSql = factsFor('$1', 'submission s');

/** Facts about some submissions for one viewer, in one statement whatever their number. */
export async function loadFacts(
  manager: EntityManager,
  personId: string | null,
  ids: readonly string[],
): Promise<FactsRow[]> {
  return manager.query<FactsRow[]>(`${factsSql} where s.id = any($2)`, [personId, ids]);
}

/** A person as the rules ask about them, beside what they are to a submission. */
export interface PersonFactsRow extends FactsRow {
  personId: string;
  isAdmin: boolean;
  verified: boolean;
  memberships: Membership[];
}

const peopleSql = `
select f.*, who.id as "personId", who.is_admin as "isAdmin", ${membershipsOf('who.id')} as memberships,
  exists (select 1 from person_email e where e.person_id = who.id and e.verified_at is not null) as verified
  from person who
  cross join lateral (${factsFor('who.id', 'submission s')} where s.id = $1) f
  join call c on c.id = f."callId"
 where who.id = any($3) and who.merged_into is null`;

/** What each of these people is to one submission, in one statement whatever their number. */
export async function loadFactsOfPeople(
  manager: EntityManager,
  id: string,
  now: Date,
  personIds: readonly string[],
): Promise<PersonFactsRow[]> {
  return manager.query<PersonFactsRow[]>(peopleSql, [id, now, personIds]);
}

const roundsSql = `
select r.submission_id as "submissionId", json_build_object('id', r.id, 'n', r.n, 'state', r.state, 'version', r.version) as round,
  a.state as assignment, a.due_at as "reviewDue", coalesce(v.state = 'submitted', false) as "reviewSubmitted", v.id is not null as "hasReview",
  r.n > 1 and exists (select 1 from review e join round er on er.id = e.round_id
     where e.submission_id = r.submission_id and e.reviewer_id = $1 and er.n < r.n and e.submitted_n > 0) as "reviewedEarlier",
  coalesce(d.state, case when exists (select 1 from recommendation m where m.round_id = r.id and ${isFree('m')}) then 'recommended' else 'none' end) as decision,${talkSql}
  from round r
  left join lateral (select a.state, a.due_at from assignment a where a.round_id = r.id and a.reviewer_id = $1
     order by a.state in ('proposed', 'invited', 'accepted', 'completed') desc, a.created_at desc limit 1) a on true
  left join review v on v.round_id = r.id and v.reviewer_id = $1
  left join decision d on d.round_id = r.id
 where r.submission_id = any($2) order by r.submission_id, r.n`;

/** What a viewer is in one round. */
export interface RoundFactsRow extends Omit<RoundFacts, 'n' | 'state'> {
  submissionId: string;
  round: RoundRow;
}

/** All rounds of some submissions with what the viewer is in each, the first round first. */
export async function loadRounds(
  manager: EntityManager,
  personId: string | null,
  ids: readonly string[],
): Promise<RoundFactsRow[]> {
  return manager.query<RoundFactsRow[]>(roundsSql, [personId, ids]);
}

export type SubmissionRef = { id: string } | { file: string } | { call: string; number: number };

/** The condition that finds a submission `s`, with its parameters from `$first` on. */
function found(ref: SubmissionRef, first: number): { sql: string; params: unknown[] } {
  if ('id' in ref) return { sql: `s.id = $${first}`, params: [ref.id] };
  if ('file' in ref)
    return { sql: `s.id = (select n.submission_id from submission_file n where n.id = $${first})`, params: [ref.file] };
  const call = `(select n.id from call n where n.slug = $${first})`;
  return { sql: `s.call_id = ${call} and s.number = $${first + 1}`, params: [ref.call, ref.number] };
}

/** Facts about one submission together with its call, in one statement; null when there is none. */
export async function loadFactsWithCall(
  manager: EntityManager,
  personId: string | null,
  now: Date,
  ref: SubmissionRef,
): Promise<(FactsRow & { call: CallRow }) | null> {
  const { sql, params } = found(ref, 3);
  const [row] = await manager.query<(FactsRow & { call: CallRow })[]>(
    `select f.*, row_to_json(k) as call from (${factsSql} where ${sql}) f
       cross join lateral (${callSql} where c.id = f."callId") k`,
    [personId, now, ...params],
  );
  return row ? { ...row, call: withInstants(row.call) } : null;
}

/** Holds the submission until the end of the transaction: who changes its state decides on what stands. */
export async function lockSubmission(manager: EntityManager, ref: SubmissionRef): Promise<void> {
  const { sql, params } = found(ref, 1);
  await manager.query(`select 1 from submission s where ${sql} for update of s`, params);
}

/** JSON carries instants as text. */
function instant(value: Date | string): Date {
  return new Date(value);
}
