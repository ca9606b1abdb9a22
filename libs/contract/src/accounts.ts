import { callKinds, callStates, roles } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';

/** What a person may be to a call. `author`, and `handler` of a paper one is named for, are read from submissions, the others are memberships. */
export const callRole = z.enum([...roles, 'author', 'handler']);
export type CallRole = z.infer<typeof callRole>;

const name = z.string().trim().max(120);
export const givenName = name;
export const familyName = name.min(1, 'Say your family name');
export const affiliation = z.string().trim().max(200);
export const emailAddress = z.email('This is not an e-mail address').max(254);

/** Long beats complicated; the upper bound keeps hashing cheap. */
export const newPassword = z.string().min(10, 'Use at least 10 characters').max(200, 'Use at most 200 characters');

export const timeZone = z.string().max(64).refine(isTimeZone, 'This is not a time zone');
export const localeCode = z.enum(['en', 'it', 'de']);

export const ownAddress = z.object({
  id: z.uuid(),
  address: z.string(),
  verified: z.boolean(),
  primary: z.boolean(),
});
export type OwnAddress = z.infer<typeof ownAddress>;

export const ownCall = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(callKinds),
  state: z.enum(callStates),
  roles: z.array(callRole),
  /** Names of the tracks the person co-chairs; empty for roles of the whole call. */
  trackNames: z.array(z.string()),
});
export type OwnCall = z.infer<typeof ownCall>;

/** Who am I: what the shell needs to draw itself. */
export const meView = z.object({
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    affiliation: z.string(),
    locale: localeCode,
    timeZone: z.string(),
    /** Raised by each change of the profile; send it back with the next one. */
    version: z.number().int(),
    addresses: z.array(ownAddress),
  }),
  /** Some address is confirmed. Until then everything works but reading what others wrote. */
  verified: z.boolean(),
  isAdmin: z.boolean(),
  /** The demonstration: it has a mailbox page at `/mailbox`. */
  demo: z.boolean(),
  calls: z.array(ownCall),
});
export type MeView = z.infer<typeof meView>;

export const saveProfileRequest = z.strictObject({
  version: z.number().int(),
  givenName,
  familyName,
  affiliation,
  locale: localeCode,
  timeZone,
});
export type SaveProfileRequest = z.infer<typeof saveProfileRequest>;

const lines = z
  .array(z.string().trim().max(300))
  .max(300)
  .transform((all) => all.filter((line) => line !== ''));

/** Whom, and which institutions, somebody is too close to: one line each, as typed. */
export const relationsView = z.object({
  version: z.number().int(),
  advisors: z.array(z.string()),
  collaborators: z.array(z.string()),
  institutions: z.array(z.string()),
});
export type RelationsView = z.infer<typeof relationsView>;

export const saveRelationsRequest = z.strictObject({
  version: z.number().int(),
  advisors: lines,
  collaborators: lines,
  institutions: lines,
});
export type SaveRelationsRequest = z.infer<typeof saveRelationsRequest>;

export const sessionView = z.object({
  id: z.uuid(),
  /** What the browser called itself. */
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

export const changePasswordRequest = z.strictObject({ current: z.string().max(200), next: newPassword });

const byId = z.strictObject({ id: z.uuid() });

export const accountsApi = {
  me: endpoint({
    method: 'GET',
    path: '/api/me',
    summary: 'The signed-in person, with the calls they have a part in.',
    response: meView,
  }),
  saveProfile: endpoint({
    method: 'PUT',
    path: '/api/me/profile',
    summary: 'Saves the own profile; 409 when it was changed elsewhere in the meantime.',
    body: saveProfileRequest,
    response: meView,
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/api/me/password',
    summary: 'Changes the own password and ends all other sessions.',
    body: changePasswordRequest,
  }),
  addAddress: endpoint({
    method: 'POST',
    path: '/api/me/addresses',
    summary: 'Adds an e-mail address and sends a link that confirms it.',
    body: z.strictObject({ address: emailAddress }),
    response: meView,
    status: 201,
    idempotent: true,
  }),
  sendVerification: endpoint({
    method: 'POST',
    path: '/api/me/addresses/:id/verification',
    summary: 'Sends the confirmation link of an own address again.',
    params: byId,
  }),
  makePrimary: endpoint({
    method: 'PUT',
    path: '/api/me/addresses/:id/primary',
    summary: 'Makes a confirmed address the one that letters go to.',
    params: byId,
    response: meView,
  }),
  removeAddress: endpoint({
    method: 'DELETE',
    path: '/api/me/addresses/:id',
    summary: 'Removes an own address; the one letters go to stays.',
    params: byId,
    response: meView,
  }),
  relations: endpoint({
    method: 'GET',
    path: '/api/me/relations',
    summary: 'Whom, and which institutions, one should be kept apart from as a reviewer.',
    response: relationsView,
  }),
  saveRelations: endpoint({
    method: 'PUT',
    path: '/api/me/relations',
    summary: 'Saves these lists; 409 when they were changed elsewhere in the meantime.',
    body: saveRelationsRequest,
    response: relationsView,
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'The own live sessions, the latest used first.',
    response: z.object({ sessions: z.array(sessionView) }),
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/api/me/sessions/:id',
    summary: 'Ends one of the own sessions.',
    params: byId,
  }),
  revokeOtherSessions: endpoint({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Ends all own sessions but this one.',
  }),
  signOut: endpoint({ method: 'POST', path: '/api/sign-out', summary: 'Ends this session.' }),
};

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
