import type { EntityManager } from 'typeorm';
import { peopleBehind } from '../submissions/authorship';
import { personName } from '../platform/database/person-name';

/** Somebody by whose office, or by name, a submission is handled, and whether a conflict keeps them from it. */
export interface OfficerRow {
  submission_id: string;
  person_id: string;
  /** Co-chairs and guest editors handle; heads decide; `named` is the one of record; the substitute steps in last. */
  part: 'named' | 'handler' | 'head' | 'substitute';
  barred: boolean;
  name: string;
  address: string;
  locale: string;
}

/** Everybody who handles, or could handle, each of the submissions: the first in the order of the call's own page first. */
export function officerRows(
  manager: EntityManager,
  submissionIds: readonly string[],
  now: Date,
): Promise<OfficerRow[]> {
  return manager.query(
    `with paper as (
       select s.id, s.call_id, s.track_id, s.handler_id, c.journal_id, c.kind, c.substitute_id
         from submission s join call c on c.id = s.call_id where s.id = any($1)),
     officer as (
       select p.id as submission_id, m.person_id, m.position,
              case when m.role in ('chair', 'editor_in_chief') then 'head' else 'handler' end as part
         from paper p
         join membership m on m.call_id = p.call_id or (m.journal_id = p.journal_id and m.role = 'editor_in_chief')
        where m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
          and case m.role when 'chair' then true
                when 'track_chair' then m.track_id is null or m.track_id = p.track_id
                when 'reviewer' then false
                else p.kind = 'special_issue' end
       union select id, handler_id, 0, 'named' from paper where handler_id is not null
       union select id, substitute_id, 0, 'substitute' from paper where substitute_id is not null)
     select o.submission_id, o.person_id, o.part, ${personName('p')} as name, coalesce(e.address, '') as address, p.locale,
            o.person_id in (${peopleBehind('o.submission_id')})
            or exists (select 1 from conflict x where x.submission_id = o.submission_id and x.person_id = o.person_id
                         and x.state = 'blocking') as barred
       from officer o
       join person p on p.id = o.person_id
       left join person_email e on e.person_id = p.id and e.is_primary
      order by o.position, p.family_name, p.given_name, p.id`,
    [submissionIds, now],
  );
}

/** Who has to be told about a paper: the one named for it, else its co-chairs, else its heads; nobody in conflict. */
export function handlersAmong(officers: readonly OfficerRow[]): OfficerRow[] {
  const free = officers.filter(({ barred }) => !barred);
  for (const part of ['named', 'handler', 'head'] as const) {
    const found = free.filter((one) => one.part === part);
    if (found.length > 0) return found;
  }
  return [];
}
