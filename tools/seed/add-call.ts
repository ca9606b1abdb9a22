import { defaultForms } from '@convoke/domain';
import { callPresets } from '../../apps/api/src/calls/call-presets';
import type { Random } from '../../apps/api/src/platform/random';
import type { CallContent } from './call-content';
import { timeOfContent } from './call-dates';
import type { Rows } from './rows';

export interface AddedCall {
  id: string;
  content: CallContent;
  journalId: string | null;
  /** Ids by slug, key or position. */
  tracks: ReadonlyMap<string, string>;
  types: ReadonlyMap<string, string>;
  topics: readonly string[];
  formVersionId: string;
}

export interface CallCircumstances {
  random: Random;
  createdBy: string | null;
  state: 'setup' | 'published';
  isDemo: boolean;
  /** The journal's id if it exists already. */
  journalId: string | null;
  /** Person ids of the officers, by address. */
  people: ReadonlyMap<string, string>;
  createdAt: Date;
}

/** The rows of a call made from its file: what the same call would be, had somebody set it up by hand. */
export function addCall(rows: Rows, content: CallContent, around: CallCircumstances): AddedCall {
  const { random, createdAt } = around;
  const id = random.uuid();
  const journalId = journalOf(rows, content, around);
  rows.add('call', {
    id,
    slug: content.slug,
    kind: content.kind,
    journal_id: journalId,
    name: content.name,
    kicker: content.kicker,
    tagline: content.tagline,
    body: content.body,
    place: content.place,
    website: content.website,
    time_zone: content.timeZone,
    anonymity: content.anonymity,
    state: around.state,
    settings: content.settings,
    is_demo: around.isDemo,
    created_by: around.createdBy,
    created_at: createdAt,
    published_at: around.state === 'published' ? createdAt : null,
  });
  const tracks = addTracks(rows, content, id, random);
  const added: AddedCall = {
    id,
    content,
    journalId,
    tracks,
    types: addTypes(rows, content, id, random),
    topics: addTopics(rows, content, id, tracks, random),
    formVersionId: addForm(rows, content, id, around),
  };
  addDates(rows, content, id, around);
  addOfficers(rows, added, around);
  return added;
}

function journalOf(rows: Rows, { journal }: CallContent, { journalId, random, createdAt }: CallCircumstances) {
  if (!journal || journalId) return journalId;
  const id = random.uuid();
  rows.add('journal', {
    id,
    slug: journal.slug,
    name: journal.name,
    publisher: journal.publisher,
    created_at: createdAt,
  });
  return id;
}

function addTracks(rows: Rows, content: CallContent, callId: string, random: Random): Map<string, string> {
  const ids = new Map(content.tracks.map((track) => [track.slug, random.uuid()]));
  content.tracks.forEach(({ slug, name, description }, position) =>
    rows.add('track', { id: ids.get(slug), call_id: callId, name, slug, description, position }),
  );
  return ids;
}

function addTypes(rows: Rows, content: CallContent, callId: string, random: Random): Map<string, string> {
  const types = content.types ?? callPresets[content.kind].types;
  const ids = new Map(types.map((type) => [type.key, random.uuid()]));
  types.forEach(({ key, name, anonymity, settings }, position) =>
    rows.add('submission_type', { id: ids.get(key), call_id: callId, key, name, position, anonymity, settings }),
  );
  return ids;
}

function addTopics(
  rows: Rows,
  content: CallContent,
  callId: string,
  tracks: ReadonlyMap<string, string>,
  random: Random,
): string[] {
  return content.topics.map(({ name, track }, position) => {
    const id = random.uuid();
    const trackId = track === null ? null : (tracks.get(track) ?? null);
    rows.add('topic', { id, call_id: callId, track_id: trackId, name, position });
    return id;
  });
}

function addForm(rows: Rows, content: CallContent, callId: string, around: CallCircumstances): string {
  const [formId, versionId] = [around.random.uuid(), around.random.uuid()];
  const fields = content.reviewForm ?? defaultForms[content.kind];
  rows.add('form', { id: formId, call_id: callId, purpose: 'review', created_at: around.createdAt });
  rows.add('form_version', {
    id: versionId,
    form_id: formId,
    n: 1,
    fields,
    created_by: around.createdBy,
    created_at: around.createdAt,
  });
  return versionId;
}

function addDates(rows: Rows, content: CallContent, callId: string, around: CallCircumstances): void {
  const dates =
    content.dates ??
    callPresets[content.kind].dates.map((kind) => ({ kind, wallTime: null, untilWallTime: null, label: '', note: '' }));
  const seen = new Map<string, number>();
  for (const date of dates) {
    const position = seen.get(date.kind) ?? 0;
    seen.set(date.kind, position + 1);
    const time = timeOfContent(date, content.timeZone);
    rows.add('deadline', {
      id: around.random.uuid(),
      call_id: callId,
      kind: date.kind,
      wall_time: time.wallTime,
      until_wall_time: time.wallTime === null ? null : date.untilWallTime,
      zone: time.zone,
      closes_at: time.closesAt,
      label: date.label,
      note: date.note,
      position,
      set_by: around.createdBy,
      created_at: around.createdAt,
    });
  }
}

function addOfficers(rows: Rows, { id, content, tracks }: AddedCall, around: CallCircumstances): void {
  content.officers.forEach((officer, position) => {
    const personId = around.people.get(officer.address.toLowerCase());
    if (personId === undefined) throw new Error(`The officer ${officer.familyName} has no account.`);
    rows.add('membership', {
      id: around.random.uuid(),
      person_id: personId,
      role: officer.role,
      call_id: id,
      track_id: officer.track === null ? null : (tracks.get(officer.track) ?? null),
      display_name: officer.displayName,
      display_affiliation: officer.displayAffiliation,
      position,
      starts_at: around.createdAt,
    });
  });
}
