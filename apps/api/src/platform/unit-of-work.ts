import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Clock } from './clock';
import { KeyedRequest } from './keyed-request';

/** What a use case works with: one transaction, one instant. */
export interface Tx {
  readonly manager: EntityManager;
  /** The instant of this use case. */
  readonly now: Date;
  /**
   * Begins a statement whose rows nobody waits for, and goes on. It has its effect before every later statement of the transaction,
   * and when it fails, all fails.
   */
  write(sql: string, values: readonly unknown[]): void;
  /** Runs `effect` once the transaction is safely committed; a failure is logged, never thrown. Sweeps make up for it. */
  afterCommit(effect: Effect): void;
}

type Effect = () => Promise<void> | void;

/** PostgreSQL's way of saying "try again": serialization failure, deadlock. */
const passing = new Set(['40001', '40P01']);
const attempts = 4;

@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger('UnitOfWork');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction: all of it happens or none. After a deadlock or serialization failure the whole of `work`
   * runs again, so it must touch nothing but `tx`; everything else belongs in `tx.afterCommit`. Where a request is to have one
   * effect (`KeyedRequest`), its answer is kept in the same transaction.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const effects: Effect[] = [];
      try {
        const result = await this.database.transaction((manager) => this.within(manager, work, effects));
        KeyedRequest.now()?.committed(result);
        await this.runEffects(effects);
        return result;
      } catch (error) {
        if (attempt >= attempts || !isPassing(error)) throw error;
        await pause(5 * attempt * attempt);
      }
    }
  }

  /** All of `work` in a transaction that is open, its writes and the answer that is kept of it included. */
  protected async within<T>(manager: EntityManager, work: (tx: Tx) => Promise<T>, effects: Effect[]): Promise<T> {
    const now = this.clock.now();
    const writes = new Writes(manager);
    const tx: Tx = {
      manager,
      now,
      write: (sql, values) => writes.begin(sql, values),
      afterCommit: (effect) => void effects.push(effect),
    };
    return writes.finish(async () => {
      const result = await work(tx);
      await KeyedRequest.now()?.keep(manager, now, result);
      return result;
    });
  }

  private async runEffects(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) {
      try {
        await effect();
      } catch (error) {
        this.logger.error('An effect after commit failed', error instanceof Error ? error.stack : String(error));
      }
    }
  }
}

/** The statements of a transaction that were begun and are not waited for: one connection carries them out in their order. */
class Writes {
  private readonly begun: Promise<unknown>[] = [];

  constructor(private readonly manager: EntityManager) {}

  begin(sql: string, values: readonly unknown[]): void {
    const done = this.manager.query(sql, [...values]);
    // told in `finish`
    done.catch(() => undefined);
    this.begun.push(done);
  }

  /** What `work` answers, once all that was begun is done. After a failed write every later statement fails too: the first says why. */
  async finish<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      await Promise.all(this.begun);
      return result;
    } catch (error) {
      if (codeOf(error) === aborted) await Promise.all(this.begun);
      throw error;
    }
  }
}

/** "Current transaction is aborted": an earlier statement failed. */
const aborted = '25P02';

function codeOf(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && passing.has(code);
}

/** True when `error` is PostgreSQL refusing a duplicate of the named unique constraint (any, when none is named). */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError = error.driverError as { code?: string; constraint?: string };
  return driverError.code === '23505' && (constraint === undefined || driverError.constraint === constraint);
}
