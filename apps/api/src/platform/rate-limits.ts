import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool, QueryConfig, QueryResult } from 'pg';
import { DataSource } from 'typeorm';

/** How often something may be tried: `points` within `seconds`. A whole university may share one IP on the day of a deadline. */
const limits = {
  signInByAddress: { points: 10, seconds: 15 * 60 },
  signInByIp: { points: 200, seconds: 15 * 60 },
  signUpByIp: { points: 100, seconds: 3600 },
  mailByAddress: { points: 5, seconds: 3600 },
  resetByIp: { points: 60, seconds: 3600 },
  linkByIp: { points: 60, seconds: 15 * 60 },
  uploadByPerson: { points: 120, seconds: 3600 },
  exportByPerson: { points: 60, seconds: 3600 },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type LimitName = keyof typeof limits;

/**
 * Counts are a promise to nobody: their commit does not wait for the disk, and a power cut forgets at most the last second of them. The
 * three statements leave at once.
 */
function unhurried(pool: Pool): { query: (config: QueryConfig) => Promise<QueryResult> } {
  return {
    query: async (config) => {
      const client = await pool.connect();
      try {
        const [, counted] = await Promise.all([
          client.query('begin; set local synchronous_commit to off'),
          client.query(config),
          client.query('commit'),
        ]);
        return counted;
      } finally {
        client.release();
      }
    },
  };
}

/** Rate limits that hold across processes, because they are counted in PostgreSQL. */
@Injectable()
export class RateLimits {
  private readonly limiters: Readonly<Record<LimitName, RateLimiterPostgres>>;

  constructor(dataSource: DataSource) {
    const make = (name: LimitName): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: unhurried((dataSource.driver as unknown as { master: Pool }).master),
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: limits[name].points,
        duration: limits[name].seconds,
      });
    this.limiters = Object.fromEntries(
      (Object.keys(limits) as LimitName[]).map((name) => [name, make(name)]),
    ) as Record<LimitName, RateLimiterPostgres>;
  }

  /** Counts one attempt of `who`; refuses with the seconds to wait when there were too many. */
  async spend(name: LimitName, who: string): Promise<void> {
    try {
      await this.limiters[name].consume(who.toLowerCase().slice(0, 200));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw new Refusal('too_many_requests', { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
    }
  }

  /** Forgets the attempts of `who`: after a sign-in that worked, earlier typing errors count no longer. */
  async forget(name: LimitName, who: string): Promise<void> {
    await this.limiters[name].delete(who.toLowerCase().slice(0, 200));
  }
}
