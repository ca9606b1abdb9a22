import * as z from 'zod';
import { callSetup, callSlug, deadlineKind, setDeadlineRequest } from './calls';
import { endpoint } from './endpoint';

const id = z.uuid();
const line = (max: number) => z.string().trim().max(max);
const callParams = z.strictObject({ call: callSlug });
const days = z.number().int().min(-3660).max(3660);

/** Which dates can be given to one submission, and which to one person. */
export const paperExtensionKinds = [
  'abstract',
  'paper',
  'review',
  'review_hard',
  'response',
  'revision',
  'final',
] as const;
export const personExtensionKinds = ['abstract', 'paper', 'review', 'review_hard'] as const;
export const extensionKind = z.enum(paperExtensionKinds);
export type ExtensionKind = z.infer<typeof extensionKind>;

/** More time for one submission or one person, and what became of it. */
export const extensionView = z.object({
  id,
  kind: deadlineKind,
  number: z.number().int().nullable(),
  title: z.string().nullable(),
  person: z.object({ name: z.string(), address: z.string() }).nullable(),
  wallTime: z.string().nullable(),
  zone: z.string(),
  closesAt: z.iso.datetime().nullable(),
  reason: z.string(),
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
  /** Null while it holds. */
  endedAt: z.iso.datetime().nullable(),
});
export type ExtensionView = z.infer<typeof extensionView>;

const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);

/** For the submission of a number or the person of an address; never both. */
export const extendRequest = z
  .strictObject({
    kind: extensionKind,
    number: z.number().int().min(1).nullable().default(null),
    address: z.email().max(254).nullable().default(null),
    wallTime,
    zone: line(60).min(1),
    which: z.enum(['earlier', 'later']).optional(),
    reason: line(500).min(1),
  })
  .refine(({ number, address }) => (number === null) !== (address === null), {
    path: ['number'],
    message: 'Name a submission or a person',
  })
  .refine(({ kind, address }) => address === null || personExtensionKinds.some((one) => one === kind), {
    path: ['kind'],
    message: 'This date can only be given to a submission',
  });
export type ExtendRequest = z.infer<typeof extendRequest>;

/** Whom a change of dates writes to. Of drafts only the rule is said: their number and authors are nobody's business. */
export const noticePreview = z.object({
  /** People who still have something to do. */
  open: z.number().int(),
  /** People who are done, and hear until when they may still change it. */
  done: z.number().int(),
  /** Whoever has a draft is written to as well. */
  drafts: z.boolean(),
});
export type NoticePreview = z.infer<typeof noticePreview>;

/** One date of a call before and after it moved by some days. */
export const shiftedDate = z.object({
  id,
  kind: deadlineKind,
  trackId: id.nullable(),
  submissionTypeId: id.nullable(),
  label: z.string(),
  wallTime: z.string().nullable(),
  untilWallTime: z.string().nullable(),
  zone: z.string(),
  closesAt: z.iso.datetime().nullable(),
  newWallTime: z.string().nullable(),
  newUntilWallTime: z.string().nullable(),
  newClosesAt: z.iso.datetime().nullable(),
  /** The clocks skip or repeat the new time: it has to be set by hand. */
  fault: z.enum(['gap', 'doubled']).nullable(),
});
export type ShiftedDate = z.infer<typeof shiftedDate>;

export const shiftPreview = z.object({ dates: z.array(shiftedDate), notice: noticePreview });
export type ShiftPreview = z.infer<typeof shiftPreview>;

/** Acts on several dates at once, and on the dates of one. */
export const deadlinesApi = {
  preview: endpoint({
    method: 'POST',
    path: '/api/calls/:call/deadlines/preview',
    summary: 'Says whom setting a date would write to, and changes nothing.',
    params: callParams,
    body: setDeadlineRequest,
    response: noticePreview,
  }),
  shiftPreview: endpoint({
    method: 'GET',
    path: '/api/calls/:call/deadline-shift',
    summary: 'Shows all dates of a call as they would be some days later or earlier.',
    params: callParams,
    query: z.strictObject({ days: z.coerce.number().int().min(-3660).max(3660) }),
    response: shiftPreview,
  }),
  shift: endpoint({
    method: 'POST',
    path: '/api/calls/:call/deadline-shift',
    summary: 'Moves all dates of a call by the same number of days.',
    params: callParams,
    body: z.strictObject({ days, reason: line(500).default(''), replaces: z.array(id).max(500) }),
    response: callSetup,
  }),
  copy: endpoint({
    method: 'POST',
    path: '/api/calls/:call/copies',
    summary:
      'Makes a new call in set-up from another: its text, tracks, types, forms and settings, with its dates moved.',
    params: callParams,
    body: z.strictObject({ name: line(120).min(1), slug: callSlug.optional(), days }),
    response: callSetup,
    status: 201,
    idempotent: true,
  }),
  extensions: endpoint({
    method: 'GET',
    path: '/api/calls/:call/extensions',
    summary: 'Lists who was given more time, by whom and why, latest first.',
    params: callParams,
    response: z.array(extensionView),
  }),
  extend: endpoint({
    method: 'POST',
    path: '/api/calls/:call/extensions',
    summary: 'Gives one submission or one person another date, and tells them.',
    params: callParams,
    body: extendRequest,
    response: z.array(extensionView),
  }),
  endExtension: endpoint({
    method: 'POST',
    path: '/api/calls/:call/extensions/:deadline/removal',
    summary: 'Takes an extension back; the general date holds again.',
    params: z.strictObject({ call: callSlug, deadline: id }),
    body: z.strictObject({ reason: line(500).min(1) }),
    response: z.array(extensionView),
  }),
};
