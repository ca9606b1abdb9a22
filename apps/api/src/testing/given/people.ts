import { randomUUID } from 'node:crypto';
import { GivenRows } from './rows';

export interface GivenPerson {
  id: string;
  name: string;
  address: string;
  affiliation: string;
}

/** People by their first names, in small letters. */
export type Cast<N extends string> = Record<Lowercase<N extends `${infer First} ${string}` ? First : N>, GivenPerson>;

/** Who there is before a story begins. */
export class GivenPeople extends GivenRows {
  /** `await given.person('Ada Ferri')` — verified unless said, `ada.ferri@example.org` unless said. */
  async person(
    name: string,
    options: { address?: string; verified?: boolean; admin?: boolean; affiliation?: string; timeZone?: string } = {},
  ): Promise<GivenPerson> {
    const [first = name, ...rest] = name.split(' ');
    const address = options.address ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
    const person = { id: randomUUID(), name, address, affiliation: options.affiliation ?? '' };
    const now = this.clock.now();
    await this.insert('person', {
      id: person.id,
      given_name: first,
      family_name: rest.join(' '),
      affiliation: person.affiliation,
      time_zone: options.timeZone ?? 'UTC',
      is_admin: options.admin ?? false,
      created_at: now,
    });
    await this.insert('person_email', {
      id: randomUUID(),
      person_id: person.id,
      address,
      verified_at: options.verified === false ? null : now,
      is_primary: true,
      created_at: now,
    });
    return person;
  }

  /** The people of one story by their first names: `await given.cast(['Ada Ferri', 'Ravi Menon'], 3)` is `{ ada, ravi }`. */
  async cast<const N extends string>(names: readonly N[], story: string | number): Promise<Cast<N>> {
    const people = names.map(async (name) => {
      const first = (name.split(' ')[0] ?? name).toLowerCase();
      return [first, await this.person(name, { address: `${first}.${story}@example.org` })] as const;
    });
    return Object.fromEntries(await Promise.all(people)) as Cast<N>;
  }
}
