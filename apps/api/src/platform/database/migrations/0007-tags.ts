import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags of submissions: private, for chairs, for the committee. */
export class Tags1700000000007 implements MigrationInterface {
  name = 'Tags1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table submission_tag (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  name text not null constraint submission_tag_name_check check (name ~ '^[a-z0-9_-]{1,40}$'),
  scope text not null constraint submission_tag_scope_check check (scope in ('private', 'chairs', 'committee')),
  -- whose it is where it is private; otherwise who added it
  person_id uuid not null references person(id),
  created_at timestamptz not null
);
create unique index submission_tag_private_idx on submission_tag(submission_id, name, person_id) where scope = 'private';
create unique index submission_tag_shared_idx on submission_tag(submission_id, name, scope) where scope <> 'private';
create index submission_tag_name_idx on submission_tag(name);
create index submission_tag_person_id_idx on submission_tag(person_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table submission_tag`);
  }
}
