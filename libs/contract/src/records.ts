import { callKinds, draftLanguage, submissionLanguage } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';
import { lookedAt, lookQuery } from './looking';
import { outcome } from './decisions';
import { dueView, shownState } from './home';
import { submissionStage } from './drafts';
import { tag, tagScope } from './tags';
import { listPage, typedQuery } from './typed-query';

/** The lists a chair works from. `drafts` is a list of its own: a draft has no number and shows nothing of its content. */
export const recordView = z.enum(['needs', 'late', 'ready', 'all']);
export type RecordView = z.infer<typeof recordView>;

export const recordSort = z.enum(submissionLanguage.sorts);
export type RecordSort = z.infer<typeof recordSort>;

const slug = z.string().min(1).max(100);

/**
 * What the list is narrowed by: a view, and a query as it is typed (`au:galli OR #discuss sort:-mean`).
 */
export const recordQuery = z.strictObject({
  view: recordView.default('all'),
  query: typedQuery(submissionLanguage),
});
/** As it was understood. */
export type RecordQuery = z.output<typeof recordQuery>;
/** As it is asked. */
export type TypedRecordQuery = z.input<typeof recordQuery>;

export const recordRow = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  /** “Galli + 2”; null where the viewer may not know the authors. */
  authors: z.string().nullable(),
  track: z.string(),
  type: z.string(),
  state: shownState,
  stage: submissionStage.nullable(),
  submittedAt: z.iso.datetime().nullable(),
  reviews: z
    .object({ in: z.number().int(), expected: z.number().int(), started: z.number().int(), late: z.number().int() })
    .nullable(),
  scores: z.object({ mean: z.number(), min: z.number(), max: z.number() }).nullable(),
  /** What was decided, or what is recommended where all recommend the same; `mixed` where they do not. */
  recommended: z.object({ outcome: z.union([outcome, z.literal('mixed')]), decided: z.boolean() }).nullable(),
  /** Those the viewer may read. */
  tags: z.array(tag),
});
export type RecordRow = z.infer<typeof recordRow>;

export const recordViews = z.object({
  callSlug: z.string(),
  callName: z.string(),
  kind: z.enum(callKinds),
  needs: z.number().int(),
  late: z.number().int(),
  ready: z.number().int(),
  all: z.number().int(),
  /** Null where the call submits complete drafts itself, or the viewer may not know of them. */
  drafts: z.number().int().nullable(),
  tracks: z.array(z.object({ slug: z.string(), name: z.string() })),
  types: z.array(z.object({ key: z.string(), name: z.string() })),
  outcomes: z.array(outcome),
  /** For completing a query: tags in use, topics, and the fields that the viewer cannot search by here. */
  tags: z.array(z.string()),
  topics: z.array(z.string()),
  refused: z.array(z.string()),
  can: z.object({
    assign: z.boolean(),
    decide: z.boolean(),
    recommend: z.boolean(),
    openDiscussion: z.boolean(),
    openResponse: z.boolean(),
  }),
  /** Until when the call's authors respond to the reviews. */
  responseDate: dueView.nullable(),
});
export type RecordViews = z.infer<typeof recordViews>;

/** A draft that nobody submitted: that it exists, whose it is, and where. Nothing of what is written in it. */
export const draftContact = z.object({
  id: z.uuid(),
  /** Null in a call whose editors do not know the authors. */
  contact: z.object({ name: z.string(), address: z.string() }).nullable(),
  track: z.string(),
  type: z.string(),
});
export type DraftContact = z.infer<typeof draftContact>;

export const recordFile = z.object({
  id: z.uuid(),
  slot: z.string(),
  /** The name it came with for authors and chairs, a plain one for everybody else. */
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  /** Where it is downloaded; null while its copy for readers is being made. */
  url: z.string().nullable(),
  /** For chairs: how many places the look for its authors found; null where nobody looked, and for everybody else. */
  hints: z.number().int().nullable(),
});
export type RecordFile = z.infer<typeof recordFile>;

export const recordVersion = z.object({
  n: z.number().int(),
  kind: submissionStage,
  round: z.number().int(),
  title: z.string(),
  words: z.number().int(),
  submittedAt: z.iso.datetime(),
  /** Null when the clock submitted it; absent where the viewer may not know. */
  submittedBy: z.string().nullable().optional(),
  digest: z.string().nullable(),
  files: z.array(recordFile),
});
export type RecordVersion = z.infer<typeof recordVersion>;

