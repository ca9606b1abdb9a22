import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { DoubtfulDelivery, Mailer } from '../platform/mailer';
import type { EmailMessage } from './email-message.entity';

/** A letter this process has claimed; nobody else sends it until the lease ends. */
interface Claim {
  id: string;
  attempt: number;
  doubts: number;
  class: EmailMessage['class'];
  to_address: string;
  to_name: string;
  subject: string;
  body: string;
  message_id: string;
  created_at: Date;
}

/** What became of one attempt. */
export type Outcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'later'; reply: string }
  | { kind: 'refused'; reply: string }
  | { kind: 'doubtful' };

/** A letter whose time has come. `jobId` keeps sweeps from piling up jobs for it, and changes so that a lost job is replaced. */
export interface DueLetter {
  id: string;
  jobId: string;
}

const minute = 60_000;
/** Longer than the mailer's own time-outs, so that a lease ends only when its worker is gone. */
const leaseMs = 5 * minute;
/** After the n-th attempt; then every hour. Greylisting passes at the third. */
const retryMinutes = [1, 5, 15, 30, 60];
const giveUpAfterMs = 48 * 60 * minute;
/** People wait for these: after one doubt the same message is sent again, because twice is better than never. */
const mustArrive: readonly EmailMessage['class'][] = ['decision', 'invitation', 'account', 'receipt'];

/** Brings letters from the outbox to the mail server. The row is the truth; jobs only say that it is time to look. */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger('Delivery');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends one letter if it is due and nobody else is sending it; otherwise does nothing, so that a job may run twice. The claim is
   * committed before the connection is made, and the result is written only by the attempt that holds the claim.
   */
  async deliver(id: string): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const claim = await this.claim(id);
    if (!claim) return;
    const outcome = await this.attempt(claim);
    await this.settle(claim, outcome);
    this.logger.log(`letter ${id} ${claim.class} attempt ${claim.attempt}: ${outcome.kind}`);
  }

  /** Ends claims whose worker is gone and answers what is due now, oldest first. */
  async sweep(limit = 1000): Promise<DueLetter[]> {
    const now = this.clock.now();
    await this.endLostLeases(now);
    if (!this.mailer.isConfigured) return [];
    const due: { id: string; attempt: number }[] = await this.database.query(
      `select id, attempt from email_message where state = 'queued' and not_before <= $1 order by not_before limit $2`,
      [now, limit],
    );
    const slot = Math.floor(now.getTime() / (10 * minute));
    return due.map(({ id, attempt }) => ({ id, jobId: `mail-${id}-${attempt}-${slot}` }));
  }

  private async claim(id: string): Promise<Claim | undefined> {
    const now = this.clock.now();
    const [rows]: [Claim[], number] = await this.database.query(
      `update email_message set state = 'sending', attempt = attempt + 1, lease_until = $3
        where id = (select id from email_message where id = $1 and state = 'queued' and not_before <= $2 for update skip locked)
        returning id, attempt, doubts, class, to_address, to_name, subject, body, message_id, created_at`,
      [id, now, new Date(now.getTime() + leaseMs)],
    );
    return rows[0];
  }

  private async attempt(claim: Claim): Promise<Outcome> {
    try {
      const { reply } = await this.mailer.send({
        messageId: claim.message_id,
        to: { address: claim.to_address, name: claim.to_name },
        subject: claim.subject,
        text: claim.body,
      });
      return { kind: 'accepted', reply };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  private async settle(claim: Claim, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    if (outcome.kind === 'doubtful') return this.settleDoubt(claim, now);
    const tooOld = now.getTime() - claim.created_at.getTime() > giveUpAfterMs;
    const again = outcome.kind === 'later' && !tooOld;
    const state = outcome.kind === 'accepted' ? 'accepted' : again ? 'queued' : 'failed';
    await this.database.query(
      `update email_message
          set state = $3, lease_until = null, last_reply = $4, settled_at = $5, not_before = $6
        where id = $1 and state = 'sending' and attempt = $2`,
      [
        claim.id,
        claim.attempt,
        state,
        outcome.reply.slice(0, 500),
        again ? null : now,
        again ? retryAt(claim, now) : now,
      ],
    );
  }

  private async settleDoubt(claim: Claim, now: Date): Promise<void> {
    const again = mustArrive.includes(claim.class) && claim.doubts === 0;
    await this.database.query(
      `update email_message
          set state = $3, doubts = doubts + 1, lease_until = null, last_reply = $4, settled_at = $5, not_before = $6
        where id = $1 and state = 'sending' and attempt = $2`,
      [
        claim.id,
        claim.attempt,
        again ? 'queued' : 'ambiguous',
        'no answer',
        again ? null : now,
        again ? retryAt(claim, now) : now,
      ],
    );
  }

  /** A worker that dies while sending leaves a lease behind: that is the same doubt as a broken link. */
  private async endLostLeases(now: Date): Promise<void> {
    await this.database.query(
      `update email_message
          set state = case when class = any($2) and doubts = 0 then 'queued' else 'ambiguous' end,
              settled_at = case when class = any($2) and doubts = 0 then null else $1::timestamptz end,
              doubts = doubts + 1, lease_until = null, last_reply = 'no answer'
        where state = 'sending' and lease_until < $1`,
      [now, mustArrive],
    );
  }
}

/** 5xx is final, 4xx and a server out of reach are for later, silence after the last byte is doubt. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof DoubtfulDelivery) return { kind: 'doubtful' };
  const { responseCode, code, response } = error as { responseCode?: number; code?: string; response?: string };
  const reply = response ?? code ?? 'unreachable';
  return responseCode !== undefined && responseCode >= 500 ? { kind: 'refused', reply } : { kind: 'later', reply };
}

function retryAt(claim: Claim, now: Date): Date {
  const minutes = retryMinutes[Math.min(claim.attempt, retryMinutes.length) - 1] ?? 60;
  return new Date(now.getTime() + minutes * minute);
}
