import { Controller, Get, type Type } from '@nestjs/common';
import { endpoint, type InputOf } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import * as z from 'zod';
import { translator } from '@convoke/texts';
import { TestApp, type Visitor } from '../../testing';
import type { Viewer } from '../session/viewer';
import { CurrentViewer, Endpoint, Input, Page } from './endpoint';
import { templateOf } from './openapi';
import { page, type PageResult } from './pages/page';
import { Routes } from './routes';

const probes = {
  echo: endpoint({
    method: 'POST',
    path: '/api/probe/:id/echo',
    summary: 'Answers what it was sent.',
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ page: z.coerce.number().int().min(1).default(1) }),
    body: z.strictObject({
      title: z.string().max(10),
      authors: z.array(z.strictObject({ name: z.string() })).default([]),
    }),
    response: z.object({ title: z.string(), page: z.number() }),
  }),
  fail: endpoint({
    method: 'GET',
    path: '/api/probe/fail',
    summary: 'Breaks.',
    response: z.object({ ok: z.boolean() }),
  }),
  refuse: endpoint({ method: 'GET', path: '/api/probe/refuse', summary: 'Refuses.', response: z.object({}) }),
  admin: endpoint({ method: 'GET', path: '/api/probe/admin', summary: 'For administrators.' }),
  open: endpoint({
    method: 'GET',
    path: '/api/probe/open',
    summary: 'For anyone.',
    response: z.object({ viewer: z.string().nullable() }),
  }),
};

@Controller()
class ProbeController {
  @Endpoint(probes.echo, 'signed-in')
  echo(@Input(probes.echo) { body, query }: InputOf<typeof probes.echo>): unknown {
    return { title: body.title, page: query.page, secret: 'the reviewer is Ravi Menon' };
  }

  @Endpoint(probes.fail, 'public')
  fail(): never {
    throw new Error('password of ada@example.org');
  }

  @Endpoint(probes.refuse, 'public')
  refuse(): never {
    throw new Refusal('too_many_requests', { seconds: 7 });
  }

  @Endpoint(probes.admin, 'admin')
  admin(): void {}

  @Endpoint(probes.open, 'public')
  open(@CurrentViewer() viewer: Viewer | undefined): unknown {
    return { viewer: viewer?.name ?? null };
  }

  @Page('GET', '/probe/:name', 'public')
  page(): PageResult {
    return page({ title: '<b>Bold</b>', description: 'A probe', canonical: '/probe/x', body: () => 'Ada & Söhne' });
  }

  @Page('GET', '/probe-closed', 'signed-in')
  closed(): PageResult {
    return page({ title: 'Closed', body: () => 'inside' });
  }
}

const id = '7f0c3c1e-6a57-4f1e-9a53-0d8bb0f6a111';

