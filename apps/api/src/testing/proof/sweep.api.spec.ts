import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Files } from '../../platform/files';
import { Routes, type RegisteredRoute } from '../../platform/http/routes';
import { givenForm, type GivenAssignment, type GivenCall, type GivenPerson, type GivenSubmission } from '../given';
import { sampleOf } from '../samples';
import { TestApp } from '../test-app';

/**
 * Every route the running application answers × everybody × every kind of target, with the status each must get. The table
 * stands in `sweep.txt`; `SWEEP=write` writes it anew, to be read line by line before it is kept.
 */
const file = join(__dirname, 'sweep.txt');
const roles = [
  'visitor',
  'author',
  'reviewer',
  'invited',
  'pool',
  'conflicted',
  'co-chair',
  'chair',
  'admin',
  'stranger',
] as const;
type Role = (typeof roles)[number];
const targets = ['own', 'track', 'other', 'call', 'missing', 'malformed'] as const;
type Target = (typeof targets)[number];

interface Aim {
  readonly call: GivenCall;
  readonly paper: GivenSubmission;
  readonly assignment: GivenAssignment;
  readonly file: string;
  readonly letter: string;
  readonly batch: string;
}

/** Bodies that their schemas take where one made of the schema alone would not be. */
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /api/calls/:call': { version: 1, name: 'ITAIS' },
  'POST /api/calls': { kind: 'conference', name: 'A new call' },
  'PUT /api/calls/:call/review-form': { n: 1, fields: givenForm },
  'PUT /api/calls/:call/types': {
    version: 1,
    types: [{ key: 'paper', name: 'Paper', anonymity: null, isOpen: true, settings: {} }],
  },
  'POST /api/calls/:call/deadlines': { kind: 'paper', wallTime: '2016-07-01T23:59', zone: 'UTC', replaces: null },
  'POST /api/calls/:call/deadlines/preview': {
    kind: 'paper',
    wallTime: '2016-07-01T23:59',
    zone: 'UTC',
    replaces: null,
  },
  'POST /api/calls/:call/extensions': {
    ...{ kind: 'review', number: 1, wallTime: '2030-07-01T23:59', zone: 'UTC', reason: 'They asked.' },
  },
  'POST /api/calls/:call/copies': { name: 'A new edition', days: 364 },
  'POST /api/calls/:call/tags': { submissions: [randomUUID()], add: [{ name: 'short', scope: 'private' }] },
  'PUT /api/me/profile': {
    version: 1,
    givenName: 'A',
    familyName: 'B',
    affiliation: '',
    locale: 'en',
    timeZone: 'UTC',
  },
};

