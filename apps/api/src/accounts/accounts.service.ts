import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit';
import { RateLimits } from '../platform/rate-limits';
import { Sessions } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { Addresses } from './addresses.service';
import { OneTimeLinks } from './one-time-links';
import { checkPassword, hashPassword, isOutdated } from './password';
import { People } from './people';
import { hasAdmin } from './set-up-link';

export interface SignUp {
  givenName: string;
  familyName: string;
  affiliation: string;
  address: string;
  password: string;
  locale: string;
}

/** Coming in and going out: every way to get a session, and to lose it. Methods that open one return its token. */
@Injectable()
export class Accounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly addresses: Addresses,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes an account and signs it in, whether or not the address is somebody's already: only the letter to that address says
   * which it was. The new account may write and submit at once.
   */
  async signUp(input: SignUp, req: Request): Promise<string> {
    await this.limits.spend('signUpByIp', req.ip ?? '');
    const passwordHash = await hashPassword(input.password);
    return this.unitOfWork.run(async (tx) => {
      const { personId, emailId } = await this.people.create(tx, { ...input, passwordHash });
      await this.addresses.sendVerification(tx, personId, emailId);
      await this.audit.record(tx, { tag: 'security', action: 'account.created', actorId: personId });
      return this.sessions.open(tx, personId, req);
    });
  }

  /** The person whose address and password these are, or null; takes as long for an address nobody has. */
  async findByPassword(address: string, password: string): Promise<string | null> {
    const candidates = await this.people.candidates(address);
    if (candidates.length === 0) await checkPassword(password, null);
    for (const { personId, passwordHash } of candidates) {
      if (!(await checkPassword(password, passwordHash))) continue;
      if (passwordHash && isOutdated(passwordHash)) await this.rehash(personId, password, passwordHash);
      return personId;
    }
    return null;
  }

  /** Opens a session for somebody who has proven who they are. */
  async signIn(personId: string, req: Request): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.audit.record(tx, { tag: 'security', action: 'session.opened', actorId: personId });
      return this.sessions.open(tx, personId, req);
    });
  }

  async signOut(req: Request): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.close(tx, req);
      if (req.viewer) {
        await this.audit.record(tx, { tag: 'security', action: 'session.closed', actorId: req.viewer.personId });
      }
    });
  }

  /** Sends a reset link if the address belongs to an account; the caller learns nothing of it. */
  async requestReset(address: string, req: Request): Promise<void> {
    await this.limits.spend('resetByIp', req.ip ?? '');
    await this.limits.spend('mailByAddress', address);
    await this.unitOfWork.run((tx) => this.addresses.sendReset(tx, address));
  }

  /**
   * Sets a new password by a link. The link proves the address, so it is verified now; addresses of the account that nobody
   * proved are dropped, and every session and link from before ends: whoever knew the old password is out.
   */
  async resetPassword(token: string, password: string, req: Request): Promise<string> {
    await this.limits.spend('linkByIp', req.ip ?? '');
    const passwordHash = await hashPassword(password);
    return this.unitOfWork.run(async (tx) => {
      const { personId, emailId } = await this.links.use(tx, 'reset', token);
      if (!personId || !emailId) throw new Refusal('link_used_or_expired');
      await this.people.setPassword(tx, personId, passwordHash);
      await this.sessions.revokeAll(tx, personId);
      await this.links.cancelAll(tx, personId, ['reset', 'verify']);
      await this.addresses.dropUnproven(tx, personId, emailId);
      const provenId = await this.addresses.prove(tx, personId, emailId);
      await this.audit.record(tx, { tag: 'security', action: 'password.reset', actorId: provenId });
      return this.sessions.open(tx, provenId, req);
    });
  }

  /** Changes the password of somebody signed in; all their other sessions end. */
  async changePassword(viewer: Viewer, current: string, next: string): Promise<void> {
    await this.limits.spend('signInByAddress', viewer.personId);
    const [row] = await this.dataSource.query<{ password_hash: string | null }[]>(
      `select password_hash from person where id = $1`,
      [viewer.personId],
    );
    // Somebody who came by an invitation has none yet: the session is all the proof there is.
    const isRight = row?.password_hash === null || (await checkPassword(current, row?.password_hash ?? null));
    if (!isRight)
      throw new Refusal('invalid_body', { errors: [{ path: 'current', message: 'This is not your password' }] });
    const passwordHash = await hashPassword(next);
    await this.unitOfWork.run(async (tx) => {
      await this.people.setPassword(tx, viewer.personId, passwordHash);
      await this.sessions.revokeAll(tx, viewer.personId, viewer.sessionId);
      await this.links.cancelAll(tx, viewer.personId, ['reset']);
      await this.addresses.tellPasswordChanged(tx, viewer.personId);
      await this.audit.record(tx, { tag: 'security', action: 'password.changed', actorId: viewer.personId });
    });
  }

  /** Ends one of the viewer's sessions. */
  async revokeSession(viewer: Viewer, sessionId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.sessions.revoke(tx, viewer.personId, sessionId))) throw new Refusal('not_found');
      await this.audit.record(tx, { tag: 'security', action: 'session.revoked', actorId: viewer.personId });
    });
  }

  /** Ends all sessions of the viewer but the present one. */
  async revokeOtherSessions(viewer: Viewer): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.revokeAll(tx, viewer.personId, viewer.sessionId);
      await this.audit.record(tx, { tag: 'security', action: 'sessions.revoked', actorId: viewer.personId });
    });
  }

  /** Makes the first administrator. The link came from the console of the machine, so the address counts as theirs. */
  async setUp(token: string, input: SignUp, req: Request): Promise<string> {
    const passwordHash = await hashPassword(input.password);
    return this.unitOfWork.run(async (tx) => {
      await this.links.use(tx, 'set_up', token);
      if (await hasAdmin(tx)) throw new Refusal('link_used_or_expired');
      const { personId } = await this.people.create(tx, { ...input, passwordHash, isAdmin: true, verified: true });
      await this.audit.record(tx, { tag: 'security', action: 'instance.set_up', actorId: personId });
      return this.sessions.open(tx, personId, req);
    });
  }

  private async rehash(personId: string, password: string, former: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.dataSource.query(`update person set password_hash = $2 where id = $1 and password_hash = $3`, [
      personId,
      passwordHash,
      former,
    ]);
  }
}
