import { Refusal, refusalStatus } from '@convoke/domain';
import type { Problem } from '@convoke/contract';
import { megabytes, translator, type Locale, type TextParams } from '@convoke/texts';
import type { InputError } from './parse-input';

/** The problem document of a refusal, in the reader's language. */
export function problemOf(refusal: Refusal, locale: Locale): Problem {
  const { errors, ...facts } = refusal.facts;
  const status = refusalStatus[refusal.code];
  return {
    type: `urn:convoke:problem:${refusal.code}`,
    title: titleOf(status, locale),
    status,
    detail: wordsOf(refusal.code, facts, locale),
    code: refusal.code,
    ...(errors ? { errors: errors as InputError[] } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

/** What a person is told about a mistake of ours: nothing but a number that the log knows. */
export function unexpectedProblem(id: string, locale: Locale): Problem {
  return {
    type: 'urn:convoke:problem:unexpected',
    title: titleOf(500, locale),
    status: 500,
    detail: wordsOf('unexpected', { id }, locale),
    code: 'unexpected',
    facts: { id },
  };
}

/** Whatever was thrown, as a refusal; null for a mistake of ours. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (typeof error !== 'object' || error === null) return null;
  const { status, type, code } = error as { status?: unknown; type?: unknown; code?: unknown };
  if (status === 413 || type === 'entity.too.large') return new Refusal('body_too_large');
  if (status === 404 || error instanceof URIError) return new Refusal('not_found');
  if (typeof code === 'string' && busyCodes.has(code)) return new Refusal('overloaded', { seconds: 5 });
  // What the HTTP layers below us refuse (a malformed header, an unknown charset) is the sender's mistake, not ours.
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('invalid_body', { errors: [] });
  return null;
}

/** The database cannot be reached, is full, or gave up on a statement: the same request may succeed in a moment. */
const busyCodes = new Set(['ECONNREFUSED', 'ECONNRESET', '53300', '57014', '57P01', '57P03']);

function wordsOf(code: string, facts: Readonly<Record<string, unknown>>, locale: Locale): string {
  const { maybe } = translator(locale);
  try {
    const { maxBytes } = facts;
    const told = typeof maxBytes === 'number' ? { ...facts, limit: megabytes(maxBytes, locale) } : facts;
    return maybe(`refusal.${code}`, told as TextParams) ?? code;
  } catch {
    // Words with a placeholder that this refusal has no fact for: better plain than none.
    return titleOf(refusalStatus[code as keyof typeof refusalStatus] ?? 500, locale);
  }
}

function titleOf(status: number, locale: Locale): string {
  return translator(locale).maybe(`refusal.title.${status}`) ?? String(status);
}
