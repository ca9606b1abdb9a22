import type { RecordPage, RecordRow, RecordViews } from '@convoke/contract';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let people: Record<'chidi' | 'tala' | 'ada' | 'lind' | 'ravi' | 'marta' | 'cleo' | 'olu', GivenPerson>;
let papers: Record<
  'late' | 'ready' | 'ofTala' | 'conflicted' | 'health' | 'abstract' | 'decided' | 'withdrawn',
  GivenSubmission
>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-10T08:00:00Z' })));
afterAll(() => app.stop());

/** Two tracks. Tala chairs the first, has a paper of her own in it and a conflict with another; Chidi chairs the call. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  app.clock.set('2016-06-10T08:00:00Z');
  itais = await given.call(`itais-${story}`, {
    tracks: ['Co-production', 'Health'],
    closes: { paper: '2016-06-01T12:00:00Z', review: '2016-06-28T12:00:00Z', notification: '2016-07-11T12:00:00Z' },
  });
  const named = (name: string, affiliation = '') =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${story}@example.org`, affiliation });
  people = {
    chidi: await named('Chidi Eze'),
    tala: await named('Tala Brandt'),
    ada: await named('Ada Ferri', 'Politecnico di Milano'),
    lind: await named('Jonas Lind'),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
    cleo: await named('Cleo Dubois'),
    olu: await named('Olu Bankole'),
  };
  await given.role(people.chidi, 'chair', itais);
  await given.role(people.tala, 'track_chair', itais, itais.tracks[0]);
  for (const person of [people.ravi, people.marta, people.cleo]) await given.role(person, 'reviewer', itais);
  const by = [people.ada, people.lind];
  const track = itais.tracks[1] ?? { id: '' };
  papers = {
    late: await given.submission(itais, {
      by,
      title: 'Who co-produces?',
      abstract: 'Street defects in Lombardy.',
      round: 'review_open',
    }),
    ready: await given.submission(itais, { by, title: 'Platform cooperatives', round: 'review_open' }),
    ofTala: await given.submission(itais, { by: [people.tala], title: 'Zebra of the chair', round: 'review_open' }),
    conflicted: await given.submission(itais, { by, title: 'Zebra in conflict', round: 'review_open' }),
    health: await given.submission(itais, { by, title: 'Zebra in another track', round: 'review_open', track }),
    abstract: await given.submission(itais, { by, title: 'Only an abstract', kind: 'abstract' }),
    decided: await given.submission(itais, { by, title: 'Decided and hidden', round: 'decided_not_notified' }),
    withdrawn: await given.submission(itais, { by, title: 'Taken back', state: 'withdrawn' }),
  };
  await given.conflict(papers.conflicted, people.tala);
  await given.review(await given.assignment(papers.ready, people.ravi), {
    overall: 5,
    confidential: 'CONFIDENTIAL-REMARK',
  });
  await given.review(await given.assignment(papers.ready, people.marta), { overall: 4 });
  await given.assignment(papers.late, people.cleo, { dueAt: '2016-06-05T12:00:00Z' });
  await given.review(await given.assignment(papers.decided, people.ravi), { overall: 1 });
  await decide(papers.decided, people.chidi, 'accept_poster');
  await recount();
});

async function decide(paper: GivenSubmission, by: GivenPerson, outcome: string): Promise<void> {
  await app.database.query(
    `insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at)
     values (gen_random_uuid(), $1, $2, $3, 'decided', $4, $5)`,
    [paper.roundId, paper.id, outcome, by.id, app.clock.now()],
  );
}

/** What the transactions that change assignments and reviews keep. */
async function recount(): Promise<void> {
  await app.database.query(
    `update submission s set reviews_expected = (select count(*) from assignment a where a.submission_id = s.id and a.state <> 'proposed'),
       reviews_in = (select count(*) from review v where v.submission_id = s.id and v.state = 'submitted'),
       score_mean = (select avg(overall) from review v where v.submission_id = s.id), score_min = (select min(overall) from review v where v.submission_id = s.id),
       score_max = (select max(overall) from review v where v.submission_id = s.id)`,
  );
}

const list = async (visitor: Visitor, query = ''): Promise<{ rows: RecordRow[]; total: number }> =>
  (await visitor.get(`/api/calls/${itais.slug}/records${query}`).expect(200)).body as {
    rows: RecordRow[];
    total: number;
  };
const titles = async (visitor: Visitor, query = ''): Promise<string[]> =>
  (await list(visitor, query)).rows.map((row) => row.title);
