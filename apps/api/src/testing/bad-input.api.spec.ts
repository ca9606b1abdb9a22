import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@convoke/contract';
import type { Response } from 'supertest';
import { Routes } from '../platform/http/routes';
import { TestApp, type GivenAssignment, type GivenCall, type GivenPerson, type GivenSubmission, type Visitor } from '.';
import { endpoints, fieldsOf, sample, sampleOf, type Schema } from './samples';

const writing = endpoints.filter(([, { method }]) => method !== 'GET');
const withBody = writing.filter(([, { body, stream }]) => stream !== 'upload' && fieldsOf(body).length > 0);
const addressed = endpoints.filter(([, { path }]) => path.includes(':'));

describe('Bad input', () => {
  let app: TestApp;
  let call: GivenCall;
  let paper: GivenSubmission;
  let assignment: GivenAssignment;
  let chidi: GivenPerson;
  let ada: GivenPerson;
  let policies: Map<string, string | undefined>;

  beforeAll(async () => {
    app = await TestApp.start();
    chidi = await app.given.person('Chidi Eze', { admin: true });
    ada = await app.given.person('Ada Ferri');
    const ravi = await app.given.person('Ravi Menon');
    call = await app.given.call('itais', { topics: ['Open data'], closes: { paper: '2016-06-01T12:00:00Z' } });
    await app.given.role(chidi, 'chair', call);
    paper = await app.given.submission(call, { by: [ada], round: 'review_open' });
    assignment = await app.given.assignment(paper, ravi);
    policies = new Map(
      app
        .get(Routes)
        .all()
        .map((route) => [`${route.method} ${route.path}`, route.policy]),
    );
  });
  afterAll(() => app.stop());
  // Limits on tries belong to another story.
  beforeEach(() => app.database.query(`delete from rate_limit`));

  /** The path with what stands in the world of this spec, or with the given word in every place. */
  function pathOf({ path }: Endpoint, word?: string): string {
    return path.replace(/:(\w+)/g, (_, name: string) => word ?? standing(path, name));
  }

  function standing(path: string, name: string): string {
    if (name === 'call') return call.slug;
    if (name === 'slot') return 'paper';
    if (name === 'number') return '1';
    if (name === 'track') return call.tracks[0]?.id ?? '';
    if (path.startsWith('/api/submissions/') && name === 'id') return paper.id;
    if (path.startsWith('/api/assignments/') && name === 'id') return assignment.id;
    return randomUUID();
  }

  const send = (by: Visitor, { method }: Endpoint, path: string, body?: unknown): Promise<Response> => {
    const request = by[method.toLowerCase() as 'post'](path);
    return Promise.resolve(body === undefined ? request : request.send(body as object));
  };
  const asChidi = () => app.signIn(chidi);

  it('is tried on every endpoint that the server answers', () => {
    const answered = [...policies.keys()].filter((route) => route.includes(' /api/')).sort();
    const known = new Set(endpoints.map(([name]) => name));
    const alone = answered.filter((route) => !known.has(route));
    expect(alone).toEqual(['GET /api/openapi.json']);
    expect(withBody.length).toBeGreaterThan(20);
  });

  it.each(endpoints)('%s asks who it is before anything else', async (name, definition) => {
    const answer = await send(app.visitor(), definition, pathOf(definition, 'no-such-thing'), withUnknown());
    if (policies.get(name) === 'public') expect(answer.status).toBeLessThan(500);
    else expectProblem(answer, 401);
  });

  it.each(writing)('%s takes nothing from a foreign page', async (_, definition) => {
    const by = await asChidi();
    const request = by[definition.method.toLowerCase() as 'post'](pathOf(definition));
    expectProblem(
      await request.set('Sec-Fetch-Site', 'cross-site').set('Origin', 'https://evil.example').send({}),
      403,
    );
  });

  it.each(addressed)('%s knows nothing under an address that cannot be one', async (name, definition) => {
    const by = await asChidi();
    const answer = await send(by, definition, pathOf(definition, 'no-such-thing'), sampleOf(definition.body, 'least'));
    if (policies.get(name) === 'public') expect([404, 409, 422]).toContain(answer.status);
    else expect([404, 422]).toContain(answer.status);
  });

  it.each(withBody)('%s names an unknown field', async (_, definition) => {
    const answer = await send(await asChidi(), definition, pathOf(definition), withUnknown());
    expectProblem(answer, 422);
    expect(pathsOf(answer)).toContain('surprise');
  });

  it.each(withBody)('%s refuses every field of a wrong type, and a body that is none', async (_, definition) => {
    const by = await asChidi();
    for (const [field, schema] of fieldsOf(definition.body)) {
      const answer = await send(by, definition, pathOf(definition), { [field]: wrongFor(schema) });
      expectProblem(answer, 422);
      expect(pathsOf(answer).some((path) => path === field || path.startsWith(`${field}.`))).toBe(true);
    }
    expectProblem(await send(by, definition, pathOf(definition), []), 422);
    const raw = by[definition.method.toLowerCase() as 'post'](pathOf(definition)).type('json');
    expectProblem(await raw.send('{"half":'), 422);
  });

  it.each(withBody)('%s refuses texts that are far too long', async (_, definition) => {
    const by = await asChidi();
    for (const [field, schema] of fieldsOf(definition.body)) {
      if (!accepts(schema, 'string')) continue;
      expectProblem(await send(by, definition, pathOf(definition), { [field]: 'x'.repeat(1 << 20) }), 413);
      expectProblem(await send(by, definition, pathOf(definition), { [field]: 'x'.repeat(900_000) }), 422);
    }
  });

  it.each(withBody)('%s refuses a number that no column holds', async (_, definition) => {
    const by = await asChidi();
    for (const [field, schema] of fieldsOf(definition.body)) {
      if (!accepts(schema, 'integer')) continue;
      expectProblem(await send(by, definition, pathOf(definition), { [field]: Number.MAX_SAFE_INTEGER }), 422);
    }
  });

  it.each(endpoints)('%s stays whole at the edges of what its schema allows', async (_, definition) => {
    if (definition.stream === 'upload') return;
    for (const person of [ada, chidi]) {
      for (const edge of ['least', 'most'] as const) {
        const by = await app.signIn(person);
        const query = new URLSearchParams(
          fieldsOf(definition.query).map(([field, schema]): [string, string] => [field, String(sample(schema, edge))]),
        );
        const body = definition.method === 'GET' ? undefined : sampleOf(definition.body, edge);
        const answer = await send(by, definition, `${pathOf(definition)}?${query.toString()}`, body);
        if (answer.status >= 500) throw new Error(`${answer.status} for ${JSON.stringify(body)?.slice(0, 600)}`);
        if (answer.status >= 400) expectProblem(answer, answer.status);
      }
    }
  });
});

function withUnknown(): Record<string, unknown> {
  return { surprise: 'nobody asked for this' };
}

function expectProblem(answer: Response, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
}

function pathsOf(answer: Response): string[] {
  return ((answer.body as { errors?: { path: string }[] }).errors ?? []).map((error) => error.path);
}

function accepts(schema: Schema, type: string): boolean {
  if (schema.enum ?? schema.format) return false;
  return schema.type === type || [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((one) => accepts(one, type));
}

/** Something of a type that the field does not take. */
function wrongFor(schema: Schema): unknown {
  return accepts(schema, 'object') ? 7 : { not: 'this' };
}
