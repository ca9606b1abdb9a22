import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock';
import { KeyedRequest } from '../platform/keyed-request';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';

/**
 * Runs every use case to its end, answers what it answers, and keeps nothing of it: a sweep over all routes can then ask the
 * same question of everybody, and each finds the world as it was.
 */
@Injectable()
export class RehearsedUnitOfWork extends UnitOfWork {
  constructor(
    private readonly rehearsal: DataSource,
    clock: Clock,
  ) {
    super(rehearsal, clock);
  }

  override async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.rehearsal.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await this.within(runner.manager, work, []);
      KeyedRequest.now()?.committed(result);
      return result;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
}
