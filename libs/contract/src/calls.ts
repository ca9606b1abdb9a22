import { callKinds, callStates, deadlineKinds, presetNames } from '@convoke/domain';
import * as z from 'zod';
import {
  abstractSettings,
  anonymityMode,
  callSettings,
  callSettingsChange,
  submissionTypeSettings,
  typeAnonymity,
} from './call-settings';
import { endpoint } from './endpoint';
import { reviewFormField } from './review-form';

const id = z.uuid();
const version = z.number().int().min(1);
const line = (max: number) => z.string().trim().max(max);
/** The address of a call: `/c/itais-2016`. */
export const callSlug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
const callParams = z.strictObject({ call: callSlug });
const ofCall = <S extends z.ZodRawShape>(more: S) => z.strictObject({ call: callSlug, ...more });

export const callKind = z.enum(callKinds);
export type CallKind = z.infer<typeof callKind>;
export const callState = z.enum(callStates);

export const deadlineKind = z.enum(deadlineKinds);
export type CallDeadlineKind = z.infer<typeof deadlineKind>;

/** A date of the call: what was typed, and the instant that is enforced. Both null: to be announced. */
export const deadlineView = z.object({
  id,
  kind: deadlineKind,
  trackId: id.nullable(),
  submissionTypeId: id.nullable(),
  /** The words shown; empty = the usual name of its kind. */
  label: z.string(),
  note: z.string(),
  /** `YYYY-MM-DDTHH:mm`, or `YYYY-MM-DD` for a whole day. */
  wallTime: z.string().nullable(),
  untilWallTime: z.string().nullable(),
  zone: z.string(),
  /** From this instant it is too late; of an `opening`, the instant it opens. */
  closesAt: z.iso.datetime().nullable(),
  position: z.number().int(),
  state: z.enum(['unset', 'upcoming', 'open', 'closed']),
  isNext: z.boolean(),
});
export type DeadlineView = z.infer<typeof deadlineView>;

/** One act of setting a date, as the history shows it. */
export const deadlineHistoryRow = z.object({
  id,
  kind: deadlineKind,
  trackId: id.nullable(),
  submissionTypeId: id.nullable(),
  label: z.string(),
  wallTime: z.string().nullable(),
  untilWallTime: z.string().nullable(),
  zone: z.string(),
  closesAt: z.iso.datetime().nullable(),
  reason: z.string(),
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
  supersededAt: z.iso.datetime().nullable(),
});
export type DeadlineHistoryRow = z.infer<typeof deadlineHistoryRow>;

export const topicView = z.object({ id, trackId: id.nullable(), name: z.string() });
const officer = z.object({ name: z.string(), affiliation: z.string() });
export const trackView = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  coChairs: z.array(officer),
});
export const submissionTypeView = z.object({
  id,
  key: z.string(),
  name: z.string(),
  /** null = as the call says. */
  anonymity: typeAnonymity.nullable(),
  isOpen: z.boolean(),
  settings: submissionTypeSettings,
});
export type SubmissionTypeView = z.infer<typeof submissionTypeView>;

/** A call as anybody may read it once it is published. */
export const callView = z.object({
  id,
  slug: z.string(),
  kind: callKind,
  state: callState,
  journal: z.object({ slug: z.string(), name: z.string() }).nullable(),
  name: z.string(),
  kicker: z.string(),
  tagline: z.string(),
  body: z.string(),
  place: z.string(),
  website: z.string(),
  timeZone: z.string(),
  anonymity: anonymityMode,
  isDemo: z.boolean(),
  abstract: abstractSettings,
  autoSubmit: z.boolean(),
  chairs: z.array(officer),
  guestEditors: z.array(officer),
  /** Reviewers who said yes. */
  committee: z.array(officer),
  tracks: z.array(trackView),
  topics: z.array(topicView),
  types: z.array(submissionTypeView),
  deadlines: z.array(deadlineView),
});
export type CallView = z.infer<typeof callView>;

export const callSummary = z.object({
  slug: z.string(),
  kind: callKind,
  name: z.string(),
  kicker: z.string(),
  tagline: z.string(),
  next: deadlineView.nullable(),
});
export type CallSummary = z.infer<typeof callSummary>;

