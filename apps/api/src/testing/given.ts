import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { wordCount, type RoundState } from '@convoke/domain';
import { authorsSearch, authorsShort } from '../submissions/authors-line';
import { insertRow } from './rows';
import type { TestClock } from './test-clock';

export interface GivenPerson {
  id: string;
  name: string;
  address: string;
  affiliation: string;
}

export interface GivenTrack {
  id: string;
  callId: string;
  slug: string;
  name: string;
}

export interface GivenCall {
  id: string;
  slug: string;
  tracks: GivenTrack[];
  /** Topic ids by name. */
  topics: Record<string, string>;
  /** Submission type ids by key. */
  types: Record<string, string>;
  formVersionId: string;
}

export interface GivenSubmission {
  id: string;
  callId: string;
  trackId: string;
  number: number | null;
  roundId: string;
  versionId: string | null;
}

export interface GivenAssignment {
  id: string;
  submission: GivenSubmission;
  reviewer: GivenPerson;
}

export type DeadlineKind =
  'opening' | 'abstract' | 'paper' | 'review' | 'response' | 'decision' | 'notification' | 'final';
export type SubmissionState = 'draft' | 'submitted' | 'withdrawn' | 'accepted' | 'rejected' | 'published' | 'closed';
export type AssignmentState = 'proposed' | 'invited' | 'accepted' | 'declined' | 'expired' | 'unassigned' | 'completed';

/** A small review form that every given call has: one score with labels, one text for authors, one for chairs. */
export const givenForm = [
  {
    key: 'overall',
    label: 'Overall',
    kind: 'score',
    required: true,
    visibility: 'authors',
    scale: [1, 2, 3, 4, 5].map((value) => ({ value, label: `${value} of 5` })),
  },
  { key: 'comments', label: 'Comments for the authors', kind: 'text', required: true, visibility: 'authors' },
  { key: 'confidential', label: 'Comments for the chairs', kind: 'text', required: false, visibility: 'chairs' },
];

/**
 * The state a story begins with, written straight into the database so that a spec can begin where it matters. What the spec
 * itself is about goes through the front door.
 */
export class Given {
  constructor(
    private readonly database: DataSource,
    private readonly clock: TestClock,
  ) {}

  /** `await given.person('Ada Ferri')` — verified unless said, `ada.ferri@example.org` unless said. */
  async person(
    name: string,
    options: { address?: string; verified?: boolean; admin?: boolean; affiliation?: string; timeZone?: string } = {},
  ): Promise<GivenPerson> {
    const [first = name, ...rest] = name.split(' ');
    const address = options.address ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
    const person = { id: randomUUID(), name, address, affiliation: options.affiliation ?? '' };
    const now = this.clock.now();
    await this.insert('person', {
      id: person.id,
      given_name: first,
      family_name: rest.join(' '),
      affiliation: person.affiliation,
      time_zone: options.timeZone ?? 'UTC',
      is_admin: options.admin ?? false,
      created_at: now,
    });
    await this.insert('person_email', {
      id: randomUUID(),
      person_id: person.id,
      address,
      verified_at: options.verified === false ? null : now,
      is_primary: true,
      created_at: now,
    });
    return person;
  }

  /**
   * A published call with tracks, topics, dates, types and a review form:
   * `await given.call('itais', { tracks: ['Digital transformation'], closes: { paper: '2016-06-01T12:00:00Z' } })`.
   */
  async call(
    slug: string,
    options: {
      kind?: 'conference' | 'special_issue';
      name?: string;
      state?: 'setup' | 'published' | 'closed';
      anonymity?: 'single' | 'double' | 'triple';
      tracks?: string[];
      topics?: string[];
      types?: Record<string, Record<string, unknown>>;
      closes?: Partial<Record<DeadlineKind, string | null>>;
      settings?: Record<string, unknown>;
    } = {},
  ): Promise<GivenCall> {
    const id = randomUUID();
    const now = this.clock.now();
    const kind = options.kind ?? 'conference';
    const state = options.state ?? 'published';
    await this.insert('call', {
      id,
      slug,
      kind,
      name: options.name ?? slug.toUpperCase(),
      state,
      anonymity: options.anonymity ?? 'double',
      settings: options.settings ?? {},
      time_zone: 'UTC',
      created_at: now,
      published_at: state === 'setup' ? null : now,
    });
    const tracks: GivenTrack[] = [];
    for (const [position, name] of (options.tracks ?? ['Main']).entries()) {
      const track = { id: randomUUID(), callId: id, slug: slugOf(name), name };
      await this.insert('track', { id: track.id, call_id: id, name, slug: track.slug, position });
      tracks.push(track);
    }
    const topics: Record<string, string> = {};
    for (const [position, name] of (options.topics ?? []).entries()) {
      topics[name] = randomUUID();
      await this.insert('topic', { id: topics[name], call_id: id, name, position });
    }
    const types: Record<string, string> = {};
    const given = options.types ?? { [kind === 'conference' ? 'paper' : 'article']: {} };
    for (const [position, [key, settings]] of Object.entries(given).entries()) {
      types[key] = randomUUID();
      await this.insert('submission_type', { id: types[key], call_id: id, key, name: key, position, settings });
    }
    for (const [deadline, closesAt] of Object.entries(options.closes ?? {})) {
      await this.deadline(id, deadline as DeadlineKind, closesAt);
    }
    return { id, slug, tracks, topics, types, formVersionId: await this.reviewForm(id) };
  }

