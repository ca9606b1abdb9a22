import { randomUUID } from 'node:crypto';
import type {
  AuthorResponseView,
  MovedRounds,
  NextView,
  RecordPage,
  ReviewsTableView,
  RoundMove,
} from '@convoke/contract';
import type { Cast, GivenCall, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let assignments: Record<'ravi' | 'marta' | 'hanna', { id: string }>;
let story = 0;
const names = [
  'Chidi Eze',
  'Tala Brandt',
  'Ada Ferri',
  'Bruno Costa',
  'Ravi Menon',
  'Marta Nowak',
  'Hanna Virtanen',
  'Cleo Dubois',
  'Olu Bankole',
] as const;
let people: Cast<(typeof names)[number]>;
type Name = keyof typeof people;
let as: Record<Name, Visitor>;

const form = [
  {
    ...{ key: 'overall', label: 'Overall', kind: 'score', required: true, visibility: 'authors', help: '' },
    scale: [1, 2, 3, 4, 5].map((value) => ({ value, label: `${value} of 5` })),
  },
  ...(
    [
      ['comments', 'authors'],
      ['verdict', 'authors_after_decision'],
      ['to_reviewers', 'reviewers'],
      ['confidential', 'chairs'],
    ] as const
  ).map(([key, visibility]) => ({ key, label: key, kind: 'text', required: false, visibility, scale: [], help: '' })),
];
const canary = (who: string, key: string) => `CANARY-${who}-${key}`;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());
beforeEach(() => tell());

/** Ada (contact) and Bruno wrote it; Ravi and Marta have reviewed it, Hanna has not yet; Cleo is in conflict. */
async function tell(settings: Record<string, unknown> = {}): Promise<void> {
  const { given } = app;
  story += 1;
  app.clock.set('2016-06-01T08:00:00Z');
  itais = await given.call(`itais-${story}`, {
    name: 'ITAIS 2016',
    closes: { response: '2016-06-08T12:00:00Z' },
    settings,
  });
  await app.database.query(`update form_version set fields = $2 where id = $1`, [
    itais.formVersionId,
    JSON.stringify(form),
  ]);
  people = await given.cast(names, story);
  as = await app.signInAll(people);
  const { chidi, tala, ravi, marta, hanna, cleo } = people;
  await given.committee(itais, { chair: chidi, coChair: tala, reviewers: [ravi, marta, hanna, cleo] });
  paper = await given.submission(itais, {
    by: [people.ada, people.bruno],
    title: 'Who co-produces?',
    round: 'review_open',
  });
  assignments = {
    ravi: await given.assignment(paper, people.ravi),
    marta: await given.assignment(paper, people.marta),
    hanna: await given.assignment(paper, people.hanna),
  };
  await given.conflict(paper, people.cleo);
  await review('ravi', 0);
  await review('marta', 0);
}

const answersOf = (who: string, more: object = {}) => ({
  overall: 4,
  ...Object.fromEntries(['comments', 'verdict', 'to_reviewers', 'confidential'].map((key) => [key, canary(who, key)])),
  ...more,
});
const review = (who: 'ravi' | 'marta' | 'hanna', version: number, more: object = {}) =>
  as[who]
    .post(`/api/assignments/${assignments[who].id}/review/submit`)
    .send({ answers: answersOf(who, more), version })
    .expect(200);
const move = (who: Name, what: RoundMove, more: object = {}) =>
  as[who]
    .post(`/api/calls/${itais.slug}/rounds`)
    .set('Idempotency-Key', randomUUID())
    .send({ move: what, submissionIds: [paper.id], ...more });
const opened = async () => expect((await move('chidi', 'open_response').expect(200)).body).toMatchObject({ moved: 1 });
const path = () => `/api/submissions/${paper.id}/response`;
const read = async (who: Name): Promise<AuthorResponseView> =>
  (await as[who].get(path()).expect(200)).body as AuthorResponseView;
const text = (paperText: string, reviews: Record<string, string> = {}) => ({ paper: paperText, reviews });
const save = (who: Name, paperText: string, version: number, more: object = {}) =>
  as[who].put(path()).send({ texts: text(paperText), version, ...more });
const submit = (who: Name, paperText: string, version: number, more: object = {}) =>
  as[who].post(path()).send({ texts: text(paperText), version, ...more });
