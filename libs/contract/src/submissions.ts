import { ownSubmissionLanguage } from '@convoke/domain';
import * as z from 'zod';
import {
  draftView,
  missingItem,
  saveDraftRequest,
  startView,
  submissionForm,
  submissionStage,
  submittableStage,
} from './drafts';
import { endpoint } from './endpoint';
import { dueView, shownState } from './home';
import { anonymityCheck, draftFileView } from './submission-files';
import { listPage, typedQuery } from './typed-query';

const id = z.uuid();
const slug = z.string().min(1).max(100);

export const receiptFile = z.object({
  id,
  slot: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  hash: z.string(),
});

export const versionView = z.object({
  n: z.number().int(),
  kind: submissionStage,
  title: z.string(),
  words: z.number().int(),
  submittedAt: z.iso.datetime(),
  /** null = the clock submitted it at the deadline. */
  submittedBy: z.string().nullable(),
  digest: z.string(),
  files: z.array(receiptFile),
});
export type VersionView = z.infer<typeof versionView>;

export const receiptView = z.object({
  id,
  number: z.number().int(),
  callSlug: z.string(),
  callName: z.string(),
  version: versionView,
  /** Addresses the receipt goes to. */
  mailedTo: z.array(z.string()),
  /** Whether the contact authors can still replace it. */
  canReplace: z.boolean(),
  /** Until when it can be replaced; null = no limit announced. */
  replaceUntil: dueView.nullable(),
  /** Only an abstract so far: the paper is still to come, by this date if one is set. */
  paperNext: z.boolean(),
  notification: dueView.nullable(),
  /** Its files that may tell who wrote them, or that are still being looked at. */
  anonymity: z.array(anonymityCheck.extend({ id, name: z.string() })),
});
export type ReceiptView = z.infer<typeof receiptView>;

export const mySubmission = z.object({
  id,
  number: z.number().int().nullable(),
  title: z.string(),
  state: shownState,
  stage: submissionStage.nullable(),
  version: z.number().int(),
  callSlug: z.string(),
  callName: z.string(),
  /** Null in a call of one track. */
  trackName: z.string().nullable(),
  typeName: z.string(),
  /** Contact authors may edit; the others look. */
  isContact: z.boolean(),
  canEdit: z.boolean(),
  /** What is missing for the next stage; empty when nothing is. */
  missing: z.array(missingItem),
  next: z
    .object({ kind: z.enum(['abstract', 'paper', 'revision', 'notification']), due: dueView.nullable() })
    .nullable(),
  editedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
});
export type MySubmission = z.infer<typeof mySubmission>;

const byId = z.strictObject({ id });

/** Submissions as their authors see them. Files are downloaded by the id of the file. */
export const submissionsApi = {
  start: endpoint({
    method: 'GET',
    path: '/api/calls/:call/submissions/start',
    summary: 'Shows what can be submitted to a call and until when.',
    params: z.strictObject({ call: slug }),
    response: startView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/calls/:call/submissions',
    summary: 'Starts a draft in a track of a call.',
    params: z.strictObject({ call: slug }),
    body: z.strictObject({ trackId: id, typeId: id }),
    response: z.object({ id }),
    status: 201,
    idempotent: true,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/api/me/submissions',
    summary:
      'Lists the submissions the signed-in person is an author of, over all calls, by page, narrowed by a query.',
    query: z.strictObject({ query: typedQuery(ownSubmissionLanguage), ...listPage }),
    response: z.object({
      items: z.array(mySubmission),
      /** How many the query finds. */
      total: z.number().int(),
      serverNow: z.iso.datetime(),
    }),
  }),
  form: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/form',
    summary: 'Opens a submission for editing by its contact authors.',
    params: byId,
    response: submissionForm,
  }),
  save: endpoint({
    method: 'PATCH',
    path: '/api/submissions/:id/draft',
    summary: 'Saves changed fields of the working copy.',
    params: byId,
    body: saveDraftRequest,
    response: draftView,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/submit',
    summary: 'Freezes the working copy as a version and sends a receipt.',
    params: byId,
    body: z.strictObject({
      stage: submittableStage,
      version: z.number().int().positive(),
      opened: z.string().max(200).optional(),
    }),
    response: receiptView,
    idempotent: true,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/withdraw',
    summary: 'Takes a submission back for good.',
    params: byId,
    body: z.strictObject({ version: z.number().int().positive(), reason: z.string().trim().max(2000) }),
    response: draftView,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/versions',
    summary: 'Lists the frozen versions of a submission, newest first.',
    params: byId,
    response: z.object({ items: z.array(versionView) }),
  }),
  receipt: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/receipt',
    summary: 'Shows the receipt of the latest version to its authors.',
    params: byId,
    response: receiptView,
  }),
  upload: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/files/:slot',
    summary: 'Uploads one file into a slot of the working copy.',
    params: z.strictObject({ id, slot: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) }),
    query: z.strictObject({ opened: z.string().max(200).optional() }),
    response: draftFileView,
    status: 201,
    stream: 'upload',
  }),
  removeFile: endpoint({
    method: 'DELETE',
    path: '/api/submissions/:id/files/:file',
    summary: 'Takes a file out of the working copy; versions that hold it keep it.',
    params: z.strictObject({ id, file: id }),
    query: z.strictObject({ opened: z.string().max(200).optional() }),
    response: draftView,
  }),
  download: endpoint({
    method: 'GET',
    path: '/api/files/:file',
    summary: 'Reads a file of a submission: authors and chairs the file as sent, reviewers a copy without metadata.',
    params: z.strictObject({ file: id }),
    query: z.strictObject({ as: z.enum(['attachment', 'inline']).default('attachment') }),
    status: 200,
    stream: 'file',
  }),
};
