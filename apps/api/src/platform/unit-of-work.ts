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
  /** Runs `effect` once the transaction is safely committed; a failure is logged, never thrown. Sweeps make up for it. */
  afterCommit(effect: () => Promise<void> | void): void;
}

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
    const request = KeyedRequest.now();
    for (let attempt = 1; ; attempt += 1) {
      const effects: (() => Promise<void> | void)[] = [];
      try {
        const now = this.clock.now();
        const result = await this.database.transaction(async (manager) => {
          const made = await work({ manager, now, afterCommit: (effect) => void effects.push(effect) });
          await request?.keep(manager, now, made);
          return made;
        });
        request?.committed(result);
        await this.runEffects(effects);
        return result;
      } catch (error) {
        if (attempt >= attempts || !isPassing(error)) throw error;
        await pause(5 * attempt * attempt);
      }
    }
  }

  private async runEffects(effects: readonly (() => Promise<void> | void)[]): Promise<void> {
    for (const effect of effects) {
      try {
        await effect();
      } catch (error) {
        this.logger.error('An effect after commit failed', error instanceof Error ? error.stack : String(error));
      }
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && passing.has(code);
}

/** True when `error` is PostgreSQL refusing a duplicate of the named unique constraint (any, when none is named). */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driverError = error.driverError as { code?: string; constraint?: string };
  return driverError.code === '23505' && (constraint === undefined || driverError.constraint === constraint);
}
