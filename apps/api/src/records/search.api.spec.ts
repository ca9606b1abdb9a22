import type { RecordRow, RecordViews } from '@convoke/contract';
import { fields } from '@convoke/domain';
import { AccessService } from '../access/access.service';
import { knownWhere } from '../access/known-where';
import { TestApp, type GivenCall, type GivenPerson, type GivenSubmission, type Visitor } from '../testing';

let app: TestApp;
let call: GivenCall;
let people: Record<'chidi' | 'tala' | 'ada' | 'lind' | 'ravi' | 'marta', GivenPerson>;
let papers: Record<'trust' | 'street' | 'open' | 'decided' | 'taken' | 'ofTala', GivenSubmission>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-10T08:00:00Z' })));
afterAll(() => app.stop());

/** Chidi chairs the call, Tala its only track; Ravi and Marta review. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  call = await given.call(`search-${story}`, {
    tracks: ['Co-production', 'Health data'],
    topics: ['Open data', 'Smart cities'],
    types: { paper: {}, poster: {} },
    closes: { paper: '2016-06-01T12:00:00Z', review: '2016-06-28T12:00:00Z' },
  });
  const named = (name: string, affiliation = '') =>
    given.person(name, { address: `${name.split(' ')[0]}.${story}@example.org`, affiliation });
  people = {
    chidi: await named('Chidi Eze'),
    tala: await named('Tala Brandt'),
    ada: await named('Ada Ferri', 'Università di Milano'),
    lind: await named('Jonas Lind'),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
  };
  await given.role(people.chidi, 'chair', call);
  await given.role(people.tala, 'track_chair', call);
  for (const person of [people.ravi, people.marta]) await given.role(person, 'reviewer', call);
  const round = 'review_open' as const;
  const [ada, lind] = [people.ada, people.lind];
  papers = {
    trust: await given.submission(call, {
      by: [ada],
      title: 'Trust in open data',
      abstract: 'Street defects are reported by citizens.',
      topics: ['Open data'],
      round,
    }),
    street: await given.submission(call, {
      by: [lind],
      title: 'Street lights',
      abstract: 'A study of data and trust.',
      topics: ['Smart cities'],
      track: call.tracks[1] ?? { id: '' },
      round,
    }),
    open: await given.submission(call, { by: [ada, lind], title: 'Open kitchens', type: 'poster', round }),
    decided: await given.submission(call, { by: [lind], title: 'Decided', round: 'decided_not_notified' }),
    taken: await given.submission(call, { by: [ada], title: 'Taken back', state: 'withdrawn', kind: 'abstract' }),
    ofTala: await given.submission(call, { by: [people.tala], title: 'Zebra of the chair', round }),
  };
  await given.review(await given.assignment(papers.trust, people.ravi), { overall: 5 });
  await given.review(await given.assignment(papers.trust, people.marta), { overall: 4 });
  await given.review(await given.assignment(papers.street, people.ravi, { dueAt: '2016-06-05T12:00:00Z' }), {
    state: 'draft',
  });
  await given.conflict(papers.open, people.marta);
  await app.database.query(
    `insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at)
     values (gen_random_uuid(), $1, $2, 'accept_poster', 'decided', $3, $4)`,
    [papers.decided.roundId, papers.decided.id, people.chidi.id, app.clock.now()],
  );
  await app.database.query(
    `update submission s set reviews_expected = (select count(*) from assignment a where a.submission_id = s.id),
       reviews_in = (select count(*) from review v where v.submission_id = s.id and v.state = 'submitted'),
       score_mean = (select avg(overall) from review v where v.submission_id = s.id and v.state = 'submitted'),
       score_min = 4, score_max = 5 where s.call_id = $1`,
    [call.id],
  );
});

const path = (query: string, of = 'records'): string =>
  `/api/calls/${call.slug}/${of}?query=${encodeURIComponent(query)}`;
const list = async (visitor: Visitor, query: string): Promise<{ rows: RecordRow[]; total: number }> =>
  (await visitor.get(path(query)).expect(200)).body as { rows: RecordRow[]; total: number };
const found = async (visitor: Visitor, query: string): Promise<string[]> => {
  const { rows, total } = await list(visitor, query);
  expect(total).toBe(rows.length);
  return rows.map((row) => row.title);
};

const trust = 'Trust in open data';
const street = 'Street lights';
const open = 'Open kitchens';
const decided = 'Decided';
const taken = 'Taken back';

describe('a query', () => {
  it.each<[string, string[]]>([
    ['trust', [trust, street]],
    ['tru str', [trust, street]],
    ['"open data"', [trust]],
    ['"data open"', []],
    ['trust -street', []],
    ['street -"street defects"', [street]],
    ['kitchens OR lights', [street, open]],
    ['NOT (trust OR open)', [decided, taken]],
    ['(trust OR kitchens) -ti:street', [trust, open]],
    ['ti:street', [street]],
    ['-ti:street trust', [trust]],
    ['ab:trust', [street]],
    ['ti:"open data"', [trust]],
    ['au:FÉRRI', [trust, open, taken]],
    ['au:"àda ferri"', [trust, open, taken]],
    ['-au:ferri', [street, decided]],
    ['au:(ferri lind)', [open]],
    ['topic:cities', [street]],
    ['-topic:"open data"', [street, open, decided, taken]],
    ['track:health-data', [street]],
    ['track:health', [street]],
    ['type:poster', [open]],
    ['status:withdrawn OR status:hidden', [decided, taken]],
    ['dec:yes', [decided]],
    ['dec:accept-poster', [decided]],
    ['-dec:none', [decided]],
    ['dec:no', []],
    ['re:2', [trust]],
    ['re:<1 status:review', [street, open]],
    ['re:1..3', [trust]],
    ['re:menon', [trust, street]],
    ['re:"Marta Now"', [trust]],
    ['-re:menon status:review', [open]],
    ['re:late', [street]],
    ['re:in', [trust]],
    ['re:missing', [street]],
    ['has:draft-review', [street]],
    ['has:score -has:decision', [trust]],
    ['has:conflict', [open]],
    ['-has:paper', [taken]],
    ['has:pdf', []],
    ['score>4', [trust]],
    ['score:4..4.5', [trust]],
    ['score!=4.5', []],
    ['-score>4', [street, open, decided, taken]],
    ['#2', [street]],
    ['#2..3 -trust', [open]],
    ['2', [street]],
    ['trust sort:-number', [street, trust]],
    ['sort:title', [decided, open, street, taken, trust]],
  ])('%s', async (query, titles) => {
    expect(await found(await app.signIn(people.tala), query)).toEqual(titles);
  });

  it('finds by a tag what the viewer has tagged, or others for the viewer', async () => {
    const [chidi, tala] = [await app.signIn(people.chidi), await app.signIn(people.tala)];
    const tag = (visitor: Visitor, paper: GivenSubmission, name: string, scope: string) =>
      visitor
        .post(`/api/calls/${call.slug}/tags`)
        .send({ submissions: [paper.id], add: [{ name, scope }] })
        .expect(200);
    await tag(chidi, papers.trust, 'discuss', 'private');
    await tag(chidi, papers.street, 'discuss', 'chairs');
    await tag(chidi, papers.open, 'award', 'committee');
    expect(await found(chidi, '#discuss')).toEqual([trust, street]);
    expect(await found(tala, '#discuss')).toEqual([street]);
    expect(await found(tala, '-#Discuss has:tag')).toEqual([open]);
    const { tags } = (await tala.get(`/api/calls/${call.slug}/record-views`).expect(200)).body as RecordViews;
    expect(tags).toEqual(['award', 'discuss']);
    await tag(chidi, papers.ofTala, 'about-tala', 'chairs');
    expect((await tala.get(`/api/calls/${call.slug}/record-views`)).text).not.toContain('about-tala');
  });

  it('finds what the viewer reviews', async () => {
    expect(await found(await app.signIn(people.tala), 're:me')).toEqual([]);
    await app.given.assignment(papers.open, people.tala);
    expect(await found(await app.signIn(people.tala), 're:me')).toEqual([open]);
  });

  it('is answered by id in the same order', async () => {
    const tala = await app.signIn(people.tala);
    const { rows } = await list(tala, 'street OR open sort:-title');
    const { body } = await tala.get(path('street OR open sort:-title', 'record-ids')).expect(200);
    expect(body).toEqual({ ids: rows.map(({ id }) => id) });
    await (await app.signIn(people.ravi)).get(path('', 'record-ids')).expect(403);
  });

  it('that cannot be read is refused in plain words', async () => {
    const tala = await app.signIn(people.tala);
    const said = async (query: string): Promise<unknown> => (await tala.get(path(query)).expect(422)).body;
    expect(await said('(trust')).toMatchObject({
      errors: [{ path: 'query', message: 'The closing parenthesis is missing.' }],
    });
    expect(await said('status:sleeping')).toMatchObject({
      errors: [{ message: expect.stringContaining('Choose one of: submitted, review') as string }],
    });
    for (const query of ['x'.repeat(501), 'colour:red', 'a OR', '#ü', `${'('.repeat(40)}x`]) await said(query);
  });

  it('of any kind asks the database as often', async () => {
    const tala = await app.signIn(people.tala);
    const counted = async (query: string) => (await app.statementsOf(() => list(tala, query))).length;
    const plain = await counted('trust');
    expect(plain).toBeGreaterThan(3);
    for (const query of ['au:ferri', '-au:nobody OR zebra', '#x OR (re:menon score>3)', 'dec:none -has:pdf'])
      expect(await counted(query)).toBe(plain);
  });
});

describe('what the viewer may not see', () => {
  const queries = [
    'au:ferri',
    '-au:ferri',
    'NOT (NOT au:ferri)',
    'au:ferri OR -au:ferri',
    'au:ferri OR trust',
    '-(au:ferri trust)',
    '-(au:ferri OR au:lind)',
    'au:ferri -trust',
    '(au:ferri OR zebra) sort:title',
    'au:quixote',
    '-au:quixote',
  ];
  const answers = async (visitor: Visitor): Promise<string[]> => {
    const all: string[] = [];
    for (const query of queries) all.push((await visitor.get(path(query)).expect(200)).text);
    return all;
  };
  const blind = (state: string) => app.database.query(`update call set anonymity = $2 where id = $1`, [call.id, state]);

  it('has no part in any answer: members, order and numbers are the same whoever wrote it', async () => {
    await blind('triple');
    for (const person of [people.chidi, people.tala]) {
      const visitor = await app.signIn(person);
      const before = await answers(visitor);
      await app.database.query(
        `update submission set authors_search = 'don quixote ferri', authors_short = 'Quixote'
          where call_id = $1 and state <> 'withdrawn' and id <> $2`,
        [call.id, papers.ofTala.id],
      );
      expect(await answers(visitor)).toEqual(before);
      await app.database.query(
        `update submission set authors_search = '', authors_short = '' where call_id = $1 and state <> 'withdrawn'`,
        [call.id],
      );
      expect(await answers(visitor)).toEqual(before);
    }
  });

  it('is neither there nor missing: such a submission is found by no query that asks for it', async () => {
    const tala = await app.signIn(people.tala);
    await blind('triple');
    expect(await found(tala, 'au:ferri')).toEqual([taken]);
    expect(await found(tala, '-au:lind')).toEqual([taken]);
    expect(await found(tala, '-au:ferri')).toEqual([]);
    expect(await found(tala, 'au:ferri OR -au:ferri')).toEqual([taken]);
    expect(await found(tala, 'trust -au:ferri')).toEqual([]);
    expect(await found(tala, 'trust OR -au:ferri')).toEqual([trust, street]);
    await app.database.query(`update round set state = 'notified' where id = $1`, [papers.street.roundId]);
    expect(await found(tala, '-au:ferri')).toEqual([street]);
    await blind('double');
    expect(await found(tala, 'au:ferri')).toEqual([trust, open, taken]);
  });

  it('includes what the viewer wrote, whatever is asked', async () => {
    const tala = await app.signIn(people.tala);
    for (const query of [
      'zebra',
      '-kitchens',
      'au:brandt',
      '-au:ferri',
      '#6',
      '-#6',
      're:<9',
      '-score>1',
      'zebra OR trust',
    ])
      expect((await tala.get(path(query)).expect(200)).text).not.toContain('Zebra');
    expect(await found(await app.signIn(people.chidi), 'zebra')).toEqual(['Zebra of the chair']);
  });

  it('is exactly what the rule hides, field by field, in every state', async () => {
    const { given, database } = app;
    const states = ['submitted', 'accepted', 'rejected', 'published', 'closed', 'withdrawn'] as const;
    const rounds = [
      'submitted',
      'review_open',
      'discussion',
      'rebuttal',
      'decided_not_notified',
      'notified',
      'published',
      'closed',
    ] as const;
    for (const state of states)
      for (const round of rounds)
        for (const type of ['paper', 'poster']) await given.submission(call, { by: [people.ada], state, round, type });
    const access = new AccessService(app.clock);
    const worlds = [
      [`update call set anonymity = 'double' where id = $1`],
      [`update call set anonymity = 'triple' where id = $1`],
      [
        `update call set anonymity = 'double' where id = $1`,
        `update submission_type set anonymity = 'triple' where key = 'poster' and call_id = $1`,
      ],
      [
        `update submission_type set anonymity = null where call_id = $1`,
        `insert into call_terms (call_id, n, anonymity, types, visibility, ended_at) select id, 1, 'triple', '{}', '{}', now() from call where id = $1`,
        `update call set terms = 2 where id = $1`,
      ],
    ];
    for (const world of worlds) {
      for (const sql of world) await database.query(sql, [call.id]);
      const viewer = { personId: people.chidi.id, isAdmin: false, verified: true } as Parameters<
        AccessService['call']
      >[1];
      const asked = await access.call(database.manager, viewer, call.slug);
      const rows = await database.query<{ id: string }[]>(`select id from submission where call_id = $1`, [call.id]);
      const judged = await access.submissions(
        database.manager,
        viewer,
        asked,
        rows.map(({ id }) => id),
      );
      for (const field of fields) {
        const known = knownWhere(asked, field);
        const said = await database.query<{ id: string; known: boolean }[]>(
          `select s.id, ${known ?? 'false'} as known from submission s join submission_type y on y.id = s.type_id
             left join round r on r.submission_id = s.id and r.n = s.current_round where s.call_id = $1`,
          [call.id],
        );
        const lax = said.filter(({ id, known: yes }) => yes && judged.get(id)?.seesAll(field) !== true);
        expect({ field, lax }).toEqual({ field, lax: [] });
        if (/^(author|decision|file|submission|assignment\.(count|reviewer))/.test(field)) {
          const strict = said.filter(({ id, known: yes }) => !yes && judged.get(id)?.seesAll(field) === true);
          expect({ field, strict }).toEqual({ field, strict: [] });
        }
      }
    }
  });
});