/** Questions that their schemas take where one made of the schema alone would not be. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /api/calls/:call/records/:number/sight': { as: 'standing:reviewer' },
  'GET /api/calls/:call/deadline-shift': { days: '7' },
};

describe('Every route', () => {
  let app: TestApp;
  const people = new Map<Role, GivenPerson>();
  const cookies = new Map<Role, string>();
  const aims = new Map<Target, Aim>();
  let routes: RegisteredRoute[];

  beforeAll(async () => {
    app = await TestApp.start({ rehearsed: true });
    const { given } = app;
    const names: Readonly<Record<Exclude<Role, 'visitor' | 'admin'>, string>> = {
      ...{ author: 'Ada Ferri', reviewer: 'Ravi Menon', invited: 'Hanna Lindqvist', pool: 'Marta Nowak' },
      ...{ conflicted: 'Cleo Dubois', 'co-chair': 'Tala Brandt', chair: 'Chidi Eze', stranger: 'Olu Bankole' },
    };
    for (const [role, name] of Object.entries(names)) people.set(role as Role, await given.person(name));
    people.set('admin', await given.person('Ines Duarte', { admin: true }));
    const who = (role: Role): GivenPerson => people.get(role) as GivenPerson;
    for (const role of roles) if (role !== 'visitor') cookies.set(role, await app.cookieOf(who(role)));
    const call = await given.call('itais', {
      tracks: ['Main', 'Other'],
      topics: ['Open data'],
      settings: { autoSubmit: false },
    });
    const elsewhere = await given.call('elsewhere', { topics: ['Rivers'] });
    await given.role(who('chair'), 'chair', call);
    await given.role(who('conflicted'), 'chair', call);
    await given.role(who('co-chair'), 'track_chair', call, call.tracks[0]);
    for (const role of ['reviewer', 'invited', 'pool', 'conflicted'] as const)
      await given.role(who(role), 'reviewer', call);
    const dora = await given.person('Dora Other');
    const rosa = await given.person('Rosa Reviewer');
    const aim = async (inCall: GivenCall, by: GivenPerson, track: number): Promise<Aim> => {
      const paper = await given.submission(inCall, {
        by: [by],
        track: inCall.tracks[track] as { id: string },
        round: 'review_open',
      });
      const assignment = await given.assignment(paper, rosa);
      await given.review(assignment, {});
      return {
        ...{ call: inCall, paper, assignment },
        file: await aFile(paper, by),
        letter: await aLetter(paper, by),
        batch: await aBatch(inCall, by),
      };
    };
    const own = await aim(call, who('author'), 0);
    const ravis = await given.assignment(own.paper, who('reviewer'));
    await given.review(ravis, { state: 'draft' });
    await given.assignment(own.paper, who('invited'), { state: 'invited' });
    await given.conflict(own.paper, who('conflicted'));
    aims.set('own', { ...own, assignment: ravis });
    aims.set('track', await aim(call, dora, 0));
    aims.set('other', await aim(call, dora, 1));
    aims.set('call', await aim(elsewhere, dora, 0));
    routes = app
      .get(Routes)
      .all()
      .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
  }, 120_000);
  afterAll(() => app.stop());

  async function aFile(paper: GivenSubmission, by: GivenPerson): Promise<string> {
    const id = randomUUID();
    const now = app.clock.now();
    const { hash } = await app.get(Files).put(Readable.from([Buffer.from(`%PDF ${id}`)]), { maxBytes: 1000 });
    await app.database.query(
      `insert into blob (hash, bytes, media_type, created_at) values ($1, 41, 'application/pdf', $2)`,
      [hash, now],
    );
    await app.database.query(
      `insert into submission_file (id, submission_id, slot, blob_hash, clean_hash, original_name, media_type, bytes, state, uploaded_by, uploaded_at)
       values ($1, $2, 'paper', $3, $3, 'a.pdf', 'application/pdf', 41, 'clean', $4, $5)`,
      [id, paper.id, hash, by.id, now],
    );
    await app.database.query(`update submission_version set file_ids = $2 where id = $1`, [paper.versionId, [id]]);
    return id;
  }

  async function aLetter(paper: GivenSubmission, to: GivenPerson): Promise<string> {
    const id = randomUUID();
    await app.database.query(
      `insert into email_message (id, dedupe_key, class, to_address, person_id, call_id, submission_id, subject, body, body_hash, message_id, state, not_before, created_at)
       values ($1::uuid, $1::uuid::text, 'receipt', $2, $3, $4, $5, 'Received', 'We have it.', '', $1::uuid::text, 'failed', $6, $6)`,
      [id, to.address, to.id, paper.callId, paper.id, app.clock.now()],
    );
    return id;
  }

  async function aBatch(call: GivenCall, by: GivenPerson): Promise<string> {
    const id = randomUUID();
    await app.database.query(
      `insert into release_batch (id, call_id, created_by, created_at) values ($1, $2, $3, $4)`,
      [...[id, call.id, by.id, app.clock.now()]],
    );
    return id;
  }

  /** What stands in a place of the path for a target; null = this route is the same for that target. */
  function valueOf(path: string, name: string, target: Target): string {
    if (target === 'missing') return name === 'call' ? 'no-such-call' : name === 'number' ? '4711' : randomUUID();
    if (target === 'malformed') return name === 'number' ? 'x1' : 'no such thing';
    const { call, paper, assignment, file: fileId, letter, batch } = aims.get(target) as Aim;
    if (name === 'call') return call.slug;
    if (name === 'number') return String(paper.number);
    if (name === 'slot') return 'paper';
    if (name === 'table') return 'submissions';
    if (name === 'format') return 'csv';
    if (name === 'file') return fileId;
    if (name === 'track') return call.tracks.find(({ id }) => id === paper.trackId)?.id ?? '';
    if (path.startsWith('/api/assignments/')) return assignment.id;
    if (path.startsWith('/api/releases/')) return batch;
    if (path.includes('/mail/')) return letter;
    return name === 'id' && path.startsWith('/api/submissions/') ? paper.id : randomUUID();
  }

  /** Which targets differ for a route: one without a place in its path has only itself, one of a call no tracks. */
  function aimsOf(path: string): readonly Target[] {
    if (!path.includes(':')) return ['own'];
    return /:(id|number|file|track)\b/.test(path) ? targets : ['own', 'call', 'missing', 'malformed'];
  }

  async function statusOf(route: RegisteredRoute, role: Role, target: Target): Promise<number> {
    const path = route.path.replace(/\{[^}]*\}/g, '').replace(/:(\w+)/g, (_, name: string) => {
      return encodeURIComponent(valueOf(route.path, name, target));
    });
    // how often somebody may try is another story
    await app.database.query(`delete from rate_limit`);
    const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
    const query =
      queries[`${route.method} ${route.path}`] ??
      (route.endpoint ? (sampleOf(route.endpoint.query, 'least') as Record<string, unknown> | null) : null);
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([key, value]) => [key, String(value)]));
    const body =
      bodies[`${route.method} ${route.path}`] ?? (route.endpoint ? sampleOf(route.endpoint.body, 'most') : {});
    const response = await fetch(`${await app.url()}${path}?${search}`, {
      method: route.method,
      redirect: 'manual',
      headers: {
        cookie: cookies.get(role) ?? '',
        'sec-fetch-site': 'same-origin',
        ...(hasBody
          ? { 'content-type': route.endpoint ? 'application/json' : 'application/x-www-form-urlencoded' }
          : {}),
      },
      ...(hasBody ? { body: route.endpoint ? JSON.stringify(body ?? {}) : '' } : {}),
    });
    await response.arrayBuffer();
    return response.status;
  }

  it('answers everybody for every target with the status of the table', async () => {
    const tables = new Map<string, string[]>();
    for (const route of routes) {
      const line = async (role: Role): Promise<string> => {
        const statuses: number[] = [];
        for (const target of aimsOf(route.path)) statuses.push(await statusOf(route, role, target));
        return `${role.padEnd(11)}${statuses.join(' ')}`;
      };
      // how often something is done is limited, also by where it comes from: there one asks after the other
      const lines: string[] = [];
      if (route.method !== 'GET' || route.policy === 'public') for (const role of roles) lines.push(await line(role));
      else lines.push(...(await Promise.all(roles.map(line))));
      const head = aimsOf(route.path).length === 1 ? '' : `${' '.repeat(11)}${aimsOf(route.path).join(' ')}\n`;
      const table = head + lines.join('\n');
      tables.set(table, [...(tables.get(table) ?? []), `${route.method} ${route.path}`]);
    }
    const found = [...tables]
      .map(([table, names]) => `${names.map((name) => `# ${name}`).join('\n')}\n${table}\n`)
      .join('\n');
    if (process.env['SWEEP'] === 'write') writeFileSync(file, found);
    expect(found).toBe(readFileSync(file, 'utf8'));
    expect(found.replace(/# GET \/health\/ready[^#]*/, '')).not.toMatch(/\b5\d\d\b/);
  }, 300_000);
});
