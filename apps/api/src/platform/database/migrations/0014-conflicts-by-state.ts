import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of conflicts is read state by state and paper by paper: a large committee has hundreds of thousands of them. */
export class ConflictsByState1700000000014 implements MigrationInterface {
  name = 'ConflictsByState1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index conflict_state_submission_id_person_id_idx on conflict(state, submission_id, person_id);
drop index conflict_suggested_idx;
`);
  }

  async down(): Promise<void> {
    throw new Error('An index that a list needs is not dropped.');
  }
}
