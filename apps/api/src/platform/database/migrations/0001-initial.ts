import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. Ids are random UUIDs, instants are timestamptz, states are text with a check, rows that people race for
 * carry a `version`. Constraint and index names are PostgreSQL's own defaults, which the naming strategy reproduces.
 */
export class Initial1700000000001 implements MigrationInterface {
  name = 'Initial1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [extensions, people, calls, submissions, reviewing, decisions, notifications, platform])
      await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}

const extensions = `
create extension if not exists citext;
create extension if not exists pg_trgm;
`;

const people = `
create table person (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  affiliation text not null default '',
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  password_hash text,
  is_admin boolean not null default false,
  is_demo boolean not null default false,
  -- set when this account turned out to belong to somebody who already had one
  merged_into uuid references person(id),
  version integer not null default 1,
  created_at timestamptz not null
);
create index person_merged_into_idx on person(merged_into);

create table person_email (
  id uuid primary key,
  person_id uuid not null references person(id),
  address citext not null,
  verified_at timestamptz,
  is_primary boolean not null default false,
  created_at timestamptz not null
);
-- an address proves a person only once it is verified; before that several people may claim it
create unique index person_email_address_idx on person_email(address) where verified_at is not null;
create index person_email_address_person_id_idx on person_email(address, person_id);
create unique index person_email_person_id_idx on person_email(person_id) where is_primary;

create table session (
  id uuid primary key,
  person_id uuid not null references person(id),
  token_hash bytea not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create unique index session_token_hash_idx on session(token_hash);
create index session_person_id_idx on session(person_id);

create table one_time_token (
  id uuid primary key,
  purpose text not null constraint one_time_token_purpose_check check (purpose in ('verify', 'reset', 'set_up')),
  token_hash bytea not null,
  person_id uuid references person(id),
  email_id uuid references person_email(id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create unique index one_time_token_token_hash_idx on one_time_token(token_hash);
create index one_time_token_person_id_idx on one_time_token(person_id);
`;