const reviewsOf = (who: Name) => as[who].get(`/api/submissions/${paper.id}/reviews`);
const page = async (who: Name): Promise<RecordPage> =>
  (await as[who].get(`/api/calls/${itais.slug}/records/${paper.number}`).expect(200)).body as RecordPage;
const switched = (visibility: object, settings: object = {}) =>
  app.database.query(`update call set settings = $2 where id = $1`, [itais.id, { ...settings, visibility }]);
async function release(): Promise<void> {
  await as.chidi.put(`/api/submissions/${paper.id}/decision`).send({ outcome: 'reject', version: 0 }).expect(200);
  const batch = (
    await as.chidi
      .post(`/api/calls/${itais.slug}/releases`)
      .set('Idempotency-Key', randomUUID())
      .send({ submissionIds: [paper.id] })
      .expect(201)
  ).body as { id: string; version: number };
  await as.chidi.post(`/api/releases/${batch.id}/release`).send({ version: batch.version }).expect(200);
}

describe('asking authors to respond', () => {
  it('shows them the reviews as they stand, and nothing of a level that is not theirs yet', async () => {
    expect((await reviewsOf('ada').expect(200)).text).not.toContain('CANARY');
    await opened();
    const answer = await reviewsOf('ada').expect(200);
    const view = answer.body as ReviewsTableView;
    expect(view.columns).toHaveLength(2);
    expect(view.fields.map(({ key }) => key)).toEqual(['comments']);
    for (const key of ['verdict', 'to_reviewers', 'confidential']) expect(answer.text).not.toContain(`-${key}`);
    for (const secret of ['Menon', people.ravi.id, assignments.ravi.id]) expect(answer.text).not.toContain(secret);
    expect((await page('ada')).can.seeReviews).toBe(true);
    await switched({ authors_see_scores_in_rebuttal: true });
    expect(((await reviewsOf('ada')).body as ReviewsTableView).fields.map(({ key }) => key)).toEqual([
      'overall',
      'comments',
    ]);
  });

  it('with reviews hidden shows none of them', async () => {
    await switched({ authors_see_reviews_in_rebuttal: false });
    await opened();
    expect((await reviewsOf('ada').expect(200)).text).not.toContain('CANARY');
    await switched({});
    expect((await reviewsOf('ada').expect(200)).text).not.toContain('CANARY');
  });

  it('is for the chair, and for co-chairs where releasing is theirs', async () => {
    for (const who of ['tala', 'ada', 'ravi', 'cleo', 'olu'] as const) {
      const answer = await move(who, 'open_response');
      expect(answer.status === 200 ? (answer.body as MovedRounds).moved : 0).toBe(0);
    }
    await switched({}, { handlersRelease: true });
    expect((await move('tala', 'open_response').expect(200)).body).toMatchObject({ moved: 1, letters: 1 });
  });

  it('needs a date ahead and a review that is in', async () => {
    await app.given.deadline(itais.id, 'response', null);
    expect((await move('chidi', 'open_response').expect(200)).body).toMatchObject({
      moved: 0,
      refused: [{ number: paper.number, code: 'response_date_missing' }],
    });
    await app.given.deadline(itais.id, 'response', '2016-05-01T12:00:00Z');
    expect((await move('chidi', 'open_response').expect(200)).body).toMatchObject({
      refused: [{ code: 'response_date_missing' }],
    });
    const bare = await app.given.submission(itais, { by: [people.olu], round: 'review_open' });
    await app.given.deadline(itais.id, 'response', '2016-06-08T12:00:00Z');
    expect(
      (await move('chidi', 'open_response', { submissionIds: [bare.id, paper.id] }).expect(200)).body,
    ).toMatchObject({
      moved: 1,
      refused: [{ number: bare.number, code: 'no_reviews' }],
    });
  });

  it('may set a date for one paper alone; the typed minute is included', async () => {
    const until = { wallTime: '2016-06-03T23:59', zone: 'AoE' };
    await move('chidi', 'open_response', { until, submissionIds: [paper.id, randomUUID()] }).expect(422);
    await move('chidi', 'open_response', { until: { wallTime: '2016-05-03T23:59', zone: 'AoE' } }).expect(409);
    await move('tala', 'open_response', { until }).expect(403);
    expect((await move('chidi', 'open_response', { until }).expect(200)).body).toMatchObject({ moved: 1 });
    expect(await read('ada')).toMatchObject({ open: true, due: { closesAt: '2016-06-04T12:00:00.000Z' } });
    app.clock.set('2016-06-04T11:59:59Z');
    await save('ada', 'In time', 0).expect(200);
    app.clock.set('2016-06-04T12:00:00Z');
    expect((await save('ada', 'Too late', 1).expect(409)).body).toMatchObject({ code: 'deadline_passed' });
  });

  it('writes to the contact authors, with the date on their clock, and nothing from a review', async () => {
    await opened();
    const letters = await app.mails(people.ada.address);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe(`ITAIS 2016: respond to the reviews of #${paper.number}`);
    expect(letters[0]?.body).toContain('8 June');
    expect(letters[0]?.body).not.toContain('CANARY');
    for (const who of ['bruno', 'ravi', 'marta', 'cleo'] as const)
      expect((await app.mails(people[who].address)).filter(({ subject }) => /respond/.test(subject))).toEqual([]);
  });

  it('keeps later edits and later reviews from authors until the next release', async () => {
    await opened();
    await review('ravi', 1, { comments: 'CANARY-edited' });
    await review('hanna', 0);
    const before = await reviewsOf('ada').expect(200);
    expect(before.text).toContain(canary('ravi', 'comments'));
    expect(before.text).not.toContain('CANARY-edited');
    expect(before.text).not.toContain('CANARY-hanna');
    expect((await reviewsOf('tala')).text).toContain('CANARY-edited');
    await move('chidi', 'close_response').expect(200);
    expect((await reviewsOf('ada')).text).not.toContain('CANARY-edited');
    await release();
    const after = await reviewsOf('ada').expect(200);
    expect(after.text).toContain('CANARY-edited');
    expect(after.text).toContain(canary('hanna', 'comments'));
    expect(after.text).not.toContain(canary('ravi', 'comments'));
  });

  it('a second time shows what the reviews have become since', async () => {
    await opened();
    await review('ravi', 1, { comments: 'CANARY-edited' });
    await move('chidi', 'close_response').expect(200);
    app.clock.set('2016-06-02T08:00:00Z');
    await opened();
    expect((await reviewsOf('ada')).text).toContain('CANARY-edited');
    expect(await app.mails(people.ada.address)).toHaveLength(2);
  });
});

