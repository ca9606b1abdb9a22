import * as z from 'zod';

/** A file that was sent, and what was found in it. */
export const fileState = z.enum(['checking', 'clean', 'rejected']);

export const hintKind = z.enum([
  'author',
  'email',
  'affiliation',
  'acknowledgement',
  'self_citation',
  'repository',
  'properties',
]);
export type HintKind = z.infer<typeof hintKind>;

/** Something in a file that may tell who wrote it. A warning, never a condition. */
export const anonymityHint = z.object({
  kind: hintKind,
  /** Null where the file has no pages, and for its properties. */
  page: z.number().int().nullable(),
  /** The name, address or phrase found. */
  about: z.string(),
  /** The words around it. */
  quote: z.string(),
});
export type AnonymityHint = z.infer<typeof anonymityHint>;

export const anonymityCheck = z.object({
  state: z.enum(['checking', 'checked', 'failed']),
  hints: z.array(anonymityHint),
});
export type AnonymityCheck = z.infer<typeof anonymityCheck>;

export const draftFileView = z.object({
  id: z.uuid(),
  slot: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  state: fileState,
  /** Key of `submission.file.rejected.<reason>`, empty unless rejected. */
  stateReason: z.string(),
  hash: z.string(),
  uploadedAt: z.iso.datetime(),
  /** What may tell who wrote it; null where nobody has to be anonymous, or the file is not one that is read. */
  anonymity: anonymityCheck.nullable(),
});
export type DraftFileView = z.infer<typeof draftFileView>;
