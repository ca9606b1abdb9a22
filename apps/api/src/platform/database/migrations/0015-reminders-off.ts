import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever wants no reminders gets none; what is decided, asked or received is told all the same. */
export class RemindersOff1700000000015 implements MigrationInterface {
  name = 'RemindersOff1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person add column wants_reminders boolean not null default true`);
  }

  async down(): Promise<void> {
    throw new Error('What people chose is not thrown away.');
  }
}