describe('a response', () => {
  beforeEach(() => opened());

  it('is a draft that nobody but its authors reads, anywhere', async () => {
    await save('ada', 'CANARY-draft', 0).expect(200);
    expect((await read('ada')).draft).toMatchObject({ texts: { paper: 'CANARY-draft' }, version: 1, submittedN: 0 });
    expect((await read('bruno')).draft).toMatchObject({ texts: { paper: 'CANARY-draft' }, editedBy: 'Ada Ferri' });
    for (const who of ['chidi', 'tala', 'ravi', 'marta'] as const) {
      const answer = await as[who].get(path()).expect(200);
      expect(answer.text).not.toContain('CANARY-draft');
      expect(answer.body).toMatchObject({ draft: null, submitted: null });
      expect((await page(who)).response).toMatchObject({ submittedAt: null });
      for (const other of [`/api/submissions/${paper.id}/reviews`, `/api/calls/${itais.slug}/records/${paper.number}`])
        expect((await as[who].get(other)).text).not.toContain('CANARY-draft');
    }
    for (const who of ['hanna', 'cleo', 'olu'] as const) await as[who].get(path()).expect(404);
    await app.visitor().get(path()).expect(401);
  });

  it('is read by reviewers and chairs once submitted, the version submitted last', async () => {
    await submit('ada', 'CANARY-first', 0).expect(200);
    await save('ada', 'CANARY-second', 1).expect(200);
    for (const who of ['chidi', 'tala', 'ravi', 'marta'] as const)
      expect((await read(who)).submitted).toMatchObject({ texts: { paper: 'CANARY-first' }, words: 1 });
    expect((await read('ada')).draft).toMatchObject({ hasUnsubmittedChanges: true });
    await submit('ada', 'CANARY-second', 2).expect(200);
    expect((await read('ravi')).submitted?.texts.paper).toBe('CANARY-second');
    for (const who of ['hanna', 'cleo', 'olu'] as const) await as[who].get(path()).expect(404);
    expect((await as.ravi.get(path())).text).not.toContain('Ferri');
  });

  it('is written by contact authors; a listed one reads along', async () => {
    await save('bruno', 'Mine', 0).expect(403);
    for (const who of ['chidi', 'ravi'] as const) await save(who, 'Theirs', 0).expect(403);
    for (const who of ['cleo', 'olu', 'hanna'] as const) expect([403, 404]).toContain((await save(who, 'x', 0)).status);
    expect(await read('bruno')).toMatchObject({ canWrite: false });
  });

  it('keeps to the limit of words when it is submitted, not while it is written', async () => {
    const long = 'word '.repeat(501);
    await save('ada', long, 0).expect(200);
    const refused = await submit('ada', long, 1).expect(422);
    expect(refused.body).toMatchObject({ code: 'word_limit', facts: { words: 501, limit: 500, over: 1 } });
    expect((await read('ada')).draft?.texts.paper).toBe(long);
    await submit('ada', `${'word '.repeat(500)}\n\nReferences\n[1] A. Author, A title, 2015.`, 1).expect(200);
    await submit('ada', '  ', 2).expect(422);
  });

  it('answers each review where the call asks for that, and only those that authors were shown', async () => {
    await switched({}, { responsePerReview: true });
    const { reviews } = await read('ada');
    expect(reviews.map(({ letter }) => letter)).toEqual([
      expect.stringMatching(/^[A-C]$/),
      expect.stringMatching(/^[A-C]$/),
    ]);
    await review('hanna', 0);
    const [late] = await app.database.query<{ id: string }[]>(`select id from review where reviewer_id = $1`, [
      people.hanna.id,
    ]);
    const texts = text('To all', { [reviews[0]!.id]: 'To A', [late!.id]: 'To somebody unknown' });
    await as.ada.post(path()).send({ texts, version: 0 }).expect(200);
    expect((await read('ravi')).submitted?.texts).toEqual({ paper: 'To all', reviews: { [reviews[0]!.id]: 'To A' } });
  });

  it('of two authors’ windows loses nothing: the second is told what the first saved', async () => {
    await app.database.query(
      `insert into submission_contact (submission_id, person_id, added_at) values ($1, $2, now())`,
      [paper.id, people.bruno.id],
    );
    await save('ada', 'From Ada', 0).expect(200);
    const refused = await save('bruno', 'From Bruno', 0).expect(409);
    expect(refused.body).toMatchObject({
      code: 'stale_version',
      facts: { version: 1, texts: { paper: 'From Ada' }, by: 'Ada Ferri' },
    });
    await save('bruno', 'From both', 1).expect(200);
    expect((await read('ada')).draft).toMatchObject({ texts: { paper: 'From both' }, version: 2 });
  });

  it('submitted twice at once is submitted once', async () => {
    const statuses = (await Promise.all(['One', 'Two', 'Three'].map((words) => submit('ada', words, 0)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 409, 409]);
    await save('ada', 'Again', 1).expect(200);
    const again = await Promise.all([submit('ada', 'Again', 2), submit('ada', 'Again', 2)]);
    expect(again.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('begun in time may be finished within the grace', async () => {
    const { form: token } = await read('ada');
    app.clock.set('2016-06-08T12:02:00Z');
    await submit('ada', 'Late', 0).expect(409);
    await submit('ada', 'Late', 0, { form: token }).expect(200);
    app.clock.set('2016-06-08T12:06:00Z');
    await submit('ada', 'Later', 1, { form: token }).expect(409);
  });

  it('ends when a chair closes it, and is refused alike whatever follows', async () => {
    await save('ada', 'CANARY-draft', 0).expect(200);
    await move('chidi', 'close_response').expect(200);
    const closed = (await save('ada', 'Late', 1).expect(409)).body as object;
    expect(closed).toMatchObject({ code: 'response_closed' });
    const before = await as.ada.get(path()).expect(200);
    await as.chidi.put(`/api/submissions/${paper.id}/decision`).send({ outcome: 'reject', version: 0 }).expect(200);
    expect((await save('ada', 'Late', 1).expect(409)).body).toEqual(closed);
    expect((await as.ada.get(path()).expect(200)).body).toEqual(before.body);
    expect((await as.ravi.get(path()).expect(200)).text).not.toContain('CANARY-draft');
  });

  it('is waited for: nothing is decided while authors may still write', async () => {
    const refused = await as.chidi
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'reject', version: 0 })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'response_open' });
    expect((await page('chidi')).next.kind).toBe('await_response');
    app.clock.set('2016-06-08T12:00:00Z');
    await as.chidi.put(`/api/submissions/${paper.id}/decision`).send({ outcome: 'reject', version: 0 }).expect(200);
  });

  it('is the author’s next step, and a page of the same look before and after a decision is made', async () => {
    expect((await page('ada')).next).toMatchObject({ kind: 'respond', due: { wallTime: '2016-06-08T11:59' } });
    await submit('ada', 'Thank you.', 0).expect(200);
    expect((await page('ada')).next.kind).toBe('responded');
    app.clock.set('2016-06-08T12:00:00Z');
    const waiting = await page('ada');
    await as.chidi.put(`/api/submissions/${paper.id}/decision`).send({ outcome: 'reject', version: 0 }).expect(200);
    expect(await page('ada')).toEqual(waiting);
  });

  it('refuses what is not a response', async () => {
    await as.ada
      .put(path())
      .send({ texts: { paper: 1, reviews: {} }, version: 0 })
      .expect(422);
    await as.ada
      .put(path())
      .send({ texts: text('x'.repeat(50_001)), version: 0 })
      .expect(422);
    await as.ada
      .put(path())
      .send({ texts: text('Fine'), version: 0, state: 'submitted' })
      .expect(422);
  });
});