const calls = `
create table journal (
  id uuid primary key,
  slug text not null,
  name text not null,
  publisher text not null default '',
  created_at timestamptz not null
);
create unique index journal_slug_idx on journal(slug);

create table call (
  id uuid primary key,
  slug text not null,
  kind text not null constraint call_kind_check check (kind in ('conference', 'special_issue')),
  journal_id uuid references journal(id),
  -- "ITAIS 2016"
  name text not null,
  -- "the 13th Conference of the Italian Chapter of AIS"
  kicker text not null default '',
  -- "ICT and innovation: a step forward to a global society"
  tagline text not null default '',
  -- the call's text, Markdown
  body text not null default '',
  place text not null default '',
  website text not null default '',
  time_zone text not null default 'Etc/GMT+12',
  anonymity text not null default 'double' constraint call_anonymity_check check (anonymity in ('single', 'double', 'triple')),
  state text not null default 'setup' constraint call_state_check check (state in ('setup', 'published', 'closed')),
  -- validated by the contract's schema: visibility settings, reviews per paper, load, delegation of decisions, auto-submission…
  settings jsonb not null default '{}',
  -- the demo places dates relative to the first start and says so on the page
  is_demo boolean not null default false,
  next_number integer not null default 1,
  version integer not null default 1,
  created_by uuid references person(id),
  created_at timestamptz not null,
  published_at timestamptz,
  constraint call_journal_check check (kind = 'special_issue' or journal_id is null)
);
create unique index call_slug_idx on call(slug);
create index call_journal_id_idx on call(journal_id);
create index call_state_idx on call(state);

create table track (
  id uuid primary key,
  call_id uuid not null references call(id),
  name text not null,
  slug text not null,
  description text not null default '',
  position integer not null,
  -- set when its co-chairs said that every recommendation of the track is made
  completed_at timestamptz,
  completed_by uuid references person(id),
  version integer not null default 1,
  constraint track_call_id_slug_key unique (call_id, slug)
);

create table topic (
  id uuid primary key,
  call_id uuid not null references call(id),
  track_id uuid references track(id),
  name text not null,
  position integer not null,
  constraint topic_call_id_name_key unique (call_id, name)
);
create index topic_track_id_idx on topic(track_id);

create table submission_type (
  id uuid primary key,
  call_id uuid not null references call(id),
  -- paper, poster, doctoral_consortium, article…
  key text not null,
  name text not null,
  position integer not null,
  anonymity text constraint submission_type_anonymity_check check (anonymity in ('none', 'single', 'double', 'triple')),
  -- validated by the contract's schema: file slots, media types, abstract word limit, topics min and max
  settings jsonb not null default '{}',
  is_open boolean not null default true,
  constraint submission_type_call_id_key_key unique (call_id, key)
);

-- One row is one act of setting a date. The current one of a scope has superseded_at null; earlier rows are its history.
create table deadline (
  id uuid primary key,
  call_id uuid not null references call(id),
  track_id uuid references track(id),
  submission_type_id uuid references submission_type(id),
  submission_id uuid,
  person_id uuid references person(id),
  kind text not null constraint deadline_kind_check check (kind in
    ('opening', 'abstract', 'paper', 'review', 'decision', 'notification', 'final', 'doctoral_consortium', 'event')),
  -- as typed: 'YYYY-MM-DDTHH:mm' for a minute, 'YYYY-MM-DD' for a day; null = to be announced
  wall_time text,
  -- last day of an event that takes several
  until_wall_time text,
  zone text not null,
  -- end of the typed minute or day; open iff now < closes_at
  closes_at timestamptz,
  label text not null default '',
  note text not null default '',
  position integer not null default 0,
  reason text not null default '',
  set_by uuid references person(id),
  created_at timestamptz not null,
  superseded_at timestamptz,
  constraint deadline_instant_check check ((wall_time is null) = (closes_at is null))
);
create unique index deadline_scope_idx on deadline
  (call_id, kind, coalesce(track_id, call_id), coalesce(submission_type_id, call_id), coalesce(submission_id, call_id), coalesce(person_id, call_id), position)
  where superseded_at is null;
create index deadline_call_id_idx on deadline(call_id) where superseded_at is null;
create index deadline_closes_at_idx on deadline(closes_at) where superseded_at is null;

create table form (
  id uuid primary key,
  call_id uuid not null references call(id),
  track_id uuid references track(id),
  purpose text not null constraint form_purpose_check check (purpose in ('review')),
  created_at timestamptz not null
);
create index form_call_id_idx on form(call_id);

create table form_version (
  id uuid primary key,
  form_id uuid not null references form(id),
  n integer not null,
  -- [{key, label, kind, required, visibility, scale…}], validated by the contract's schema
  fields jsonb not null,
  created_by uuid references person(id),
  created_at timestamptz not null,
  constraint form_version_form_id_n_key unique (form_id, n)
);

create table membership (
  id uuid primary key,
  person_id uuid not null references person(id),
  role text not null constraint membership_role_check check (role in ('chair', 'track_chair', 'guest_editor', 'editor_in_chief', 'reviewer')),
  call_id uuid references call(id),
  track_id uuid references track(id),
  journal_id uuid references journal(id),
  -- how the public page names them: "W. Castelnovo", "U. of Insubria, Italy"
  display_name text not null default '',
  display_affiliation text not null default '',
  position integer not null default 0,
  max_load integer,
  starts_at timestamptz not null,
  ends_at timestamptz,
  constraint membership_scope_check check ((call_id is null) <> (journal_id is null) and (track_id is null or role in ('track_chair', 'reviewer')))
);
create unique index membership_live_idx on membership(person_id, role, coalesce(call_id, journal_id), coalesce(track_id, call_id, journal_id)) where ends_at is null;
create index membership_call_id_role_idx on membership(call_id, role);
-- every request of a signed-in person asks for their offices, ended ones included
create index membership_person_id_idx on membership(person_id);
create index membership_journal_id_idx on membership(journal_id);
create index membership_track_id_idx on membership(track_id);

create table topic_interest (
  person_id uuid not null references person(id),
  topic_id uuid not null references topic(id),
  -- -2 … 2, as in the neutral bench format; 1 = declared
  interest smallint not null default 1,
  primary key (person_id, topic_id)
);
create index topic_interest_topic_id_idx on topic_interest(topic_id);

-- An office offered to somebody by mail; the person may be unknown until the link is followed.
create table role_invitation (
  id uuid primary key,
  call_id uuid not null references call(id),
  track_id uuid references track(id),
  role text not null constraint role_invitation_role_check check (role in ('chair', 'track_chair', 'guest_editor', 'reviewer')),
  address citext not null,
  given_name text not null default '',
  family_name text not null default '',
  affiliation text not null default '',
  topic_ids uuid[] not null default '{}',
  state text not null default 'pending' constraint role_invitation_state_check check (state in ('pending', 'accepted', 'declined', 'expired', 'withdrawn')),
  token_hash bytea not null,
  person_id uuid references person(id),
  decline_reason text not null default '',
  invited_by uuid references person(id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1
);
create unique index role_invitation_token_hash_idx on role_invitation(token_hash);
create unique index role_invitation_live_idx on role_invitation(call_id, role, address, coalesce(track_id, call_id)) where state = 'pending';
create index role_invitation_address_idx on role_invitation(address);
`;