const views = async (visitor: Visitor): Promise<RecordViews> =>
  (await visitor.get(`/api/calls/${itais.slug}/record-views`).expect(200)).body as RecordViews;
const address = (paper: GivenSubmission): string => `/api/calls/${itais.slug}/records/${paper.number}`;
const page = async (visitor: Visitor, paper: GivenSubmission): Promise<RecordPage> =>
  (await visitor.get(address(paper)).expect(200)).body as RecordPage;

describe('the list of a chair', () => {
  it('holds every submission of the call for its chair, with authors, numbers and what is decided', async () => {
    const { rows, total } = await list(await app.signIn(people.chidi));
    expect(total).toBe(8);
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      [1, 'review'],
      [2, 'review'],
      [3, 'review'],
      [4, 'review'],
      [5, 'review'],
      [6, 'submitted'],
      [7, 'hidden'],
      [8, 'withdrawn'],
    ]);
    expect(rows[1]).toMatchObject({
      authors: 'Ferri + 1',
      reviews: { in: 2, expected: 2, late: 0 },
      scores: { mean: 4.5, min: 4, max: 5 },
    });
    expect(rows[6]?.recommended).toEqual({ outcome: 'accept_poster', decided: true });
  });

  it('leaves out of a co-chair’s list, its counts and its search what is theirs, in conflict, or of another track', async () => {
    const tala = await app.signIn(people.tala);
    const { rows, total } = await list(tala);
    expect(rows.map((row) => row.title)).toEqual([
      'Who co-produces?',
      'Platform cooperatives',
      'Only an abstract',
      'Decided and hidden',
      'Taken back',
    ]);
    expect(total).toBe(5);
    expect((await list(tala, '?query=zebra')).total).toBe(0);
    expect((await list(tala, '?query=%234')).total).toBe(0);
    const { text } = await tala.get(`/api/calls/${itais.slug}/records?limit=200`);
    expect(text).not.toContain('Zebra');
  });

  it('is refused to those who hold no office, and hidden from the signed out', async () => {
    for (const person of [people.ada, people.ravi, people.olu]) {
      const { body } = await (await app.signIn(person)).get(`/api/calls/${itais.slug}/records`).expect(403);
      expect(JSON.stringify(body)).not.toContain('co-produces');
    }
    await app.visitor().get(`/api/calls/${itais.slug}/records`).expect(401);
  });

  it('counts each view as long as its list is', async () => {
    for (const person of [people.chidi, people.tala]) {
      const visitor = await app.signIn(person);
      const counts = await views(visitor);
      for (const view of ['needs', 'late', 'ready', 'all'] as const) {
        const { rows, total } = await list(visitor, `?view=${view}&limit=200`);
        expect({ view, total, rows: rows.length }).toEqual({ view, total: counts[view], rows: counts[view] });
      }
    }
    expect(await views(await app.signIn(people.tala))).toMatchObject({ late: 1, ready: 1, all: 5 });
  });

  it('shows a reviewer who is late by the date agreed with them, in the view and in the row', async () => {
    const tala = await app.signIn(people.tala);
    const { rows } = await list(tala, '?view=late');
    expect(rows.map(({ title, reviews }) => [title, reviews?.late])).toEqual([['Who co-produces?', 1]]);
    await app.database.query(`update assignment set due_at = '2016-06-20T12:00:00Z' where submission_id = $1`, [
      papers.late.id,
    ]);
    expect(await titles(tala, '?view=late')).toEqual([]);
    app.clock.set('2016-06-20T12:00:00Z');
    expect(await titles(tala, '?view=late')).toEqual(['Who co-produces?']);
    await app.database.query(`update assignment set due_at = null where submission_id = $1`, [papers.late.id]);
    expect(await titles(tala, '?view=late')).toEqual([]);
    app.clock.set('2016-06-28T12:00:00Z');
    expect(await titles(tala, '?view=late')).toEqual(['Who co-produces?']);
  });

  it('finds words in title and abstract by their beginning, authors without their accents, and a number', async () => {
    const tala = await app.signIn(people.tala);
    expect(await titles(tala, '?query=lombard')).toEqual(['Who co-produces?']);
    expect(await titles(tala, `?query=${encodeURIComponent("cooperatives' who")}`)).toEqual([]);
    expect((await list(tala, `?query=${encodeURIComponent('au:FÉRRI')}`)).total).toBe(5);
    expect((await list(tala, '?query=au:x%25')).total).toBe(0);
    expect(await titles(tala, '?query=%232')).toEqual(['Platform cooperatives']);
  });

  it('filters by track, state, decision and reviews', async () => {
    const chidi = await app.signIn(people.chidi);
    expect(await titles(chidi, '?query=track:health')).toEqual(['Zebra in another track']);
    for (const state of ['review', 'submitted', 'hidden', 'withdrawn', 'accepted']) {
      const { rows } = await list(chidi, `?query=state:${state}&limit=200`);
      expect(new Set(rows.map((row) => row.state))).toEqual(new Set(state === 'accepted' ? [] : [state]));
    }
    expect(await titles(chidi, '?query=decision:accept_poster')).toEqual(['Decided and hidden']);
    expect((await list(chidi, '?query=decision:none')).total).toBe(7);
    const past = await list(chidi, '?query=decision:none&offset=50');
    expect([past.rows, past.total]).toEqual([[], 7]);
    expect(await titles(chidi, '?query=reviews:in')).toEqual(['Platform cooperatives', 'Decided and hidden']);
  });

  it('sorts by every column both ways, and pages without gap or repetition', async () => {
    const chidi = await app.signIn(people.chidi);
    for (const sort of ['number', 'title', 'mean', 'state', 'reviews', 'submitted']) {
      for (const dir of ['', '-']) {
        const [first, second] = [
          await titles(chidi, `?query=sort:${dir}${sort}&limit=5`),
          await titles(chidi, `?query=sort:${dir}${sort}&limit=5&offset=5`),
        ];
        expect(new Set([...first, ...second]).size).toBe(8);
      }
    }
    expect((await titles(chidi, '?query=sort:-mean')).slice(0, 2)).toEqual([
      'Platform cooperatives',
      'Decided and hidden',
    ]);
    expect((await titles(chidi, '?query=sort:title'))[0]).toBe('Decided and hidden');
  });

  it('says in a triple-anonymous call neither in a row nor by searching who wrote what', async () => {
    await app.database.query(`update call set anonymity = 'triple' where id = $1`, [itais.id]);
    const chidi = await app.signIn(people.chidi);
    expect((await list(chidi)).rows.filter((row) => row.state !== 'withdrawn').map((row) => row.authors)).toEqual(
      Array(7).fill(null),
    );
    expect(await titles(chidi, '?query=au:ferri')).toEqual(['Taken back']);
  });

  it('refuses a query it does not know', async () => {
    const chidi = await app.signIn(people.chidi);
    await chidi.get(`/api/calls/${itais.slug}/records?query=sort:authors`).expect(422);
    await chidi.get(`/api/calls/${itais.slug}/records?secret=1`).expect(422);
    await chidi.get(`/api/calls/${itais.slug}/records?limit=100000`).expect(422);
  });

  it('asks the database as often for many submissions as for few', async () => {
    const chidi = await app.signIn(people.chidi);
    const few = (await app.statementsOf(() => list(chidi, '?view=needs&limit=200'))).length;
    for (let n = 0; n < 80; n += 1)
      await app.given.submission(itais, { by: [people.ada], title: `More ${n}`, round: 'review_open' });
    const many = (await app.statementsOf(() => list(chidi, '?view=needs&limit=200'))).length;
    expect((await list(chidi, '?view=needs&limit=200')).rows.length).toBeGreaterThan(80);
    expect(few).toBeGreaterThan(3);
    expect(many).toBe(few);
  });

  it('knows what comes before and after in the list one came from', async () => {
    const tala = await app.signIn(people.tala);
    const neighbours = async (query: string) =>
      (await tala.get(`${address(papers.ready)}/neighbours${query}`).expect(200)).body as unknown;
    expect(await neighbours('?query=sort:-mean')).toEqual({ position: 1, total: 5, previous: null, next: 7 });
    expect(await neighbours('')).toEqual({ position: 2, total: 5, previous: 1, next: 6 });
    expect(await neighbours('?view=late')).toEqual({ position: null, total: 1, previous: null, next: null });
  });
});