describe('a reminder', () => {
  const reminders = async () =>
    (await app.mails(people.ada.address)).filter(({ subject }) => /is not submitted/.test(subject));

  it('comes a day before the end to who has submitted nothing, once', async () => {
    await opened();
    await save('ada', 'A draft only', 0).expect(200);
    app.clock.set('2016-06-07T12:01:00Z');
    await app.runJob('sweep-reminders');
    await app.runJob('sweep-reminders');
    expect(await reminders()).toHaveLength(1);
    expect((await reminders())[0]?.body).not.toContain('A draft only');
  });

  it('does not come once it is submitted, closed, or moved away', async () => {
    await opened();
    await submit('ada', 'Done', 0).expect(200);
    app.clock.set('2016-06-07T12:01:00Z');
    await app.runJob('sweep-reminders');
    expect(await reminders()).toEqual([]);
  });
});

describe('the meta-review', () => {
  const recommend = (more: object) =>
    as.tala
      .put(`/api/submissions/${paper.id}/recommendation`)
      .send({ outcome: 'reject', reason: 'CANARY-for-chairs', forAuthors: 'CANARY-meta', version: 0, ...more })
      .expect(200);

  it('is a recommendation with a text for the authors, who read it with the decision as it stood', async () => {
    await move('tala', 'open_discussion').expect(200);
    await recommend({});
    expect((await as.chidi.get(`/api/submissions/${paper.id}/decision`)).text).toContain('CANARY-meta');
    expect(((await reviewsOf('chidi')).body as ReviewsTableView).metaReviews).toEqual([
      { by: 'Tala Brandt', text: 'CANARY-meta' },
    ]);
    for (const who of ['ada', 'ravi'] as const) expect((await reviewsOf(who)).text).not.toContain('CANARY-meta');
    await recommend({ version: 1, forAuthors: undefined, outcome: 'accept_poster' });
    await release();
    const author = await reviewsOf('ada').expect(200);
    expect((author.body as ReviewsTableView).metaReviews).toEqual([{ by: null, text: 'CANARY-meta' }]);
    for (const secret of ['CANARY-for-chairs', 'accept_poster', 'Brandt']) expect(author.text).not.toContain(secret);
    const [letter] = (await app.mails(people.ada.address)).filter(({ body }) => body.includes('CANARY-meta'));
    expect(letter?.body).toContain('Meta-review\n-----------');
    expect(letter?.body).not.toContain('CANARY-for-chairs');
  });

  it('is shown to reviewers before the release only where the call says so', async () => {
    await move('tala', 'open_discussion').expect(200);
    await recommend({});
    await switched({ reviewers_see_metareview_before_notification: true });
    expect((await reviewsOf('ravi')).text).toContain('CANARY-meta');
    expect((await reviewsOf('ravi')).text).not.toContain('CANARY-for-chairs');
    await switched({ authors_see_metareview: false });
    await release();
    expect((await reviewsOf('ada')).text).not.toContain('CANARY-meta');
    expect((await app.mails(people.ada.address)).filter(({ body }) => body.includes('CANARY-meta'))).toEqual([]);
  });
});