const submissions = `
create table submission (
  id uuid primary key,
  call_id uuid not null references call(id),
  track_id uuid not null references track(id),
  type_id uuid not null references submission_type(id),
  -- allotted at the first submit, never reused
  number integer,
  state text not null default 'draft' constraint submission_state_check check (state in
    ('draft', 'submitted', 'withdrawn', 'accepted', 'rejected', 'published', 'closed')),
  -- the latest stage submitted: an abstract alone does not enter review
  stage text constraint submission_stage_check check (stage in ('abstract', 'paper', 'revision', 'final')),
  title text not null default '',
  abstract text not null default '',
  -- the author's own word on where the reference list begins: null = found by the routine, -1 = there is none
  abstract_cut integer,
  keywords text[] not null default '{}',
  topic_ids uuid[] not null default '{}',
  declarations jsonb not null default '{}',
  current_round integer not null default 1,
  -- editor of record where one is named; otherwise the track's co-chairs handle
  handler_id uuid references person(id),
  version integer not null default 1,
  created_by uuid not null references person(id),
  created_at timestamptz not null,
  edited_at timestamptz not null,
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  -- for chairs' lists, kept by the same transactions that change authors and reviews (current round)
  authors_line text not null default '',
  authors_search text not null default '',
  reviews_expected smallint not null default 0,
  reviews_in smallint not null default 0,
  score_mean numeric(5, 3),
  score_min smallint,
  score_max smallint,
  constraint submission_call_id_number_key unique (call_id, number),
  constraint submission_number_check check (state = 'draft' or number is not null)
);
create index submission_track_id_idx on submission(track_id);
create index submission_type_id_idx on submission(type_id);
create index submission_call_id_state_idx on submission(call_id, state);
create index submission_call_id_score_mean_number_idx on submission(call_id, score_mean desc nulls last, number);
-- chairs' lists are counted and paged from this alone, without reading the texts
create index submission_list_idx on submission(call_id, number) include (id, state, track_id, stage, current_round, reviews_expected, reviews_in);
create index submission_title_trgm_idx on submission using gin (title gin_trgm_ops);
-- what a text search looks in; its cost tells the planner that asking the index is cheaper than reading even a hundred abstracts
create function submission_words(title text, abstract text) returns tsvector language sql immutable parallel safe cost 10000
  as $words$ select to_tsvector('simple'::regconfig, title || ' ' || abstract) $words$;
create index submission_text_idx on submission using gin (submission_words(title, abstract));
create index submission_authors_search_trgm_idx on submission using gin (authors_search gin_trgm_ops);
alter table deadline add constraint deadline_submission_id_fkey foreign key (submission_id) references submission(id);

create table submission_contact (
  submission_id uuid not null references submission(id),
  person_id uuid not null references person(id),
  added_at timestamptz not null,
  primary key (submission_id, person_id)
);
create index submission_contact_person_id_idx on submission_contact(person_id);

-- Identity lives apart from content: who may not see it never loads it.
create table submission_author (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  position integer not null,
  given_name text not null default '',
  family_name text not null default '',
  address citext not null default '',
  affiliation text not null default '',
  country text not null default '',
  is_corresponding boolean not null default false,
  -- becomes a contact as soon as the address is known to be somebody's
  may_edit boolean not null default false,
  -- only ever through a verified address
  person_id uuid references person(id),
  constraint submission_author_submission_id_position_key unique (submission_id, position) deferrable initially deferred
);
create index submission_author_person_id_idx on submission_author(person_id);
create index submission_author_address_idx on submission_author(address);

create table submission_topic (
  submission_id uuid not null references submission(id),
  topic_id uuid not null references topic(id),
  primary key (submission_id, topic_id)
);
create index submission_topic_topic_id_idx on submission_topic(topic_id);

create table conflict (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  person_id uuid not null references person(id),
  kind text not null constraint conflict_kind_check check (kind in
    ('same_person', 'advisor', 'co_author', 'institution', 'domain', 'collaborator', 'personal', 'other')),
  source text not null constraint conflict_source_check check (source in ('author', 'reviewer', 'machine', 'chair')),
  state text not null default 'blocking' constraint conflict_state_check check (state in ('blocking', 'suggested', 'dismissed')),
  declared_by uuid references person(id),
  reason text not null default '',
  created_at timestamptz not null,
  constraint conflict_submission_id_person_id_source_key unique (submission_id, person_id, source)
);
create index conflict_person_id_idx on conflict(person_id);

create table blob (
  -- SHA-256, hex; the file store is addressed by it
  hash text primary key,
  bytes bigint not null,
  media_type text not null,
  created_at timestamptz not null
);

create table submission_file (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  slot text not null,
  blob_hash text not null references blob(hash),
  -- what the author's machine called it: shown to authors and chairs, never used as a path or sent to reviewers
  original_name text not null,
  media_type text not null,
  bytes bigint not null,
  pages integer,
  state text not null default 'checking' constraint submission_file_state_check check (state in ('checking', 'clean', 'rejected')),
  state_reason text not null default '',
  -- the copy without metadata that reviewers read
  clean_hash text references blob(hash),
  uploaded_by uuid not null references person(id),
  uploaded_at timestamptz not null,
  -- null = part of the working copy; a replaced file stays for the versions that hold it
  replaced_at timestamptz
);
create index submission_file_submission_id_idx on submission_file(submission_id);

create table round (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  n integer not null,
  state text not null default 'submitted' constraint round_state_check check (state in
    ('submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified', 'notified', 'published', 'closed')),
  form_version_id uuid references form_version(id),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint round_submission_id_n_key unique (submission_id, n)
);

-- Frozen: never updated, never deleted.
create table submission_version (
  id uuid primary key,
  submission_id uuid not null references submission(id),
  n integer not null,
  round integer not null default 1,
  kind text not null constraint submission_version_kind_check check (kind in ('abstract', 'paper', 'revision', 'final')),
  title text not null,
  abstract text not null,
  abstract_cut integer,
  abstract_words integer not null,
  -- {authors, keywords, topics, declarations} as they stood
  content jsonb not null,
  file_ids uuid[] not null default '{}',
  -- SHA-256 over the canonical content and the files' hashes; printed on the receipt
  digest text not null,
  -- null when the clock submitted it
  submitted_by uuid references person(id),
  submitted_at timestamptz not null,
  constraint submission_version_submission_id_n_key unique (submission_id, n)
);
`;

