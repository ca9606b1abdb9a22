import * as z from 'zod';
import { endpoint } from './endpoint';
import { lookQuery } from './looking';

/** Chairs alone; they and one reviewer; they and all reviewers of the paper. Never authors. */
export const audienceKind = z.enum(['chairs', 'reviewer', 'reviewers']);
export type AudienceKind = z.infer<typeof audienceKind>;

/** Somebody in a discussion as the viewer may know them: by name, by a letter of this paper, or by their part alone. */
export const speaker = z.object({
  part: z.enum(['self', 'reviewer', 'chair']),
  name: z.string().nullable(),
  /** The B of “Reviewer B”. */
  letter: z.string().nullable(),
});
export type Speaker = z.infer<typeof speaker>;

export const audienceView = z.object({
  kind: audienceKind,
  /** The one reviewer of an audience of kind `reviewer`. */
  reviewer: speaker.nullable(),
  /** How to name that reviewer when writing; null = oneself. */
  assignmentId: z.uuid().nullable(),
  /** Who reads it, the viewer included; null where the viewer may not count them. */
  people: z.number().int().nullable(),
  /** Other committee members read along, by a setting of the call. */
  committee: z.boolean(),
});
export type AudienceView = z.infer<typeof audienceView>;

export const messageView = z.object({
  id: z.uuid(),
  by: speaker,
  at: z.iso.datetime(),
  /** Null once it was struck. */
  text: z.string().nullable(),
  struckBy: z.enum(['writer', 'chair']).nullable(),
  /** The audience it was written for, where its thread has been opened to more people since. */
  narrower: audienceView.nullable(),
  unread: z.boolean(),
  canStrike: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;

export const threadView = z.object({
  id: z.uuid(),
  /** Raised when its audience is widened; goes back with a message, so that it is read by whom it was written for. */
  version: z.number().int(),
  audience: audienceView,
  messages: z.array(messageView),
  /** Audiences it may be opened to, nearest first. */
  wider: z.array(audienceView),
});
export type ThreadView = z.infer<typeof threadView>;

export const discussionView = z.object({
  state: z.enum(['unopened', 'open', 'closed']),
  threads: z.array(threadView),
  /** Whom the viewer may begin a thread with, the widest first. */
  audiences: z.array(audienceView),
  unread: z.number().int(),
  /** Whether the viewer gets a letter for each new message. */
  letters: z.boolean(),
  /** Goes back with what is written, so that it is read by those who could read it when it was begun. */
  terms: z.number().int(),
  canWrite: z.boolean(),
  /** Why nothing can be written, in plain words. */
  whyNot: z.string().nullable(),
});
export type DiscussionView = z.infer<typeof discussionView>;

const id = z.strictObject({ id: z.uuid() });
/** Those of the page that was written on; left out, those of today. */
const terms = z.number().int().min(1).optional();
const text = z.string().trim().min(1).max(20_000);
const addressed = z.strictObject({ kind: audienceKind, assignmentId: z.uuid().nullable().default(null) });

export const roundMove = z.enum(['open_discussion', 'close_discussion', 'open_response', 'close_response']);
export type RoundMove = z.infer<typeof roundMove>;

export const roundMoves = z.strictObject({
  move: roundMove,
  submissionIds: z.array(z.uuid()).min(1).max(1000),
  /** Until when the authors of one submission may respond, where that is not the call's own date. */
  until: z
    .strictObject({
      wallTime: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/),
      zone: z.string().trim().min(1).max(60),
    })
    .nullable()
    .default(null),
});

export const movedRounds = z.object({
  moved: z.number().int(),
  /** Letters to authors that this wrote. */
  letters: z.number().int(),
  /** Each with the reason in plain words. */
  refused: z.array(z.object({ number: z.number().int().nullable(), code: z.string(), why: z.string() })),
});
export type MovedRounds = z.infer<typeof movedRounds>;

export const discussionApi = {
  read: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/discussion',
    summary: 'Shows the discussion of a submission’s current round, as far as it was written for the viewer.',
    params: id,
    query: z.strictObject(lookQuery),
    response: discussionView,
  }),
  begin: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/discussion',
    summary: 'Begins a thread for an audience with its first message.',
    params: id,
    body: z.strictObject({ audience: addressed, text, terms }),
    response: discussionView,
    status: 201,
    idempotent: true,
  }),
  post: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/discussion/:thread',
    summary:
      'Writes in a thread, for the audience that is named; refused when that is not the thread’s any more. A chair may name a wider one: then older messages stay with those they were written for.',
    params: z.strictObject({ id: z.uuid(), thread: z.uuid() }),
    body: z.strictObject({ audience: addressed, version: z.number().int().min(1), text, terms }),
    response: discussionView,
    status: 201,
    idempotent: true,
  }),
  strike: endpoint({
    method: 'DELETE',
    path: '/api/submissions/:id/discussion/messages/:message',
    summary: 'Strikes a message: nobody reads it any more, and that it was there stays visible.',
    params: z.strictObject({ id: z.uuid(), message: z.uuid() }),
    response: discussionView,
  }),
  reading: endpoint({
    method: 'PUT',
    path: '/api/submissions/:id/discussion/reading',
    summary: 'Keeps that the viewer has read these messages and all before them, and whether letters tell of new ones.',
    params: id,
    body: z.strictObject({ read: z.array(z.uuid()).max(2000).optional(), letters: z.boolean().optional() }),
  }),
  move: endpoint({
    method: 'POST',
    path: '/api/calls/:call/rounds',
    summary:
      'Opens or closes the discussion, or the authors’ response, of submissions; says which could not be moved, and why.',
    params: z.strictObject({ call: z.string().max(100) }),
    body: roundMoves,
    response: movedRounds,
    idempotent: true,
  }),
};