describe('the levels of a review', () => {
  const seen = async (who: Name): Promise<string[]> => {
    const { text: answer } = await reviewsOf(who);
    return ['comments', 'verdict', 'to_reviewers', 'confidential'].filter((key) =>
      answer.includes(canary('marta', key)),
    );
  };

  it('are what each reader reads, on the page and in the letter', async () => {
    expect(await seen('ada')).toEqual([]);
    await opened();
    expect(await seen('ada')).toEqual(['comments']);
    expect(await seen('ravi')).toEqual(['comments', 'verdict', 'to_reviewers']);
    expect(await seen('tala')).toEqual(['comments', 'verdict', 'to_reviewers', 'confidential']);
    await move('chidi', 'close_response').expect(200);
    await release();
    expect(await seen('ada')).toEqual(['comments', 'verdict']);
    const letter = (await app.mails(people.ada.address)).find(({ subject }) => /your submission/.test(subject));
    expect(letter?.body).toContain(canary('marta', 'verdict'));
    for (const key of ['to_reviewers', 'confidential']) expect(letter?.body).not.toContain(canary('marta', key));
  });

  it('for reviewers and chairs stay theirs where reviews are published', async () => {
    await switched({ publish_reviews: true });
    await app.database.query(`update round set state = 'published' where id = $1`, [paper.roundId]);
    await app.database.query(`update submission set state = 'published' where id = $1`, [paper.id]);
    expect(await seen('olu')).toEqual(['comments', 'verdict']);
    await app.database.query(`update round set state = 'review_open' where id = $1`, [paper.roundId]);
    await app.database.query(`update submission set state = 'submitted' where id = $1`, [paper.id]);
  });
});

