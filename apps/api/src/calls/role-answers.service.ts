import { Injectable } from '@nestjs/common';
import type { OfficeRole, OfficeState } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { OneTimeLinks } from '../accounts/one-time-links';
import { People } from '../accounts/people';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { ConflictChecks } from '../platform/conflict-checks';
import { Random } from '../platform/random';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';

/** What the page behind an invitation link says. */
export interface OfferedRole {
  state: OfficeState | 'accepted';
  role: OfficeRole;
  trackName: string | null;
  name: string;
  address: string;
  callSlug: string;
  callName: string;
  callPublic: boolean;
  asker: string;
  expiresAt: Date;
  /** Whose verified address it is; null = nobody's yet. */
  ownerId: string | null;
  /** Who accepted, and whether they can sign in. */
  personId: string | null;
  hasPassword: boolean;
}

interface Row extends OfferedRole {
  id: string;
  callId: string;
  trackId: string | null;
  givenName: string;
  familyName: string;
  affiliation: string;
  topicIds: string[];
}

export type RoleAnswer = { answer: 'accept'; as: 'addressee' | 'me' } | { answer: 'decline'; reason: string };

/** Answers to invitations by the link alone: the link proves who holds the mailbox it was sent to. */
@Injectable()
export class RoleAnswers {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly oneTimeLinks: OneTimeLinks,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly checks: ConflictChecks,
  ) {}

  /** What the link leads to. Changes nothing: mail scanners follow links. */
  async look(token: string): Promise<OfferedRole> {
    return this.find(this.database.manager, token, this.clock.now());
  }

  /** Carries out the answer of whoever holds the link. A second answer changes nothing. */
  async answer(token: string, answer: RoleAnswer, viewer: Viewer | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // of two answers at the same moment the second waits here, and finds the first
      await tx.manager.query(`select 1 from role_invitation where token_hash = $1 for update`, [hashOf(token)]);
      const row = await this.find(tx.manager, token, tx.now);
      if (row.state !== 'pending') return;
      const personId = answer.answer === 'accept' ? await this.accepting(tx, row, answer.as, viewer) : row.ownerId;
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update role_invitation set state = $2, person_id = $3, decline_reason = $4, answered_at = $5, version = version + 1
          where id = $1 and state = 'pending' and expires_at > $5 returning id`,
        [
          row.id,
          answer.answer === 'accept' ? 'accepted' : 'declined',
          personId,
          answer.answer === 'decline' ? answer.reason : '',
          tx.now,
        ],
      );
      if (rows.length === 0) return;
      if (answer.answer === 'accept' && personId) await this.appoint(tx, row, personId);
      await this.audit.record(tx, {
        tag: 'security',
        action: answer.answer === 'accept' ? 'office.accepted' : 'office.declined',
        actorId: personId,
        callId: row.callId,
        facts: { invitationId: row.id, role: row.role, trackId: row.trackId, personId },
      });
    });
  }

  /**
   * For somebody who accepted and has no password yet: a link to choose one, good for an hour. Whoever has a password signs in
   * with it; an invitation never replaces one.
   */
  async passwordLink(token: string): Promise<string> {
    const row = await this.find(this.database.manager, token, this.clock.now());
    const { personId } = row;
    if (row.state !== 'accepted' || personId === null || row.hasPassword || row.ownerId !== personId)
      throw new Refusal('not_permitted');
    const [email] = await this.database.query<{ id: string }[]>(
      `select id from person_email where person_id = $1 and address = $2`,
      [personId, row.address],
    );
    const once = await this.unitOfWork.run((tx) =>
      this.oneTimeLinks.issue(tx, 'reset', { personId, emailId: email?.id ?? null }),
    );
    return `/reset/${once}`;
  }

  /** Who takes the office: the signed-in person who says so, or whoever the address belongs to, who may be new. */
  private async accepting(tx: Tx, row: Row, as: 'addressee' | 'me', viewer: Viewer | undefined): Promise<string> {
    if (as === 'me' && viewer) {
      if (row.ownerId === null) await this.prove(tx, viewer.personId, row.address);
      return viewer.personId;
    }
    if (row.ownerId) return row.ownerId;
    // entered by a chair before, without an account of their own: the link makes the address theirs
    const [entered] = await tx.manager.query<{ id: string }[]>(
      `select p.id from person_email e join person p on p.id = e.person_id
        where e.address = $1 and p.password_hash is null and p.merged_into is null order by p.created_at limit 1`,
      [row.address],
    );
    if (entered) {
      await this.prove(tx, entered.id, row.address);
      return entered.id;
    }
    const { givenName, familyName, affiliation, address } = row;
    return this.people.welcome(tx, { givenName, familyName, affiliation, address, locale: 'en' });
  }

  /** The link reached this address: if the person claims it, it is theirs. */
  private async prove(tx: Tx, personId: string, address: string): Promise<void> {
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `update person_email set verified_at = $3 where person_id = $1 and address = $2 and verified_at is null returning id`,
      [personId, address, tx.now],
    );
    if (rows.length > 0) await this.people.linkAuthors(tx, personId, address);
  }

  private async appoint(tx: Tx, row: Row, personId: string): Promise<void> {
    await tx.manager.query(
      `insert into membership (id, person_id, role, call_id, track_id, position, starts_at)
       select $1, $2, $3, $4, $5, coalesce(max(m.position) + 1, 0), $6 from membership m where m.call_id = $4
       on conflict do nothing`,
      [this.random.uuid(), personId, row.role, row.callId, row.trackId, tx.now],
    );
    await tx.manager.query(
      `insert into topic_interest (person_id, topic_id) select $1, t.id from topic t where t.id = any($2) and t.call_id = $3
       on conflict do nothing`,
      [personId, row.topicIds, row.callId],
    );
    await this.checks.ask(tx, { personId });
  }

  private async find(manager: EntityManager, token: string, now: Date): Promise<Row> {
    const [row] = await manager.query<Row[]>(
      `select v.id, case when v.state = 'pending' and v.expires_at <= $2 then 'expired' else v.state end as state, v.role,
              v.track_id as "trackId", t.name as "trackName", v.given_name as "givenName", v.family_name as "familyName",
              ${personName('v')} as name, v.affiliation, v.address, v.topic_ids as "topicIds",
              c.id as "callId", c.slug as "callSlug", c.name as "callName", c.state <> 'setup' as "callPublic",
              coalesce(${personName('i')}, '') as asker, v.expires_at as "expiresAt",
              o.person_id as "ownerId", v.person_id as "personId", coalesce(p.password_hash is not null, false) as "hasPassword"
         from role_invitation v
         join call c on c.id = v.call_id
         left join track t on t.id = v.track_id
         left join person i on i.id = v.invited_by
         left join person_email o on o.address = v.address and o.verified_at is not null
         left join person p on p.id = v.person_id
        where v.token_hash = $1`,
      [hashOf(token), now],
    );
    if (!row) throw new Refusal('not_found');
    return row;
  }
}
