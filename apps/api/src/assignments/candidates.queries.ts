import type { AssignmentState } from '@convoke/contract';
import type { CandidateField, QueryNode, QueryTerm, QueryValue } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { isKnown } from '../access/known';
import { peopleBehind } from '../submissions/authorship';
import { personName } from '../platform/database/person-name';
import { numberSql, searchSql, type TermSql, wordsSql } from '../platform/database/search-sql';
import { SqlParams } from '../platform/database/sql-params';
import { live } from './assignments.queries';

export type ConflictSource = 'author' | 'reviewer' | 'machine' | 'chair';

/**
 * SQL: who must not review the submission `$1`, and why: the people behind it as they are now; the rest was declared or found before.
 */
const conflicted = `
  select distinct on (person_id) person_id, kind, source from (
    select behind.person_id, 'same_person' as kind, 'machine' as source, 0 as rank from (${peopleBehind('$1')}) behind
    union all
    select c.person_id, c.kind, c.source, 1 from conflict c where c.submission_id = $1 and c.state = 'blocking'
  ) found order by person_id, rank, source`;

export interface CandidateRow {
  person_id: string;
  name: string;
  affiliation: string;
  shared: string[];
  match: number;
  load: number;
  max_load: number | null;
  bid: number | null;
  conflict_kind: string | null;
  conflict_source: ConflictSource | null;
  assignment_id: string | null;
  assignment_state: AssignmentState | null;
  total: number;
}

const orders = {
  match: 'match desc, bid desc nulls last, load, family_name, given_name',
  load: 'load, match desc, family_name, given_name',
  bid: 'bid desc nulls last, match desc, load, family_name, given_name',
  name: 'family_name, given_name, match desc',
} as const;
export type CandidateOrder = keyof typeof orders;

export interface CandidateFilter {
  /** Who asks: the load is counted over papers that exist for them. */
  viewerId: string;
  submissionId: string;
  where: QueryNode | null;
  sort: CandidateOrder;
  limit: number;
  /** The limit of papers of who has no other. */
  maxLoad: number;
  /** Whether the viewer reads bids: neither order nor query tells of what they do not read. */
  seesBids: boolean;
}

/**
 * The committee members who could review a submission, best first, in one query whatever the size of the committee. People who
 * cannot have it stay in the list with the reason, after those who can.
 */
export function candidateRows(manager: EntityManager, filter: CandidateFilter): Promise<CandidateRow[]> {
  const p = new SqlParams([filter.submissionId, filter.viewerId, filter.limit]);
  const asked = filter.where ? searchSql(filter.where, (term) => termOf(p, term, filter)) : 'true';
  return manager.query(
    `with paper as (select * from submission where id = $1),
          current_round as (select r.id from round r, paper s where r.submission_id = s.id and r.n = s.current_round),
          member as (
            select m.person_id, max(m.max_load) as max_load
              from membership m, paper s
             where m.call_id = s.call_id and m.role = 'reviewer' and m.ends_at is null
               and (m.track_id is null or m.track_id = s.track_id)
             group by m.person_id),
          load as (
            select a.reviewer_id, count(*)::int as papers
              from assignment a join submission o on o.id = a.submission_id, paper s
             where o.call_id = s.call_id and a.state in ${live} and a.reviewer_id in (select person_id from member)
               and ${isKnown('o', '$2')}
             group by a.reviewer_id),
          fit as (
            select i.person_id, sum(i.interest)::int as match,
                   array_agg(t.name order by i.interest desc, t.position) filter (where i.interest > 0) as shared
              from topic_interest i join topic t on t.id = i.topic_id, paper s
             where i.topic_id = any(s.topic_ids) and i.person_id in (select person_id from member)
             group by i.person_id),
          barred as (${conflicted}),
          latest as (
            select distinct on (a.reviewer_id) a.reviewer_id, a.id, a.state
              from assignment a join current_round r on r.id = a.round_id
             where not (a.state = 'unassigned' and a.invited_at is null)
             order by a.reviewer_id, a.state in ${live} desc, a.created_at desc)
     select person_id, name, affiliation, shared, match, load, max_load, bid, conflict_kind, conflict_source,
            assignment_id, assignment_state, count(*) over ()::int as total
       from (select p.id as person_id, ${personName('p')} as name, p.affiliation, p.family_name, p.given_name,
                    coalesce(f.shared, '{}') as shared, coalesce(f.match, 0) as match, coalesce(l.papers, 0) as load,
                    m.max_load, ${filter.seesBids ? 'b.value' : 'null::int'} as bid, x.kind as conflict_kind, x.source as conflict_source,
                    y.id as assignment_id, y.state as assignment_state
               from member m
               join person p on p.id = m.person_id
               left join load l on l.reviewer_id = p.id
               left join fit f on f.person_id = p.id
               left join bid b on b.person_id = p.id and b.submission_id = $1
               left join barred x on x.person_id = p.id
               left join latest y on y.reviewer_id = p.id) x
      where ${asked}
      order by conflict_kind is not null, ${orders[filter.sort]}, person_id
      limit $3`,
    p.values,
  );
}

/** One term of a query, asked of what the row shows. */
function termOf(p: SqlParams, { field, value }: QueryTerm, { maxLoad, seesBids }: CandidateFilter): TermSql {
  switch (field as CandidateField | 'words') {
    case 'words':
      return { sql: wordsSql(p, `x.name || ' ' || x.affiliation`, value) };
    case 'name':
      return { sql: wordsSql(p, 'x.name', value) };
    case 'aff':
      return { sql: wordsSql(p, 'x.affiliation', value) };
    case 'topic':
      return { sql: `exists (select 1 from unnest(x.shared) topic where ${wordsSql(p, 'topic', value)})` };
    case 'load':
      return { sql: numberSql(p, 'x.load', value) };
    case 'bid':
      return seesBids ? { sql: numberSql(p, 'x.bid', value) } : { sql: 'false', known: 'false' };
    case 'is':
      return { sql: isTerm(p, value, maxLoad) };
  }
}

function isTerm(p: SqlParams, value: QueryValue, maxLoad: number): string {
  const on = `coalesce(x.assignment_state in ${live}, false)`;
  const full = () => `(x.load >= coalesce(x.max_load, ${p.of(maxLoad, 'int')}) and not ${on})`;
  const barred = 'x.conflict_kind is not null';
  switch (value.is === 'choice' ? value.choice : '') {
    case 'assigned':
      return on;
    case 'full':
      return full();
    case 'barred':
      return barred;
    default:
      return `(not ${on} and not ${full()} and not (${barred}))`;
  }
}

/** Why one person must not review a submission, read afresh; null = may. */
export async function conflictOf(
  manager: EntityManager,
  submissionId: string,
  personId: string,
): Promise<{ kind: string; source: ConflictSource } | null> {
  const [row] = await manager.query<{ kind: string; source: ConflictSource }[]>(
    `select kind, source from (${conflicted}) barred where person_id = $2`,
    [submissionId, personId],
  );
  return row ?? null;
}

/** Which of the assignments belong to somebody who must not review that paper any more. */
export async function conflictedAssignments(
  manager: EntityManager,
  assignmentIds: readonly string[],
): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `select held.id from assignment held
      where held.id = any($1) and (
        held.reviewer_id in (${peopleBehind('held.submission_id')})
        or exists (select 1 from conflict c
                    where c.submission_id = held.submission_id and c.person_id = held.reviewer_id and c.state = 'blocking'))`,
    [assignmentIds],
  );
  return new Set(rows.map((row) => row.id));
}
