import { letterLanguage } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';
import { typedQuery } from './typed-query';

export const letterClass = z.enum(['account', 'receipt', 'invitation', 'reminder', 'decision', 'notice']);
export const letterState = z.enum([
  'queued',
  'sending',
  'accepted',
  'delivered',
  'bounced',
  'failed',
  'ambiguous',
  'cancelled',
  'suppressed',
]);

export const outboxRow = z.object({
  id: z.uuid(),
  class: letterClass,
  to: z.string(),
  toName: z.string(),
  subject: z.string(),
  state: letterState,
  attempt: z.number().int(),
  notBefore: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  /** Number of the submission the letter is about. */
  number: z.number().int().nullable(),
  canResend: z.boolean(),
});
export type OutboxRow = z.infer<typeof outboxRow>;

export const outboxPage = z.object({
  callName: z.string(),
  rows: z.array(outboxRow),
  total: z.number().int(),
  undelivered: z.number().int(),
  /** Letters that are due and have not left yet. */
  waiting: z.number().int(),
  /** Since when no letter of the call leaves; null = they do. */
  pausedAt: z.iso.datetime().nullable(),
  can: z.object({ pause: z.boolean() }),
});
export type OutboxPage = z.infer<typeof outboxPage>;

export const outboxLetter = outboxRow.extend({
  body: z.string(),
  lastReply: z.string(),
  /** Names the text that was read: an edit of another one is refused. */
  hash: z.string(),
  canEdit: z.boolean(),
  /** A mail server refused the address for good, and nothing has arrived there since. */
  addressRefused: z.boolean(),
  /** Sent again without knowing whether it had arrived: the same message may have come twice. */
  maybeTwice: z.boolean(),
});
export type OutboxLetter = z.infer<typeof outboxLetter>;

/** A letter that was written to the person who asks. */
export const ownLetterRow = z.object({
  id: z.uuid(),
  class: letterClass,
  subject: z.string(),
  writtenAt: z.iso.datetime(),
  callName: z.string().nullable(),
  /** Where the page of its submission is; null for a letter about no submission. */
  submission: z.object({ callSlug: z.string(), number: z.number().int() }).nullable(),
});
export type OwnLetterRow = z.infer<typeof ownLetterRow>;
export const ownLetter = ownLetterRow.extend({ body: z.string() });
export type OwnLetter = z.infer<typeof ownLetter>;

const ofCall = z.strictObject({ call: z.string().max(100) });
const ofLetter = z.strictObject({ call: z.string().max(100), id: z.uuid() });

export const notificationsApi = {
  mine: endpoint({
    method: 'GET',
    path: '/api/me/letters',
    summary:
      'Lists the letters that were sent to the signed-in person, newest first; links to the account are left out.',
    query: z.strictObject({
      q: z.string().trim().max(200).default(''),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ rows: z.array(ownLetterRow), total: z.number().int() }),
  }),
  mineOne: endpoint({
    method: 'GET',
    path: '/api/me/letters/:id',
    summary: 'Shows one letter that was sent to the signed-in person.',
    params: z.strictObject({ id: z.uuid() }),
    response: ownLetter,
  }),
  outbox: endpoint({
    method: 'GET',
    path: '/api/calls/:call/mail',
    summary: 'Lists the letters about a call that the viewer may see, newest first.',
    params: ofCall,
    query: z.strictObject({
      show: z.enum(['all', 'undelivered']).default('all'),
      query: typedQuery(letterLanguage),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    response: outboxPage,
  }),
  letter: endpoint({
    method: 'GET',
    path: '/api/calls/:call/mail/:id',
    summary: 'Shows one letter about a call, with what the mail server said.',
    params: ofLetter,
    response: outboxLetter,
  }),
  editLetter: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/mail/:id',
    summary: 'Changes a letter that has not left yet. Decision letters are edited in the rehearsal of their release.',
    params: ofLetter,
    body: z.strictObject({
      subject: z.string().trim().min(1).max(300),
      body: z.string().trim().min(1).max(200_000),
      hash: z.string().max(100),
    }),
    response: outboxLetter,
  }),
  pause: endpoint({
    method: 'POST',
    path: '/api/calls/:call/mail/pause',
    summary: 'Holds every letter of the call that has not left yet.',
    params: ofCall,
    response: outboxPage,
  }),
  resume: endpoint({
    method: 'POST',
    path: '/api/calls/:call/mail/resume',
    summary: 'Lets the letters of the call go again.',
    params: ofCall,
    response: outboxPage,
  }),
  resend: endpoint({
    method: 'POST',
    path: '/api/calls/:call/mail/:id/resend',
    summary: 'Sends a letter again that was refused, came back, was stopped or is uncertain.',
    params: ofLetter,
    response: outboxLetter,
  }),
  resendFailed: endpoint({
    method: 'POST',
    path: '/api/calls/:call/mail/resend',
    summary: 'Sends every letter of the call again that could not be delivered.',
    params: ofCall,
    response: z.object({ resent: z.number().int() }),
  }),
};
