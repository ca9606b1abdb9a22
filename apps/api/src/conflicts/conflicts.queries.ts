import {
  mostPairsCounted,
  type AssignmentState,
  type ConflictEvidence,
  type ConflictStateView,
} from '@convoke/contract';
import { declarationLimits, type ConflictKind, type ConflictSource } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { personName } from '../platform/database/person-name';

export interface EntryRow {
  source: ConflictSource;
  kind: ConflictKind;
  state: ConflictStateView;
  reason: string;
  evidence: ConflictEvidence[];
  settledBy: string | null;
  settledReason: string;
}

export interface PairRow {
  submission_id: string;
  number: number;
  title: string;
  person_id: string;
  name: string;
  affiliation: string;
  state: ConflictStateView;
  assignment: AssignmentState | null;
  entries: EntryRow[];
}

export interface Narrowing {
  sql: string;
  params: unknown[];
}

const states = ['blocking', 'suggested', 'dismissed'] as const satisfies readonly ConflictStateView[];

/**
 * Conflicts `c` of papers `s` that may still be worked on, one for each pair in this state: of what was said of a pair the strongest
 * speaks for it, what blocks before what is suggested before what was dismissed.
 */
function pairsIn(state: ConflictStateView, narrow: Narrowing): string {
  const stronger = states.slice(0, states.indexOf(state)).map((one) => `'${one}'`);
  const before = [
    ...(stronger.length > 0 ? [`o.state in (${stronger.join()})`] : []),
    `(o.state = c.state and o.source < c.source)`,
  ];
  return `s.state <> 'withdrawn' and ${narrow.sql} and c.state = '${state}' and not exists (
      select 1 from conflict o where o.submission_id = c.submission_id and o.person_id = c.person_id and (${before.join(' or ')}))`;
}

const shown = `
  p.submission_id, p.number, p.title, p.person_id, ${personName('q')} as name, q.affiliation, p.state,
  (select a.state from assignment a join round r on r.id = a.round_id join submission s on s.id = a.submission_id and r.n = s.current_round
    where a.submission_id = p.submission_id and a.reviewer_id = p.person_id and not (a.state = 'unassigned' and a.invited_at is null)
    order by a.state in ('proposed', 'invited', 'accepted', 'completed') desc, a.created_at desc limit 1) as assignment,
  (select json_agg(json_build_object('source', c.source, 'kind', c.kind, 'state', c.state, 'reason', c.reason, 'evidence', c.evidence,
            'settledBy', (select ${personName('b')} from person b where b.id = c.settled_by), 'settledReason', c.settled_reason)
            order by c.state = 'blocking' desc, c.source) from conflict c
    where c.submission_id = p.submission_id and c.person_id = p.person_id) as entries`;

/** Whom somebody means who types this: a person by name or affiliation, a paper by number or title. */
function foundBy(typed: string, narrow: Narrowing): Narrowing {
  if (typed === '') return { sql: '', params: narrow.params };
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
  const [exact, part] = [`$${narrow.params.length + 1}::text`, `$${narrow.params.length + 2}::text`];
  return {
    sql: `and (s.number::text = ltrim(${exact}, '#') or s.title ilike ${part}
               or c.person_id in (select f.id from person f where ${personName('f')} ilike ${part} or f.affiliation ilike ${part}))`,
    params: [...narrow.params, typed, like],
  };
}

/**
 * One page of what stands between papers and people. Those already asked to review come first: there it matters most. Papers are
 * gone through in their order no further than the page reaches, because a large committee has a pair for nearly every colleague.
 */
