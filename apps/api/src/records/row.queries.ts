import type { DraftContact, Outcome } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { CallAccess } from '../access/access.service';
import type { DraftField, Query, QueryTerm } from '@convoke/domain';
import { isKnown } from '../access/known';
import { personName } from '../platform/database/person-name';
import { searchSql, type TermSql, wordsSql } from '../platform/database/search-sql';
import { SqlParams } from '../platform/database/sql-params';
import { editorsKnow } from './list-terms';

/** “Galli + 2” by submission; call it only with those whose authors the viewer may know. */
export async function firstAuthors(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; authors: string }[]>(
    `select id, authors_short as authors from submission where id = any($1) and authors_short <> ''`,
    [ids],
  );
  return new Map(rows.map(({ id, authors }) => [id, authors]));
}

/** What is recommended for the current round of each; `mixed` where people differ. */
export async function recommendedOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Outcome | 'mixed'>> {
  const rows = await manager.query<{ id: string; outcome: Outcome; kinds: number }[]>(
    `select m.submission_id as id, min(m.outcome) as outcome, count(distinct m.outcome)::int as kinds
       from recommendation m
       join submission s on s.id = m.submission_id
       join round r on r.id = m.round_id and r.n = s.current_round
      where m.submission_id = any($1)
        and not exists (select 1 from conflict q where q.submission_id = m.submission_id and q.person_id = m.person_id and q.state = 'blocking')
      group by m.submission_id`,
    [ids],
  );
  return new Map(rows.map(({ id, outcome, kinds }) => [id, kinds > 1 ? 'mixed' : outcome]));
}

interface Choices {
  tracks: { slug: string; name: string }[];
  types: { key: string; name: string }[];
  topics: string[];
}

/** What a list can be filtered by: the viewer's own tracks, the call's types. */
export async function tracksAndTypes(manager: EntityManager, call: CallAccess): Promise<Choices> {
  const { all, trackIds } = call.listScope;
  const [row] = await manager.query<Choices[]>(
    `select (select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.position), '[]')
               from track t where t.call_id = $1 and ($2 or t.id = any($3))) as tracks,
            (select coalesce(json_agg(json_build_object('key', y.key, 'name', y.name) order by y.position), '[]')
               from submission_type y where y.call_id = $1) as types,
            array(select o.name from topic o where o.call_id = $1 order by o.position) as topics`,
    [call.call.id, all, trackIds],
  );
  return row ?? { tracks: [], types: [], topics: [] };
}

/** Drafts of others in the viewer's tracks; those the viewer wrote or is in conflict with are not there. */
const drafts = `submission s
  join track t on t.id = s.track_id
  join submission_type y on y.id = s.type_id
 where s.call_id = $1 and s.state = 'draft' and ($3 or s.track_id = any($4))
   and ${isKnown('s', '$2')}`;

const scope = (call: CallAccess): unknown[] => [
  call.call.id,
  call.viewer.personId,
  call.listScope.all,
  call.listScope.trackIds,
];

export async function countDrafts(manager: EntityManager, call: CallAccess): Promise<number> {
  const [row] = await manager.query<{ n: number }[]>(`select count(*)::int as n from ${drafts}`, scope(call));
  return row?.n ?? 0;
}

/**
 * Whose drafts they are, by name; nothing of what is written in them. Where editors do not know authors, not even that, and no query
 * for a name finds a draft or leaves it out.
 */
export async function draftContacts(
  manager: EntityManager,
  call: CallAccess,
  { query, offset, limit }: { query: Query; offset: number; limit: number },
): Promise<{ rows: DraftContact[]; total: number }> {
  const p = new SqlParams([...scope(call), call.call.anonymity]);
  const asked = query.where ? searchSql(query.where, (term) => draftTerm(p, term)) : 'true';
  const order = 'x.position, x.family_name, x.created_at';
  const rows = await manager.query<(DraftContact & { total: number })[]>(
    `with found as materialized (select * from (
       select s.id, t.name as track, y.name as type, t.position, s.created_at,
              (select lower(p.family_name) from person p where p.id = s.created_by) as family_name,
              case when ${editorsKnow('$5')} then
                (select json_build_object('name', ${personName('p')}, 'address', e.address)
                   from submission_contact c join person p on p.id = c.person_id
                   join person_email e on e.person_id = p.id and e.is_primary
                  where c.submission_id = s.id order by c.added_at, p.id limit 1) end as contact
         from ${drafts}) x where ${asked}),
          page as (select * from found x order by ${order} offset ${p.of(offset)} limit ${p.of(limit)})
     select x.id, x.track, x.type, x.contact, n.total
       from (select count(*)::int as total from found) n left join page x on true order by ${order}`,
    p.values,
  );
  return { rows: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}

function draftTerm(p: SqlParams, { field, value }: QueryTerm): TermSql {
  const [name, address] = [`x.contact->>'name'`, `x.contact->>'address'`];
  const known = 'x.contact is not null';
  switch (field as DraftField | 'words') {
    case 'words':
      return { sql: wordsSql(p, `(${name}) || ' ' || (${address})`, value), known };
    case 'name':
      return { sql: wordsSql(p, `(${name})`, value), known };
    case 'email':
      return { sql: wordsSql(p, `(${address})`, value), known };
    case 'track':
      return { sql: wordsSql(p, 'x.track', value) };
    case 'type':
      return { sql: wordsSql(p, 'x.type', value) };
  }
}
