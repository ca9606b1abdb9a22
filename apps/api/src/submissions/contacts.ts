import type { EntityManager } from 'typeorm';

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
    `select p.id as "personId", trim(p.given_name || ' ' || p.family_name) as name, e.address, p.locale, p.time_zone as "timeZone"
       from submission_contact c
       join person p on p.id = c.person_id
       join person_email e on e.person_id = p.id and e.is_primary
      where c.submission_id = $1 order by c.added_at, p.id`,
    [submissionId],
  );
}