  /** Sets a date of a call; `closesAt` is the instant at which it is over, null = to be announced. */
  async deadline(callId: string, kind: DeadlineKind, closesAt: string | null): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `update deadline set superseded_at = $3 where call_id = $1 and kind = $2 and superseded_at is null`,
      [callId, kind, now],
    );
    await this.insert('deadline', {
      id: randomUUID(),
      call_id: callId,
      kind,
      wall_time: closesAt ? lastMinuteBefore(closesAt) : null,
      zone: 'Etc/UTC',
      closes_at: closesAt,
      created_at: now,
    });
  }

  /** `await given.role(tala, 'track_chair', itais, itais.tracks[0])`. */
  async role(
    person: GivenPerson,
    role: 'chair' | 'track_chair' | 'guest_editor' | 'reviewer',
    call: { id: string },
    track?: { id: string },
  ): Promise<void> {
    await this.insert('membership', {
      id: randomUUID(),
      person_id: person.id,
      role,
      call_id: call.id,
      track_id: track?.id ?? null,
      starts_at: this.clock.now(),
    });
  }

  /** A submission by its authors; the first is contact and corresponding. Beyond `draft` it has a number and a version. */
  async submission(
    call: GivenCall,
    options: {
      by: GivenPerson[];
      title?: string;
      abstract?: string;
      state?: SubmissionState;
      round?: RoundState;
      kind?: 'abstract' | 'paper';
      track?: { id: string };
      type?: string;
      topics?: string[];
    },
  ): Promise<GivenSubmission> {
    const id = randomUUID();
    const now = this.clock.now();
    const state = options.state ?? 'submitted';
    const sent = state !== 'draft';
    const trackId = options.track?.id ?? required(call.tracks[0]).id;
    const text = {
      title: options.title ?? 'A paper',
      abstract: options.abstract ?? 'What we did, and why it matters.',
      topic_ids: (options.topics ?? []).map((name) => required(call.topics[name])),
    };
    const authors = options.by.map(authorOf);
    const number = sent ? await this.nextNumber(call.id) : null;
    const contact = required(options.by[0]);
    await this.insert('submission', {
      id,
      call_id: call.id,
      track_id: trackId,
      type_id: options.type ? required(call.types[options.type]) : required(Object.values(call.types)[0]),
      number,
      state,
      stage: sent ? (options.kind ?? 'paper') : null,
      ...(sent ? text : {}),
      created_by: contact.id,
      created_at: now,
      edited_at: now,
      submitted_at: sent ? now : null,
      authors_short: sent ? authorsShort(authors) : '',
      authors_search: sent ? authorsSearch(authors) : '',
    });
    await this.insert('working_copy', { submission_id: id, ...text });
    for (const topicId of text.topic_ids)
      await this.insert('submission_topic', { submission_id: id, topic_id: topicId });
    await this.authors(id, options.by);
    const roundId = randomUUID();
    await this.insert('round', {
      id: roundId,
      submission_id: id,
      n: 1,
      state: options.round ?? 'submitted',
      form_version_id: call.formVersionId,
      created_at: now,
      discussion_opened_at: options.round === 'discussion' ? now : null,
    });
    const versionId = sent ? await this.version(id, options.kind ?? 'paper', { ...text, authors }, contact) : null;
    return { id, callId: call.id, trackId, number, roundId, versionId };
  }

  /** `await given.assignment(paper, ravi)` — accepted unless said. */
  async assignment(
    submission: GivenSubmission,
    reviewer: GivenPerson,
    options: { state?: AssignmentState; dueAt?: string } = {},
  ): Promise<GivenAssignment> {
    const id = randomUUID();
    const now = this.clock.now();
    const state = options.state ?? 'accepted';
    await this.insert('assignment', {
      id,
      round_id: submission.roundId,
      submission_id: submission.id,
      reviewer_id: reviewer.id,
      state,
      due_at: options.dueAt ?? null,
      created_at: now,
      invited_at: state === 'proposed' ? null : now,
      answered_at: ['accepted', 'declined', 'completed'].includes(state) ? now : null,
    });
    return { id, submission, reviewer };
  }

  /** A review of an assignment; submitted unless said. Answers follow `givenForm`. */
  async review(
    assignment: GivenAssignment,
    options: { overall?: number; comments?: string; confidential?: string; state?: 'draft' | 'submitted' } = {},
  ): Promise<{ id: string; versionId: string | null }> {
    const { submission } = assignment;
    const id = randomUUID();
    const now = this.clock.now();
    const sent = options.state !== 'draft';
    const overall = options.overall ?? 4;
    const answers = {
      overall,
      comments: options.comments ?? 'Clear and careful.',
      confidential: options.confidential ?? '',
    };
    const [{ pseudonym, form }] = await this.database.query<[{ pseudonym: number; form: string }]>(
      `select (select count(*)::int + 1 from review where round_id = r.id) as pseudonym, r.form_version_id as form
         from round r where r.id = $1`,
      [submission.roundId],
    );
    await this.insert('review', {
      id,
      round_id: submission.roundId,
      submission_id: submission.id,
      reviewer_id: assignment.reviewer.id,
      assignment_id: assignment.id,
      form_version_id: form,
      submission_version_id: submission.versionId,
      state: sent ? 'submitted' : 'draft',
      answers,
      pseudonym,
      overall,
      submitted_n: sent ? 1 : 0,
      created_at: now,
      edited_at: now,
      submitted_at: sent ? now : null,
    });
    if (!sent) return { id, versionId: null };
    const versionId = randomUUID();
    await this.insert('review_version', { id: versionId, review_id: id, n: 1, answers, overall, submitted_at: now });
    await this.database.query(`update assignment set state = 'completed' where id = $1`, [assignment.id]);
    return { id, versionId };
  }

  /** A conflict of interest that blocks. */
  async conflict(submission: { id: string }, person: GivenPerson, source: 'author' | 'reviewer' | 'chair' = 'author') {
    await this.insert('conflict', {
      id: randomUUID(),
      submission_id: submission.id,
      person_id: person.id,
      kind: 'co_author',
      source,
      created_at: this.clock.now(),
    });
  }

  /** What a change of authors, committee or profile leaves to the job that compares them: `sweep-conflicts`. */
  async conflictCheck(what: { submission: { id: string } } | { person: { id: string } } | { call: { id: string } }) {
    await this.insert('conflict_check', {
      id: randomUUID(),
      submission_id: 'submission' in what ? what.submission.id : null,
      person_id: 'person' in what ? what.person.id : null,
      call_id: 'call' in what ? what.call.id : null,
      created_at: this.clock.now(),
    });
  }

  private async authors(submissionId: string, people: readonly GivenPerson[]): Promise<void> {
    const now = this.clock.now();
    for (const [position, person] of people.entries()) {
      const { givenName, familyName } = authorOf(person, position);
      await this.insert('submission_author', {
        id: randomUUID(),
        submission_id: submissionId,
        position,
        given_name: givenName,
        family_name: familyName,
        address: person.address,
        affiliation: person.affiliation,
        is_corresponding: position === 0,
        person_id: person.id,
      });
    }
    const contact = required(people[0]);
    await this.insert('submission_contact', { submission_id: submissionId, person_id: contact.id, added_at: now });
  }

  private async version(
    submissionId: string,
    kind: string,
    text: { title: string; abstract: string; topic_ids: string[]; authors: ReturnType<typeof authorOf>[] },
    by: GivenPerson,
  ): Promise<string> {
    const id = randomUUID();
    await this.insert('submission_version', {
      id,
      submission_id: submissionId,
      n: 1,
      kind,
      title: text.title,
      abstract: text.abstract,
      abstract_words: wordCount(text.abstract).words,
      content: { authors: text.authors, keywords: [], topics: text.topic_ids, declarations: {} },
      digest: '0'.repeat(64),
      submitted_by: by.id,
      submitted_at: this.clock.now(),
    });
    return id;
  }

  private async reviewForm(callId: string): Promise<string> {
    const [form, version] = [randomUUID(), randomUUID()];
    const now = this.clock.now();
    await this.insert('form', { id: form, call_id: callId, purpose: 'review', created_at: now });
    await this.insert('form_version', {
      id: version,
      form_id: form,
      n: 1,
      fields: JSON.stringify(givenForm),
      created_at: now,
    });
    return version;
  }

  private async nextNumber(callId: string): Promise<number> {
    const [[row]] = await this.database.query<[[{ number: number }], number]>(
      `update call set next_number = next_number + 1 where id = $1 returning next_number - 1 as number`,
      [callId],
    );
    return row.number;
  }

  private insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return insertRow(this.database, table, row);
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The given call has no such track, type, topic or person.');
  return value;
}

/** An author as a frozen version keeps them. */
function authorOf({ name, address, affiliation }: GivenPerson, position: number) {
  const [givenName = '', ...rest] = name.split(' ');
  const familyName = rest.join(' ');
  return { givenName, familyName, address, affiliation, country: '', isCorresponding: position === 0 };
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** A typed minute is inclusive: what closes at 12:00 was typed as 11:59. */
function lastMinuteBefore(instant: string): string {
  const typed = new Date(Date.parse(instant) - 60_000);
  return typed.toISOString().slice(0, 16);
}
