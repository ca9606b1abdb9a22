import type { AssignmentState, ConflictEvidence, ConflictStateView } from '@convoke/contract';
import type { ConflictKind, ConflictSource } from '@convoke/domain';
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
  total: number;
}

export interface Narrowing {
  sql: string;
  params: unknown[];
}

/** Conflicts of papers that may still be worked on; what of a pair blocks speaks for the pair. */
const pairs = (where: string): string => `
  select c.submission_id, c.person_id, s.number, s.title,
         case when bool_or(c.state = 'blocking') then 'blocking' when bool_or(c.state = 'suggested') then 'suggested'
              else 'dismissed' end as state
    from conflict c join submission s on s.id = c.submission_id
   where s.state <> 'withdrawn' and ${where}
   group by c.submission_id, c.person_id, s.number, s.title`;

const shown = `
  p.submission_id, p.number, p.title, p.person_id, ${personName('q')} as name, q.affiliation, p.state,
  (select a.state from assignment a join round r on r.id = a.round_id join submission s on s.id = a.submission_id and r.n = s.current_round
    where a.submission_id = p.submission_id and a.reviewer_id = p.person_id and not (a.state = 'unassigned' and a.invited_at is null)
    order by a.state in ('proposed', 'invited', 'accepted', 'completed') desc, a.created_at desc limit 1) as assignment,
  (select json_agg(json_build_object('source', c.source, 'kind', c.kind, 'state', c.state, 'reason', c.reason, 'evidence', c.evidence,
            'settledBy', (select ${personName('b')} from person b where b.id = c.settled_by), 'settledReason', c.settled_reason)
            order by c.state = 'blocking' desc, c.source) from conflict c
    where c.submission_id = p.submission_id and c.person_id = p.person_id) as entries`;

/** One page of what stands between papers and people. Those already asked to review come first: there it matters most. */
export function pairRows(
  manager: EntityManager,
  narrow: Narrowing,
  filter: { show: ConflictStateView; q: string; offset: number; limit: number },
): Promise<PairRow[]> {
  const at = narrow.params.length;
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  return manager.query(
    `with pair as (${pairs(narrow.sql)}),
     page as materialized (
       select p.*, count(*) over ()::int as total,
              exists (select 1 from assignment a where a.submission_id = p.submission_id and a.reviewer_id = p.person_id
                         and a.state in ('proposed', 'invited', 'accepted', 'completed')) as pressing
         from pair p join person q on q.id = p.person_id
        where p.state = $${at + 1}
          and ($${at + 2} = '' or ${personName('q')} ilike $${at + 3} or q.affiliation ilike $${at + 3} or '#' || p.number = $${at + 2}
               or p.number::text = $${at + 2} or p.title ilike $${at + 3})
        order by pressing desc, p.number, q.family_name, q.given_name, q.id offset $${at + 4} limit $${at + 5})
     select ${shown}, p.total from page p join person q on q.id = p.person_id
      order by p.pressing desc, p.number, q.family_name, q.given_name, q.id`,
    [...narrow.params, filter.show, filter.q, like, filter.offset, filter.limit],
  );
}

/** All pairs of one submission, what blocks first. */
export function pairsOf(manager: EntityManager, submissionId: string): Promise<PairRow[]> {
  return manager.query(
    `with pair as (${pairs('s.id = $1')})
     select ${shown}, 0 as total from pair p join person q on q.id = p.person_id
      order by array_position(array['blocking', 'suggested', 'dismissed'], p.state), q.family_name, q.given_name, q.id`,
    [submissionId],
  );
}

export interface PairCounts {
  suggested: number;
  blocking: number;
  dismissed: number;
}

export async function pairCounts(manager: EntityManager, narrow: Narrowing): Promise<PairCounts> {
  const [row] = await manager.query<PairCounts[]>(
    `select count(*) filter (where state = 'suggested')::int as suggested, count(*) filter (where state = 'blocking')::int as blocking,
            count(*) filter (where state = 'dismissed')::int as dismissed
       from (${pairs(narrow.sql)}) p`,
    narrow.params,
  );
  return row ?? { suggested: 0, blocking: 0, dismissed: 0 };
}

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

/** Papers with any declaration by their authors, with what the rule about unusual ones asks. */
export function declaredRows(manager: EntityManager, narrow: Narrowing): Promise<DeclaredRow[]> {
  return manager.query(
    `with paper as (select s.id, s.call_id, s.track_id, s.number, s.title, s.topic_ids from submission s
                     where s.state = 'submitted' and ${narrow.sql}),
     declared as (select c.submission_id, c.person_id from conflict c join paper p on p.id = c.submission_id where c.source = 'author'),
     member as (select distinct m.call_id, m.track_id, m.person_id from membership m
                 where m.role = 'reviewer' and m.ends_at is null and m.call_id in (select call_id from paper)),
     fit as (select p.id, t.id as topic_id, t.name, t.position, m.person_id
               from paper p join topic t on t.id = any(p.topic_ids) join topic_interest i on i.topic_id = t.id and i.interest > 0
               join member m on m.person_id = i.person_id and (m.track_id is null or m.track_id = p.track_id)
              where p.id in (select submission_id from declared)),
     of_topic as (
       select f.id, f.name, f.position, count(distinct f.person_id)::int as reviewers, count(distinct d.person_id)::int as declared
         from fit f left join declared d on d.submission_id = f.id and d.person_id = f.person_id
        group by f.id, f.topic_id, f.name, f.position)
     select p.id as submission_id, p.number, p.title, (select count(*)::int from declared d where d.submission_id = p.id) as declared,
            (select count(distinct m.person_id)::int from member m where m.track_id is null or m.track_id = p.track_id) as committee,
            (select coalesce(json_agg(json_build_object('name', o.name, 'reviewers', o.reviewers, 'declared', o.declared) order by o.position), '[]')
               from of_topic o where o.id = p.id) as topics
       from paper p where p.id in (select submission_id from declared) order by p.number`,
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
