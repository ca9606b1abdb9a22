import type { ReviewEditorView, ReviewsTableView } from '@convoke/contract';
import type { GivenAssignment, GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let people: Record<'chidi' | 'ada' | 'ravi' | 'marta' | 'cleo', GivenPerson>;
let assignments: Record<'ravi' | 'marta' | 'cleo', GivenAssignment>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/** Three reviewers of Ada's paper: Ravi has submitted, Marta and Cleo have not. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  itais = await given.call(`itais-${story}`);
  const named = (name: string) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${story}@example.org` });
  people = {
    chidi: await named('Chidi Eze'),
    ada: await named('Ada Ferri'),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
    cleo: await named('Cleo Dubois'),
  };
  await given.role(people.chidi, 'chair', itais);
  for (const person of [people.ravi, people.marta, people.cleo]) await given.role(person, 'reviewer', itais);
  paper = await given.submission(itais, { by: [people.ada], title: 'Who co-produces?', round: 'discussion' });
  assignments = {
    ravi: await given.assignment(paper, people.ravi),
    marta: await given.assignment(paper, people.marta),
    cleo: await given.assignment(paper, people.cleo),
  };
  await submit('ravi', 'Written by Ravi');
});

const answers = (comments: string) => ({ overall: 4, comments, confidential: `Confidential: ${comments}` });
const submit = async (who: keyof typeof assignments, comments: string, terms?: number, version = 0): Promise<void> => {
  const visitor = await app.signIn(people[who]);
  const body = { answers: answers(comments), version, ...(terms ? { terms } : {}) };
  await visitor.post(`/api/assignments/${assignments[who].id}/review/submit`).send(body).expect(200);
};
const open = async (who: keyof typeof assignments): Promise<ReviewEditorView> =>
  (await (await app.signIn(people[who])).get(`/api/assignments/${assignments[who].id}/review`).expect(200))
    .body as ReviewEditorView;
const seenBy = async (visitor: Visitor): Promise<ReviewsTableView['columns']> =>
  ((await visitor.get(`/api/submissions/${paper.id}/reviews`).expect(200)).body as ReviewsTableView).columns;
const change = async (body: object, status = 200): Promise<unknown> => {
  const chidi = await app.signIn(people.chidi);
  const { version } = (await chidi.get(`/api/calls/${itais.slug}/setup`).expect(200)).body as { version: number };
  return (
    await chidi
      .patch(`/api/calls/${itais.slug}/visibility`)
      .send({ version, ...body })
      .expect(status)
  ).body;
};
const names = { reviewers_see_reviewer_names: true, reviewers_see_confidential_comments: true };
const openNames = () => change({ visibility: names, reason: 'The board wants open discussion.' });

describe('changing who sees what while reviews are written', () => {
  it('asks for a reason, and keeps the former terms with it', async () => {
    expect(await change({ visibility: names }, 422)).toMatchObject({ code: 'reason_required' });
    expect(await app.database.query(`select 1 from call_terms where call_id = $1`, [itais.id])).toEqual([]);
    await openNames();
    const rows = await app.database.query(
      `select n, anonymity, reason, ended_by, visibility->'reviewers_see_reviewer_names' as names from call_terms where call_id = $1`,
      [itais.id],
    );
    const reason = 'The board wants open discussion.';
    expect(rows).toEqual([{ n: 1, anonymity: 'double', reason, ended_by: people.chidi.id, names: false }]);
  });

  it('asks for none where nobody sees more or less by it', async () => {
    await change({ visibility: { reviewers_see_reviewer_names: false } });
    await change({ bids: false, anonymity: 'double' });
    expect(await app.database.query(`select 1 from call_terms where call_id = $1`, [itais.id])).toEqual([]);
  });

  it('opens nothing that was written before: not the name, not the words for the chairs', async () => {
    await openNames();
    await submit('marta', 'Written by Marta');
    await submit('cleo', 'Written by Cleo');
    const response = await (await app.signIn(people.cleo)).get(`/api/submissions/${paper.id}/reviews`).expect(200);
    const { columns } = response.body as ReviewsTableView;
    const ofMarta = columns.find(({ answers: { comments } }) => comments === 'Written by Marta');
    const ofRavi = columns.find(({ answers: { comments } }) => comments === 'Written by Ravi');
    expect(ofMarta).toMatchObject({ name: 'Marta Nowak', answers: { confidential: 'Confidential: Written by Marta' } });
    expect(ofRavi).toMatchObject({ name: null, answers: { overall: 4, comments: 'Written by Ravi' } });
    expect(ofRavi?.answers).not.toHaveProperty('confidential');
    for (const secret of ['Menon', 'Confidential: Written by Ravi', people.ravi.id])
      expect(response.text).not.toContain(secret);
  });

  it('opens it once its author submits it again', async () => {
    await openNames();
    await submit('marta', 'Written by Marta');
    const { review } = await open('ravi');
    await submit('ravi', 'Written anew', undefined, review.version);
    expect((await seenBy(await app.signIn(people.marta))).find(({ own }) => !own)).toMatchObject({
      name: 'Ravi Menon',
    });
  });

  it('keeps to the terms of the form that was filled in, not to those that came while it was', async () => {
    const form = await open('marta');
    expect(form.terms).toBe(1);
    await openNames();
    await submit('marta', 'Written by Marta', form.terms);
    await submit('cleo', 'Written by Cleo', 99);
    const stamps = await app.database.query(
      `select v.reviewer_id as id, w.terms from review v join review_version w on w.review_id = v.id where v.round_id = $1 order by w.terms`,
      [paper.roundId],
    );
    expect(stamps).toEqual(
      expect.arrayContaining([
        { id: people.marta.id, terms: 1 },
        { id: people.cleo.id, terms: 2 },
      ]),
    );
    const others = (await seenBy(await app.signIn(people.cleo))).filter(({ own }) => !own);
    expect(others.map(({ name }) => name)).toEqual([null, null]);
  });

  it('hides at once what is closed, whenever it was written', async () => {
    await submit('marta', 'Written by Marta');
    expect(await seenBy(await app.signIn(people.marta))).toHaveLength(2);
    await change({
      visibility: { reviewers_see_other_reviews_in_discussion: false, reviewers_see_other_reviews_after_own: false },
      reason: 'Fairness.',
    });
    expect((await seenBy(await app.signIn(people.marta))).map(({ own }) => own)).toEqual([true]);
  });

  it('takes nothing from the chairs', async () => {
    await openNames();
    expect(await seenBy(await app.signIn(people.chidi))).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Ravi Menon', answers: answers('Written by Ravi') })]),
    );
  });

  it('lets one of two chairs win, and says so to the other', async () => {
    const chidi = await app.signIn(people.chidi);
    const { version } = (await chidi.get(`/api/calls/${itais.slug}/setup`).expect(200)).body as { version: number };
    const send = (visibility: object) =>
      chidi.patch(`/api/calls/${itais.slug}/visibility`).send({ version, visibility, reason: 'Both at once.' });
    const statuses = await Promise.all(
      [send(names), send({ chairs_see_drafts: true })].map((one) => one.then((r) => r.status)),
    );
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe('a paper that was handed in anonymously', () => {
  it('stays so for its reviewers when the call is opened afterwards', async () => {
    await change({ anonymity: 'single', reason: 'As our society asks.' });
    expect((await open('marta')).paper.authors).toBeNull();
    const later = await app.given.submission(itais, { by: [people.ada], title: 'Sent later', round: 'review_open' });
    await app.database.query(`update submission set terms = 2 where id = $1`, [later.id]);
    const assignment = await app.given.assignment(later, people.marta);
    const marta = await app.signIn(people.marta);
    const { body } = await marta.get(`/api/assignments/${assignment.id}/review`).expect(200);
    expect((body as ReviewEditorView).paper.authors).toEqual([{ name: 'Ada Ferri', affiliation: '' }]);
  });

  it('is not found by its author’s name by chairs who were not to know it', async () => {
    await app.database.query(`update call set anonymity = 'triple' where id = $1`, [itais.id]);
    const chidi = await app.signIn(people.chidi);
    const found = async () =>
      ((await chidi.get(`/api/calls/${itais.slug}/records?query=au:ferri`).expect(200)).body as { total: number })
        .total;
    expect(await found()).toBe(0);
    await change({ anonymity: 'double', reason: 'A mistake in the set-up.' });
    expect(await found()).toBe(0);
    await app.database.query(`update submission set terms = 2 where id = $1`, [paper.id]);
    expect(await found()).toBe(1);
  });
});
