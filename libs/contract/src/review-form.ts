import { fieldAudiences } from '@convoke/domain';
import * as z from 'zod';

/** Who reads the answer to a field besides the reviewer: authors from the first release on, authors with the decision, other reviewers, or chairs alone. */
export const fieldVisibility = z.enum(fieldAudiences);

/** One question of a review form. */
export const reviewFormField = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    label: z.string().trim().min(1).max(200),
    kind: z.enum(['score', 'text', 'choice']),
    /** The values of a score or choice with their words, lowest first; empty for a text. */
    scale: z
      .array(z.strictObject({ value: z.number().int().min(-10).max(100), label: z.string().trim().max(120) }))
      .max(11)
      .default([]),
    required: z.boolean(),
    visibility: fieldVisibility,
    help: z.string().max(1000).default(''),
  })
  .refine((field) => field.kind === 'text' || field.scale.length >= 2, {
    path: ['scale'],
    message: 'A score or choice needs at least two values',
  })
  .refine((field) => new Set(field.scale.map((step) => step.value)).size === field.scale.length, {
    path: ['scale'],
    message: 'Each value may stand once',
  });
export type ReviewFormField = z.output<typeof reviewFormField>;
