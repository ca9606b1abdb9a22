import { callKinds } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';
import { dueView } from './home';

/** Every outcome there is; which of them a call offers is said by its kind. */
export const outcome = z.enum([
  'accept_paper',
  'accept_poster',
  'reject',
  'accept',
  'minor_revision',
  'major_revision',
]);
export type Outcome = z.infer<typeof outcome>;

const id = z.strictObject({ id: z.uuid() });
const ofCall = z.strictObject({ call: z.string().max(100) });
const version = z.number().int().min(0);
const reason = z.string().trim().max(10_000);
/** What authors read of a recommendation, with the decision; left out = as it was. */
const metaReview = z.string().trim().max(20_000);
const personalPart = z.string().trim().max(20_000);

export const recommendationView = z.object({
  by: z.string(),
  mine: z.boolean(),
  outcome,
  /** Read by chairs only. */
  reason: z.string(),
  /** The meta-review: read by authors with the decision. */
  forAuthors: z.string(),
  version: z.number().int(),
  editedAt: z.iso.datetime(),
});

export const decisionView = z.object({
  outcome,
  /** Read by chairs only, never by authors. */
  reason: z.string(),
  /** The personal part of the letter; null = the template alone. */
  letter: z.string().nullable(),
  state: z.enum(['decided', 'in_batch', 'released']),
  version: z.number().int(),
  by: z.string(),
  decidedAt: z.iso.datetime(),
  releasedAt: z.iso.datetime().nullable(),
});

/** What the decision panel of one submission shows. */
export const decisionPanel = z.object({
  submissionId: z.uuid(),
  callSlug: z.string(),
  kind: z.enum(callKinds),
  number: z.number().int(),
  title: z.string(),
  outcomes: z.array(outcome),
  reviewsIn: z.number().int(),
  reviewsExpected: z.number().int(),
  recommendations: z.array(recommendationView),
  decision: decisionView.nullable(),
  /** Who reads a reason: that many co-chairs and chairs, never the authors. */
  readers: z.object({ coChairs: z.number().int(), chairs: z.number().int() }),
  /** Number of the next paper of the viewer that still waits for the same step. */
  next: z.number().int().nullable(),
  notification: dueView.nullable(),
  can: z.object({
    recommend: z.boolean(),
    /** With the recommendation, for the authors; a call may do without. */
    writeMetaReview: z.boolean(),
    decide: z.boolean(),
    send: z.boolean(),
  }),
});
export type DecisionPanel = z.infer<typeof decisionPanel>;

export const decisionRow = z.object({
  submissionId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  trackId: z.uuid(),
  track: z.string(),
  reviewsIn: z.number().int(),
  reviewsExpected: z.number().int(),
  scoreMean: z.number().nullable(),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
  recommendations: z.array(z.object({ by: z.string(), outcome, mine: z.boolean() })),
  decision: z
    .object({ outcome, state: z.enum(['decided', 'in_batch', 'released']), version: z.number().int() })
    .nullable(),
  can: z.object({ recommend: z.boolean(), decide: z.boolean() }),
});
export type DecisionRow = z.infer<typeof decisionRow>;

export const decisionBoard = z.object({
  callSlug: z.string(),
  callName: z.string(),
  kind: z.enum(callKinds),
  outcomes: z.array(outcome),
  rows: z.array(decisionRow),
  tracks: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      papers: z.number().int(),
      recommended: z.number().int(),
      completedAt: z.iso.datetime().nullable(),
      version: z.number().int(),
      canComplete: z.boolean(),
    }),
  ),
  can: z.object({ recommend: z.boolean(), decide: z.boolean(), release: z.boolean() }),
});
export type DecisionBoard = z.infer<typeof decisionBoard>;

export const outcomeCount = z.object({ outcome, n: z.number().int() });

/** What a chair should look at before releasing; `stops` keeps the button from working. */
export const releaseProblem = z.object({
  code: z.enum([
    'no_decision',
    'no_address',
    'address_refused',
    'unsent_mail',
    'no_review',
    'against_scores',
    'stale',
    'wrong_letter',
  ]),
  stops: z.boolean(),
  papers: z.array(z.object({ submissionId: z.uuid(), number: z.number().int() })),
});
export type ReleaseProblem = z.infer<typeof releaseProblem>;

