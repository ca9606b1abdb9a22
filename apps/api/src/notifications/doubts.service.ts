import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { Mailer } from '../platform/mailer';
import type { EmailMessage } from './email-message.entity';
import { RelayOracle } from './relay-oracle';

interface Doubt {
  id: string;
  attempt: number;
  doubts: number;
  class: EmailMessage['class'];
  message_id: string;
}

/** People wait for these: where the server cannot be asked, the same message is sent once more, because twice is better than never. */
const mustArrive: readonly EmailMessage['class'][] = ['decision', 'invitation', 'account', 'receipt'];

/**
 * Judges letters of which nobody knows whether the mail server took them. They rest until the server must have made up its mind; then
 * it is asked. Where it cannot be asked, what must arrive is sent once more, flagged by its `doubts`, and all else waits for a person.
 */
@Injectable()
export class DoubtsService {
  private readonly logger = new Logger('Doubts');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly oracle: RelayOracle,
  ) {}

  /** When a doubt that arises now can be judged. */
  judgedAt(now: Date): Date {
    return new Date(now.getTime() + this.mailer.longestMs / 10);
  }

  /** A worker that died while sending leaves a lease behind: that is the same doubt as a broken link. */
  async endLostLeases(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `update email_message
          set state = 'ambiguous', doubts = doubts + 1, lease_until = null, last_reply = 'no answer', not_before = $2
        where state = 'sending' and lease_until < $1`,
      [now, this.judgedAt(now)],
    );
  }

  /** Decides about every doubt whose time has come. */
  async judge(): Promise<void> {
    const doubts: Doubt[] = await this.database.query(
      `select id, attempt, doubts, class, message_id from email_message
        where state = 'ambiguous' and settled_at is null and not_before <= $1`,
      [this.clock.now()],
    );
    if (doubts.length === 0) return;
    const taken = await this.oracle.taken(doubts.map(({ message_id }) => message_id));
    const verdictOn = (doubt: Doubt): 'accepted' | 'queued' | 'ambiguous' => {
      if (taken) return taken.has(doubt.message_id) ? 'accepted' : 'queued';
      return mustArrive.includes(doubt.class) && doubt.doubts === 1 ? 'queued' : 'ambiguous';
    };
    await this.settle(doubts.map((doubt) => ({ id: doubt.id, attempt: doubt.attempt, state: verdictOn(doubt) })));
  }

  private async settle(verdicts: readonly { id: string; attempt: number; state: string }[]): Promise<void> {
    await this.database.query(
      `update email_message m
          set state = v.state, settled_at = case when v.state <> 'queued' then $2::timestamptz end,
              last_reply = case when v.state = 'accepted' then 'the server says it has it' else m.last_reply end
         from jsonb_to_recordset($1::jsonb) as v(id uuid, attempt integer, state text)
        where m.id = v.id and m.attempt = v.attempt and m.state = 'ambiguous' and m.settled_at is null`,
      [JSON.stringify(verdicts), this.clock.now()],
    );
    const counted = new Map<string, number>();
    for (const { state } of verdicts) counted.set(state, (counted.get(state) ?? 0) + 1);
    this.logger.log(`doubts judged: ${[...counted].map(([state, n]) => `${n} ${state}`).join(', ')}`);
  }
}
