import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { Clock } from '../platform/clock';
import { Random } from '../platform/random';
import { hashOf } from '../platform/session/sessions.service';
import type { Tx } from '../platform/unit-of-work';
import { DataSource } from 'typeorm';

export type LinkPurpose = 'verify' | 'reset' | 'set_up';

const hour = 3600 * 1000;
const lifetimes: Readonly<Record<LinkPurpose, number>> = { verify: 7 * 24 * hour, reset: hour, set_up: 7 * 24 * hour };

/** Whom and what a link is about. */
export interface LinkTarget {
  readonly personId: string | null;
  readonly emailId: string | null;
}

interface LinkRow {
  person_id: string | null;
  email_id: string | null;
}

/** Links in letters: 32 random bytes of which only the hash is stored; they expire and work once. Looking at one changes nothing. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Makes a link's token. Show it to nobody but the addressee. */
  async issue(tx: Tx, purpose: LinkPurpose, target: LinkTarget): Promise<string> {
    const token = this.random.token(32);
    await tx.manager.query(
      `insert into one_time_token (id, purpose, token_hash, person_id, email_id, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.random.uuid(),
        purpose,
        hashOf(token),
        target.personId,
        target.emailId,
        new Date(tx.now.getTime() + lifetimes[purpose]),
        tx.now,
      ],
    );
    return token;
  }

  /** What the link is about, while it works; refuses a used, expired or invented one alike. */
  async look(purpose: LinkPurpose, token: string): Promise<LinkTarget> {
    const [row] = await this.dataSource.query<LinkRow[]>(
      `select person_id, email_id from one_time_token
        where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      [hashOf(token), purpose, this.clock.now()],
    );
    return targetOf(row);
  }

  /** Uses the link up. Of two who come at the same time one is refused. */
  async use(tx: Tx, purpose: LinkPurpose, token: string): Promise<LinkTarget> {
    const [rows] = await tx.manager.query<[LinkRow[], number]>(
      `update one_time_token set used_at = $3
        where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
        returning person_id, email_id`,
      [hashOf(token), purpose, tx.now],
    );
    return targetOf(rows[0]);
  }

  /** Makes the other links of that purpose worthless, after one of them did its work. */
  async cancelAll(tx: Tx, personId: string, purposes: readonly LinkPurpose[]): Promise<void> {
    await tx.manager.query(
      `update one_time_token set used_at = $3 where person_id = $1 and purpose = any($2) and used_at is null`,
      [personId, purposes, tx.now],
    );
  }
}

function targetOf(row: LinkRow | undefined): LinkTarget {
  if (!row) throw new Refusal('link_used_or_expired');
  return { personId: row.person_id, emailId: row.email_id };
}
