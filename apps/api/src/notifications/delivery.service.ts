import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { Mailer, mailConnections } from '../platform/mailer';
import { UnitOfWork } from '../platform/unit-of-work';
import { DoubtsService } from './doubts.service';
import { isAddressRefused, outcomeOf, retryMinutes, type Outcome } from './smtp-outcome';
import { Undeliverable } from './undeliverable';

/** A letter this process has claimed; nobody else sends it until the lease ends. */
interface Claim {
  id: string;
  attempt: number;
  to_address: string;
  to_name: string;
  subject: string;
  body: string;
  message_id: string;
  first_try_at: Date;
  lease_until: Date;
}

/** What a letter becomes after an attempt. */
interface Settled {
  state: 'accepted' | 'failed' | 'ambiguous' | 'queued';
  /** 1 = the attempt did not count. */
  untried: number;
  doubt: number;
  settled: Date | null;
  at: Date;
}

const minute = 60_000;
const giveUpAfterMs = 48 * 60 * minute;
/** A mail server that is out of reach is left alone for so long: a thousand letters must not knock a thousand times. */
const restMs = 10_000;

/** Brings letters from the outbox to the mail server. The rows are the truth; jobs only say that it is time to look. */
@Injectable()
export class DeliveryService implements OnModuleDestroy {
  private readonly logger = new Logger('Delivery');
  private lanes = 0;
  private wakes = 0;
  private stopping = false;
  /** Set while the server is out of reach: nobody knocks before. */
  private restUntil: Date | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly doubts: DoubtsService,
    private readonly undeliverable: Undeliverable,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * Sends what is due, oldest first, over a few connections at once, until nothing is. A letter is claimed and the claim committed before
   * anything is said to the server, and the result is written only by the attempt that holds the claim; so this may run any number of
   * times, here and in other processes.
   */
  async deliverDue(): Promise<void> {
    if (!this.mailer.isConfigured) return;
    this.wakes += 1;
    // after trouble one letter tries the door before the others come
    const wanted = this.restUntil ? 1 : mailConnections;
    const opened = [];
    while (this.lanes + opened.length < wanted) opened.push(undefined);
    await Promise.all(opened.map(() => this.lane()));
    if (wanted === 1 && !this.restUntil) await this.deliverDue();
  }

  /** One letter after the other until none is due; a wake-up that comes while it looks makes it look again. */
  private async lane(): Promise<void> {
    this.lanes += 1;
    try {
      for (;;) {
        const seen = this.wakes;
        if (this.stopping || this.isResting()) return;
        const claim = await this.claim();
        if (!claim && seen === this.wakes) return;
        if (!claim) continue;
        const outcome = await this.attempt(claim);
        await this.settle(claim, outcome);
        if (this.restUntil && outcome.kind === 'accepted') {
          this.restUntil = undefined;
          return;
        }
      }
    } finally {
      this.lanes -= 1;
    }
  }

  private isResting(): boolean {
    return this.restUntil !== undefined && this.clock.now() < this.restUntil;
  }

  private async claim(): Promise<Claim | undefined> {
    const now = this.clock.now();
    const [rows]: [Claim[], number] = await this.database.query(
      `with next as materialized (
         select id from email_message m where state = 'queued' and not_before <= $1 and not exists (select 1 from mail_pause p where p.call_id = m.call_id)
          order by not_before, id limit 1 for update skip locked)
       update email_message m set state = 'sending', attempt = attempt + 1, lease_until = $2, first_try_at = coalesce(first_try_at, $1)
         from next where m.id = next.id
       returning m.id, attempt, to_address, to_name, subject, body, message_id, first_try_at, lease_until`,
      // longer than an attempt can take, so that a lease ends only when its worker is gone
      [now, new Date(now.getTime() + this.mailer.longestMs * 1.5)],
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
    if (outcome.kind === 'out of reach') {
      this.restUntil = new Date(now.getTime() + restMs);
      this.logger.warn(`the mail server is out of reach: ${outcome.reply}`);
    }
    const next = { ...this.after(claim, outcome, now), reply: outcome.reply.slice(0, 500) };
    await this.insist(claim, () =>
      isAddressRefused(outcome)
        ? this.unitOfWork.run(async (tx) => {
            if (await this.write(tx.manager, claim, next)) await this.undeliverable.mark(tx, claim, next.reply);
          })
        : this.write(this.database.manager, claim, next),
    );
    this.logger.log(`letter ${claim.id} attempt ${claim.attempt}: ${outcome.kind}`);
  }

  /** Writes what became of a claim that still holds. Where a letter arrives, its address is good. */
  private async write(manager: EntityManager, claim: Claim, next: Settled & { reply: string }): Promise<boolean> {
    const [rows]: [unknown[], number] = await manager.query(
      `with good as (delete from undeliverable_address where $3 = 'accepted' and address = $9)
       update email_message
          set state = $3, lease_until = null, last_reply = $4, attempt = attempt - $5, doubts = doubts + $6, settled_at = $7, not_before = $8
        where id = $1 and state = 'sending' and attempt = $2 returning id`,
      [
        claim.id,
        claim.attempt,
        next.state,
        next.reply,
        next.untried,
        next.doubt,
        next.settled,
        next.at,
        claim.to_address,
      ],
    );
    return rows.length > 0;
  }

  /** The state a letter goes to, and when it is looked at next. */
  private after(claim: Claim, outcome: Outcome, now: Date): Settled {
    const settled = { untried: 0, doubt: 0, settled: now, at: now };
    const waiting = { ...settled, settled: null };
    switch (outcome.kind) {
      case 'accepted':
        return { ...settled, state: 'accepted' };
      case 'refused':
        return { ...settled, state: 'failed' };
      case 'doubtful':
        return { ...waiting, state: 'ambiguous', doubt: 1, at: this.doubts.judgedAt(now) };
      case 'out of reach':
        // says nothing about this letter: it was not tried, and others go first when the server is back
        return { ...waiting, state: 'queued', untried: 1, at: new Date(now.getTime() + restMs) };
      case 'later': {
        if (now.getTime() - claim.first_try_at.getTime() > giveUpAfterMs) return { ...settled, state: 'failed' };
        const minutes = retryMinutes[Math.min(claim.attempt, retryMinutes.length) - 1] ?? 60;
        return { ...waiting, state: 'queued', at: new Date(now.getTime() + minutes * minute) };
      }
    }
  }

  /** What the server said is known here alone: a database that is away for a moment must not make a doubt of it. */
  private async insist(claim: Claim, write: () => Promise<unknown>): Promise<unknown> {
    for (let wait = 100; ; wait *= 2) {
      try {
        return await write();
      } catch (error) {
        if (this.clock.now().getTime() + wait > claim.lease_until.getTime()) throw error;
        await pause(wait);
      }
    }
  }
}