export const letterLine = z.object({
  id: z.uuid(),
  submissionId: z.uuid(),
  number: z.number().int(),
  outcome,
  to: z.string(),
  toName: z.string(),
});

export const releaseBatch = z.object({
  id: z.uuid(),
  callSlug: z.string(),
  callName: z.string(),
  state: z.enum(['frozen', 'released', 'cancelled']),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  releasedAt: z.iso.datetime().nullable(),
  decisions: z.number().int(),
  counts: z.array(outcomeCount),
  problems: z.array(releaseProblem),
  letters: z.array(letterLine),
  from: z.string(),
  /** Minutes between the release and the first letter, in which the letters can still be stopped. */
  holdMinutes: z.number().int(),
  /** After the release: what became of the letters. */
  delivery: z.object({
    waiting: z.number().int(),
    sent: z.number().int(),
    failed: z.number().int(),
    stopped: z.number().int(),
    notBefore: z.iso.datetime().nullable(),
  }),
  can: z.object({ release: z.boolean() }),
});
export type ReleaseBatch = z.infer<typeof releaseBatch>;

export const releaseOverview = z.object({
  callSlug: z.string(),
  callName: z.string(),
  planned: dueView.nullable(),
  /** Decided and not yet in a release. */
  ready: z.array(outcomeCount),
  withoutDecision: z.number().int(),
  /** The release being rehearsed, if there is one. */
  open: z.uuid().nullable(),
  past: z.array(
    z.object({
      id: z.uuid(),
      releasedAt: z.iso.datetime(),
      decisions: z.number().int(),
      letters: z.number().int(),
      /** Some of its letters have not left yet. */
      onTheirWay: z.boolean(),
    }),
  ),
  can: z.object({ release: z.boolean() }),
});
export type ReleaseOverview = z.infer<typeof releaseOverview>;

export const letterView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  outcome,
  from: z.string(),
  to: z.string(),
  toName: z.string(),
  subject: z.string(),
  body: z.string(),
  hash: z.string(),
});
export type LetterView = z.infer<typeof letterView>;

/** A decision that was released, with the letter as it was sent. */
export const sentLetter = z.object({
  round: z.number().int(),
  outcome,
  releasedAt: z.iso.datetime(),
  /** Null for editors who do not know the authors: letters address them by name. */
  letter: z.object({ subject: z.string(), body: z.string() }).nullable(),
});
export type SentLetter = z.infer<typeof sentLetter>;

const decideBody = z.strictObject({
  outcome,
  reason: reason.default(''),
  letter: personalPart.nullable().default(null),
  version,
});
const batchVersion = z.strictObject({ version });

