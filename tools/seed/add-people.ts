import { cast } from '@convoke/domain/testing';
import type { Random } from '../../apps/api/src/platform/random';
import type { CallContent } from './call-content';
import { authors, ofCast, reviewers, type DemoPerson } from './people';
import type { Rows } from './rows';

/** Everybody of the demo who has an account, by address. */
export type Accounts = ReadonlyMap<string, string>;

/**
 * The cast can be signed in as (`is_demo`); the persons whom the calls name, the invented authors and reviewers cannot: nobody
 * acts in a real person's name.
 */
export function addPeople(
  rows: Rows,
  calls: readonly CallContent[],
  around: { random: Random; now: Date; passwordHash: string },
): Accounts {
  const accounts = new Map<string, string>();
  const enter = (person: Omit<DemoPerson, 'country'>, more: Readonly<Record<string, unknown>> = {}) => {
    const address = person.address.toLowerCase();
    if (accounts.has(address)) return;
    const id = typeof more['id'] === 'string' ? more['id'] : around.random.uuid();
    accounts.set(address, id);
    rows.add('person', {
      id,
      given_name: person.givenName,
      family_name: person.familyName,
      affiliation: person.affiliation,
      password_hash: null,
      is_admin: false,
      is_demo: false,
      created_at: around.now,
      ...more,
    });
    rows.add('person_email', {
      id: around.random.uuid(),
      person_id: id,
      address: person.address,
      verified_at: around.now,
      is_primary: true,
      created_at: around.now,
    });
  };
  for (const name of Object.keys(cast) as (keyof typeof cast)[]) {
    const { id, ...member } = ofCast(name);
    enter(member, { id, is_demo: true, is_admin: name === 'ines', password_hash: around.passwordHash });
  }
  for (const call of calls) for (const officer of call.officers) enter(officer);
  for (const person of [...Object.values(reviewers), ...authors]) enter(person);
  return accounts;
}
