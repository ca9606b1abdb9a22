import { conflictsOf, type Conflict, type ConflictPaper, type ConflictPerson } from '@convoke/domain';
import type { Tx } from '../platform/unit-of-work';
import { submittedAuthors } from './authorship';

export interface FoundConflict {
  personId: string;
  kind: Conflict['kind'];
  state: Conflict['state'];
}

/**
 * What the domain's rule finds between one submission and the committee: who is an author (blocking), and who shares an institution
 * or the domain of an address with one (a suggestion for the chair). Two statements, whatever the size of the committee.
 */
export async function machineConflicts(tx: Tx, submissionId: string): Promise<FoundConflict[]> {
  const paper = await paperOf(tx, submissionId);
  const committee = await committeeMembers(tx, submissionId);
  return committee.flatMap((person) => {
    const found = conflictsOf(paper, person);
    const told = found.find(({ kind }) => kind === 'institution') ?? found[0];
    return told ? [{ personId: person.personId, kind: told.kind, state: told.state }] : [];
  });
}

async function paperOf(tx: Tx, submissionId: string): Promise<ConflictPaper> {
  const [paper] = await tx.manager.query<ConflictPaper[]>(
    `select (select coalesce(json_agg(json_build_object('personId', a.person_id, 'address', a.address, 'affiliation', a.affiliation)), '[]')
               from (select person_id, address, affiliation from submission_author where submission_id = $1
                     union select null, address, affiliation from (${submittedAuthors('$1')}) s) a) as authors,
            array(select c.person_id from submission_contact c where c.submission_id = $1) as "contactIds"`,
    [submissionId],
  );
  return paper ?? { authors: [], contactIds: [] };
}

/** Everybody with an office in the call or its journal, with all addresses they claim. */
async function committeeMembers(tx: Tx, submissionId: string): Promise<ConflictPerson[]> {
  return tx.manager.query<ConflictPerson[]>(
    `select p.id as "personId", p.affiliation,
            array(select e.address::text from person_email e where e.person_id = p.id) as addresses
       from person p
      where p.id in (select m.person_id from membership m join submission s on s.id = $1 join call c on c.id = s.call_id
                      where (m.call_id = c.id or m.journal_id = c.journal_id) and (m.ends_at is null or m.ends_at > $2))
      order by p.id`,
    [submissionId, tx.now],
  );
}
