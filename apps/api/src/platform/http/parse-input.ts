import type { Endpoint, InputOf } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { issueWords, translator, type Issue, type Translator } from '@convoke/texts';
import type { Request } from 'express';
import type { z } from 'zod';
import { localeOf } from './pages/page-context';

/** One thing wrong with what was sent, and where. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}

/**
 * Parses a request by the endpoint's schemas. All problems of all parts are collected into one refusal, in the reader's words. A
 * streamed upload keeps its body unread; an id that cannot be one is answered as missing, like any other id that does not exist.
 */
export function parseInput<E extends Endpoint>(definition: E, req: Request): InputOf<E> {
  const params = definition.params.safeParse(req.params);
  if (!params.success) throw new Refusal('not_found');
  const options = { reportInput: true };
  const query = definition.query.safeParse({ ...req.query }, options);
  const body = definition.body.safeParse(definition.stream === 'upload' ? {} : (req.body ?? {}), options);
  const words = translator(localeOf(req));
  const errors = [
    ...errorsOf(query.error, words),
    ...errorsOf(body.error, words),
    ...unstorable(req.body, '', words),
    ...unstorable(query.data, '', words),
  ];
  if (errors.length > 0) throw new Refusal('invalid_body', { errors });
  return { params: params.data, query: query.data, body: body.data } as InputOf<E>;
}

/** The issues of a schema as path and words; the path is dotted: `authors.0.address`. Unknown fields are named one by one. */
export function errorsOf(error: z.ZodError | undefined, words: Translator): InputError[] {
  return (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    const message = issueWords(issue as Issue, words);
    if (issue.code !== 'unrecognized_keys') return [{ path, message }];
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message }));
  });
}

/** The largest number a column of ours holds. */
const largest = 2_147_483_647;

/** What PostgreSQL cannot keep: a NUL, half of a surrogate pair, a number beyond its columns. No person types them. */
function unstorable(value: unknown, path: string, words: Translator): InputError[] {
  if (typeof value === 'string') {
    return value.includes('\u0000') || !value.isWellFormed() ? [{ path, message: words.t('refusal.notText') }] : [];
  }
  if (typeof value === 'number') {
    return Math.abs(value) > largest ? [{ path, message: words.t('refusal.notNumber', { max: largest }) }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unstorable(one, path ? `${path}.${key}` : key, words));
}
