import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { pickLocale, type Locale } from '@convoke/texts';
import { ConflictChecks } from '../platform/conflict-checks';
import { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';

export interface NewPerson {
  givenName: string;
  familyName: string;
  affiliation: string;
  address: string;
  locale: string;
  /** Null for somebody who came by a link and has not chosen one yet. */
  passwordHash: string | null;
  isAdmin?: boolean;
  /** The way they came proves the address (a link that was mailed to it). */
  verified?: boolean;
}

export interface CreatedPerson {
  personId: string;
  emailId: string;
}

/** How a person is addressed in a letter. */
export interface Addressee {
  personId: string;
  name: string;
  locale: Locale;
}

/** Somebody whose password may be tried for an address. */
export interface Candidate {
  personId: string;
  passwordHash: string | null;
}

/** The rows of people and their addresses. */
@Injectable()
export class People {
  constructor(
    private readonly dataSource: DataSource,
    private readonly random: Random,
    private readonly checks: ConflictChecks,
  ) {}

  /** Makes a person with one address, which letters go to. */
  async create(tx: Tx, person: NewPerson): Promise<CreatedPerson> {
    const personId = this.random.uuid();
    await tx.manager.query(
      `insert into person (id, given_name, family_name, affiliation, locale, password_hash, is_admin, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        personId,
        person.givenName,
        person.familyName,
        person.affiliation,
        person.locale,
        person.passwordHash,
        person.isAdmin ?? false,
        tx.now,
      ],
    );
    const emailId = this.random.uuid();
    await tx.manager.query(
      `insert into person_email (id, person_id, address, verified_at, is_primary, created_at) values ($1, $2, $3, $4, true, $5)`,
      [emailId, personId, person.address, person.verified ? tx.now : null, tx.now],
    );
    if (person.verified) await this.linkAuthors(tx, personId, person.address);
    return { personId, emailId };
  }

  /**
   * The person behind an address that a link has just proven: its verified owner, or a new person without a password. For
   * invitations to people the house does not know yet; open a session for them afterwards.
   */
  async welcome(tx: Tx, person: Omit<NewPerson, 'passwordHash' | 'verified' | 'isAdmin'>): Promise<string> {
    const owner = await this.ownerOf(tx.manager, person.address);
    if (owner) return owner;
    return (await this.create(tx, { ...person, passwordHash: null, verified: true })).personId;
  }

  /** The person whose verified address this is, or null. */
  async ownerOf(manager: EntityManager, address: string): Promise<string | null> {
    const [row] = await manager.query<{ person_id: string }[]>(
      `select person_id from person_email where address = $1 and verified_at is not null`,
      [address],
    );
    return row?.person_id ?? null;
  }

  /** Whose password may be meant by this address: its owner first, then those who only claim it. */
  async candidates(address: string): Promise<Candidate[]> {
    const rows = await this.dataSource.query<{ id: string; password_hash: string | null }[]>(
      `select p.id, p.password_hash from person_email e join person p on p.id = e.person_id
        where e.address = $1 and p.merged_into is null
        order by e.verified_at nulls last, e.created_at desc limit 8`,
      [address],
    );
    return rows.map((row) => ({ personId: row.id, passwordHash: row.password_hash }));
  }

  /** Name and language of a person, for a letter. */
  async addressee(manager: EntityManager, personId: string): Promise<Addressee> {
    const [row] = await manager.query<{ name: string; locale: string }[]>(
      `select ${personName('person')} as name, locale from person where id = $1`,
      [personId],
    );
    return { personId, name: row?.name ?? '', locale: pickLocale(row?.locale) };
  }

  /** A verified address finds its author rows: the listed author becomes this person, who edits where the authors said so. */
  async linkAuthors(tx: Tx, personId: string, address: string): Promise<void> {
    await tx.manager.query(
      `with linked as (update submission_author set person_id = $1 where address = $2 and person_id is null
                       returning submission_id, may_edit)
       insert into submission_contact (submission_id, person_id, added_at)
       select distinct submission_id, $1::uuid, $3::timestamptz from linked where may_edit on conflict do nothing`,
      [personId, address, tx.now],
    );
    await this.checks.ask(tx, { personId });
  }

  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.manager.query(`update person set password_hash = $2, version = version + 1 where id = $1`, [
      personId,
      passwordHash,
    ]);
  }
}
