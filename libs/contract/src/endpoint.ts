import * as z from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route of the API, said once: the controller validates by it, the response is stripped by it, the OpenAPI document is
 * made from it, and the web calls it. `path` starts with `/api/` and names its parameters with a colon.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  readonly path: `/api/${string}`;
  /** One sentence, present tense; shown in the OpenAPI document. */
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** Status of success. 200 unless said; 201 for creates, 204 when there is nothing to return. */
  readonly status: 200 | 201 | 202 | 204;
  /** A create that takes an `Idempotency-Key`: the same key and body by the same person answers the first result again. */
  readonly idempotent: boolean;
  /** `file` = the response is a download, `upload` = the body is a streamed multipart file; neither passes through zod. */
  readonly stream?: 'file' | 'upload';
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

export interface EndpointInit<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  method: HttpMethod;
  path: `/api/${string}`;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  status?: 200 | 201 | 202 | 204;
  idempotent?: boolean;
  stream?: 'file' | 'upload';
}

/** Declares a route; what is left out is an empty strict object (unknown fields are refused everywhere). */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = z.ZodVoid,
>(init: EndpointInit<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    method: init.method,
    path: init.path,
    summary: init.summary,
    params: init.params ?? (nothing as unknown as P),
    query: init.query ?? (nothing as unknown as Q),
    body: init.body ?? (nothing as unknown as B),
    response: init.response ?? (z.void() as unknown as R),
    status: init.status ?? (init.response ? 200 : 204),
    idempotent: init.idempotent ?? false,
    ...(init.stream ? { stream: init.stream } : {}),
  };
}

/** What a handler receives: everything parsed, nothing unknown. */
export interface InputOf<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
}

/** What a caller passes: parts without fields may be left out. */
export interface CallOf<E extends Endpoint> {
  params?: z.input<E['params']>;
  query?: z.input<E['query']>;
  body?: z.input<E['body']>;
}

export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

/** RFC 9457: what every refusal looks like on the wire. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** The reason in plain words, ready to be shown to the person. */
  detail: z.string(),
  /** Machine-readable, stable: `deadline_passed`, `stale_version`… */
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
