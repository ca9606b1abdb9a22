import { type Language, parseQuery, type Query } from '@convoke/domain';
import * as z from 'zod';

/** A query as it is typed into the box of a list, read in the list's language. What cannot be read is refused with the reason. */
export function typedQuery(language: Language) {
  return z
    .string()
    .default('')
    .transform((typed, context): Query => {
      const parsed = parseQuery(typed, language);
      if (parsed.ok) return parsed.query;
      const { code, facts } = parsed.error;
      context.addIssue({ code: 'custom', message: `search.error.${code}`, params: { ...facts } });
      return z.NEVER;
    });
}

/** Which part of a long list is asked for. */
export const listPage = {
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
