import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opening a setting opens no text that exists already: a call numbers its terms, keeps the former ones, and what people write
 * keeps the number it was written under. 1, the first, is also the safe value for a row that does not say.
 */
export class Terms1700000000008 implements MigrationInterface {
  name = 'Terms1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table call add column terms integer not null default 1;
-- terms that held until somebody changed anonymity or visibility; those of today are in the call itself
create table call_terms (
  call_id uuid not null references call(id),
  n integer not null,
  anonymity text not null constraint call_terms_anonymity_check check (anonymity in ('single', 'double', 'triple')),
  -- {submission type: its own anonymity}, for those that have one
  types jsonb not null,
  visibility jsonb not null,
  ended_at timestamptz not null,
  ended_by uuid references person(id),
  reason text not null default '',
  primary key (call_id, n)
);
alter table submission add column terms integer not null default 1;
alter table assignment add column terms integer not null default 1;
alter table review_version add column terms integer not null default 1;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table review_version drop column terms;
alter table assignment drop column terms;
alter table submission drop column terms;
drop table call_terms;
alter table call drop column terms;
`);
  }
}
