import { conflictKinds, conflictSources } from '@convoke/domain';
import * as z from 'zod';
import { assignmentState } from './assignments';
import { endpoint } from './endpoint';
import { declarableConflictKind } from './drafts';

export const conflictKind = z.enum(conflictKinds);
export const conflictSource = z.enum(conflictSources);
export const conflictState = z.enum(['blocking', 'suggested', 'dismissed']);
export type ConflictStateView = z.infer<typeof conflictState>;

/** Why the machine thinks so: what of whom it compared. */
export const conflictEvidence = z.object({
  kind: conflictKind,
  reason: z.enum([
    'author',
    'contact',
    'address',
    'name',
    'co_author',
    'domain',
    'institution',
    'by_member',
    'by_author',
  ]),
  author: z.string(),
  what: z.string(),
});
export type ConflictEvidence = z.infer<typeof conflictEvidence>;

/** One reason between a paper and a person; what it is only for who may know the authors. */
export const conflictEntry = z.object({
  source: conflictSource,
  kind: conflictKind,
  state: conflictState,
  /** What was said with it. */
  reason: z.string(),
  evidence: z.array(conflictEvidence),
  settledBy: z.string().nullable(),
  settledReason: z.string(),
});
export type ConflictEntry = z.infer<typeof conflictEntry>;

/** Everything between one paper and one person. */
export const conflictRow = z.object({
  submissionId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  personId: z.uuid(),
  name: z.string(),
  affiliation: z.string(),
  state: conflictState,
  /** Empty where the viewer may not know why. */
  entries: z.array(conflictEntry),
  /** The person's place on the paper, where there is or was one. */
  assignment: assignmentState.nullable(),
  /** It is about the viewer: somebody else decides. */
  own: z.boolean(),
  can: z.object({ confirm: z.boolean(), pin: z.boolean(), dismiss: z.boolean() }),
});
export type ConflictRow = z.infer<typeof conflictRow>;

/** Pairs of a kind are counted up to here; one more stands for “more than that”: nobody goes through them one by one. */
export const mostPairsCounted = 10_000;

export const conflictsPage = z.object({
  callName: z.string(),
  rows: z.array(conflictRow),
  /** Of what is listed here; counted like the others. */
  total: z.number().int(),
  counts: z.object({
    suggested: z.number().int(),
    blocking: z.number().int(),
    dismissed: z.number().int(),
  }),
});
export type ConflictsPage = z.infer<typeof conflictsPage>;

/** A reviewer whose work on a paper a conflict ended, and which no chair has put aside yet. */
export const lateConflict = z.object({
  assignmentId: z.uuid(),
  submissionId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  personId: z.uuid(),
  name: z.string(),
  /** Who said so; null where the viewer may not know why. */
  source: conflictSource.nullable(),
  review: z.enum(['none', 'draft', 'withheld']),
  endedAt: z.iso.datetime(),
});
export type LateConflict = z.infer<typeof lateConflict>;

/** Declarations of authors that somebody should look at. */
export const flaggedPaper = z.object({
  submissionId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  flags: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('many'), declared: z.number().int(), committee: z.number().int() }),
      z.object({ code: z.literal('topic'), topic: z.string(), reviewers: z.number().int() }),
    ]),
  ),
});
export type FlaggedPaper = z.infer<typeof flaggedPaper>;

export const settleConflicts = z
  .strictObject({
    as: z.enum(['confirm', 'pin', 'dismiss']),
    reason: z.string().trim().max(500).default(''),
    pairs: z
      .array(z.strictObject({ submissionId: z.uuid(), personId: z.uuid() }))
      .min(1)
      .max(500),
  })
  .refine(({ as, reason }) => as !== 'dismiss' || reason !== '', {
    path: ['reason'],
    message: 'Say why this is no conflict',
  });
export type SettleConflicts = z.infer<typeof settleConflicts>;

export const memberFound = z.object({ personId: z.uuid(), name: z.string(), affiliation: z.string() });
export type MemberFound = z.infer<typeof memberFound>;

export const submissionConflicts = z.object({
  /** How many of the committee are in conflict: always said. */
  inConflict: z.number().int(),
  /** False where the viewer may know that, but not why. */
  showsWhy: z.boolean(),
  rows: z.array(conflictRow),
  /** Members of the committee by the name asked for, to set a conflict with. */
  found: z.array(memberFound),
  can: z.object({ pin: z.boolean(), declareOwn: z.boolean() }),
});
export type SubmissionConflicts = z.infer<typeof submissionConflicts>;

