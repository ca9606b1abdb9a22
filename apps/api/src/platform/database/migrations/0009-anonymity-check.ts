import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a look for its authors' names found in a file: for its authors to read, never a condition. */
export class AnonymityCheck1700000000009 implements MigrationInterface {
  name = 'AnonymityCheck1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- null = not looked at yet, or nobody has to be anonymous; otherwise {"hints": [...]} or {"failed": "too_slow"}
      alter table submission_file add column anonymity jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table submission_file drop column anonymity`);
  }
}
