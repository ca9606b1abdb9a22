import type { SubmissionType } from '../submissions/submissionType';
import type { CallKind } from './call';
import { deadlineKinds, type DeadlineKind, type DeadlineTime } from './deadline';
import type { Track } from './track';

export const settingsSections = ['text', 'tracks', 'dates', 'types', 'form', 'visibility', 'committee'] as const;
export type SettingsSection = (typeof settingsSections)[number];

export interface ReadinessItem {
  readonly code: string;
  /** blocking = cannot be published; advice = better set before people come. */
  readonly severity: 'blocking' | 'advice';
  /** The settings page where it is put right. */
  readonly section: SettingsSection;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface CallInSetup {
  readonly kind: CallKind;
  readonly name: string;
  readonly body: string;
  readonly tracks: readonly Track[];
  readonly types: readonly SubmissionType[];
  readonly deadlines: readonly (DeadlineTime & { readonly kind: DeadlineKind })[];
  readonly reviewForm: readonly { readonly required: boolean }[];
  /** Programme chairs or guest editors: who stands in where a track has nobody else. */
  readonly headIds: readonly string[];
  /** Who steps in where those may not see a paper: the substitute that is named, a journal's editors-in-chief. */
  readonly standIns?: readonly string[];
  readonly committee: readonly string[];
  readonly reviewsPerSubmission: number;
  /** Who already announced or sent an own paper, per track; null = not known yet, any chair may. */
  readonly ownPapers?: readonly { readonly trackId: string; readonly personId: string }[];
}

/** Dates that a call of a kind lives by; others may stay empty without a word. */
const expectedDates: Readonly<Record<CallKind, readonly DeadlineKind[]>> = {
  conference: ['paper', 'review', 'notification', 'final'],
  special_issue: ['paper', 'review', 'notification'],
};
/** In this order they must fall; a doctoral consortium has dates of its own, and a revision follows each decision by itself. */
const order = deadlineKinds.filter((kind) => kind !== 'doctoral_consortium' && kind !== 'revision');

/** What is still unset before a call opens, what blocks first. An empty date never blocks: it is "to be announced". */
export function readinessOf(call: CallInSetup, now: Date): ReadinessItem[] {
  const items = [
    ...textItems(call),
    ...trackItems(call),
    ...dateItems(call, now),
    ...typeItems(call),
    ...formItems(call),
    ...committeeItems(call),
  ];
  return items.sort((a, b) => Number(a.severity === 'advice') - Number(b.severity === 'advice'));
}

type Facts = ReadinessItem['facts'];
const blocking = (section: SettingsSection, code: string, facts: Facts = {}): ReadinessItem => ({
  code,
  severity: 'blocking',
  section,
  facts,
});
const advice = (section: SettingsSection, code: string, facts: Facts = {}): ReadinessItem => ({
  code,
  severity: 'advice',
  section,
  facts,
});
const when = (applies: boolean, item: ReadinessItem): ReadinessItem[] => (applies ? [item] : []);

function textItems({ name, body }: CallInSetup): ReadinessItem[] {
  return [
    ...when(name.trim() === '', blocking('text', 'no_name')),
    ...when(body.trim() === '', advice('text', 'no_text')),
  ];
}

function trackItems(call: CallInSetup): ReadinessItem[] {
  if (call.tracks.length === 0) return [blocking('tracks', 'no_track')];
  return call.tracks.flatMap((track) => {
    const facts = { track: track.name };
    const handlers = new Set([...track.chairIds, ...call.headIds]);
    const own = (call.ownPapers ?? []).filter(
      ({ trackId, personId }) => trackId === track.id && handlers.has(personId),
    );
    const anybody = new Set([...handlers, ...(call.standIns ?? [])]);
    const stuck = own.some(({ personId }) => anybody.size === 1 && anybody.has(personId));
    return [
      ...when(handlers.size === 0, blocking('tracks', 'no_handler', facts)),
      ...when(
        handlers.size > 0 && track.chairIds.length === 0 && call.kind === 'conference',
        advice('tracks', 'no_co_chair', facts),
      ),
      ...when(stuck, blocking('tracks', 'own_paper_without_handler', facts)),
      ...when(!stuck && handlers.size === 1 && anybody.size === 1, advice('tracks', 'single_handler', facts)),
      ...when(track.topics.length === 0, advice('tracks', 'no_topics', facts)),
    ];
  });
}

function dateItems(call: CallInSetup, now: Date): ReadinessItem[] {
  const dated = new Map(call.deadlines.flatMap(({ kind, closesAt }) => (closesAt ? [[kind, closesAt] as const] : [])));
  const inOrder = order.filter((kind) => dated.has(kind));
  const unset = expectedDates[call.kind].filter((kind) => !dated.has(kind));
  const paper = dated.get('paper');
  return [
    ...when(paper !== undefined && paper <= now, blocking('dates', 'paper_deadline_passed')),
    ...inOrder.flatMap((kind, index) => {
      const next = inOrder[index + 1];
      const wrong = next !== undefined && Number(dated.get(kind)) > Number(dated.get(next));
      return wrong ? [blocking('dates', 'dates_out_of_order', { kind, next })] : [];
    }),
    ...unset.map((kind) => advice('dates', 'date_unset', { kind })),
  ];
}

function typeItems({ types, tracks }: CallInSetup): ReadinessItem[] {
  const open = types.filter(({ isOpen }) => isOpen);
  const offered = tracks.reduce((sum, { topics }) => sum + topics.length, 0);
  return [
    ...when(open.length === 0, blocking('types', 'no_type')),
    ...open.flatMap(({ name, settings }) => [
      ...when(!settings.slots.some(({ required }) => required), advice('types', 'no_required_file', { type: name })),
      ...when(settings.topics.min > settings.topics.max, blocking('types', 'topics_min_over_max', { type: name })),
      ...when(
        offered > 0 && settings.topics.min > offered,
        blocking('types', 'more_topics_than_there_are', { type: name, offered }),
      ),
    ]),
  ];
}

function formItems({ reviewForm }: CallInSetup): ReadinessItem[] {
  if (reviewForm.length === 0) return [blocking('form', 'no_review_form')];
  return when(!reviewForm.some(({ required }) => required), advice('form', 'nothing_required'));
}

function committeeItems({ committee, headIds, reviewsPerSubmission: need }: CallInSetup): ReadinessItem[] {
  return [
    ...when(headIds.length === 0, blocking('committee', 'no_chair')),
    ...when(committee.length === 0, advice('committee', 'no_committee')),
    ...when(
      committee.length > 0 && committee.length < need,
      advice('committee', 'committee_too_small', { have: committee.length, need }),
    ),
  ];
}
