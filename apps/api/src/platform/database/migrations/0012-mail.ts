import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters in doubt are judged later, addresses that were refused for good are known, and a call's letters can be held. */
export class Mail1700000000012 implements MigrationInterface {
  name = 'Mail1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- from here on the days are counted after which a letter is given up
      alter table email_message add column first_try_at timestamptz;
      create index email_message_doubt_idx on email_message(not_before) where state = 'ambiguous' and settled_at is null;

      -- an address, not a person: authors without an account have one too
      create table undeliverable_address (
        address citext primary key,
        reply text not null,
        since timestamptz not null
      );

      -- while there is a row, no letter of the call leaves
      create table mail_pause (
        call_id uuid primary key references call(id),
        paused_by uuid not null references person(id),
        paused_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back but the backup.');
  }
}