const reviewing = `
create table assignment (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  reviewer_id uuid not null references person(id),
  state text not null constraint assignment_state_check check (state in
    ('proposed', 'invited', 'accepted', 'declined', 'expired', 'unassigned', 'completed', 'revoked_conflict')),
  -- of the link in the invitation; single use for a change of state
  token_hash bytea,
  due_at timestamptz,
  decline_reason text not null default '',
  -- whom somebody who declined would ask instead
  suggestion text not null default '',
  invited_by uuid references person(id),
  created_at timestamptz not null,
  invited_at timestamptz,
  -- until when the link in the invitation can be answered
  expires_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  reminded_at timestamptz,
  version integer not null default 1
);
create unique index assignment_live_idx on assignment(round_id, reviewer_id) where state in ('proposed', 'invited', 'accepted', 'completed');
create index assignment_submission_id_idx on assignment(submission_id);
create index assignment_reviewer_id_state_idx on assignment(reviewer_id, state);
create unique index assignment_token_hash_idx on assignment(token_hash);

create table bid (
  submission_id uuid not null references submission(id),
  person_id uuid not null references person(id),
  value smallint not null,
  expertise text not null default '',
  set_at timestamptz not null,
  primary key (submission_id, person_id)
);
create index bid_person_id_idx on bid(person_id);

create table review (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  reviewer_id uuid not null references person(id),
  assignment_id uuid not null references assignment(id),
  form_version_id uuid not null references form_version(id),
  -- the version it read
  submission_version_id uuid references submission_version(id),
  state text not null default 'draft' constraint review_state_check check (state in ('draft', 'submitted', 'retracted', 'withheld')),
  -- working copy of the answers by field key; what others read is the latest review_version
  answers jsonb not null default '{}',
  -- "Reviewer B": random within the submission and round, never by arrival
  pseudonym smallint not null,
  overall smallint,
  submitted_n integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  edited_at timestamptz not null,
  submitted_at timestamptz,
  constraint review_round_id_reviewer_id_key unique (round_id, reviewer_id),
  constraint review_round_id_pseudonym_key unique (round_id, pseudonym)
);
create index review_submission_id_idx on review(submission_id);
create index review_reviewer_id_idx on review(reviewer_id);
create index review_assignment_id_idx on review(assignment_id);

-- Frozen at each submit.
create table review_version (
  id uuid primary key,
  review_id uuid not null references review(id),
  n integer not null,
  answers jsonb not null,
  overall smallint,
  submitted_at timestamptz not null,
  constraint review_version_review_id_n_key unique (review_id, n)
);
`;

