import type { Endpoint, InputOf } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import type { z } from 'zod';

/** One thing wrong with what was sent, and where. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}

/**
 * Parses a request by the endpoint's schemas. All problems of all parts are collected into one refusal. A streamed upload keeps
 * its body unread; an id that cannot be one is answered as missing, like any other id that does not exist.
 */
export function parseInput<E extends Endpoint>(
  definition: E,
  req: Pick<Request, 'params' | 'query' | 'body'>,
): InputOf<E> {
  const params = definition.params.safeParse(req.params);
  if (!params.success) throw new Refusal('not_found');
  const query = definition.query.safeParse({ ...req.query });
  const body = definition.body.safeParse(definition.stream === 'upload' ? {} : (req.body ?? {}));
  const errors = [...errorsOf(query.error, ''), ...errorsOf(body.error, ''), ...unstorable(req.body, '')];
  if (errors.length > 0) throw new Refusal('invalid_body', { errors });
  return { params: params.data, query: query.data, body: body.data } as InputOf<E>;
}

/** The issues of a schema as path and words; the path is dotted: `authors.0.address`. Unknown fields are named one by one. */
export function errorsOf(error: z.ZodError | undefined, prefix: string): InputError[] {
  return (error?.issues ?? []).flatMap((issue) => {
    const path = [prefix, ...issue.path.map(String)].filter(Boolean).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'Unknown field' }));
  });
}

/** Texts that PostgreSQL cannot keep: a NUL, or half of a surrogate pair. No person types them. */
function unstorable(value: unknown, path: string): InputError[] {
  if (typeof value === 'string') {
    return value.includes('\u0000') || !value.isWellFormed()
      ? [{ path, message: 'Contains a character that is not text' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unstorable(one, path ? `${path}.${key}` : key));
}
