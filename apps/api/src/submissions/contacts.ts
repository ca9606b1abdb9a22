import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';

export interface ContactRow {
  personId: string;
  name: string;
  address: string;
  locale: string;
  timeZone: string;
}

/** The contact authors with the address they read mail at. */
export async function contactAddresses(manager: EntityManager, submissionId: string): Promise<ContactRow[]> {
  return manager.query<ContactRow[]>(
    `select p.id as "personId", ${personName('p')} as name, e.address, p.locale, p.time_zone as "timeZone"
       from submission_contact c
       join person p on p.id = c.person_id
       join person_email e on e.person_id = p.id and e.is_primary
      where c.submission_id = $1 order by c.added_at, p.id`,
    [submissionId],
  );
}

/** Makes contacts of all authors with a verified address who may edit. Answers the people added. */
export async function admitEditors(tx: Tx, submissionId: string): Promise<string[]> {
  const rows = await tx.manager.query<{ personId: string }[]>(
    `insert into submission_contact (submission_id, person_id, added_at)
     select distinct a.submission_id, a.person_id, $2::timestamptz from submission_author a
      where a.submission_id = $1 and a.may_edit and a.person_id is not null
     on conflict do nothing returning person_id as "personId"`,
    [submissionId, tx.now],
  );
  return rows.map((row) => row.personId);
}

/**
 * Ends the right to edit of those who had it by the list of authors and have it there no longer. Who began the submission keeps it,
 * so that there is always somebody. Answers the people removed.
 */
export async function dismissEditors(tx: Tx, submissionId: string, formerly: readonly string[]): Promise<string[]> {
  const [rows] = await tx.manager.query<[{ personId: string }[], number]>(
    `delete from submission_contact c using submission s
      where c.submission_id = $1 and c.person_id = any($2) and s.id = c.submission_id and c.person_id <> s.created_by
        and not exists (select 1 from submission_author a
                         where a.submission_id = s.id and a.may_edit and a.person_id = c.person_id)
     returning c.person_id as "personId"`,
    [submissionId, formerly],
  );
  return rows.map((row) => row.personId);
}

/** Addresses in the list of authors whose right to edit cannot be taken away here: the creator's and the asker's own. */
export async function alwaysEditing(
  manager: EntityManager,
  draft: { id: string; createdBy: string },
  personId: string,
): Promise<string[]> {
  const rows = await manager.query<{ address: string }[]>(
    `select distinct a.address from submission_author a join person_email e on e.address = a.address
      where a.submission_id = $1 and e.person_id = any($2) order by a.address`,
    [draft.id, [draft.createdBy, personId]],
  );
  return rows.map((row) => row.address);
}