const decisions = `
create table recommendation (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  person_id uuid not null references person(id),
  outcome text not null,
  reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  edited_at timestamptz not null,
  constraint recommendation_round_id_person_id_key unique (round_id, person_id)
);
create index recommendation_submission_id_idx on recommendation(submission_id);

create table decision (
  id uuid primary key,
  round_id uuid not null references round(id),
  submission_id uuid not null references submission(id),
  outcome text not null,
  state text not null constraint decision_state_check check (state in ('decided', 'in_batch', 'released')),
  -- the personal part of the letter; null = the template alone
  letter text,
  reason text not null default '',
  decided_by uuid not null references person(id),
  decided_at timestamptz not null,
  -- where the round stood before, so that undoing a decision puts it back there
  round_state_before text not null default 'review_open',
  released_at timestamptz,
  -- raised by each change; a released letter names the version it carried
  version integer not null default 1,
  constraint decision_round_id_key unique (round_id)
);
create index decision_submission_id_idx on decision(submission_id);

create table release_batch (
  id uuid primary key,
  call_id uuid not null references call(id),
  state text not null default 'frozen' constraint release_batch_state_check check (state in ('frozen', 'released', 'cancelled')),
  created_by uuid not null references person(id),
  created_at timestamptz not null,
  released_by uuid references person(id),
  released_at timestamptz,
  version integer not null default 1
);
create index release_batch_call_id_idx on release_batch(call_id);

-- One letter, rendered when the batch was frozen; releasing sends exactly this.
create table release_item (
  id uuid primary key,
  batch_id uuid not null references release_batch(id),
  decision_id uuid not null references decision(id),
  decision_version integer not null,
  submission_id uuid not null references submission(id),
  recipient_address citext not null,
  recipient_name text not null default '',
  recipient_id uuid references person(id),
  subject text not null,
  body text not null,
  -- SHA-256 of subject and body
  body_hash text not null,
  -- the review versions the letter quotes: what authors may read from the release on
  review_version_ids uuid[] not null default '{}',
  constraint release_item_batch_id_decision_id_recipient_address_key unique (batch_id, decision_id, recipient_address)
);
create index release_item_submission_id_idx on release_item(submission_id);
create index release_item_decision_id_idx on release_item(decision_id);

-- What authors read: points at an immutable version of a review. Later edits stay hidden until the next release.
create table released_review (
  review_version_id uuid primary key references review_version(id),
  review_id uuid not null references review(id),
  submission_id uuid not null references submission(id),
  batch_id uuid references release_batch(id),
  released_at timestamptz not null
);
create index released_review_submission_id_idx on released_review(submission_id);
create index released_review_review_id_idx on released_review(review_id);
`;

