import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answer to a request with a key is kept in the transaction of its effect: there are no rows of requests that still run. */
export class KeptAnswers1700000000006 implements MigrationInterface {
  name = 'KeptAnswers1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from idempotency_key where status is null;
      alter table idempotency_key alter column status set not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back but the backup.');
  }
}
