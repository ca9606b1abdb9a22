import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conflicts of interest: why the machine thinks so, how a chair settled it, what is found late, and who handles what nobody else may. */
export class Conflicts1700000000005 implements MigrationInterface {
  name = 'Conflicts1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Conflicts that people declared or settled are not thrown away.');
  }
}

const statements = `
alter table conflict
  -- what speaks for it: [{kind, reason, author, what}]; names authors, so it is read only for who may know them
  add column evidence jsonb not null default '[]',
  add column settled_by uuid references person(id),
  add column settled_at timestamptz,
  add column settled_reason text not null default '';
create index conflict_suggested_idx on conflict(submission_id) where state = 'suggested';

-- A person's own list of whom, and which institutions, they are too close to; one row per line of the profile.
create table person_relation (
  id uuid primary key,
  person_id uuid not null references person(id),
  kind text not null constraint person_relation_kind_check check (kind in ('advisor', 'collaborator', 'institution')),
  position integer not null,
  name text not null default '',
  affiliation text not null default '',
  address text not null default ''
);
create index person_relation_person_id_idx on person_relation(person_id);

-- What has to be compared again: a submission with its committee, a person with everything, or a whole call.
create table conflict_check (
  id uuid primary key,
  call_id uuid references call(id),
  submission_id uuid references submission(id) on delete cascade,
  person_id uuid references person(id),
  created_at timestamptz not null,
  constraint conflict_check_what_check check (num_nonnulls(call_id, submission_id, person_id) = 1)
);
create index conflict_check_created_at_idx on conflict_check(created_at);

alter table assignment
  -- where it stood when a conflict ended it, so that a chair who dismisses the conflict puts it back there
  add column revoked_from text,
  -- a chair has seen that it ended
  add column revocation_seen_at timestamptz;

alter table call
  -- handles papers that nobody else in office may
  add column substitute_id uuid references person(id);

alter table submission
  -- everybody whose office it is wrote it or is in conflict, and no substitute is free
  add column unhandled boolean not null default false;
create index submission_handler_id_idx on submission(handler_id) where handler_id is not null;
create index submission_unhandled_idx on submission(call_id) where unhandled;

alter table email_message
  -- further submissions that a letter speaks of: only who may know all of them reads it
  add column also_about uuid[] not null default '{}';
`;
