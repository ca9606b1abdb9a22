import { committeeLanguage } from '@convoke/domain';
import * as z from 'zod';
import { affiliation, emailAddress, familyName, givenName } from './accounts';
import { callKind, callSlug } from './calls';
import { endpoint } from './endpoint';
import { listPage, typedQuery } from './typed-query';

const id = z.uuid();
const version = z.number().int().min(1);
const inCall = z.strictObject({ call: callSlug });
const oneInCall = z.strictObject({ call: callSlug, id });

/** An office that can be offered by mail. */
export const officeRole = z.enum(['chair', 'track_chair', 'guest_editor', 'reviewer']);
export type OfficeRole = z.infer<typeof officeRole>;

/** `active`: holds the office; the others say what became of an invitation. */
export const officeState = z.enum(['active', 'pending', 'declined', 'expired', 'withdrawn']);
export type OfficeState = z.infer<typeof officeState>;

/** One office of one person, held or offered. */
export const committeeRow = z.object({
  /** Of the membership where it is held, of the invitation otherwise. */
  id,
  state: officeState,
  role: officeRole,
  trackId: id.nullable(),
  trackName: z.string().nullable(),
  name: z.string(),
  affiliation: z.string(),
  address: z.string(),
  topics: z.array(z.string()),
  /** Papers to review, over those the viewer may know; `null` for other offices. */
  load: z.number().int().nullable(),
  /** The person's own limit; `null` = the call's. */
  maxLoad: z.number().int().nullable(),
  /** Since when the office is held, or when the invitation left. */
  since: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  reason: z.string(),
  version: version.nullable(),
  can: z.object({ withdraw: z.boolean(), resend: z.boolean(), end: z.boolean(), setLoad: z.boolean() }),
});
export type CommitteeRow = z.infer<typeof committeeRow>;

/** The parts of the list: everybody, who serves as what, who has not answered, who said no. */
export const committeePart = z.enum(['all', 'chairs', 'reviewers', 'pending', 'declined']);
export type CommitteePart = z.infer<typeof committeePart>;

/** What the list is narrowed by: a part of it, and a query as it is typed (`topic:data load<3`). */
export const committeeQuery = z.strictObject({
  part: committeePart.default('all'),
  query: typedQuery(committeeLanguage),
});
/** As it was understood. */
export type CommitteeQuery = z.output<typeof committeeQuery>;
/** As it is asked. */
export type TypedCommitteeQuery = z.input<typeof committeeQuery>;

/** The people of a call as a whole. */
export const committeeView = z.object({
  callName: z.string(),
  kind: callKind,
  /** How many papers a reviewer gets at most, unless said otherwise. */
  maxLoad: z.number().int(),
  /** How many rows each part of the list has. */
  counts: z.record(committeePart, z.number().int()),
  /** For completing a query. */
  tracks: z.array(z.string()),
  topics: z.array(z.string()),
  /** What the viewer may invite: roles, and the tracks of whose committees; `wholeCall` = for all tracks at once. */
  invites: z.object({
    roles: z.array(officeRole),
    tracks: z.array(z.object({ id, name: z.string() })),
    wholeCall: z.boolean(),
  }),
  can: z.object({ nameSubstitute: z.boolean() }),
});
export type CommitteeView = z.infer<typeof committeeView>;

export const committeeProblem = z.enum([
  'no_name',
  'no_address',
  'address_malformed',
  'address_twice',
  'already_member',
  'already_invited',
]);
export type CommitteeProblem = z.infer<typeof committeeProblem>;

/** A pasted line as it was understood. Rows with a problem are shown and left out. */
export const pastedPerson = z.object({
  line: z.number().int(),
  givenName: z.string(),
  familyName: z.string(),
  affiliation: z.string(),
  address: z.string(),
  topicIds: z.array(id),
  topics: z.array(z.string()),
  unknownTopics: z.array(z.string()),
  problems: z.array(committeeProblem),
});
export type PastedPerson = z.infer<typeof pastedPerson>;

const office = { role: officeRole, trackId: id.nullable() };
const note = z.string().trim().max(2000);

export const invitee = z.strictObject({
  givenName,
  familyName,
  affiliation,
  address: emailAddress,
  topicIds: z.array(id).max(100).default([]),
});
export type Invitee = z.infer<typeof invitee>;

export const invitationResult = z.object({
  invited: z.number().int(),
  /** Left out because they are members, or invited already. */
  skipped: z.array(z.string()),
});

/** The people of a call: who serves, who is asked. */
export const committeeApi = {
  committee: endpoint({
    method: 'GET',
    path: '/api/calls/:call/committee',
    summary: 'Counts who holds an office in a call or is invited to one, and says what the viewer may change.',
    params: inCall,
    response: committeeView,
  }),
  people: endpoint({
    method: 'GET',
    path: '/api/calls/:call/people',
    summary: 'Lists who holds an office in a call or is invited to one, by page, narrowed by a query.',
    params: inCall,
    query: committeeQuery.extend(listPage),
    response: z.object({ rows: z.array(committeeRow), total: z.number().int() }),
  }),
  preview: endpoint({
    method: 'POST',
    path: '/api/calls/:call/invitations/preview',
    summary: 'Reads a pasted list of people and shows the letter they would get; nothing is sent.',
    params: inCall,
    body: z.strictObject({ ...office, text: z.string().max(300_000), note }),
    response: z.object({
      rows: z.array(pastedPerson),
      letter: z.object({ subject: z.string(), body: z.string() }),
    }),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/calls/:call/invitations',
    summary: 'Invites people to an office by mail; members and those already invited are left out.',
    params: inCall,
    body: z.strictObject({ ...office, note, people: z.array(invitee).min(1).max(1000) }),
    response: invitationResult,
    status: 201,
    idempotent: true,
  }),
  resend: endpoint({
    method: 'POST',
    path: '/api/calls/:call/invitations/:id/letter',
    summary: 'Sends an invitation again, with the same link and a new last day.',
    params: oneInCall,
    body: z.strictObject({ version }),
    response: committeeView,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/calls/:call/invitations/:id/withdrawal',
    summary: 'Takes an invitation back; its link then says so.',
    params: oneInCall,
    body: z.strictObject({ version }),
    response: committeeView,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/calls/:call/people/:id/ending',
    summary: 'Ends an office; papers assigned before stay assigned.',
    params: oneInCall,
    response: committeeView,
  }),
  setLoad: endpoint({
    method: 'PUT',
    path: '/api/calls/:call/people/:id/load',
    summary: 'Sets how many papers a reviewer gets at most; null = as the call says.',
    params: oneInCall,
    body: z.strictObject({ maxLoad: z.number().int().min(0).max(200).nullable() }),
    response: committeeView,
  }),
};
