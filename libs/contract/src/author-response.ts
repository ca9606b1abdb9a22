import * as z from 'zod';
import { endpoint } from './endpoint';
import { dueView } from './home';
import { lookQuery } from './looking';

export { responseWords } from '@convoke/domain';

const text = z.string().max(50_000);
/** One text on the paper, and one on each review where the call asks for that; by the review's id. */
export const responseTexts = z.strictObject({ paper: text, reviews: z.record(z.uuid(), text) });
export type ResponseTexts = z.infer<typeof responseTexts>;

export const responseDraft = z.object({
  texts: responseTexts,
  /** 0 = not begun. */
  version: z.number().int(),
  submittedN: z.number().int(),
  submittedAt: z.iso.datetime().nullable(),
  editedAt: z.iso.datetime().nullable(),
  /** Who saved it last; null for oneself. */
  editedBy: z.string().nullable(),
  /** Submitted once, and what stands here differs from what is read. */
  hasUnsubmittedChanges: z.boolean(),
});
export type ResponseDraft = z.infer<typeof responseDraft>;

export const authorResponseView = z.object({
  /** Whether authors may write now. */
  open: z.boolean(),
  due: dueView.nullable(),
  /** Of each text; null = no limit. */
  maxWords: z.number().int().nullable(),
  /** The reviews that are answered one by one; empty where one text answers all. */
  reviews: z.array(z.object({ id: z.uuid(), letter: z.string() })),
  /** The working copy, for the authors alone. */
  draft: responseDraft.nullable(),
  /** What was submitted last, as everybody else reads it. */
  submitted: z.object({ texts: responseTexts, words: z.number().int(), at: z.iso.datetime() }).nullable(),
  /** Those who read it may not know who wrote the paper. */
  blind: z.boolean(),
  canWrite: z.boolean(),
  /** Why authors cannot write, in plain words; null for others. */
  whyNot: z.string().nullable(),
  /** Goes back with what is written, so that it is read by those who could read it when it was begun. */
  terms: z.number().int(),
  /** Proof that the form was open in time; goes back with saves. */
  form: z.string().nullable(),
});
export type AuthorResponseView = z.infer<typeof authorResponseView>;

export const savedResponse = z.object({
  version: z.number().int(),
  submittedN: z.number().int(),
  submittedAt: z.iso.datetime().nullable(),
  editedAt: z.iso.datetime(),
});
export type SavedResponse = z.infer<typeof savedResponse>;

const id = z.strictObject({ id: z.uuid() });
const written = z.strictObject({
  texts: responseTexts,
  version: z.number().int().min(0),
  form: z.string().max(200).optional(),
  /** Those of the form that was filled in; left out, those of today. */
  terms: z.number().int().min(1).optional(),
});

export const authorResponseApi = {
  read: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/response',
    summary: 'Shows the authors’ response to the reviews: its authors their working copy, others what was submitted.',
    params: id,
    query: z.strictObject(lookQuery),
    response: authorResponseView,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/submissions/:id/response',
    summary: 'Saves the draft of the response; only its authors read it. A stale version is refused.',
    params: id,
    body: written,
    response: savedResponse,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/response',
    summary: 'Submits the response, or its revision, to reviewers and chairs.',
    params: id,
    body: written,
    response: savedResponse,
  }),
};
