import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes of the few rows that something may be left to do about: what chairs are told first is counted from these. Who handles a paper
 * and of which type it is belong to that too, and stand in the index of lists.
 */
export class Counting1700000000010 implements MigrationInterface {
  name = 'Counting1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index round_undecided_idx on round(submission_id, n) include (id, state)
        where state in ('submitted', 'review_open', 'discussion', 'rebuttal');
      create index assignment_open_idx on assignment(round_id) include (submission_id, reviewer_id, state, due_at)
        where state in ('invited', 'accepted');
      drop index submission_list_idx;
      create index submission_list_idx on submission(call_id, number)
        include (id, state, track_id, type_id, stage, current_round, handler_id, reviews_expected, reviews_in);
    `);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back but the backup.');
  }
}