export const recordEvent = z.object({
  at: z.iso.datetime(),
  action: z.string(),
  /** Null for the clock, and where the viewer may not know. */
  by: z.string().nullable(),
  side: z.enum(['author', 'review', 'security']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RecordEvent = z.infer<typeof recordEvent>;

export const nextStepKind = z.enum([
  'send_paper',
  'replace',
  'revise',
  'read_letter',
  'wait_decision',
  'abstract_only',
  'withdrawn',
  'respond',
  'responded',
  'answer',
  'review',
  'reviewed',
  'await_paper',
  'await_revision',
  'assign',
  'await_reviews',
  'await_response',
  'recommend',
  'decide',
  'release',
  'released',
  'read',
]);
export type NextStepKind = z.infer<typeof nextStepKind>;

/** The one sentence below the title: `record.next.<kind>`, filled with `facts`, and where its button leads. */
export const nextStep = z.object({
  kind: nextStepKind,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  due: dueView.nullable(),
  /** A path of the application below `/app`, without it; null where there is nothing to do. */
  link: z.string().nullable(),
});
export type NextStep = z.infer<typeof nextStep>;

export const recordPage = z.object({
  id: z.uuid(),
  version: z.number().int(),
  callSlug: z.string(),
  callName: z.string(),
  kind: z.enum(callKinds),
  number: z.number().int(),
  /** What the viewer is to it: decides what the page puts first, never what it may show. */
  as: z.enum(['author', 'reviewer', 'chair', 'reader']),
  /** Set while somebody looks through other eyes: read-only, and nothing the looker may not see. */
  lookedAt: lookedAt.nullable(),
  state: shownState,
  stage: submissionStage.nullable(),
  round: z.number().int(),
  /** Null in a call of one track: its name would say nothing. */
  track: z.string().nullable(),
  type: z.string(),
  /** Null for who reviewed an earlier round and reads only the own review. */
  content: z
    .object({
      title: z.string(),
      abstract: z.string(),
      keywords: z.array(z.string()),
      topics: z.array(z.string()),
    })
    .nullable(),
  /** Null where the viewer may not know them. */
  authors: z
    .array(
      z.object({
        name: z.string(),
        affiliation: z.string(),
        address: z.string().nullable(),
        isCorresponding: z.boolean(),
      }),
    )
    .nullable(),
  files: z.array(recordFile),
  submittedAt: z.iso.datetime().nullable(),
  /** Why its authors withdrew it; null where there is no reason, or the viewer is neither author nor chair. */
  withdrawnReason: z.string().nullable(),
  handledBy: z.array(z.string()).nullable(),
  /** Those the viewer may read, and for whom the viewer may set others. */
  tags: z.array(tag),
  tagScopes: z.array(tagScope),
  reviews: z.object({ in: z.number().int(), expected: z.number().int() }).nullable(),
  decision: z.object({ outcome, released: z.boolean(), at: z.iso.datetime().nullable() }).nullable(),
  /** A released letter that the viewer, an author, may read at `/api/submissions/:id/letter`. */
  hasLetter: z.boolean(),
  versions: z.array(recordVersion),
  /** Null where the viewer may read none of it. */
  history: z.array(recordEvent).nullable(),
  next: nextStep,
  /** The discussion of the current round; null to whom there is none. */
  discussion: z.object({ state: z.enum(['unopened', 'open', 'closed']), unread: z.number().int() }).nullable(),
  /** The authors' response to the reviews of the current round; null where none was asked for. */
  response: z
    .object({ open: z.boolean(), due: dueView.nullable(), submittedAt: z.iso.datetime().nullable() })
    .nullable(),
  /** Until when the call's authors respond; for those who may ask them to. */
  responseDate: dueView.nullable(),
  /** The viewer's own assignment, for the link to the review form. */
  assignmentId: z.uuid().nullable(),
  can: z.object({
    edit: z.boolean(),
    withdraw: z.boolean(),
    submitRevision: z.boolean(),
    review: z.boolean(),
    answerInvitation: z.boolean(),
    seeReviews: z.boolean(),
    assign: z.boolean(),
    remind: z.boolean(),
    recommend: z.boolean(),
    decide: z.boolean(),
    openDiscussion: z.boolean(),
    closeDiscussion: z.boolean(),
    openResponse: z.boolean(),
    closeResponse: z.boolean(),
    declareConflict: z.boolean(),
    /** The viewer handles this submission, and there is a round to judge: not while its revision is awaited. */
    seePanel: z.boolean(),
    /** May look at it through other eyes, and ask why somebody sees something. */
    look: z.boolean(),
  }),
});
export type RecordPage = z.infer<typeof recordPage>;

export const neighbours = z.object({
  /** From 1; null when it is not in that list any more. */
  position: z.number().int().nullable(),
  total: z.number().int(),
  previous: z.number().int().nullable(),
  next: z.number().int().nullable(),
});
export type Neighbours = z.infer<typeof neighbours>;

const ofCall = z.strictObject({ call: slug });
const ofRecord = z.strictObject({ call: slug, number: z.coerce.number().int().positive().max(2_147_483_647) });
export const recordsApi = {
  list: endpoint({
    method: 'GET',
    path: '/api/calls/:call/records',
    summary:
      'Lists the submissions a chair handles, by page, filtered and sorted; counts only what the viewer may see.',
    params: ofCall,
    query: recordQuery.extend(listPage),
    response: z.object({ rows: z.array(recordRow), total: z.number().int() }),
  }),
  ids: endpoint({
    method: 'GET',
    path: '/api/calls/:call/record-ids',
    summary: 'Lists by id all submissions that a query finds, in its order.',
    params: ofCall,
    query: recordQuery,
    response: z.object({ ids: z.array(z.uuid()) }),
  }),
  views: endpoint({
    method: 'GET',
    path: '/api/calls/:call/record-views',
    summary: 'Counts the views of the list, and names what it can be filtered by.',
    params: ofCall,
    response: recordViews,
  }),
  drafts: endpoint({
    method: 'GET',
    path: '/api/calls/:call/record-drafts',
    summary: 'Lists drafts nobody submitted, by contact and track only, by page, narrowed by a query.',
    params: ofCall,
    query: z.strictObject({ query: typedQuery(draftLanguage), ...listPage }),
    response: z.object({ rows: z.array(draftContact), total: z.number().int() }),
  }),
  page: endpoint({
    method: 'GET',
    path: '/api/calls/:call/records/:number',
    summary: 'Shows one submission to anybody who may know of it, with as much of it as they may see.',
    params: ofRecord,
    query: z.strictObject(lookQuery),
    response: recordPage,
  }),
  neighbours: endpoint({
    method: 'GET',
    path: '/api/calls/:call/records/:number/neighbours',
    summary: 'Says where a submission stands in a list, and what comes before and after it.',
    params: ofRecord,
    query: recordQuery,
    response: neighbours,
  }),
};