export function pairRows(
  manager: EntityManager,
  narrow: Narrowing,
  filter: { show: ConflictStateView; q: string; offset: number; limit: number },
): Promise<PairRow[]> {
  const found = foundBy(filter.q, narrow);
  const where = `${pairsIn(filter.show, narrow)} ${found.sql}`;
  const order = (pair: string) => `${pair}.number, q.family_name, q.given_name, q.id`;
  return manager.query(
    `with pressing as materialized (
       select distinct c.submission_id, c.person_id, s.number, s.title
         from assignment a join submission s on s.id = a.submission_id
         join conflict c on c.submission_id = a.submission_id and c.person_id = a.reviewer_id
        where a.state in ('proposed', 'invited', 'accepted', 'completed') and ${where}),
     page as materialized (
       select p.submission_id, p.person_id, p.number, p.title, p.pressing, '${filter.show}' as state
         from (select *, true as pressing from pressing
               union all
               (select c.submission_id, c.person_id, s.number, s.title, false
                  from submission s join conflict c on c.submission_id = s.id join person q on q.id = c.person_id
                 where ${where} and not exists (select 1 from pressing p where p.submission_id = c.submission_id and p.person_id = c.person_id)
                 order by ${order('s')} limit ${Number(filter.offset + filter.limit)})) p
         join person q on q.id = p.person_id
        order by p.pressing desc, ${order('p')} offset ${Number(filter.offset)} limit ${Number(filter.limit)})
     select ${shown} from page p join person q on q.id = p.person_id order by p.pressing desc, ${order('p')}`,
    found.params,
  );
}

/** All pairs of one submission, what blocks first. */
export function pairsOf(manager: EntityManager, submissionId: string): Promise<PairRow[]> {
  return manager.query(
    `with pair as (
       select c.submission_id, c.person_id, s.number, s.title,
              (array['blocking', 'suggested', 'dismissed'])[min(array_position(array['blocking', 'suggested', 'dismissed'], c.state))] as state
         from conflict c join submission s on s.id = c.submission_id
        where s.state <> 'withdrawn' and s.id = $1
        group by c.submission_id, c.person_id, s.number, s.title)
     select ${shown} from pair p join person q on q.id = p.person_id
      order by array_position(array['blocking', 'suggested', 'dismissed'], p.state), q.family_name, q.given_name, q.id`,
    [submissionId],
  );
}

export type PairCounts = Record<ConflictStateView, number>;

/** How many pairs there are in each state; `mostPairsCounted + 1` stands for more. */
export async function pairCounts(manager: EntityManager, narrow: Narrowing): Promise<PairCounts> {
  const counts = states.map((state) => `${counted(pairsIn(state, narrow))} as ${state}`);
  const [row] = await manager.query<PairCounts[]>(`select ${counts.join(', ')}`, narrow.params);
  return row ?? { suggested: 0, blocking: 0, dismissed: 0 };
}

/** How many pairs in this state what somebody typed finds; `mostPairsCounted + 1` stands for more. */
export async function foundPairs(
  manager: EntityManager,
  narrow: Narrowing,
  show: ConflictStateView,
  typed: string,
): Promise<number> {
  const found = foundBy(typed, narrow);
  const [row] = await manager.query<{ n: number }[]>(
    `select ${counted(`${pairsIn(show, narrow)} ${found.sql}`)} as n`,
    found.params,
  );
  return row?.n ?? 0;
}

const counted = (where: string): string =>
  `(select count(*)::int from (select from submission s join conflict c on c.submission_id = s.id where ${where} limit ${mostPairsCounted + 1}) counted)`;

export interface LateRow {
  assignment_id: string;
  submission_id: string;
  number: number;
  title: string;
  person_id: string;
  name: string;
  source: ConflictSource | null;
  review: 'none' | 'draft' | 'withheld';
  ended_at: Date;
}

/** Reviewers whose begun work a conflict ended in a round that still runs, until a chair puts them aside. */
export function lateRows(manager: EntityManager, narrow: Narrowing): Promise<LateRow[]> {
  return manager.query(
    `select a.id as assignment_id, s.id as submission_id, s.number, s.title, p.id as person_id, ${personName('p')} as name, a.ended_at,
            case when v.state = 'withheld' then 'withheld' when v.id is not null then 'draft' else 'none' end as review,
            (select c.source from conflict c where c.submission_id = s.id and c.person_id = p.id and c.state = 'blocking'
              order by c.created_at desc limit 1) as source
       from assignment a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id and r.n = s.current_round
       join person p on p.id = a.reviewer_id
       left join review v on v.assignment_id = a.id
      where ${lateTerm('a')} and ${narrow.sql}
      order by a.ended_at desc, s.number, name`,
    narrow.params,
  );
}