export const readinessItem = z.object({
  code: z.string(),
  /** `blocking`: cannot be published; `advice`: better set before people come. */
  severity: z.enum(['blocking', 'advice']),
  section: z.enum(['text', 'tracks', 'dates', 'types', 'form', 'visibility', 'committee']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReadinessItem = z.infer<typeof readinessItem>;

/** Everything the settings pages need; `version`s go back with the change they guard. */
export const callSetup = z.object({
  call: callView,
  version,
  trackVersions: z.record(z.string(), version),
  /** Topics and types that submissions already use: they can be renamed, not removed. */
  inUse: z.array(id),
  settings: callSettings,
  reviewForm: z.object({ n: z.number().int(), fields: z.array(reviewFormField), usedBy: z.number().int() }),
  readiness: z.array(readinessItem),
  can: z.object({ editCall: z.boolean(), publish: z.boolean(), editTracks: z.array(id) }),
});
export type CallSetup = z.infer<typeof callSetup>;

export const createCallRequest = z.strictObject({
  kind: callKind,
  name: line(120).min(1),
  /** Left out: made from the name. */
  slug: callSlug.optional(),
  kicker: line(300).default(''),
  tagline: line(300).default(''),
  timeZone: line(60).default('Etc/GMT+12'),
  anonymity: anonymityMode.default('double'),
  /** How it reviews; left out, as is usual for its kind. */
  preset: z.enum(presetNames).optional(),
  journal: z.string().max(60).nullable().default(null),
});

export const changeCallRequest = z.strictObject({
  version,
  name: line(120).min(1).optional(),
  kicker: line(300).optional(),
  tagline: line(300).optional(),
  body: z.string().max(50_000).optional(),
  place: line(300).optional(),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).optional(),
  timeZone: line(60).optional(),
  settings: callSettingsChange.optional(),
});

const trackRequest = { name: line(300).min(1), description: z.string().max(20_000).default('') };
const topicLine = z.strictObject({ id: id.optional(), name: line(300).min(1) });
const typeRequest = z.strictObject({
  id: id.optional(),
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: line(120).min(1),
  anonymity: typeAnonymity.nullable(),
  isOpen: z.boolean(),
  settings: submissionTypeSettings.strict(),
});

const wallMinute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const wallDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const setDeadlineRequest = z.strictObject({
  kind: deadlineKind,
  trackId: id.nullable().default(null),
  submissionTypeId: id.nullable().default(null),
  position: z.number().int().min(0).max(50).default(0),
  label: line(120).default(''),
  note: line(200).default(''),
  wallTime: z.union([wallMinute, wallDay]).nullable(),
  untilWallTime: wallDay.nullable().default(null),
  zone: line(60).min(1),
  /** Where the clocks show a time twice: which of the two is meant. */
  which: z.enum(['earlier', 'later']).optional(),
  reason: line(500).default(''),
  /** The row the editor saw; null = there was none. Anything else on the server is a 409. */
  replaces: id.nullable(),
});

/** Calls: the public page, the settings, the dates. */
export const callsApi = {
  list: endpoint({
    method: 'GET',
    path: '/api/calls',
    summary: 'Lists the open calls.',
    response: z.array(callSummary),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/calls',
    summary: 'Creates a call in set-up from the defaults of its kind.',
    body: createCallRequest,
    response: callSetup,
    status: 201,
    idempotent: true,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/calls/:call',
    summary: 'Returns a call as its public page shows it.',
    params: callParams,
    response: callView,
  }),
  setup: endpoint({
    method: 'GET',
    path: '/api/calls/:call/setup',
    summary: 'Returns the settings of a call to those who run it.',
    params: callParams,
    response: callSetup,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/calls/:call',
    summary: 'Changes the text or the settings of a call.',
    params: callParams,
    body: changeCallRequest,
    response: callSetup,
  }),
  addTrack: endpoint({
    method: 'POST',
    path: '/api/calls/:call/tracks',
    summary: 'Adds a track to a call.',
    params: callParams,
    body: z.strictObject(trackRequest),
    response: callSetup,
    status: 201,
    idempotent: true,
  }),
  changeTrack: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/tracks/:track',
    summary: 'Changes the name and text of a track.',
    params: ofCall({ track: id }),
    body: z.strictObject({ version, ...trackRequest }),
    response: callSetup,
  }),
  removeTrack: endpoint({
    method: 'DELETE',
    path: '/api/calls/:call/tracks/:track',
    summary: 'Removes a track that nothing refers to.',
    params: ofCall({ track: id }),
    response: callSetup,
  }),
  orderTracks: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/track-order',
    summary: 'Puts the tracks of a call in order.',
    params: callParams,
    body: z.strictObject({ version, ids: z.array(id).max(200) }),
    response: callSetup,
  }),
  setTopics: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/topics',
    summary: 'Replaces the topics of a call, or of one track; those in use can be renamed, not removed.',
    params: callParams,
    body: z.strictObject({ trackId: id.nullable(), version, topics: z.array(topicLine).max(300) }),
    response: callSetup,
  }),
  setTypes: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/types',
    summary: 'Replaces the submission types of a call.',
    params: callParams,
    body: z.strictObject({ version, types: z.array(typeRequest).min(1).max(20) }),
    response: callSetup,
  }),
  setDeadline: endpoint({
    method: 'POST',
    path: '/api/calls/:call/deadlines',
    summary: 'Sets or clears one date; the earlier one stays in the history.',
    params: callParams,
    body: setDeadlineRequest,
    response: callSetup,
  }),
  removeDeadline: endpoint({
    method: 'POST',
    path: '/api/calls/:call/deadlines/:deadline/removal',
    summary: 'Takes a date off the list; it stays in the history.',
    params: ofCall({ deadline: id }),
    body: z.strictObject({ reason: line(500).default('') }),
    response: callSetup,
  }),
  deadlineHistory: endpoint({
    method: 'GET',
    path: '/api/calls/:call/deadline-history',
    summary: 'Lists every act of setting a date, latest first.',
    params: callParams,
    response: z.array(deadlineHistoryRow),
  }),
  setReviewForm: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/review-form',
    summary: 'Makes a new version of the review form; reviews keep the version they were written on.',
    params: callParams,
    body: z.strictObject({ n: z.number().int().min(0), fields: z.array(reviewFormField).min(1).max(40) }),
    response: callSetup,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/api/calls/:call/publication',
    summary: 'Publishes a call; submission opens with it.',
    params: callParams,
    body: z.strictObject({ version }),
    response: callSetup,
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/calls/:call/closure',
    summary: 'Closes a call: it leaves the directory of open calls.',
    params: callParams,
    body: z.strictObject({ version }),
    response: callSetup,
  }),
};
