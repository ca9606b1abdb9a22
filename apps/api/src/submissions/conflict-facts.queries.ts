import type { ConflictPaper, ConflictPerson } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { personName } from '../platform/database/person-name';
import { submittedAuthors } from './authorship';

/** How long having written together counts. */
const coAuthorYears = 3;

const relations = (person: string): string => `(
  select coalesce(json_agg(json_build_object('kind', r.kind, 'name', r.name, 'affiliation', r.affiliation, 'address', r.address)
                           order by r.position), '[]') from person_relation r where r.person_id = ${person})`;

/** Everybody who may come near a paper of a call: the holders of its offices, its substitute, and who reviews from outside. */
export async function committeeIds(manager: EntityManager, callId: string, now: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select m.person_id as id from membership m join call c on c.id = $1
      where (m.call_id = c.id or m.journal_id = c.journal_id) and (m.ends_at is null or m.ends_at > $2)
     union
     select a.reviewer_id from assignment a join submission s on s.id = a.submission_id
      where s.call_id = $1 and a.state in ('proposed', 'invited', 'accepted', 'completed')
     union
     select c.substitute_id from call c where c.id = $1 and c.substitute_id is not null`,
    [callId, now],
  );
  return rows.map(({ id }) => id);
}

/** What the rule compares of people: names, every address they claim, institutions, profiles, and whom they wrote with. */
export async function conflictPeople(
  manager: EntityManager,
  personIds: readonly string[],
  now: Date,
): Promise<ConflictPerson[]> {
  const people = await manager.query<Omit<ConflictPerson, 'coAuthors'>[]>(
    `select p.id as "personId", ${personName('p')} as name, ${relations('p.id')} as relations,
            array(select e.address::text from person_email e where e.person_id = p.id) as addresses,
            array(select p.affiliation where p.affiliation <> ''
                  union select m.display_affiliation from membership m
                         where m.person_id = p.id and m.display_affiliation <> '') as affiliations
       from person p where p.id = any($1)`,
    [personIds],
  );
  const written = Map.groupBy(await coAuthors(manager, personIds, now), ({ memberId }) => memberId);
  return people.map((person) => ({ ...person, coAuthors: written.get(person.personId) ?? [] }));
}

interface CoAuthorRow {
  memberId: string;
  personId: string | null;
  address: string;
  where: string;
}

/** Who wrote with these people in any call of the house, in the last years; withdrawn papers prove nothing. */
function coAuthors(manager: EntityManager, personIds: readonly string[], now: Date): Promise<CoAuthorRow[]> {
  return manager.query<CoAuthorRow[]>(
    `select distinct mine.person_id as "memberId", other.person_id as "personId", other.address::text as address, c.name as "where"
       from submission_author mine
       join submission s on s.id = mine.submission_id and s.state not in ('draft', 'withdrawn')
        and s.submitted_at > $2::timestamptz - make_interval(years => $3)
       join call c on c.id = s.call_id
       join submission_author other on other.submission_id = s.id and other.id <> mine.id
        and other.person_id is distinct from mine.person_id
      where mine.person_id = any($1)`,
    [personIds, now, coAuthorYears],
  );
}

/** The author's side of submissions: both lists, the one that was submitted and the one being written. */
export async function conflictPapers(
  manager: EntityManager,
  submissionIds: readonly string[],
): Promise<Map<string, ConflictPaper>> {
  const listed = (authors: string): string => `(
     select coalesce(json_agg(json_build_object('personId', a.person_id, 'name', a.name, 'address', a.address,
               'affiliation', a.affiliation, 'relations', ${relations('a.person_id')})), '[]') from (${authors}) a)`;
  const rows = await manager.query<(ConflictPaper & { id: string })[]>(
    `select s.id, array(select c.person_id from submission_contact c where c.submission_id = s.id) as "contactIds",
       ${listed(`select w.person_id, ${personName('f')} as name, coalesce(f.address::text, '') as address, coalesce(f.affiliation, '') as affiliation
                   from (${submittedAuthors('s.id')}) f
                   left join submission_author w on w.submission_id = s.id and w.address = f.address and f.address <> ''`)} as authors,
       ${listed(`select person_id, ${personName('w')} as name, address::text, affiliation
                   from submission_author w where submission_id = s.id`)} as working
       from submission s where s.id = any($1)`,
    [submissionIds],
  );
  return new Map(rows.map(({ id, ...paper }) => [id, paper]));
}