describe('where a response is asked for', () => {
  const asked = async (who: Name): Promise<NextView['tasks']> =>
    ((await as[who].get('/api/me/next').expect(200)).body as NextView).tasks.filter(({ kind }) => kind === 'respond');

  it('its contact authors have it to do until it is submitted, and again when they changed it', async () => {
    expect(await asked('ada')).toEqual([]);
    await move('chidi', 'open_response').expect(200);
    const [task] = await asked('ada');
    expect(task).toMatchObject({ facts: { begun: 'no' }, due: { closesAt: '2016-06-08T12:00:00.000Z' } });
    for (const who of ['bruno', 'ravi', 'tala', 'cleo'] as const) expect([who, await asked(who)]).toEqual([who, []]);
    const texts = (paper: string) => ({ paper, reviews: {} });
    const url = `/api/submissions/${paper.id}/response`;
    await as.ada
      .put(url)
      .send({ texts: texts('We thank'), version: 0 })
      .expect(200);
    expect((await asked('ada')).map(({ facts }) => facts['begun'])).toEqual(['yes']);
    const waits = async () => ((await as.ada.get('/api/me/next').expect(200)).body as NextView).waiting.length;
    expect(await waits()).toBe(0);
    await as.ada
      .post(url)
      .send({ texts: texts('We thank you.'), version: 1 })
      .expect(200);
    expect(await waits()).toBe(1);
    expect(await asked('ada')).toEqual([]);
    await as.ada
      .put(url)
      .send({ texts: texts('We thank you all.'), version: 2 })
      .expect(200);
    expect((await asked('ada')).map(({ facts }) => facts['begun'])).toEqual(['changed']);
  });

  it('says who may not be named, and warns nobody where reviewers know the authors', async () => {
    await move('chidi', 'open_response').expect(200);
    const view = async () => (await as.ada.get(`/api/submissions/${paper.id}/response`)).body as AuthorResponseView;
    expect((await view()).blind).toBe(true);
    await app.database.query(`update call set anonymity = 'single' where id = $1`, [itais.id]);
    expect((await view()).blind).toBe(false);
  });

  it('nobody is asked in a call without that step', async () => {
    await tell({ response: false });
    const { moved, refused } = (await move('chidi', 'open_response').expect(200)).body as MovedRounds;
    expect({ moved, codes: refused.map(({ code }) => code) }).toEqual({ moved: 0, codes: ['step_not_taken'] });
  });
});
