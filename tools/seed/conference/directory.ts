import type { Client } from 'pg';
import type { Random } from '../../../apps/api/src/platform/random';
import { copyRows } from './copy';
import type { Conference } from './read';

interface Named {
  email: string;
  given_name: string;
  family_name: string;
  affiliation: string;
}

/** Who has an account, by address in lower case. */
export type Directory = ReadonlyMap<string, string>;

/**
 * Accounts for the committee and the contacts of the papers. Who has proven one of the addresses before keeps their account; the
 * others get one without a password, which they choose by "forgotten password". Other authors need none.
 */
export async function enterPeople(client: Client, read: Conference, random: Random, now: Date): Promise<Directory> {
  const wanted = new Map<string, Named>();
  for (const reviewer of read.reviewers) wanted.set(reviewer.email.toLowerCase(), reviewer);
  for (const paper of read.papers) {
    for (const author of paper.authors) {
      const key = author.email.toLowerCase();
      if (paper.contacts.some((contact) => contact.toLowerCase() === key) && !wanted.has(key)) wanted.set(key, author);
    }
  }
  const known = await client.query<{ address: string; id: string }>(
    `select lower(e.address::text) as address, coalesce(p.merged_into, p.id) as id
       from person_email e join person p on p.id = e.person_id
      where e.address = any($1::citext[]) and e.verified_at is not null`,
    [[...wanted.keys()]],
  );
  const directory = new Map(known.rows.map(({ address, id }) => [address, id]));
  const fresh = [...wanted]
    .filter(([address]) => !directory.has(address))
    .map(([address, person]) => ({ address, person, id: random.uuid() }));
  for (const { address, id } of fresh) directory.set(address, id);
  await copyRows(
    client,
    'person',
    ['id', 'given_name', 'family_name', 'affiliation', 'created_at'],
    fresh.map(({ id, person }) => [id, person.given_name, person.family_name, person.affiliation, now]),
  );
  await copyRows(
    client,
    'person_email',
    ['id', 'person_id', 'address', 'verified_at', 'is_primary', 'created_at'],
    fresh.map(({ address, id }) => [random.uuid(), id, address, now, true, now]),
  );
  return directory;
}