describe('drafts not submitted', () => {
  it('exist for chairs only where the call does not submit them itself, by contact and track', async () => {
    await app.given.submission(itais, { by: [people.ada], title: 'SECRET-DRAFT-TITLE', state: 'draft' });
    await app.given.submission(itais, { by: [people.tala], title: 'Of the chair', state: 'draft' });
    const tala = await app.signIn(people.tala);
    const { rows, total } = await list(tala, '?limit=200');
    // no number of the list counts what is in none of its rows
    expect(total).toBe(rows.length);
    expect((await views(tala)).drafts).toBeNull();
    await app.database.query(`update call set settings = '{"autoSubmit": false}' where id = $1`, [itais.id]);
    expect((await views(tala)).drafts).toBe(1);
    const { text, body } = await tala.get(`/api/calls/${itais.slug}/record-drafts`).expect(200);
    expect(body).toMatchObject({ total: 1, rows: [{ contact: { name: 'Ada Ferri' }, track: 'Co-production' }] });
    expect(text).not.toContain('SECRET');
    const found = async (query: string): Promise<number> =>
      (
        (await tala.get(`/api/calls/${itais.slug}/record-drafts?query=${encodeURIComponent(query)}`).expect(200))
          .body as { total: number }
      ).total;
    expect(await found('ferri track:co')).toBe(1);
    expect(await found('-ferri')).toBe(0);
    expect(await found('secret')).toBe(0);
    await tala.get(`/api/calls/${itais.slug}/record-drafts?query=ti:secret`).expect(422);
    // where editors do not know authors, a name finds nothing, nor does its opposite
    await app.database.query(`update call set anonymity = 'triple' where id = $1`, [itais.id]);
    expect(await found('')).toBe(1);
    expect(await found('ferri OR -ferri')).toBe(0);
  });
});

