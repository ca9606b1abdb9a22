import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { Config } from '../config';
import { Random } from '../random';
import type { Tx } from '../unit-of-work';
import { personName } from '../database/person-name';
import { readCookie } from './cookies';
import type { Viewer } from './viewer';

const lifetimeMs = 30 * 24 * 3600 * 1000;
/** Sliding the expiry costs a write; once per ten minutes is often enough for thirty days. */
const touchEveryMs = 10 * 60 * 1000;

interface SessionRow {
  session_id: string;
  last_seen_at: Date;
  person_id: string;
  name: string;
  is_admin: boolean;
  verified: boolean;
  locale: string;
  time_zone: string;
}

/** What a person sees of one of their own sessions. */
export interface OwnSession {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
}

/** SHA-256 of a secret that only its bearer holds: what the database stores of the tokens in links. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Opaque sessions in PostgreSQL: the cookie carries a random token, the row its hash keyed with SESSION_SECRET. Changing the
 * secret signs everybody out.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The viewer whose live session the request's cookie names, or null. Slides the expiry. */
  async viewerOf(req: Pick<Request, 'headers'>): Promise<Viewer | null> {
    const token = readCookie(req, this.cookieName());
    if (!token) return null;
    const now = this.clock.now();
    const [row] = await this.dataSource.query<SessionRow[]>(
      `select s.id as session_id, s.last_seen_at, p.id as person_id, ${personName('p')} as name,
              p.is_admin, p.locale, p.time_zone,
              exists (select 1 from person_email e where e.person_id = p.id and e.verified_at is not null) as verified
         from session s join person p on p.id = s.person_id
        where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and p.merged_into is null`,
      [this.hashOf(token), now],
    );
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() >= touchEveryMs) await this.touch(row.session_id, now);
    return {
      personId: row.person_id,
      name: row.name,
      verified: row.verified,
      isAdmin: row.is_admin,
      sessionId: row.session_id,
      locale: row.locale,
      timeZone: row.time_zone,
    };
  }

  /**
   * Opens a new session and ends the one the browser had (a token from before the sign-in is worth nothing after it).
   * Returns the token; call `setCookie` with it once the transaction is committed.
   */
  async open(tx: Tx, personId: string, req: Request): Promise<string> {
    const token = this.random.token();
    const former = readCookie(req, this.cookieName());
    if (former) await this.revokeToken(tx, former);
    await tx.manager.query(
      `insert into session (id, person_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [
        this.random.uuid(),
        personId,
        this.hashOf(token),
        (req.headers['user-agent'] ?? '').slice(0, 300),
        tx.now,
        new Date(tx.now.getTime() + lifetimeMs),
      ],
    );
    return token;
  }

  /** Ends the session the request's cookie names, if any. */
  async close(tx: Tx, req: Request): Promise<void> {
    const token = readCookie(req, this.cookieName());
    if (token) await this.revokeToken(tx, token);
  }

  /** Ends one session of the person; false when it is not theirs or has ended already. */
  async revoke(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `update session set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning id`,
      [sessionId, personId, tx.now],
    );
    return rows.length > 0;
  }

  /** Ends all sessions of the person, except the one to keep. */
  async revokeAll(tx: Tx, personId: string, exceptId: string | null = null): Promise<void> {
    await tx.manager.query(
      `update session set revoked_at = $2 where person_id = $1 and revoked_at is null and id is distinct from $3`,
      [personId, tx.now, exceptId],
    );
  }

  /** The live sessions of a viewer, the latest used first. */
  async listOf(viewer: Viewer): Promise<OwnSession[]> {
    const rows = await this.dataSource.query<
      { id: string; user_agent: string; created_at: Date; last_seen_at: Date }[]
    >(
      `select id, user_agent, created_at, last_seen_at from session
        where person_id = $1 and revoked_at is null and expires_at > $2 order by last_seen_at desc, created_at desc`,
      [viewer.personId, this.clock.now()],
    );
    return rows.map((row) => ({
      id: row.id,
      userAgent: row.user_agent,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      current: row.id === viewer.sessionId,
    }));
  }

  setCookie(res: Response, token: string): void {
    res.cookie(this.cookieName(), token, { ...this.cookieOptions(), maxAge: lifetimeMs });
  }

  clearCookie(res: Response): void {
    res.clearCookie(this.cookieName(), this.cookieOptions());
  }

  /** `__Host-` ties the cookie to this host over https; plain http (the demo on loopback) cannot carry it. */
  cookieName(): string {
    return this.config.secure ? '__Host-convoke' : 'convoke';
  }

  /** What the database keeps of a session's token. */
  hashOf(token: string): Buffer {
    return createHmac('sha256', this.config.sessionSecret).update(`session:${token}`).digest();
  }

  private cookieOptions(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.secure };
  }

  private async touch(sessionId: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `update session set last_seen_at = $2, expires_at = $3 where id = $1 and revoked_at is null`,
      [sessionId, now, new Date(now.getTime() + lifetimeMs)],
    );
  }

  private async revokeToken(tx: Tx, token: string): Promise<void> {
    await tx.manager.query(`update session set revoked_at = $2 where token_hash = $1 and revoked_at is null`, [
      this.hashOf(token),
      tx.now,
    ]);
  }
}
