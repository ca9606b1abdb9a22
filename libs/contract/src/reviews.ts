import * as z from 'zod';
import { assignmentState } from './assignments';
import { endpoint } from './endpoint';
import { lookQuery } from './looking';
import { dueView } from './home';
import { fieldVisibility } from './review-form';

/** One question of the review form, as its version froze it. */
export const reviewFieldView = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['score', 'text', 'choice']),
  required: z.boolean(),
  /** Who reads the answer besides the chairs. */
  visibility: fieldVisibility,
  help: z.string(),
  scale: z.array(z.object({ value: z.number().int(), label: z.string() })),
});
export type ReviewFieldView = z.infer<typeof reviewFieldView>;

export const reviewAnswer = z.union([z.string().max(50_000), z.number().int(), z.null()]);
export const reviewAnswers = z.record(z.string().max(60), reviewAnswer);
export type ReviewAnswers = z.infer<typeof reviewAnswers>;

export const paperFileView = z.object({
  id: z.uuid(),
  slot: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  /** `convoke-itais-2016-17-paper.pdf`: never what the author's machine called it. */
  name: z.string(),
  /** Where it is read and downloaded; null while it is still being checked. */
  url: z.string().nullable(),
});
export type PaperFileView = z.infer<typeof paperFileView>;

/** A question that stands between the reviewer and submitting. */
export const reviewProblem = z.object({ key: z.string(), code: z.string() });
export type ReviewProblem = z.infer<typeof reviewProblem>;

/** What is said about a paper between its reviews and its decision, as far as the viewer is in it: what leads there. */
export const paperTalk = z.object({
  /** Null where there is none, or none for the viewer. */
  discussion: z.object({ open: z.boolean(), unread: z.number().int() }).nullable(),
  /** The authors were asked to respond: whether they may still, and whether something is there to be read. */
  response: z.object({ open: z.boolean(), submitted: z.boolean() }).nullable(),
});
export type PaperTalk = z.infer<typeof paperTalk>;

export const ownReviewState = z.enum(['invited', 'to_write', 'draft', 'submitted', 'withheld', 'ended']);
export type OwnReviewState = z.infer<typeof ownReviewState>;

export const ownReviewItem = z.object({
  assignmentId: z.uuid(),
  callSlug: z.string(),
  callName: z.string(),
  number: z.number().int(),
  /** Null where the call does not show it before the invitation is accepted. */
  title: z.string().nullable(),
  state: ownReviewState,
  /** Required answers that are still missing in a draft. */
  missing: z.number().int(),
  due: dueView.nullable(),
  submittedAt: z.iso.datetime().nullable(),
  /** True while it may still be written or changed. */
  open: z.boolean(),
  talk: paperTalk,
});
export type OwnReviewItem = z.infer<typeof ownReviewItem>;

export const reviewEditorView = z.object({
  assignment: z.object({ id: z.uuid(), state: assignmentState, due: dueView.nullable() }),
  call: z.object({ slug: z.string(), name: z.string() }),
  paper: z.object({
    submissionId: z.uuid(),
    number: z.number().int(),
    title: z.string(),
    abstract: z.string(),
    topics: z.array(z.string()),
    keywords: z.array(z.string()),
    /** Null in blind review. */
    authors: z.array(z.object({ name: z.string(), affiliation: z.string() })).nullable(),
    files: z.array(paperFileView),
  }),
  handledBy: z.string().nullable(),
  /** How many people read what is written “for the chairs”. */
  chairReaders: z.object({ coChairs: z.number().int(), chairs: z.number().int() }),
  form: z.object({ fields: z.array(reviewFieldView) }),
  review: z.object({
    answers: reviewAnswers,
    /** 0 = not begun. */
    version: z.number().int(),
    state: z.enum(['none', 'draft', 'submitted', 'withheld']),
    /** How often it was submitted. */
    submittedN: z.number().int(),
    submittedAt: z.iso.datetime().nullable(),
    editedAt: z.iso.datetime().nullable(),
    /** Submitted once, and the working copy differs from what others read. */
    hasUnsubmittedChanges: z.boolean(),
    problems: z.array(reviewProblem),
  }),
  talk: paperTalk,
  /** Whether the reviews of others can be read. */
  seesReviews: z.boolean(),
  /** Chairs of this call read drafts of reviews. */
  draftIsRead: z.boolean(),
  /** The terms the form was opened under: who reads what. They go back with a submit. */
  terms: z.number().int(),
  canWrite: z.boolean(),
  /** Why it cannot be written, in plain words. */
  whyNot: z.string().nullable(),
});
export type ReviewEditorView = z.infer<typeof reviewEditorView>;