const notifications = `
create table email_message (
  id uuid primary key,
  dedupe_key text not null,
  class text not null constraint email_message_class_check check (class in
    ('account', 'receipt', 'invitation', 'reminder', 'decision', 'notice')),
  to_address citext not null,
  to_name text not null default '',
  person_id uuid references person(id),
  call_id uuid references call(id),
  submission_id uuid references submission(id),
  subject text not null,
  body text not null,
  body_hash text not null,
  -- fixed when the row is made, so that a second attempt is the same message
  message_id text not null,
  state text not null default 'queued' constraint email_message_state_check check (state in
    ('queued', 'sending', 'accepted', 'delivered', 'bounced', 'failed', 'ambiguous', 'cancelled', 'suppressed')),
  attempt integer not null default 0,
  -- how often nobody could say whether the server took it: after the first doubt it is sent once more, after the second never again
  doubts integer not null default 0,
  not_before timestamptz not null,
  lease_until timestamptz,
  last_reply text not null default '',
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint email_message_dedupe_key_key unique (dedupe_key)
);
create index email_message_due_idx on email_message(not_before) where state in ('queued', 'sending');
create index email_message_person_id_idx on email_message(person_id);
create index email_message_submission_id_idx on email_message(submission_id);
create index email_message_call_id_created_at_idx on email_message(call_id, created_at);

-- One row is one reminder that was due: made once, claimed, re-checked, settled.
create table reminder (
  id uuid primary key,
  rule text not null,
  call_id uuid not null references call(id),
  submission_id uuid references submission(id),
  assignment_id uuid references assignment(id),
  person_id uuid not null references person(id),
  -- the deadline's instant it counts from: moving the deadline makes new rows
  anchor_at timestamptz not null,
  fire_at timestamptz not null,
  state text not null default 'planned' constraint reminder_state_check check (state in ('planned', 'sent', 'skipped', 'cancelled')),
  reason text not null default '',
  settled_at timestamptz,
  created_at timestamptz not null
);
create unique index reminder_once_idx on reminder(rule, person_id, coalesce(assignment_id, submission_id, call_id), anchor_at);
create index reminder_fire_at_idx on reminder(fire_at) where state = 'planned';
create index reminder_call_id_idx on reminder(call_id);
create index reminder_submission_id_idx on reminder(submission_id);
create index reminder_assignment_id_idx on reminder(assignment_id);

-- The demo's own mailbox: what the catch-all SMTP server received.
create table caught_mail (
  id uuid primary key,
  message_id text not null default '',
  from_address text not null,
  to_address citext not null,
  subject text not null,
  body text not null,
  raw bytea not null,
  received_at timestamptz not null
);
create index caught_mail_received_at_idx on caught_mail(received_at);
create index caught_mail_to_address_idx on caught_mail(to_address);
`;

const platform = `
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  tag text not null constraint audit_entry_tag_check check (tag in ('author', 'review', 'security')),
  action text not null,
  actor_id uuid references person(id),
  call_id uuid references call(id),
  submission_id uuid references submission(id),
  facts jsonb not null default '{}'
);
create index audit_entry_call_id_at_idx on audit_entry(call_id, at);
create index audit_entry_submission_id_idx on audit_entry(submission_id);

create table idempotency_key (
  key text not null,
  person_id uuid not null references person(id),
  route text not null,
  request_hash text not null,
  -- null while the first request is still running
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_key_created_at_idx on idempotency_key(created_at);

-- the shape that rate-limiter-flexible expects
create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
`;
