import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said between reviews and decision: discussion, the authors' response, and the meta-review. */
export class Talk1700000000004 implements MigrationInterface {
  name = 'Talk1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [rounds, responses, discussions, metaReviews]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Words that people wrote are not thrown away: restore a backup instead.');
  }
}

const rounds = `
alter table deadline drop constraint deadline_kind_check;
alter table deadline add constraint deadline_kind_check check (kind in
  ('opening', 'abstract', 'paper', 'review', 'response', 'decision', 'notification', 'final', 'doctoral_consortium', 'event'));

-- A discussion goes on while authors respond and after a decision nobody was told, so it is no state of the round; a response
-- ends by its date or when a chair closes it. Opening either again moves its instant and clears its end.
alter table round
  add discussion_opened_at timestamptz,
  add discussion_closed_at timestamptz,
  add response_opened_at timestamptz,
  add response_closed_at timestamptz,
  add constraint round_talk_check check (
    (discussion_closed_at is null or discussion_opened_at is not null) and (response_closed_at is null or response_opened_at is not null));
update round set discussion_opened_at = created_at where state = 'discussion';
`;

const responses = `
create table author_response (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  -- working copy, {paper, reviews: {<review id>: text}}; what others read is the latest author_response_version
  texts jsonb not null default '{}',
  submitted_n integer not null default 0,
  version integer not null default 1,
  edited_by uuid not null references person(id),
  created_at timestamptz not null,
  edited_at timestamptz not null,
  submitted_at timestamptz,
  constraint author_response_round_id_key unique (round_id)
);
create index author_response_submission_id_idx on author_response(submission_id);

-- Frozen at each submit.
create table author_response_version (
  id uuid primary key,
  response_id uuid not null references author_response(id),
  n integer not null,
  texts jsonb not null,
  words integer not null,
  submitted_by uuid not null references person(id),
  submitted_at timestamptz not null,
  terms integer not null default 1,
  constraint author_response_version_response_id_n_key unique (response_id, n)
);
`;

const discussions = `
create table discussion_thread (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  subject text not null default '',
  -- who reads what is written next; each message keeps the audience it was written for
  audience text not null constraint discussion_thread_audience_check check (audience in ('chairs', 'reviewer', 'reviewers')),
  reviewer_id uuid references person(id),
  created_by uuid not null references person(id),
  created_at timestamptz not null,
  -- raised when the audience is widened: nobody writes for one audience and is read by another
  version integer not null default 1,
  constraint discussion_thread_reviewer_check check ((audience = 'reviewer') = (reviewer_id is not null))
);
create index discussion_thread_round_id_idx on discussion_thread(round_id);
create index discussion_thread_submission_id_idx on discussion_thread(submission_id);

-- Never edited; struck, it stays for the record and nobody reads it.
create table discussion_message (
  id uuid primary key,
  thread_id uuid not null references discussion_thread(id),
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  -- order within the round; never shown, because gaps would tell of messages for others
  position integer not null,
  author_id uuid not null references person(id),
  -- in which part it was written: who reviews is shown by a pseudonym, who chairs by name or office
  by_chair boolean not null,
  audience text not null constraint discussion_message_audience_check check (audience in ('chairs', 'reviewer', 'reviewers')),
  reviewer_id uuid references person(id),
  text text not null,
  created_at timestamptz not null,
  struck_at timestamptz,
  struck_by uuid references person(id),
  terms integer not null default 1,
  constraint discussion_message_round_id_position_key unique (round_id, position),
  constraint discussion_message_reviewer_check check ((audience = 'reviewer') = (reviewer_id is not null))
);
create index discussion_message_thread_id_idx on discussion_message(thread_id);
create index discussion_message_submission_id_idx on discussion_message(submission_id);

create table discussion_reader (
  round_id uuid not null references round(id),
  person_id uuid not null references person(id),
  read_to integer not null default 0,
  letters boolean not null default true,
  primary key (round_id, person_id)
);
create index discussion_reader_person_id_idx on discussion_reader(person_id);
`;

const metaReviews = `
alter table recommendation
  add for_authors text not null default '',
  add terms integer not null default 1;

-- What authors read: the text as it stood at the release, whatever becomes of the recommendation.
create table released_meta_review (
  id uuid primary key,
  recommendation_id uuid not null references recommendation(id),
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  batch_id uuid not null references release_batch(id),
  text text not null,
  released_at timestamptz not null,
  terms integer not null default 1,
  constraint released_meta_review_recommendation_id_batch_id_key unique (recommendation_id, batch_id)
);
create index released_meta_review_submission_id_idx on released_meta_review(submission_id);
create index released_meta_review_round_id_idx on released_meta_review(round_id);
`;