export const savedReview = z.object({
  version: z.number().int(),
  state: z.enum(['draft', 'submitted']),
  submittedN: z.number().int(),
  submittedAt: z.iso.datetime().nullable(),
  editedAt: z.iso.datetime(),
  problems: z.array(reviewProblem),
});
export type SavedReview = z.infer<typeof savedReview>;

export const reviewColumn = z.object({
  /** Null while nothing was submitted. */
  reviewId: z.uuid().nullable(),
  /** The B of “Reviewer B”: stable within the round, says nothing about the person. */
  pseudonym: z.string().nullable(),
  /** Only for those who may link a review to a person. */
  name: z.string().nullable(),
  own: z.boolean(),
  state: z.enum(['invited', 'accepted', 'draft', 'submitted']),
  submittedAt: z.iso.datetime().nullable(),
  /** Who may read a draft sees what is written so far, in `answers`: it is not submitted, and may still become anything. */
  isReadableDraft: z.boolean(),
  /** How often it was submitted, where the viewer may know. */
  version: z.number().int().nullable(),
  answers: reviewAnswers,
});
export type ReviewColumn = z.infer<typeof reviewColumn>;

export const reviewsTableView = z.object({
  round: z.number().int(),
  /** The submission's current round. */
  currentRound: z.number().int(),
  /** The rounds whose reviews the viewer may ask for, the first one first. */
  rounds: z.array(z.number().int()),
  /** The questions whose answers the viewer may read, in form order. */
  fields: z.array(reviewFieldView),
  columns: z.array(reviewColumn),
  /** What those who handle it wrote for the authors; before the release only for who may read it. */
  metaReviews: z.array(z.object({ by: z.string().nullable(), text: z.string() })),
  /** Null when the viewer may not know how many are expected. */
  expected: z.number().int().nullable(),
});
export type ReviewsTableView = z.infer<typeof reviewsTableView>;

const idParams = z.object({ id: z.uuid() });
const answersBody = z.strictObject({ answers: reviewAnswers, version: z.number().int().min(0) });

export const reviewsApi = {
  mine: endpoint({
    method: 'GET',
    path: '/api/me/reviews',
    summary: 'Lists the reviews the signed-in person was asked for, over all calls.',
    response: z.object({ reviews: z.array(ownReviewItem) }),
  }),
  open: endpoint({
    method: 'GET',
    path: '/api/assignments/:id/review',
    summary: 'Opens one’s own review: the paper, the form and what is written so far.',
    params: idParams,
    response: reviewEditorView,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/assignments/:id/review',
    summary: 'Saves the draft of one’s own review. A stale version is refused.',
    params: idParams,
    body: answersBody,
    response: savedReview,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/api/assignments/:id/review/submit',
    summary: 'Submits one’s own review, or its revision, as an immutable version.',
    params: idParams,
    body: answersBody.extend({ terms: z.number().int().min(1).optional() }),
    response: savedReview,
  }),
  ofSubmission: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/reviews',
    summary:
      'Lists the reviews of one round of a submission side by side, as far as the viewer may read them; without a round, of the last one that has begun.',
    params: idParams,
    query: z.strictObject({ round: z.coerce.number().int().positive().max(1000).optional(), ...lookQuery }),
    response: reviewsTableView,
  }),
};
