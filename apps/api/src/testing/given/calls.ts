import { randomUUID } from 'node:crypto';
import type { DeadlineKind } from '@convoke/domain';
import { GivenPeople, type GivenPerson } from './people';
import { required } from './rows';

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

/** Calls, their dates and forms, and who has an office in them. */
export class GivenCalls extends GivenPeople {
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

  /** Who runs a call, who has its first track, and who reviews for it. */
  async committee(
    call: GivenCall,
    { chair, coChair, reviewers }: { chair: GivenPerson; coChair: GivenPerson; reviewers: readonly GivenPerson[] },
  ): Promise<void> {
    await this.role(chair, 'chair', call);
    await this.role(coChair, 'track_chair', call, required(call.tracks[0]));
    for (const reviewer of reviewers) await this.role(reviewer, 'reviewer', call);
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
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** A typed minute is inclusive: what closes at 12:00 was typed as 11:59. */
function lastMinuteBefore(instant: string): string {
  const typed = new Date(Date.parse(instant) - 60_000);
  return typed.toISOString().slice(0, 16);
}