/** SQL condition: a conflict ended this assignment, and nobody has put that aside yet. */
export function lateTerm(alias: string): string {
  return `${alias}.state = 'revoked_conflict' and ${alias}.revocation_seen_at is null and ${alias}.revoked_from in ('invited', 'accepted', 'completed')`;
}

export interface DeclaredRow {
  submission_id: string;
  number: number;
  title: string;
  declared: number;
  committee: number;
  topics: { name: string; reviewers: number; declared: number }[];
}

/**
 * Papers whose authors declared more conflicts than the limits of `declarationFlags`, or everybody there is for a topic: those topics
 * alone are told. Who there is for a topic is counted once per track, not once per paper.
 */
export function declaredRows(manager: EntityManager, narrow: Narrowing): Promise<DeclaredRow[]> {
  const { few, many, share } = declarationLimits;
  return manager.query(
    `with declared as materialized (
       select s.id, s.call_id, s.track_id, s.topic_ids, c.person_id
         from submission s join conflict c on c.submission_id = s.id and c.source = 'author'
        where s.state = 'submitted' and ${narrow.sql}),
     place as (select distinct call_id, track_id from declared),
     member as materialized (
       select distinct p.track_id, m.person_id
         from place p join membership m on m.call_id = p.call_id and (m.track_id is null or m.track_id = p.track_id)
        where m.role = 'reviewer' and m.ends_at is null),
     committee as (select track_id, count(*)::int as n from member group by track_id),
     audience as (
       select m.track_id, i.topic_id, count(*)::int as n
         from member m join topic_interest i on i.person_id = m.person_id and i.interest > 0 group by m.track_id, i.topic_id),
     barred as (
       select d.id, d.track_id, i.topic_id, count(*)::int as n
         from declared d join topic_interest i on i.person_id = d.person_id and i.interest > 0 and i.topic_id = any(d.topic_ids)
         join member m on m.person_id = d.person_id and m.track_id = d.track_id
        group by d.id, d.track_id, i.topic_id),
     of_paper as (
       select b.id, json_agg(json_build_object('name', t.name, 'reviewers', a.n, 'declared', b.n) order by t.position) as topics
         from barred b join topic t on t.id = b.topic_id join audience a on a.topic_id = b.topic_id and a.track_id = b.track_id
        where b.n = a.n group by b.id)
     select s.id as submission_id, s.number, s.title, d.n as declared, coalesce(k.n, 0) as committee, coalesce(p.topics, '[]') as topics
       from (select id, track_id, count(*)::int as n from declared group by id, track_id) d
       join submission s on s.id = d.id
       left join committee k on k.track_id = d.track_id
       left join of_paper p on p.id = d.id
      where d.n > ${many} or (d.n > ${few} and d.n > ${share} * k.n) or p.id is not null
      order by s.number`,
    narrow.params,
  );
}

export interface OwnRow {
  id: string;
  submission_id: string;
  call_slug: string;
  call_name: string;
  number: number;
  kind: ConflictKind;
  state: ConflictStateView;
  reason: string;
  created_at: Date;
  was_assigned: boolean;
}

/** What somebody declared of themselves; nothing of the papers but their number. */
export function ownRows(manager: EntityManager, personId: string): Promise<OwnRow[]> {
  return manager.query(
    `select c.id, c.submission_id, k.slug as call_slug, k.name as call_name, s.number, c.kind, c.state, c.reason, c.created_at,
            exists (select 1 from assignment a where a.submission_id = s.id and a.reviewer_id = $1 and a.invited_at is not null) as was_assigned
       from conflict c join submission s on s.id = c.submission_id join call k on k.id = s.call_id
      where c.person_id = $1 and c.source = 'reviewer' and s.number is not null
      order by c.created_at desc, s.number`,
    [personId],
  );
}