export const declareOwnConflict = z.strictObject({
  kind: declarableConflictKind,
  reason: z.string().trim().max(500).default(''),
});
export type DeclareOwnConflict = z.infer<typeof declareOwnConflict>;

export const ownConflict = z.object({
  id: z.uuid(),
  callSlug: z.string(),
  callName: z.string(),
  number: z.number().int(),
  kind: conflictKind,
  reason: z.string(),
  declaredAt: z.iso.datetime(),
  canTakeBack: z.boolean(),
});
export type OwnConflict = z.infer<typeof ownConflict>;

export const substituteView = z.object({
  callName: z.string(),
  substitute: z.object({ name: z.string(), address: z.string() }).nullable(),
  /** Papers that wait because nobody may handle them; only for those who run the house. */
  waiting: z.number().int().nullable(),
});
export type SubstituteView = z.infer<typeof substituteView>;

const callParams = z.object({ call: z.string().max(100) });
const idParams = z.object({ id: z.uuid() });

export const conflictsApi = {
  list: endpoint({
    method: 'GET',
    path: '/api/calls/:call/conflicts',
    summary: 'Lists conflicts of interest between the committee and the papers the viewer handles.',
    params: callParams,
    query: z.strictObject({
      show: conflictState.default('suggested'),
      q: z.string().trim().max(200).optional(),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: conflictsPage,
  }),
  late: endpoint({
    method: 'GET',
    path: '/api/calls/:call/conflicts/late',
    summary: 'Lists reviewers whose work on a paper a conflict ended.',
    params: callParams,
    response: z.object({ rows: z.array(lateConflict) }),
  }),
  flagged: endpoint({
    method: 'GET',
    path: '/api/calls/:call/conflicts/flagged',
    summary: 'Lists papers whose authors declared unusually many conflicts, or all reviewers of a topic.',
    params: callParams,
    response: z.object({ rows: z.array(flaggedPaper) }),
  }),
  settle: endpoint({
    method: 'POST',
    path: '/api/calls/:call/conflicts/settle',
    summary: 'Confirms, pins or dismisses conflicts; each as asked or not at all, with the reason.',
    params: callParams,
    body: settleConflicts,
    response: z.object({
      settled: z.number().int(),
      refused: z.array(z.object({ number: z.number().int().nullable(), code: z.string() })),
    }),
  }),
  seen: endpoint({
    method: 'POST',
    path: '/api/calls/:call/conflicts/seen',
    summary: 'Puts aside conflicts that ended the work of reviewers, once somebody has looked at them.',
    params: callParams,
    body: z.strictObject({ assignmentIds: z.array(z.uuid()).min(1).max(500) }),
    response: z.object({ rows: z.array(lateConflict) }),
  }),
  ofSubmission: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/conflicts',
    summary: 'Lists the conflicts of one submission to those who handle it.',
    params: idParams,
    query: z.strictObject({ find: z.string().trim().max(100).optional() }),
    response: submissionConflicts,
  }),
  pin: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/conflicts',
    summary: 'Sets a conflict between a submission and a member of the committee that no comparison removes.',
    params: idParams,
    body: declareOwnConflict.extend({ personId: z.uuid() }),
    response: submissionConflicts,
  }),
  declare: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/own-conflict',
    summary: 'Declares a conflict of one’s own with a submission: access to it ends at once.',
    params: idParams,
    body: declareOwnConflict,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/api/me/conflicts',
    summary: 'Lists the conflicts one has declared.',
    response: z.object({ rows: z.array(ownConflict) }),
  }),
  takeBack: endpoint({
    method: 'DELETE',
    path: '/api/me/conflicts/:id',
    summary: 'Takes an own declaration back, as long as the paper was never offered for review.',
    params: idParams,
    response: z.object({ rows: z.array(ownConflict) }),
  }),
  substitute: endpoint({
    method: 'GET',
    path: '/api/calls/:call/substitute',
    summary: 'Says who handles papers of a call that nobody else in office may.',
    params: callParams,
    response: substituteView,
  }),
  nameSubstitute: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/substitute',
    summary: 'Names who handles papers of a call that nobody else in office may; an empty address names nobody.',
    params: callParams,
    body: z.strictObject({ address: z.union([z.literal(''), z.email().max(254)]) }),
    response: substituteView,
  }),
};
