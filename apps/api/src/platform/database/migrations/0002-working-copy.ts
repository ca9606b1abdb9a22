import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an author is writing lives apart from what was submitted: `submission` holds the content as the latest version froze it,
 * which is what everybody else lists, searches and reads; `working_copy` holds what the form shows.
 */
export class WorkingCopy1700000000002 implements MigrationInterface {
  name = 'WorkingCopy1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [workingCopy, asSubmitted, authors]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Working copies are not joined with what was submitted again: restore a backup instead.');
  }
}

const workingCopy = `
-- One for each submission, from its start; only its contact authors read it.
create table working_copy (
  submission_id uuid primary key references submission(id),
  title text not null default '',
  abstract text not null default '',
  -- the author's own word on where the reference list begins: null = found by the routine, -1 = there is none
  abstract_cut integer,
  keywords text[] not null default '{}',
  topic_ids uuid[] not null default '{}',
  declarations jsonb not null default '{}'
);
insert into working_copy (submission_id, title, abstract, abstract_cut, keywords, topic_ids, declarations)
  select id, title, abstract, abstract_cut, keywords, topic_ids, declarations from submission;
alter table submission drop column abstract_cut, drop column declarations;
`;

const asSubmitted = `
update submission set title = '', abstract = '', keywords = '{}', topic_ids = '{}', authors_search = '' where submitted_at is null;
with latest as (
  select distinct on (submission_id) submission_id, title, abstract,
         array(select jsonb_array_elements_text(content->'keywords')) as keywords,
         array(select jsonb_array_elements_text(content->'topics'))::uuid[] as topic_ids
    from submission_version order by submission_id, n desc)
update submission s set title = v.title, abstract = v.abstract, keywords = v.keywords, topic_ids = v.topic_ids
  from latest v
 where v.submission_id = s.id
   and (s.title, s.abstract, s.keywords, s.topic_ids) is distinct from (v.title, v.abstract, v.keywords, v.topic_ids);
`;

const authors = `
-- how lists name the authors: "Galli + 2"
alter table submission rename column authors_line to authors_short;
update submission s set authors_short = coalesce(
  (select coalesce(nullif(a->0->>'familyName', ''), nullif(a->0->>'givenName', ''), a->0->>'address', '')
          || case when jsonb_array_length(a) > 1 then ' + ' || jsonb_array_length(a) - 1 else '' end
     from (select content->'authors' as a from submission_version v where v.submission_id = s.id order by n desc limit 1) latest), '');
`;
