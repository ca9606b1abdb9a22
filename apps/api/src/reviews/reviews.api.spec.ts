import type { ReviewEditorView, ReviewsTableView } from '@convoke/contract';
import type { GivenAssignment, GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let people: Record<'chidi' | 'tala' | 'ada' | 'ravi' | 'marta' | 'cleo' | 'olu', GivenPerson>;
let ofRavi: GivenAssignment;
let ofMarta: GivenAssignment;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/** Ravi and Marta accepted to review Ada's paper in a double-blind call; Tala chairs the track, Chidi the call. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  app.clock.set('2016-06-01T08:00:00Z');
  itais = await given.call(`itais-${story}`, {
    tracks: ['Digital transformation', 'Health'],
    closes: { review: '2016-06-28T12:00:00Z' },
  });
  const named = (name: string) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${story}@example.org` });
  people = {
    chidi: await named('Chidi Eze'),
    tala: await named('Tala Brandt'),
    ada: await given.person('Ada Ferri', {
      address: `ada.${story}@polimi.example`,
      affiliation: 'Politecnico di Milano',
    }),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
    cleo: await named('Cleo Dubois'),
    olu: await named('Olu Bankole'),
  };
  await given.role(people.chidi, 'chair', itais);
  await given.role(people.tala, 'track_chair', itais, itais.tracks[0]);
  for (const person of [people.ravi, people.marta, people.cleo]) await given.role(person, 'reviewer', itais);
  paper = await given.submission(itais, { by: [people.ada], title: 'Who co-produces?', round: 'review_open' });
  ofRavi = await given.assignment(paper, people.ravi);
  ofMarta = await given.assignment(paper, people.marta);
});

const path = (assignment: GivenAssignment) => `/api/assignments/${assignment.id}/review`;
const open = async (visitor: Visitor, assignment = ofRavi): Promise<ReviewEditorView> =>
  (await visitor.get(path(assignment)).expect(200)).body as ReviewEditorView;
const save = (visitor: Visitor, answers: object, version: number, assignment = ofRavi) =>
  visitor.put(path(assignment)).send({ answers, version });
const submit = (visitor: Visitor, answers: object, version: number, assignment = ofRavi) =>
  visitor.post(`${path(assignment)}/submit`).send({ answers, version });
const table = async (visitor: Visitor): Promise<ReviewsTableView> =>
  (await visitor.get(`/api/submissions/${paper.id}/reviews`).expect(200)).body as ReviewsTableView;

const good = { overall: 4, comments: 'Rare data, well used.', confidential: 'I know the town.' };

describe('writing a review', () => {
  it('opens with the paper, the form, the date and nothing written', async () => {
    const view = await open(await app.signIn(people.ravi));
    expect(view).toMatchObject({
      assignment: { state: 'accepted', due: { wallTime: '2016-06-28T11:59', zone: 'Etc/UTC' } },
      paper: { title: 'Who co-produces?', authors: null },
      chairReaders: { coChairs: 1, chairs: 1 },
      review: { state: 'none', version: 0, answers: {} },
      canWrite: true,
    });
    expect(view.form.fields.map(({ key, visibility }) => [key, visibility])).toEqual([
      ['overall', 'authors'],
      ['comments', 'authors'],
      ['confidential', 'chairs'],
    ]);
    expect(await app.database.query(`select 1 from review where round_id = $1`, [paper.roundId])).toEqual([]);
  });

  it('says nothing about the authors in a double-blind call, anywhere in the answers', async () => {
    const ravi = await app.signIn(people.ravi);
    await submit(ravi, good, 0).expect(200);
    for (const address of [path(ofRavi), `/api/submissions/${paper.id}/reviews`, '/api/me/reviews']) {
      const { text } = await ravi.get(address).expect(200);
      for (const secret of ['Ferri', 'polimi', 'Milano', people.ada.id]) expect(text).not.toContain(secret);
    }
  });

  it('names the authors to reviewers of a single-blind call', async () => {
    await app.database.query(`update call set anonymity = 'single' where id = $1`, [itais.id]);
    expect((await open(await app.signIn(people.ravi))).paper.authors).toEqual([
      { name: 'Ada Ferri', affiliation: 'Politecnico di Milano' },
    ]);
  });

  it('keeps an incomplete draft and says what is missing', async () => {
    const ravi = await app.signIn(people.ravi);
    const saved = (await save(ravi, { comments: 'Half a tho' }, 0).expect(200)).body as { version: number };
    expect(saved).toMatchObject({ version: 1, state: 'draft', problems: [{ key: 'overall', code: 'missing' }] });
    expect((await open(ravi)).review).toMatchObject({
      answers: { comments: 'Half a tho' },
      version: 1,
      state: 'draft',
    });
  });

  it('refuses the save of a second window that has not seen the first, and brings along what is saved', async () => {
    const [one, two] = [await app.signIn(people.ravi), await app.signIn(people.ravi)];
    await save(one, { comments: 'From the office' }, 0).expect(200);
    const refused = await save(two, { comments: 'From the train' }, 0).expect(409);
    expect(refused.body).toMatchObject({
      code: 'stale_version',
      facts: { version: 1, answers: { comments: 'From the office' } },
    });
    expect((await open(one)).review.answers).toEqual({ comments: 'From the office' });
  });

  it('begins once when two windows save first at the same time', async () => {
    const ravi = await app.signIn(people.ravi);
    const statuses = await Promise.all(
      [1, 2, 3].map((n) => save(ravi, { overall: n }, 0).then(({ status }) => status)),
    );
    expect(statuses.sort()).toEqual([200, 409, 409]);
  });

  it('refuses an unknown question, a value off the scale, and a body of the wrong shape', async () => {
    const ravi = await app.signIn(people.ravi);
    expect((await save(ravi, { verdict: 'Accept' }, 0).expect(422)).body).toMatchObject({
      errors: [{ path: 'answers.verdict' }],
    });
    await save(ravi, { overall: 9 }, 0).expect(422);
    await save(ravi, { overall: 'good' }, 0).expect(422);
    await save(ravi, { comments: 'x'.repeat(50_001) }, 0).expect(422);
    await ravi.put(path(ofRavi)).send({ answers: {}, version: 0, state: 'submitted' }).expect(422);
  });
});

describe('submitting', () => {
  it('needs every required answer', async () => {
    const ravi = await app.signIn(people.ravi);
    const refused = await submit(ravi, { overall: 4, comments: '   ' }, 0).expect(422);
    expect(refused.body).toMatchObject({
      code: 'incomplete',
      facts: { problems: [{ key: 'comments', code: 'missing' }] },
    });
  });

  it('counts in the chairs’ list with mean and range', async () => {
    await submit(await app.signIn(people.ravi), { ...good, overall: 5 }, 0).expect(200);
    await submit(await app.signIn(people.marta), { ...good, overall: 2 }, 0, ofMarta).expect(200);
    const [counts] = await app.database.query(
      `select reviews_expected, reviews_in, score_mean::float, score_min, score_max from submission where id = $1`,
      [paper.id],
    );
    expect(counts).toEqual({ reviews_expected: 2, reviews_in: 2, score_mean: 3.5, score_min: 2, score_max: 5 });
    const states = await app.database.query(`select distinct state from assignment where round_id = $1`, [
      paper.roundId,
    ]);
    expect(states).toEqual([{ state: 'completed' }]);
  });

  it('freezes a version; a later edit is nobody’s business until it is submitted again', async () => {
    const ravi = await app.signIn(people.ravi);
    await submit(ravi, good, 0).expect(200);
    const { version } = (await open(ravi)).review;
    await save(ravi, { ...good, overall: 1, comments: 'Second thoughts' }, version).expect(200);
    const tala = await app.signIn(people.tala);
    expect((await table(tala)).columns[0]?.answers).toMatchObject({ overall: 4, comments: 'Rare data, well used.' });
    expect((await open(ravi)).review).toMatchObject({ hasUnsubmittedChanges: true, submittedN: 1 });
    await submit(ravi, { ...good, overall: 1, comments: 'Second thoughts' }, version + 1).expect(200);
    expect((await table(tala)).columns[0]?.answers).toMatchObject({ overall: 1, comments: 'Second thoughts' });
    const versions = await app.database.query(
      `select w.n, w.overall from review_version w join review v on v.id = w.review_id where v.round_id = $1 order by w.n`,
      [paper.roundId],
    );
    expect(versions).toEqual([
      { n: 1, overall: 4 },
      { n: 2, overall: 1 },
    ]);
  });

  it('is possible after the date, until the round is decided', async () => {
    const ravi = await app.signIn(people.ravi);
    app.clock.set('2016-07-05T08:00:00Z');
    await submit(ravi, good, 0).expect(200);
    await app.database.query(`update round set state = 'decided_not_notified' where id = $1`, [paper.roundId]);
    expect((await submit(ravi, good, 1).expect(409)).body).toMatchObject({ code: 'wrong_state' });
    expect(await open(ravi)).toMatchObject({ canWrite: false, review: { answers: good } });
  });

  it('twice at the same time makes one version', async () => {
    const ravi = await app.signIn(people.ravi);
    const statuses = await Promise.all(
      [submit(ravi, good, 0), submit(ravi, good, 0)].map((one) => one.then(({ status }) => status)),
    );
    expect(statuses.sort()).toEqual([200, 409]);
    const versions = await app.database.query(
      `select 1 from review_version w join review v on v.id = w.review_id where v.round_id = $1`,
      [paper.roundId],
    );
    expect(versions).toHaveLength(1);
  });
});

describe('somebody else’s review', () => {
  it('cannot be opened, saved or submitted by its address', async () => {
    for (const person of [people.marta, people.tala, people.chidi, people.ada, people.olu]) {
      const visitor = await app.signIn(person);
      await visitor.get(path(ofRavi)).expect(404);
      await save(visitor, good, 0).expect(404);
      await submit(visitor, good, 0).expect(404);
    }
    await app.visitor().get(path(ofRavi)).expect(401);
  });

  it('is invisible to everybody while it is a draft', async () => {
    await save(await app.signIn(people.ravi), { ...good, comments: 'A secret draft' }, 0).expect(200);
    for (const person of [people.tala, people.chidi, people.marta]) {
      const { text } = await (await app.signIn(person)).get(`/api/submissions/${paper.id}/reviews`).expect(200);
      expect(text).not.toContain('A secret draft');
      expect(text).not.toContain('I know the town');
    }
  });

  it('is read by the chairs side by side, with names, dates and the words for them', async () => {
    await submit(await app.signIn(people.ravi), good, 0).expect(200);
    const view = await table(await app.signIn(people.tala));
    expect(view.fields.map(({ key }) => key)).toEqual(['overall', 'comments', 'confidential']);
    expect(view.columns).toMatchObject([
      { name: 'Ravi Menon', state: 'submitted', version: 1, answers: good },
      { name: 'Marta Nowak', state: 'accepted', reviewId: null, answers: {} },
    ]);
    expect(view.expected).toBe(2);
  });

  it('is read by another reviewer only after the own one, without name, date and the words for chairs', async () => {
    await submit(await app.signIn(people.ravi), good, 0).expect(200);
    const marta = await app.signIn(people.marta);
    expect((await table(marta)).columns).toEqual([]);
    await submit(marta, { ...good, comments: 'Mine' }, 0, ofMarta).expect(200);
    const response = await marta.get(`/api/submissions/${paper.id}/reviews`).expect(200);
    const others = (response.body as ReviewsTableView).columns.filter(({ own }) => !own);
    expect(others).toMatchObject([
      { name: null, submittedAt: null, version: null, answers: { overall: 4, comments: good.comments } },
    ]);
    expect(others[0]?.answers).not.toHaveProperty('confidential');
    for (const secret of ['Menon', people.ravi.id, ofRavi.id]) expect(response.text).not.toContain(secret);
  });

  it('is not read by authors before the release, and then only as released', async () => {
    await submit(await app.signIn(people.ravi), good, 0).expect(200);
    const ada = await app.signIn(people.ada);
    const before = await ada.get(`/api/submissions/${paper.id}/reviews`).expect(200);
    expect((before.body as ReviewsTableView).columns).toEqual([]);
    expect(before.text).not.toContain('Rare data');
    await app.database.query(
      `insert into released_review (review_version_id, review_id, submission_id, released_at)
       select w.id, v.id, v.submission_id, now() from review v join review_version w on w.review_id = v.id where v.round_id = $1`,
      [paper.roundId],
    );
    await app.database.query(`update round set state = 'notified' where id = $1`, [paper.roundId]);
    const after = await ada.get(`/api/submissions/${paper.id}/reviews`).expect(200);
    expect((after.body as ReviewsTableView).columns).toMatchObject([
      { name: null, answers: { comments: good.comments } },
    ]);
    for (const secret of ['Menon', 'I know the town', people.ravi.id]) expect(after.text).not.toContain(secret);
  });

  it('does not exist for a chair of another track, somebody in conflict, and strangers', async () => {
    await submit(await app.signIn(people.ravi), good, 0).expect(200);
    await app.given.role(people.olu, 'track_chair', itais, itais.tracks[1]);
    await app.given.conflict(paper, people.cleo, 'reviewer');
    for (const person of [people.olu, people.cleo]) {
      await (await app.signIn(person)).get(`/api/submissions/${paper.id}/reviews`).expect(404);
    }
  });
});

describe('pseudonyms', () => {
  it('differ within a paper and are drawn, not counted', async () => {
    const first = new Set<string | null | undefined>();
    for (let n = 0; n < 12; n += 1) {
      const one = await app.given.submission(itais, { by: [people.ada], title: `Paper ${n}`, round: 'review_open' });
      const assignment = await app.given.assignment(one, people.ravi);
      await app.given.assignment(one, people.marta);
      await save(await app.signIn(people.ravi), { overall: 3 }, 0, assignment).expect(200);
      const [row] = await app.database.query<{ pseudonym: number }[]>(
        `select pseudonym from review where assignment_id = $1`,
        [assignment.id],
      );
      first.add(String(row?.pseudonym));
    }
    // twelve draws from two letters all alike: once in two thousand runs
    expect(first.size).toBe(2);
  });
});

describe('my reviews', () => {
  it('lists what I was asked for over all calls, by date, and what is missing', async () => {
    const jedem = await app.given.call(`jedem-${story}`, { kind: 'special_issue' });
    const article = await app.given.submission(jedem, { by: [people.olu], title: 'An article', round: 'review_open' });
    await app.given.assignment(article, people.ravi, { state: 'invited' });
    const ravi = await app.signIn(people.ravi);
    await save(ravi, { comments: 'Begun' }, 0).expect(200);
    const { body } = await ravi.get('/api/me/reviews').expect(200);
    expect((body as { reviews: object[] }).reviews).toMatchObject([
      {
        callName: itais.slug.toUpperCase(),
        title: 'Who co-produces?',
        state: 'draft',
        missing: 1,
        open: true,
        due: { zone: 'Etc/UTC' },
      },
      { callName: jedem.slug.toUpperCase(), title: 'An article', state: 'invited', due: null, open: true },
    ]);
  });

  it('does not list a proposal nobody told me of, nor what I declined', async () => {
    const other = await app.given.submission(itais, { by: [people.ada], title: 'Not for me' });
    await app.given.assignment(other, people.cleo, { state: 'proposed' });
    const third = await app.given.submission(itais, { by: [people.ada], title: 'Declined', round: 'review_open' });
    await app.given.assignment(third, people.cleo, { state: 'declined' });
    expect((await (await app.signIn(people.cleo)).get('/api/me/reviews').expect(200)).body).toEqual({ reviews: [] });
  });
});

describe('a draft', () => {
  const drafts = (on: boolean) =>
    app.database.query(`update call set settings = jsonb_build_object('visibility', $2::jsonb) where id = $1`, [
      itais.id,
      { chairs_see_review_drafts: on },
    ]);

  it('is read by chairs where the call says so, marked as not submitted, and by nobody else', async () => {
    await save(await app.signIn(people.ravi), { ...good, comments: 'Half a thought' }, 0).expect(200);
    await submit(await app.signIn(people.marta), { ...good, comments: 'All of it.' }, 0, ofMarta).expect(200);
    const seen = async (who: GivenPerson) =>
      (await table(await app.signIn(who))).columns.map(({ state, isReadableDraft, answers }) => [
        ...[state, isReadableDraft, answers['comments'] ?? null],
      ]);
    const marta = ['submitted', false, 'All of it.'];
    expect(await seen(people.tala)).toEqual([marta, ['draft', false, null]]);
    await drafts(true);
    for (const chair of [people.tala, people.chidi])
      expect(await seen(chair)).toEqual([marta, ['draft', true, 'Half a thought']]);
    expect(await seen(people.marta)).toEqual([marta]);
    expect(await open(await app.signIn(people.ravi))).toMatchObject({ draftIsRead: true });
    // what was begun under stricter terms stays closed
    await app.database.query(`update call set terms = 2 where id = $1`, [itais.id]);
    await app.database.query(
      `insert into call_terms (call_id, n, anonymity, types, visibility, ended_at) values ($1, 1, 'double', '{}', '{}', now())`,
      [itais.id],
    );
    expect((await seen(people.tala))[1]).toEqual(['draft', false, null]);
    expect(await open(await app.signIn(people.ravi))).toMatchObject({ draftIsRead: false });
  });
});
