import { affiliation, emailAddress, familyName, givenName, newPassword } from '@convoke/contract';
import type { TextKey, Translate } from '@convoke/texts';
import { translator } from '@convoke/texts';
import * as z from 'zod';
import type { InputError } from '../platform/http/parse-input';

/** What a browser sends for a form: strings by name. Anything else is as good as empty. */
export type FormFields = Readonly<Record<string, string>>;

/** The named fields of a posted form, each a string; the rest is dropped. */
export function fieldsOf(body: unknown, names: readonly string[]): FormFields {
  const given: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  return Object.fromEntries(
    names.map((name) => {
      const value = given[name];
      return [name, typeof value === 'string' ? value.replaceAll('\u0000', '') : ''];
    }),
  );
}

export const addressForm = z.object({ address: emailAddress });
export const passwordForm = z.object({ password: newPassword });
export const personForm = z.object({
  givenName,
  familyName,
  affiliation,
  address: emailAddress,
  password: newPassword,
});

export const personFields = ['givenName', 'familyName', 'affiliation', 'address', 'password'] as const;

export type Checked<T> = { data: T; errors: null } | { data: null; errors: InputError[] };

/** Checks a form; what is wrong comes back in the reader's words, one sentence per field. */
export function checkForm<T extends z.ZodType>(schema: T, fields: FormFields, t: Translate): Checked<z.output<T>> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { data: parsed.data, errors: null };
  const paths = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
  return { data: null, errors: paths.map((path) => ({ path, message: t(errorKey(path)) })) };
}

function errorKey(field: string): TextKey {
  const key = `account.error.${field}`;
  return translator('en').maybe(key) === null ? 'account.error.other' : (key as TextKey);
}
