import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates of bids, of revisions, and the day from which no review is taken; calendars that people subscribe to by a secret address. */
export class Dates1700000000011 implements MigrationInterface {
  name = 'Dates1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deadline drop constraint deadline_kind_check, add constraint deadline_kind_check check (kind in
        ('opening', 'abstract', 'paper', 'bids', 'review', 'review_hard', 'response', 'decision', 'notification', 'revision', 'final',
         'doctoral_consortium', 'event'));
      create index deadline_submission_id_idx on deadline(submission_id) where submission_id is not null;
      create index deadline_person_id_idx on deadline(person_id) where person_id is not null;

      -- one secret address per person; only its hash is kept, so that whoever reads the database subscribes to nobody
      create table calendar_feed (
        person_id uuid primary key references person(id),
        token_hash bytea not null constraint calendar_feed_token_hash_key unique,
        created_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back but the backup.');
  }
}
