import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit';
import { Config } from '../platform/config';
import { ConflictChecks } from '../platform/conflict-checks';
import { Outbox, type OutgoingLetter } from '../platform/outbox';
import { Random } from '../platform/random';
import { RateLimits } from '../platform/rate-limits';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';
import { joinLetter, passwordChangedLetter, resetLetter, verifyLetter, type AccountLetter } from './accounts.mail';
import { joinAccounts } from './merging';
import { OneTimeLinks } from './one-time-links';
import { checkPassword } from './password';
import { People } from './people';

const most = 10;

interface EmailRow {
  id: string;
  person_id: string;
  address: string;
  verified_at: Date | null;
  is_primary: boolean;
}

/** How a confirmation ended: the address is theirs, or the account was joined into the one that had it. */
export type Proof = { outcome: 'verified' | 'joined'; personId: string; address: string };

/** What a confirmation link asks for, for the page that explains it. */
export interface Claim {
  personId: string;
  name: string;
  address: string;
  /** The address belongs to another account: confirming joins this one into it. */
  joins: boolean;
}

/** A person's e-mail addresses. An address belongs to whoever proves it; until then several people may claim it. */
@Injectable()
export class Addresses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly links: OneTimeLinks,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    private readonly config: Config,
    private readonly random: Random,
    private readonly audit: Audit,
    private readonly checks: ConflictChecks,
  ) {}

  /** Adds an address to the viewer's and sends the link that proves it. Answers what `shown` finds afterwards. */
  async add<T>(viewer: Viewer, address: string, shown: (tx: Tx) => Promise<T>): Promise<T> {
    await this.limits.spend('mailByAddress', address);
    return this.unitOfWork.run(async (tx) => {
      await tx.manager.query(`select 1 from person where id = $1 for update`, [viewer.personId]);
      const own = await this.of(tx, viewer.personId);
      if (own.some((row) => row.address.toLowerCase() === address.toLowerCase())) throw new Refusal('already_exists');
      if (own.length >= most) throw new Refusal('wrong_state');
      const id = this.random.uuid();
      await tx.manager.query(
        `insert into person_email (id, person_id, address, is_primary, created_at) values ($1, $2, $3, false, $4)`,
        [id, viewer.personId, address, tx.now],
      );
      await this.sendVerification(tx, viewer.personId, id);
      await this.checks.ask(tx, { personId: viewer.personId });
      return shown(tx);
    });
  }

  /** Sends the viewer's confirmation link again. */
  async resend(viewer: Viewer, emailId: string): Promise<void> {
    await this.limits.spend('mailByAddress', emailId);
    await this.unitOfWork.run(async (tx) => {
      const row = await this.own(tx, viewer, emailId);
      if (row.verified_at) throw new Refusal('already_answered');
      await this.sendVerification(tx, viewer.personId, emailId);
    });
  }

  /** Letters go to this address from now on; it must be proven. */
  async makePrimary(viewer: Viewer, emailId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.own(tx, viewer, emailId);
      if (!row.verified_at) throw new Refusal('not_verified');
      await this.setPrimary(tx, viewer.personId, emailId);
    });
  }

  /** Removes one of the viewer's addresses. The one letters go to stays. */
  async remove(viewer: Viewer, emailId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.own(tx, viewer, emailId);
      if (row.is_primary) throw new Refusal('wrong_state');
      await this.delete(tx, [emailId]);
      await this.checks.ask(tx, { personId: viewer.personId });
      await this.audit.record(tx, { tag: 'security', action: 'address.removed', actorId: viewer.personId });
    });
  }

  /**
   * Writes to an address of the person with a link that proves it. If the address is proven by another account already, the
   * letter says so and the link joins this account into that one.
   */
  async sendVerification(tx: Tx, personId: string, emailId: string): Promise<void> {
    const row = await this.find(tx, emailId);
    const token = await this.links.issue(tx, 'verify', { personId, emailId });
    const owner = await this.people.ownerOf(tx.manager, row.address);
    const write = owner && owner !== personId ? joinLetter : verifyLetter;
    await this.send(tx, personId, row.address, token, `${this.config.publicUrl}/verify/${token}`, write);
  }

  /**
   * Sends a reset link for an address: to its owner, or, while nobody proved it, to the latest account that claims it and has no
   * proven address at all. Otherwise nothing is sent.
   */
  async sendReset(tx: Tx, address: string): Promise<void> {
    const [row] = await tx.manager.query<EmailRow[]>(
      `select e.* from person_email e join person p on p.id = e.person_id
        where e.address = $1 and p.merged_into is null
          and (e.verified_at is not null or not exists
            (select 1 from person_email o where o.verified_at is not null and (o.person_id = e.person_id or o.address = e.address)))
        order by e.verified_at nulls last, e.created_at desc limit 1`,
      [address],
    );
    if (!row) return;
    const token = await this.links.issue(tx, 'reset', { personId: row.person_id, emailId: row.id });
    await this.send(tx, row.person_id, row.address, token, `${this.config.publicUrl}/reset/${token}`, resetLetter);
  }

  /** Tells the person that the password was changed. */
  async tellPasswordChanged(tx: Tx, personId: string): Promise<void> {
    const row = (await this.of(tx, personId)).find((one) => one.is_primary);
    if (!row) return;
    await this.send(
      tx,
      personId,
      row.address,
      this.random.uuid(),
      `${this.config.publicUrl}/reset`,
      passwordChangedLetter,
    );
  }

  /** What a confirmation link is about; changes nothing. */
  async claimOf(token: string): Promise<Claim> {
    const { personId, emailId } = await this.links.look('verify', token);
    const [row] = await this.dataSource.query<{ name: string; address: string; joins: boolean }[]>(
      `select ${personName('p')} as name, e.address,
              exists (select 1 from person_email o where o.address = e.address and o.verified_at is not null
                         and o.person_id <> e.person_id) as joins
         from person_email e join person p on p.id = e.person_id where e.id = $1`,
      [emailId],
    );
    if (!row || !personId) throw new Refusal('link_used_or_expired');
    return { personId, ...row };
  }

  /** Whether this is the password of the account that a confirmation link belongs to. */
  async knowsPassword(claim: Claim, password: string): Promise<boolean> {
    await this.limits.spend('signInByAddress', claim.personId);
    const [row] = await this.dataSource.query<{ password_hash: string | null }[]>(
      `select password_hash from person where id = $1`,
      [claim.personId],
    );
    return password.length <= 200 && checkPassword(password, row?.password_hash ?? null);
  }

  /** Carries out a confirmation link. */
  async verify(token: string): Promise<Proof> {
    const attempt = () =>
      this.unitOfWork.run(async (tx): Promise<Proof> => {
        const { personId, emailId } = await this.links.use(tx, 'verify', token);
        if (!personId || !emailId) throw new Refusal('link_used_or_expired');
        const { address } = await this.find(tx, emailId);
        const provenId = await this.prove(tx, personId, emailId);
        return { outcome: provenId === personId ? 'verified' : 'joined', personId: provenId, address };
      });
    // Two accounts confirming one address in the same instant: the second finds an owner when it looks again, and joins.
    return attempt().catch((error: unknown) => (isDuplicate(error) ? attempt() : Promise.reject(error)));
  }

  /** The address is proven to be the person's. Answers whose it is now: the person, or the one they were joined into. */
  async prove(tx: Tx, personId: string, emailId: string): Promise<string> {
    const { address } = await this.find(tx, emailId);
    const owner = await this.people.ownerOf(tx.manager, address);
    if (owner && owner !== personId) {
      await joinAccounts(tx, personId, owner);
      await this.people.linkAuthors(tx, owner, address);
      await this.audit.record(tx, {
        tag: 'security',
        action: 'account.joined',
        actorId: owner,
        facts: { from: personId },
      });
      return owner;
    }
    const [proven] = await tx.manager.query<[unknown[], number]>(
      `update person_email set verified_at = $2 where id = $1 and verified_at is null returning id`,
      [emailId, tx.now],
    );
    if (proven.length > 0) {
      await this.people.linkAuthors(tx, personId, address);
      await this.preferProven(tx, personId, emailId);
      await this.audit.record(tx, { tag: 'security', action: 'address.verified', actorId: personId });
    }
    return personId;
  }

  /** Drops the person's addresses that nobody proved, except one. */
  async dropUnproven(tx: Tx, personId: string, exceptId: string): Promise<void> {
    const unproven = (await this.of(tx, personId)).filter((row) => !row.verified_at && row.id !== exceptId);
    if (unproven.some((row) => row.is_primary)) await this.setPrimary(tx, personId, exceptId);
    await this.delete(
      tx,
      unproven.map((row) => row.id),
    );
  }

  private async preferProven(tx: Tx, personId: string, emailId: string): Promise<void> {
    const primary = (await this.of(tx, personId)).find((row) => row.is_primary);
    if (!primary?.verified_at) await this.setPrimary(tx, personId, emailId);
  }

  private async setPrimary(tx: Tx, personId: string, emailId: string): Promise<void> {
    await tx.manager.query(`update person_email set is_primary = false where person_id = $1 and is_primary`, [
      personId,
    ]);
    await tx.manager.query(`update person_email set is_primary = true where id = $1 and person_id = $2`, [
      emailId,
      personId,
    ]);
  }

  private async delete(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.manager.query(
      `update one_time_token set email_id = null, used_at = coalesce(used_at, $2) where email_id = any($1)`,
      [ids, tx.now],
    );
    await tx.manager.query(`delete from person_email where id = any($1)`, [ids]);
  }

  private async send(
    tx: Tx,
    personId: string,
    address: string,
    once: string,
    link: string,
    write: (letter: Parameters<typeof verifyLetter>[0]) => AccountLetter,
  ): Promise<void> {
    const { name, locale } = await this.people.addressee(tx.manager, personId);
    const { subject, text } = write({ locale, name, address, link });
    const letter: OutgoingLetter = {
      class: 'account',
      // the token itself must not lie in the database in readable form
      dedupeKey: `account:${hashOf(once).toString('hex')}`,
      to: { address, name, personId },
      subject,
      text,
    };
    await this.outbox.queue(tx, letter);
  }

  private async of(tx: Tx, personId: string): Promise<EmailRow[]> {
    return tx.manager.query<EmailRow[]>(`select * from person_email where person_id = $1 order by created_at`, [
      personId,
    ]);
  }

  private async own(tx: Tx, viewer: Viewer, emailId: string): Promise<EmailRow> {
    const row = (await this.of(tx, viewer.personId)).find((one) => one.id === emailId);
    if (!row) throw new Refusal('not_found');
    return row;
  }

  private async find(tx: Tx, emailId: string): Promise<EmailRow> {
    const [row] = await tx.manager.query<EmailRow[]>(`select * from person_email where id = $1 for update`, [emailId]);
    if (!row) throw new Refusal('link_used_or_expired');
    return row;
  }
}
