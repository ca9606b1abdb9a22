/** Who reads a thread: the chairs of the paper; they and one reviewer; they and every reviewer in the discussion. Never an author. */
export const audienceKinds = ['chairs', 'reviewer', 'reviewers'] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/** Said of a thread, and of each message as it was when the message was written. */
export interface Audience {
  readonly kind: AudienceKind;
  /** The one reviewer of an audience of kind `reviewer`. */
  readonly reviewerId: string | null;
}

/** Somebody whom the rule lets read the discussion of a paper. */
export interface DiscussionReader {
  readonly personId: string;
  readonly isChair: boolean;
}

/** Whether somebody who is in the discussion reads what was written for this audience. Each message is asked by its own. */
export function reads(audience: Audience, { personId, isChair }: DiscussionReader): boolean {
  if (isChair || audience.kind === 'reviewers') return true;
  return audience.kind === 'reviewer' && audience.reviewerId === personId;
}

/** The audiences that somebody may begin a thread for: a chair for any, a reviewer for all or for oneself and the chairs. */
export function mayAddress(audience: Audience, writer: DiscussionReader): boolean {
  return reads(audience, writer);
}

/**
 * A thread may only be opened to more people, and by a chair. What was written before keeps the audience it was written
 * for: widening opens nothing but what comes after it.
 */
export function mayWiden(from: Audience, to: Audience): boolean {
  return audienceKinds.indexOf(to.kind) > audienceKinds.indexOf(from.kind);
}

/** Two audiences are the same people. */
export function isSameAudience(one: Audience, other: Audience): boolean {
  return one.kind === other.kind && one.reviewerId === other.reviewerId;
}

/** Long enough for any argument; what is longer belongs in a review. */
export const MAX_MESSAGE = 20_000;