describe('the page of a submission', () => {
  it('shows its chair everything, and that the next step is to decide', async () => {
    const view = await page(await app.signIn(people.chidi), papers.ready);
    expect(view).toMatchObject({
      as: 'chair',
      state: 'review',
      content: { title: 'Platform cooperatives' },
      reviews: { in: 2, expected: 2 },
      can: { decide: true, seePanel: true, edit: false },
    });
    expect(view.authors?.map((author) => author.name)).toEqual(['Ada Ferri', 'Jonas Lind']);
    expect(view.versions).toHaveLength(1);
    expect((await page(await app.signIn(people.tala), papers.ready)).can).toMatchObject({
      decide: false,
      recommend: true,
    });
  });

  it('is answered like one that does not exist to co-chairs of other tracks, the conflicted, and strangers', async () => {
    const missing = (await (await app.signIn(people.olu)).get(`/api/calls/${itais.slug}/records/999`).expect(404))
      .body as object;
    for (const [person, paper] of [
      [people.tala, papers.conflicted],
      [people.tala, papers.health],
      [people.olu, papers.ready],
    ] as const) {
      const { body } = await (await app.signIn(person)).get(address(paper)).expect(404);
      expect(body).toEqual(missing);
    }
    await app.visitor().get(address(papers.ready)).expect(401);
    await app.visitor().get(`/api/calls/${itais.slug}/records/999`).expect(401);
  });

  it('tells an author nothing of reviewers, recommendations and decisions before the release', async () => {
    const ada = await app.signIn(people.ada);
    await app.given.assignment(papers.decided, people.cleo);
    const view = await page(ada, papers.decided);
    expect(view).toMatchObject({
      as: 'author',
      state: 'review',
      decision: null,
      hasLetter: false,
      reviews: null,
      next: { kind: 'wait_decision' },
    });
    expect(view.can).toMatchObject({ withdraw: true, seeReviews: false, seePanel: false });
    const { text } = await ada.get(address(papers.decided));
    for (const secret of ['accept_poster', 'Ravi', 'Menon', people.ravi.id, 'Cleo', 'CONFIDENTIAL', 'decided'])
      expect(text).not.toContain(secret);
  });

  it('tells authors and chairs why a submission was withdrawn, and nobody else', async () => {
    await app.database.query(`update submission set withdrawn_reason = 'Sent elsewhere' where id = $1`, [
      papers.withdrawn.id,
    ]);
    for (const name of ['chidi', 'ada'] as const)
      expect(await page(await app.signIn(people[name]), papers.withdrawn)).toMatchObject({
        withdrawnReason: 'Sent elsewhere',
      });
    const { text } = await (await app.signIn(people.ravi)).get(address(papers.withdrawn));
    expect(text).not.toContain('Sent elsewhere');
  });

  it('gives an author the letter and the decision after the release', async () => {
    await app.database.query(`update decision set state = 'released', released_at = $2 where submission_id = $1`, [
      papers.decided.id,
      app.clock.now(),
    ]);
    await app.database.query(`update round set state = 'notified' where id = $1`, [papers.decided.roundId]);
    await app.database.query(`update submission set state = 'accepted' where id = $1`, [papers.decided.id]);
    const view = await page(await app.signIn(people.ada), papers.decided);
    expect(view).toMatchObject({
      state: 'poster',
      decision: { outcome: 'accept_poster', released: true },
      hasLetter: true,
      next: { kind: 'read_letter' },
    });
    await app.database.query(`update person_email set verified_at = null where person_id = $1`, [people.ada.id]);
    expect(await page(await app.signIn(people.ada), papers.decided)).toMatchObject({
      decision: null,
      hasLetter: false,
    });
  });

  it('names the authors to a reviewer neither in the page nor in its files and history', async () => {
    const ravi = await app.signIn(people.ravi);
    await fileOf(papers.ready, 'Ferri-final-FERRI.pdf');
    const view = await page(ravi, papers.ready);
    expect(view).toMatchObject({
      as: 'reviewer',
      authors: null,
      history: null,
      submittedAt: null,
      next: { kind: 'reviewed' },
    });
    expect(view.files.map((file) => file.name)).toEqual([`convoke-${itais.slug}-2-paper.pdf`]);
    expect(view.versions[0]).toMatchObject({ digest: null });
    const { text } = await ravi.get(address(papers.ready));
    for (const secret of ['Ferri', 'FERRI', 'Lind', people.ada.id, 'Milano', 'Marta', 'Nowak'])
      expect(text).not.toContain(secret);
    expect((await page(await app.signIn(people.chidi), papers.ready)).files[0]?.name).toBe('Ferri-final-FERRI.pdf');
  });

  it('counts for chairs what may tell the authors in a file, and says nothing of it to reviewers', async () => {
    await fileOf(papers.ready, 'paper.pdf');
    const hint = (kind: string) => ({ kind, page: 1, about: 'HINT-WORDS', quote: 'HINT-WORDS' });
    await app.database.query(`update submission_file set anonymity = $2 where submission_id = $1`, [
      papers.ready.id,
      { hints: [hint('author'), hint('email'), hint('properties')] },
    ]);
    for (const [person, hints] of [
      [people.chidi, 2],
      [people.tala, 2],
      [people.ravi, null],
      [people.ada, null],
    ] as const) {
      const visitor = await app.signIn(person);
      expect((await page(visitor, papers.ready)).files.map((file) => file.hints)).toEqual([hints]);
      expect((await visitor.get(address(papers.ready))).text).not.toContain('HINT-WORDS');
    }
  });

  it('keeps a decision that is not released from its reviewers', async () => {
    const ravi = await app.signIn(people.ravi);
    const view = await page(ravi, papers.decided);
    expect(view).toMatchObject({ state: 'review', decision: null });
    expect((await ravi.get(address(papers.decided))).text).not.toContain('accept_poster');
  });

  it('tells each side its own history', async () => {
    const write = (tag: string, action: string, actor: GivenPerson, facts: object) =>
      app.database.query(
        `insert into audit_entry (id, at, tag, action, actor_id, call_id, submission_id, facts) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
        [app.clock.now(), tag, action, actor.id, itais.id, papers.ready.id, facts],
      );
    await write('author', 'submission.submitted', people.ada, { kind: 'paper', n: 1, digest: 'of the first version' });
    await write('review', 'review.submitted', people.ravi, { reviewId: 'r', n: 1 });
    const actions = async (person: GivenPerson) =>
      (await page(await app.signIn(person), papers.ready)).history?.map(({ action, by }) => [action, by]).sort();
    expect(await actions(people.ada)).toEqual([['submission.submitted', 'Ada Ferri']]);
    expect(await actions(people.tala)).toEqual([
      ['review.submitted', 'Ravi Menon'],
      ['submission.submitted', 'Ada Ferri'],
    ]);
    const { text } = await (await app.signIn(people.tala)).get(address(papers.ready));
    expect(text).not.toContain('of the first version');
  });
});

async function fileOf(paper: GivenSubmission, name: string): Promise<void> {
  await app.database.query(
    `insert into blob (hash, bytes, media_type, created_at) values ($1, 5, 'application/pdf', $2) on conflict do nothing`,
    ['a'.repeat(64), app.clock.now()],
  );
  const [file] = await app.database.query<{ id: string }[]>(
    `insert into submission_file (id, submission_id, slot, blob_hash, clean_hash, original_name, media_type, bytes, state, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, 'paper', $2, $2, $3, 'application/pdf', 5, 'clean', $4, $5) returning id`,
    [paper.id, 'a'.repeat(64), name, people.ada.id, app.clock.now()],
  );
  await app.database.query(`update submission_version set file_ids = array[$2::uuid] where submission_id = $1`, [
    paper.id,
    file?.id,
  ]);
}
