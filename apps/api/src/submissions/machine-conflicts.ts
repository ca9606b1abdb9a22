import type { Tx } from '../platform/unit-of-work';
import { peopleBehind } from './authorship';

export interface FoundConflict {
  personId: string;
  kind: 'same_person' | 'institution' | 'domain';
  state: 'blocking' | 'suggested';
}

/** Mail providers that say nothing about where somebody works. */
const publicProviders = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'web.de',
  'libero.it',
  'proton.me',
  'protonmail.com',
  'qq.com',
  '163.com',
  'example.org',
  'example.com',
  'example.net',
];

/**
 * Committee members who are an author (blocking), or share an affiliation or a mail domain with one (a suggestion for the chair).
 * Who is an author is asked as everywhere: see `peopleBehind`.
 */
export async function machineConflicts(tx: Tx, submissionId: string): Promise<FoundConflict[]> {
  return tx.manager.query<FoundConflict[]>(
    `with author as (
       select lower(trim(a.affiliation)) as affiliation, lower(split_part(a.address::text, '@', 2)) as domain
         from submission_author a where a.submission_id = $1
     ), member as (
       select distinct m.person_id from membership m
         join submission s on s.id = $1 join call c on c.id = s.call_id
        where (m.call_id = c.id or m.journal_id = c.journal_id) and (m.ends_at is null or m.ends_at > $2)
     ), pair as (
       select m.person_id,
              m.person_id in (${peopleBehind('$1')}) as same,
              bool_or(a.affiliation <> '' and a.affiliation = lower(trim(p.affiliation))) as institution,
              bool_or(a.domain <> '' and a.domain <> all($3) and a.domain = lower(split_part(e.address::text, '@', 2))) as domain
         from member m join person p on p.id = m.person_id left join person_email e on e.person_id = m.person_id left join author a on true
        group by m.person_id
     )
     select person_id as "personId",
            case when same then 'same_person' when institution then 'institution' else 'domain' end as kind,
            case when same then 'blocking' else 'suggested' end as state
       from pair where same or institution or domain`,
    [submissionId, tx.now, publicProviders],
  );
}