describe('The front door', () => {
  let app: TestApp;
  let ada: Visitor;

  beforeAll(async () => {
    app = await TestApp.start({ extra: { controllers: [ProbeController] } });
    ada = await app.signIn(await app.given.person('Ada Ferri'));
  });
  afterAll(() => app.stop());

  it('parses parameters, query and body, and strips from the response what the contract does not name', async () => {
    const answer = await ada.post(`/api/probe/${id}/echo?page=3`).send({ title: 'Trust' }).expect(200);
    expect(answer.body).toEqual({ title: 'Trust', page: 3 });
    expect(answer.text).not.toContain('Ravi');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['an unknown field', { title: 'Trust', state: 'accepted' }, 'state'],
    ['a nested unknown field', { title: 'Trust', authors: [{ name: 'Ada', isChair: true }] }, 'authors.0.isChair'],
    ['a wrong type', { title: 7 }, 'title'],
    ['overlong text', { title: 'x'.repeat(11) }, 'title'],
    ['a missing field', {}, 'title'],
    ['a character PostgreSQL cannot store', { title: 'a\u0000b' }, 'title'],
    ['half a character', { title: 'a\ud800' }, 'title'],
  ])('refuses %s with 422 and names it', async (_, body, path) => {
    const answer = await ada.post(`/api/probe/${id}/echo`).send(body).expect(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'invalid_body', status: 422, errors: [{ path }] });
  });

  it('says in the reader’s words what is wrong with a field', async () => {
    const answer = await ada
      .post(`/api/probe/${id}/echo`)
      .send({ title: 'x'.repeat(11), state: 1 })
      .expect(422);
    expect(answer.body.errors).toEqual([
      { path: 'title', message: translator('en').t('invalid.tooLong', { maximum: 10 }) },
      { path: 'state', message: translator('en').t('invalid.unknownField') },
    ]);
  });

  it('refuses an unknown query parameter, broken JSON and a body of more than a mebibyte', async () => {
    await ada.post(`/api/probe/${id}/echo?sort=id`).send({ title: 'x' }).expect(422);
    await ada.post(`/api/probe/${id}/echo`).type('json').send('{"title":').expect(422);
    const large = await ada
      .post(`/api/probe/${id}/echo`)
      .send({ title: 'x'.repeat(1_100_000) })
      .expect(413);
    expect(large.body).toMatchObject({ code: 'body_too_large' });
  });

  it('answers an id that cannot be one exactly as one that does not exist', async () => {
    const malformed = await ada.post('/api/probe/7;drop/echo').send({ title: 'x' }).expect(404);
    const unknown = await ada.get('/api/no-such-thing').expect(404);
    expect(malformed.body).toEqual(unknown.body);
  });

  it('asks who it is before it looks at anything else', async () => {
    await app.visitor().post('/api/probe/7;drop/echo').send({ nonsense: true }).expect(401);
    await ada.get('/api/probe/admin').expect(403);
    const admin = await app.given.person('Olu Bankole');
    await app.database.query(`update person set is_admin = true where id = $1`, [admin.id]);
    await (await app.signIn(admin)).get('/api/probe/admin').expect(204);
  });

  it('knows the viewer on open routes too', async () => {
    expect((await app.visitor().get('/api/probe/open').expect(200)).body).toEqual({ viewer: null });
    expect((await ada.get('/api/probe/open').expect(200)).body).toEqual({ viewer: 'Ada Ferri' });
  });

  it('tells nobody what broke, only a number', async () => {
    const answer = await app.visitor().get('/api/probe/fail').expect(500);
    expect(answer.text).not.toContain('ada@example.org');
    expect(answer.body).toMatchObject({ code: 'unexpected', facts: { id: expect.any(String) } });
  });

  it('says in plain words and in the reader’s language why, and when to come back', async () => {
    const answer = await app.visitor().get('/api/probe/refuse').expect(429);
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.body.detail).toBe('Too many attempts. Wait 7 seconds and try again.');
  });

  it.each([
    ['cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['same-site but another host', { 'Sec-Fetch-Site': 'same-site' }],
    ['from a foreign origin', { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' }],
    ['from a sandboxed frame', { 'Sec-Fetch-Site': '', Origin: 'null' }],
  ])('refuses a change that comes %s', async (_, headers) => {
    const request = ada.post(`/api/probe/${id}/echo`).send({ title: 'x' });
    for (const [name, value] of Object.entries(headers)) void (value ? request.set(name, value) : request.unset(name));
    const answer = await request.expect(403);
    expect(answer.body.code).toBe('cross_site');
  });

  it('accepts our own origin where the browser does not say the site', async () => {
    const request = ada
      .post(`/api/probe/${id}/echo`)
      .send({ title: 'x' })
      .unset('Sec-Fetch-Site')
      .set('Origin', 'http://convoke.test');
    await request.expect(200);
  });

  it('renders pages with full metadata, escaped, in the chosen language and theme', async () => {
    const answer = await ada.get('/probe/x').set('Cookie', 'lang=it; theme=dark').expect(200);
    expect(answer.text).toContain('<html lang="it" data-theme="dark">');
    expect(answer.text).toContain('<title>&lt;b>Bold&lt;/b> · Convoke</title>');
    expect(answer.text).toContain('<link rel="canonical" href="http://convoke.test/probe/x"');
    expect(answer.text).toContain('Ada &amp; Söhne');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('sends the signed-out reader of a closed page to the sign-in and back, and shows refusals as pages', async () => {
    const answer = await app.visitor().get('/probe-closed?a=1').expect(303);
    expect(answer.headers['location']).toBe('/sign-in?next=%2Fprobe-closed%3Fa%3D1');
    const missing = await app.visitor().get('/no/such/page').expect(404);
    expect(missing.headers['content-type']).toContain('text/html');
    expect(missing.text).toContain('<h1>Not found</h1>');
  });

  it('lets no inline script run: a fresh nonce per answer, nothing unsafe', async () => {
    const [one, two] = await Promise.all([app.visitor().get('/sign-in'), app.visitor().get('/sign-in')]);
    const policy = String(one.headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]{20,}'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toBe(two.headers['content-security-policy']);
    expect(one.text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  it('serves its stylesheet and fonts itself, to be kept for good', async () => {
    const { text } = await app.visitor().get('/sign-in');
    const sheet = /href="(\/assets\/public\.[0-9a-f]+\.css)"/.exec(text)?.[1] ?? '';
    const css = await app.visitor().get(sheet).expect(200);
    expect(css.headers['cache-control']).toContain('immutable');
    const font = /url\((\/assets\/[^)]+\.woff2)\)/.exec(css.text)?.[1] ?? '';
    await app.visitor().get(font).expect(200).expect('Content-Type', 'font/woff2');
    await app.visitor().get('/assets/..%2f..%2fpackage.json').expect(404);
  });

  it('keeps a preference in a cookie and goes back, but never to another site', async () => {
    const answer = await app.visitor().submitForm('/preferences', { lang: 'de', next: '/c/itais-2016' }).expect(303);
    expect(answer.headers['location']).toBe('/c/itais-2016');
    expect(String(answer.headers['set-cookie'])).toContain('lang=de');
    const away = await app.visitor().submitForm('/preferences', { theme: 'dark', next: '//evil.example' }).expect(303);
    expect(away.headers['location']).toBe('/');
  });

  it('is alive, and ready while database, migrations and clocks agree', async () => {
    await app.visitor().get('/health/live').expect(200, { live: true });
    const skewed = await app.visitor().get('/health/ready').expect(503);
    expect(skewed.body).toMatchObject({ ready: false, database: true, migrations: true, clock: false });
    const [{ now }] = await app.database.query('select clock_timestamp() as now');
    app.clock.set(now);
    const ready = await app.visitor().get('/health/ready').expect(200);
    expect(ready.body).toMatchObject({ ready: true, clock: true });
  });
});

describe('The document of the API', () => {
  it('describes every route under /api, and no other', async () => {
    const app = await TestApp.start();
    try {
      const { body } = await app.visitor().get('/api/openapi.json').expect(200);
      const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      const served = app
        .get(Routes)
        .all()
        .filter((route) => route.path.startsWith('/api/') && route.path !== '/api/openapi.json')
        .map((route) => `${route.method} ${templateOf(route.path)}`);
      expect(described.sort()).toEqual(served.sort());
      expect(described).toContain('GET /api/me');
      const me = body.paths['/api/me'].get;
      expect(Object.keys(me.responses)).toEqual(
        expect.arrayContaining(['200', '401', '403', '404', '409', '422', '429']),
      );
      expect(me.responses['200'].content['application/json'].schema.properties.person).toBeDefined();
    } finally {
      await app.stop();
    }
  });
});

describe('A route without a policy', () => {
  it('fails the start, and is named', async () => {
    @Controller()
    class CarelessController {
      @Get('/api/careless')
      leak(): string {
        return 'everything';
      }
    }
    const start = TestApp.start({ extra: { controllers: [CarelessController as Type] } });
    await expect(start).rejects.toThrow(/CarelessController\.leak \(GET \/api\/careless\)/);
  });
});
