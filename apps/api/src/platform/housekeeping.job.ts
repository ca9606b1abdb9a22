import { Injectable } from '@nestjs/common';
import { HandlesJob } from './queue';
import { UnitOfWork } from './unit-of-work';

/** Removes what has lost its meaning: answers kept for repeated requests, sessions and links long past, spent rate limits. */
@Injectable()
export class HousekeepingJob {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @HandlesJob('sweep-housekeeping')
  async run(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const at = [tx.now];
      await tx.manager.query(
        `delete from idempotency_key where created_at < $1::timestamptz - interval '48 hours'`,
        at,
      );
      await tx.manager.query(`delete from session where expires_at < $1::timestamptz - interval '30 days'`, at);
      await tx.manager.query(`delete from one_time_token where expires_at < $1::timestamptz - interval '30 days'`, at);
      await tx.manager.query(`delete from rate_limit where expire < extract(epoch from $1::timestamptz) * 1000`, at);
    });
  }
}
