import type { Endpoint } from '@convoke/contract';
import { problem } from '@convoke/contract';
import { z } from 'zod';

type Schema = Record<string, unknown>;

const refusals: Readonly<Record<number, string>> = {
  401: 'Signed out',
  403: 'Visible, but not permitted',
  404: 'Missing, or not visible to you: both look the same',
  409: 'Stale version, wrong time or wrong state',
  413: 'Too large',
  422: 'Something in the request cannot be accepted; each problem is named',
  429: 'Too many attempts; see Retry-After',
  503: 'Busy; see Retry-After',
};

/** The OpenAPI 3.1 document of these endpoints, made from the schemas that validate requests and strip responses. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const one of endpoints) {
    (paths[templateOf(one.path)] ??= {})[one.method.toLowerCase()] = operation(one);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convoke',
      version: '1',
      description:
        'The API that the web application uses. Sign in with the session cookie; writes must come from the same site.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'convoke' } },
    },
    security: [{ session: [] }],
  };
}

/** `/api/submissions/:id` as OpenAPI writes it: `/api/submissions/{id}`. */
export function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function operation(one: Endpoint): Schema {
  const body = jsonSchema(one.body, 'input');
  return {
    summary: one.summary,
    tags: [one.path.split('/')[2] ?? 'api'],
    parameters: [
      ...parameters(one.params, 'path'),
      ...parameters(one.query, 'query'),
      ...(one.idempotent
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }]
        : []),
    ],
    ...requestBody(one, body),
    responses: { [one.status]: success(one), ...problems() },
  };
}

function requestBody(one: Endpoint, body: Schema): Schema {
  if (one.stream === 'upload') {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  if (one.method === 'GET' || Object.keys((body['properties'] as Schema | undefined) ?? {}).length === 0) {
    return body['type'] === 'object' || one.method === 'GET'
      ? {}
      : { requestBody: { required: true, content: json(body) } };
  }
  return { requestBody: { required: true, content: json(body) } };
}

function success(one: Endpoint): Schema {
  if (one.status === 204) return { description: 'Done' };
  if (one.stream === 'file') {
    return {
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  }
  return { description: 'Done', content: json(jsonSchema(one.response, 'output')) };
}

function problems(): Schema {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [status, { description, content }]),
  );
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Schema[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

function json(schema: Schema): Schema {
  return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Schema;
  return rest;
}
