import type { CommitteePart, CommitteeQuery } from '@convoke/contract';
import { type CommitteeField, type QuerySort, type QueryTerm, type QueryValue } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { numberSql, searchSql, wordsSql } from '../platform/database/search-sql';
import { SqlParams } from '../platform/database/sql-params';
import { peopleSql, type PersonRow } from './committee.queries';

/** Whose list: of which call, as whom, when. */
export interface CommitteeList {
  callId: string;
  viewerId: string;
  now: Date;
}

/**
 * One page of the people of a call, and how many a query finds. It asks nothing but what the rows show, so that it finds nobody by
 * what the viewer does not read.
 */
export async function pagePeople(
  manager: EntityManager,
  list: CommitteeList,
  { part, query }: CommitteeQuery,
  offset: number,
  limit: number,
): Promise<{ rows: PersonRow[]; total: number }> {
  const p = new SqlParams([list.callId, list.viewerId, list.now]);
  const asked = [parts[part], ...(query.where ? [searchSql(query.where, (term) => ({ sql: termOf(p, term) }))] : [])];
  const rows = await manager.query<(PersonRow & { total: number })[]>(
    `with found as materialized (select * from (${peopleSql}) x where ${asked.join(' and ')}),
          page as (select * from found x order by ${orderOf(query.sort)} offset ${p.of(offset)} limit ${p.of(limit)})
     select x.*, n.total from (select count(*)::int as total from found) n left join page x on true order by ${orderOf(query.sort)}`,
    p.values,
  );
  return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}

/** How many people each part of the list has. */
export async function countPeople(
  manager: EntityManager,
  { callId, viewerId, now }: CommitteeList,
): Promise<Record<CommitteePart, number>> {
  const counts = Object.entries(parts).map(([part, sql]) => `count(*) filter (where ${sql})::int as ${part}`);
  const [row] = await manager.query<Record<CommitteePart, number>[]>(
    `select ${counts.join(', ')} from (${peopleSql}) x`,
    [callId, viewerId, now],
  );
  return row ?? { all: 0, chairs: 0, reviewers: 0, pending: 0, declined: 0 };
}

const parts: Readonly<Record<CommitteePart, string>> = {
  all: `x.state <> 'withdrawn'`,
  chairs: `x.state = 'active' and x.role <> 'reviewer'`,
  reviewers: `x.state = 'active' and x.role = 'reviewer'`,
  pending: `x.state in ('pending', 'expired')`,
  declined: `x.state = 'declined'`,
};

function termOf(p: SqlParams, { field, value }: QueryTerm): string {
  switch (field as CommitteeField | 'words') {
    case 'words':
      return wordsSql(p, `x.name || ' ' || x.affiliation || ' ' || x.address`, value);
    case 'name':
      return wordsSql(p, 'x.name', value);
    case 'aff':
      return wordsSql(p, 'x.affiliation', value);
    case 'email':
      return wordsSql(p, 'x.address', value);
    case 'topic':
      return `exists (select 1 from unnest(x.topics) topic where ${wordsSql(p, 'topic', value)})`;
    case 'track':
      return wordsSql(p, `coalesce(x.track_name, '')`, value);
    case 'role':
      return `x.role = ${p.of(roles[choiceOf(value)] ?? choiceOf(value))}`;
    case 'status':
      return `x.state = ${p.of(choiceOf(value))}`;
    case 'load':
      return numberSql(p, 'x.load', value);
    case 'has':
      return has[choiceOf(value)] ?? 'false';
  }
}

const roles: Readonly<Record<string, string>> = { 'co-chair': 'track_chair', 'guest-editor': 'guest_editor' };
const has: Readonly<Record<string, string>> = {
  papers: 'x.load > 0',
  topics: 'cardinality(x.topics) > 0',
  limit: 'x.max_load is not null',
};

function orderOf(sort: QuerySort | null): string {
  const dir = sort?.descending ? 'desc' : 'asc';
  const names = 'x.family_name, x.name, x.id';
  switch (sort?.key) {
    case 'role':
      return `array_position(array['chair', 'guest_editor', 'track_chair', 'reviewer'], x.role) ${dir}, x.track_name nulls first, ${names}`;
    case 'load':
      return `x.load ${dir} nulls last, ${names}`;
    case 'status':
      return `array_position(array['active', 'pending', 'expired', 'declined'], x.state) ${dir}, ${names}`;
    default:
      return `x.family_name ${dir}, x.name ${dir}, x.id`;
  }
}

const choiceOf = (value: QueryValue): string => (value.is === 'choice' ? value.choice : '');