export const decisionsApi = {
  board: endpoint({
    method: 'GET',
    path: '/api/calls/:call/decisions',
    summary: 'Lists the papers the viewer recommends or decides on, with scores and recommendations.',
    params: ofCall,
    response: decisionBoard,
  }),
  panel: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/decision',
    summary: 'Shows what is recommended and decided about one submission to those who handle it.',
    params: id,
    response: decisionPanel,
  }),
  recommend: endpoint({
    method: 'PUT',
    path: '/api/submissions/:id/recommendation',
    summary: 'Recommends an outcome to the programme chair; replaces one’s earlier recommendation.',
    params: id,
    body: z.strictObject({ outcome, reason: reason.default(''), forAuthors: metaReview.optional(), version }),
    response: decisionPanel,
  }),
  decide: endpoint({
    method: 'PUT',
    path: '/api/submissions/:id/decision',
    summary: 'Decides on a submission; authors see nothing until the release.',
    params: id,
    body: decideBody,
    response: decisionPanel,
  }),
  undo: endpoint({
    method: 'DELETE',
    path: '/api/submissions/:id/decision',
    summary: 'Takes back a decision that is not yet part of a release.',
    params: id,
    query: z.strictObject({ version: z.coerce.number().int().min(1) }),
    response: decisionPanel,
  }),
  decideMany: endpoint({
    method: 'POST',
    path: '/api/calls/:call/decisions',
    summary: 'Decides on several submissions at once; says which could not be decided, and why.',
    params: ofCall,
    body: z.strictObject({
      outcome,
      submissions: z
        .array(z.strictObject({ id: z.uuid(), version }))
        .min(1)
        .max(1000),
    }),
    response: z.object({
      decided: z.number().int(),
      refused: z.array(z.object({ number: z.number().int().nullable(), code: z.string() })),
    }),
  }),
  completeTrack: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/tracks/:track/completed',
    summary: 'Says that every recommendation of a track is made, or takes that back.',
    params: z.strictObject({ call: z.string().max(100), track: z.uuid() }),
    body: z.strictObject({ completed: z.boolean(), version }),
    response: decisionBoard,
  }),
  previewLetter: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/decision/preview',
    summary: 'Renders the letter an author would receive; nothing is stored.',
    params: id,
    body: z.strictObject({ outcome, letter: personalPart.nullable() }),
    response: z.object({ from: z.string(), to: z.array(z.string()), subject: z.string(), body: z.string() }),
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/decision/send',
    summary: 'Decides and notifies the authors of one submission at once.',
    params: id,
    body: decideBody,
    response: z.object({ letters: z.number().int(), outcome }),
    idempotent: true,
  }),
  ownLetter: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/letter',
    summary: 'Shows an author the decision about the own submission once it is released.',
    params: id,
    response: z.object({ outcome, releasedAt: z.iso.datetime(), subject: z.string(), body: z.string() }),
  }),
  letters: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/letters',
    summary:
      'Shows the decision letters of a submission that were sent, by round, to its authors and to those who handle it.',
    params: id,
    response: z.object({ letters: z.array(sentLetter) }),
  }),
  releases: endpoint({
    method: 'GET',
    path: '/api/calls/:call/releases',
    summary: 'Shows what is ready to be released and what has been.',
    params: ofCall,
    response: releaseOverview,
  }),
  freeze: endpoint({
    method: 'POST',
    path: '/api/calls/:call/releases',
    summary: 'Renders a letter for every author of the decided submissions, for rehearsal; sends nothing.',
    params: ofCall,
    body: z.strictObject({ submissionIds: z.array(z.uuid()).max(10_000).nullable().default(null) }),
    response: releaseBatch,
    status: 201,
    idempotent: true,
  }),
  batch: endpoint({
    method: 'GET',
    path: '/api/releases/:id',
    summary: 'Shows a release: counts, problems, letters, and after the release their delivery.',
    params: id,
    response: releaseBatch,
  }),
  letter: endpoint({
    method: 'GET',
    path: '/api/releases/:id/letters/:letter',
    summary: 'Shows one letter of a release exactly as it will be or was sent.',
    params: z.strictObject({ id: z.uuid(), letter: z.uuid() }),
    response: letterView,
  }),
  editLetter: endpoint({
    method: 'PUT',
    path: '/api/releases/:id/letters/:letter',
    summary: 'Changes one letter of a release that is still being rehearsed.',
    params: z.strictObject({ id: z.uuid(), letter: z.uuid() }),
    body: z.strictObject({
      subject: z.string().trim().min(1).max(300),
      body: z.string().trim().min(1).max(200_000),
      hash: z.string(),
    }),
    response: letterView,
  }),
  leaveOut: endpoint({
    method: 'POST',
    path: '/api/releases/:id/leave-out',
    summary: 'Takes submissions out of a release that is still being rehearsed; their decisions stay.',
    params: id,
    body: z.strictObject({ submissionIds: z.array(z.uuid()).min(1).max(10_000) }),
    response: releaseBatch,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/releases/:id/cancel',
    summary: 'Ends a rehearsal; the decisions can be changed again.',
    params: id,
    body: batchVersion,
    response: releaseOverview,
  }),
  release: endpoint({
    method: 'POST',
    path: '/api/releases/:id/release',
    summary: 'Makes the decisions visible to authors and queues their letters, all at once.',
    params: id,
    body: batchVersion,
    response: releaseBatch,
  }),
  stop: endpoint({
    method: 'POST',
    path: '/api/releases/:id/stop',
    summary: 'Stops the letters of a release that have not left yet.',
    params: id,
    response: releaseBatch,
  }),
};
