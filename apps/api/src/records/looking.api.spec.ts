import { randomUUID } from 'node:crypto';
import type { AuthorResponseView, DiscussionView, RecordPage, ReviewsTableView, Sight } from '@convoke/contract';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let people: Record<'chidi' | 'tala' | 'ada' | 'ravi' | 'marta' | 'cleo' | 'olu', GivenPerson>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/** Ravi has reviewed Ada's paper, Marta has not; Cleo is on the committee and in conflict; Olu has nothing to do with it. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  itais = await given.call(`itais-${story}`, { tracks: ['Digital transformation', 'Health'] });
  const named = (name: string) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${story}@example.org` });
  people = {
    chidi: await named('Chidi Eze'),
    tala: await named('Tala Brandt'),
    ada: await named('Ada Ferri'),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
    cleo: await named('Cleo Dubois'),
    olu: await named('Olu Bankole'),
  };
  await given.role(people.chidi, 'chair', itais);
  await given.role(people.tala, 'track_chair', itais, itais.tracks[0]);
  for (const person of [people.ravi, people.marta, people.cleo]) await given.role(person, 'reviewer', itais);
  paper = await given.submission(itais, { by: [people.ada], title: 'Who co-produces?', round: 'review_open' });
  const ofRavi = await given.assignment(paper, people.ravi);
  await given.assignment(paper, people.marta);
  await given.review(ofRavi, { comments: 'Written by Ravi', confidential: 'For the chairs' });
  await given.conflict(paper, people.cleo, 'reviewer');
});

const base = (): string => `/api/calls/${itais.slug}/records/${paper.number}`;
const as = (who: GivenPerson): string => `as=person:${who.id}`;
const why = async (visitor: Visitor, eyes: string): Promise<Sight> =>
  (await visitor.get(`${base()}/sight?${eyes}`).expect(200)).body as Sight;
const line = ({ lines }: Sight, field: string) => lines.find((one) => one.field === field);
const page = async (visitor: Visitor, eyes: string): Promise<RecordPage> =>
  (await visitor.get(`${base()}?${eyes}`).expect(200)).body as RecordPage;
const history = () =>
  app.database.query<object[]>(
    `select action from audit_entry where submission_id = $1 and action not like 'sight.%' order by at, id`,
    [paper.id],
  );
const looks = () =>
  app.database.query<{ action: string; facts: object; actor_id: string; tag: string }[]>(
    `select action, facts, actor_id, tag from audit_entry where call_id = $1 and action like 'sight.%' order by at, action`,
    [itais.id],
  );

describe('why somebody sees something', () => {
  it('names the standing, the phase, and the setting that decided', async () => {
    const sight = await why(await app.signIn(people.chidi), as(people.ravi));
    expect(sight).toMatchObject({
      name: 'Ravi Menon',
      standing: 'reviewer',
      anonymity: 'double',
      exists: true,
      verified: true,
    });
    expect(line(sight, 'review.text')).toEqual({
      field: 'review.text',
      visible: true,
      standing: 'reviewer',
      phase: 'review_open',
      when: [{ from: 'review_open', to: 'notified' }],
      possible: true,
      setting: { name: 'reviewers_see_other_reviews_after_own', on: true },
      stricterThen: false,
      kept: null,
    });
    expect(line(sight, 'author.names')).toMatchObject({
      visible: false,
      setting: null,
      when: [{ from: 'published', to: 'published' }],
    });
    const ofAuthor = await why(await app.signIn(people.chidi), as(people.ada));
    expect(line(ofAuthor, 'review.reviewer_identity')).toMatchObject({ visible: false, possible: false, when: [] });
    expect(line(ofAuthor, 'decision.value')).toMatchObject({
      visible: false,
      when: [{ from: 'notified', to: 'closed_rejected' }],
    });
  });

  it('tells each standing apart', async () => {
    const chidi = await app.signIn(people.chidi);
    const standings = [];
    for (const person of [people.ada, people.ravi, people.marta, people.cleo, people.tala])
      standings.push((await why(chidi, as(person))).standing);
    expect(standings).toEqual(['author', 'reviewer', 'reviewer_pending', 'conflicted', 'handler']);
    expect((await why(chidi, 'as=standing:pool')).standing).toBe('pool');
  });

  it('says that a text stays closed because it was written under stricter terms', async () => {
    const chidi = await app.signIn(people.chidi);
    await app.database.query(`update round set state = 'discussion' where id = $1`, [paper.roundId]);
    const body = { version: 1, visibility: { reviewers_see_reviewer_names: true }, reason: 'Openness.' };
    await chidi.patch(`/api/calls/${itais.slug}/visibility`).send(body).expect(200);
    expect(line(await why(chidi, as(people.ravi)), 'review.reviewer_identity')).toMatchObject({
      visible: true,
      setting: { name: 'reviewers_see_reviewer_names', on: true },
      kept: { closed: 1, of: 1 },
    });
  });

  it('is not asked about an own paper, by anybody else, or about a person of nothing here', async () => {
    const chidi = await app.signIn(people.chidi);
    for (const person of [people.ada, people.ravi, people.olu])
      await (await app.signIn(person)).get(`${base()}/sight?${as(people.marta)}`).expect(404);
    await chidi.get(`${base()}/sight?${as(people.olu)}`).expect(404);
    await chidi.get(`${base()}/sight?as=person:${itais.id}`).expect(404);
    for (const wrong of ['as=person:1', 'as=standing:god', 'as=standing:admin', 'as=', ''])
      await chidi.get(`${base()}/sight?${wrong}`).expect(422);
    await app.database.query(
      `insert into submission_contact (submission_id, person_id, added_at) values ($1, $2, now())`,
      [paper.id, people.chidi.id],
    );
    await chidi.get(`${base()}/sight?${as(people.marta)}`).expect(404);
    await chidi.get(`${base()}/people`).expect(404);
    await app
      .visitor()
      .get(`${base()}/sight?${as(people.marta)}`)
      .expect(401);
  });
});

describe('where editors do not know the authors', () => {
  beforeEach(() => app.database.query(`update call set anonymity = 'triple' where id = $1`, [itais.id]));

  it('nobody can be picked as an author before they are told, and no answer tells one', async () => {
    const chidi = await app.signIn(people.chidi);
    const listed = await chidi.get(`${base()}/people?name=ferri`).expect(200);
    expect(listed.body).toEqual({ people: [] });
    for (const path of [`${base()}/sight`, base()]) await chidi.get(`${path}?${as(people.ada)}`).expect(404);
    const { text } = await chidi.get(`${base()}?as=standing:author`).expect(200);
    for (const secret of ['Ferri', people.ada.id]) expect(text).not.toContain(secret);
  });

  it('an author on the committee is answered like somebody in conflict', async () => {
    await app.given.role(people.ada, 'reviewer', itais);
    const chidi = await app.signIn(people.chidi);
    const { lines: ofAuthor, standing } = await why(chidi, as(people.ada));
    const { lines: ofConflicted } = await why(chidi, as(people.cleo));
    expect([standing, ofAuthor]).toEqual(['conflicted', ofConflicted]);
    await chidi.get(`${base()}?${as(people.ada)}`).expect(404);
    await chidi.get(`${base()}?${as(people.cleo)}`).expect(404);
  });

  it('they can be picked once they are told', async () => {
    await app.database.query(`update round set state = 'notified' where id = $1`, [paper.roundId]);
    const chidi = await app.signIn(people.chidi);
    expect((await why(chidi, as(people.ada))).standing).toBe('author');
  });
});

describe('looking through somebody else’s eyes', () => {
  it('shows a reviewer’s page without what only chairs see', async () => {
    const chidi = await app.signIn(people.chidi);
    const own = await page(chidi, '');
    expect([own.lookedAt, own.authors?.length, own.history === null]).toEqual([null, 1, false]);
    const seen = await page(chidi, as(people.ravi));
    expect(seen).toMatchObject({
      as: 'reviewer',
      lookedAt: { standing: 'reviewer', name: 'Ravi Menon' },
      authors: null,
      history: null,
    });
    const response = await chidi.get(`/api/submissions/${paper.id}/reviews?${as(people.ravi)}`).expect(200);
    expect(response.text).toContain('Written by Ravi');
    for (const secret of ['For the chairs', 'Menon', 'Nowak', 'Ferri']) expect(response.text).not.toContain(secret);
  });

  it('shows an author nothing before they are told, as the author sees it', async () => {
    const [chidi, ada] = [await app.signIn(people.chidi), await app.signIn(people.ada)];
    const [seen, theirs] = [await page(chidi, as(people.ada)), await page(ada, '')];
    expect(seen).toMatchObject({ as: 'author', state: theirs.state, authors: theirs.authors, decision: null });
    expect(seen.can.seeReviews).toBe(false);
  });

  it('does not exist for whom it does not exist', async () => {
    const chidi = await app.signIn(people.chidi);
    for (const eyes of [as(people.cleo), 'as=standing:stranger', 'as=standing:other_chair', 'as=standing:former'])
      expect((await chidi.get(`${base()}?${eyes}`).expect(404)).body).toEqual(
        (await chidi.get(`/api/calls/${itais.slug}/records/999`).expect(404)).body,
      );
  });

  it('never shows more than the chair may see: not a draft, not what is a person’s own', async () => {
    await app.given.review(await app.given.assignment(paper, people.tala), {
      comments: 'A draft of Tala',
      state: 'draft',
    });
    const chidi = await app.signIn(people.chidi);
    for (const person of [people.marta, people.tala, people.ravi]) {
      const seen = await page(chidi, as(person));
      expect([seen.assignmentId, seen.tags, seen.tagScopes]).toEqual([null, [], []]);
      const { text } = await chidi.get(`/api/submissions/${paper.id}/reviews?${as(person)}`).expect(200);
      expect(text).not.toContain('A draft of Tala');
      expect(text).not.toContain('"own":true');
    }
  });

  it('lets nothing be done, and downloads nothing', async () => {
    const seen = await page(await app.signIn(people.chidi), as(people.tala));
    expect(Object.entries(seen.can).filter(([, can]) => can)).toEqual([['seeReviews', true]]);
    expect(seen.versions.flatMap(({ files }) => files.map(({ url }) => url)).every((url) => url === null)).toBe(true);
  });

  it('is taken by reads alone: a change that asks for other eyes is refused, and so is any other read', async () => {
    const chidi = await app.signIn(people.chidi);
    const eyes = as(people.tala);
    const before = await history();
    const changes: [method: 'put' | 'post' | 'patch' | 'delete', path: string, body: object][] = [
      ['put', `/api/submissions/${paper.id}/recommendation`, { outcome: 'accept', reason: '', version: 0 }],
      ['put', `/api/submissions/${paper.id}/decision`, { outcome: 'accept', version: 0 }],
      ['put', `/api/submissions/${paper.id}/discussion/reading`, { letters: false }],
      ['post', `/api/submissions/${paper.id}/discussion`, { audience: { kind: 'chairs' }, text: 'As Tala' }],
      ['put', `/api/submissions/${paper.id}/response`, { texts: { paper: 'As Ada', reviews: {} }, version: 0 }],
      ['patch', `/api/calls/${itais.slug}`, { version: 1, name: 'Another name' }],
      ['post', `/api/submissions/${paper.id}/withdraw`, { version: 1, reason: 'As Ada' }],
    ];
    for (const [method, path, body] of changes)
      await chidi[method](`${path}?${eyes}`).set('Idempotency-Key', randomUUID()).send(body).expect(422);
    for (const path of ['record-views', 'records', 'people', 'decisions'])
      await chidi.get(`/api/calls/${itais.slug}/${path}?${eyes}`).expect(422);
    expect(await history()).toEqual(before);
  });

  it('is for who handles it: not for reviewers, authors, or chairs of another track', async () => {
    await app.given.role(people.olu, 'track_chair', itais, itais.tracks[1]);
    for (const person of [people.ravi, people.ada, people.olu, people.cleo])
      for (const eyes of [as(people.marta), 'as=standing:handler'])
        await (await app.signIn(person)).get(`${base()}?${eyes}`).expect(404);
    const tala = await app.signIn(people.tala);
    expect((await page(tala, 'as=standing:reviewer')).lookedAt).toEqual({ standing: 'reviewer', name: null });
    expect((await page(tala, '')).can.look).toBe(true);
    expect((await page(await app.signIn(people.ravi), '')).can.look).toBe(false);
  });

  it('is kept in the history that those who handle it read: who looked, and as what; once for a page and its parts', async () => {
    const chidi = await app.signIn(people.chidi);
    await page(chidi, '');
    expect(await looks()).toEqual([]);
    await page(chidi, as(people.ravi));
    await chidi.get(`/api/submissions/${paper.id}/reviews?${as(people.ravi)}`).expect(200);
    app.clock.advance({ minutes: 1 });
    await why(chidi, 'as=standing:author');
    const { id } = people.chidi;
    expect(await looks()).toEqual([
      {
        action: 'sight.viewed_as',
        tag: 'review',
        actor_id: id,
        facts: { standing: 'reviewer', personId: people.ravi.id },
      },
      { action: 'sight.asked', tag: 'review', actor_id: id, facts: { standing: 'author' } },
    ]);
    app.clock.advance({ minutes: 11 });
    await page(chidi, as(people.ravi));
    expect(await looks()).toHaveLength(3);
    const told = (await page(await app.signIn(people.tala), '')).history?.filter(({ action }) =>
      action.startsWith('sight.'),
    );
    expect(told?.at(0)).toMatchObject({ action: 'sight.viewed_as', by: 'Chidi Eze', facts: { standing: 'reviewer' } });
    expect(JSON.stringify(told)).not.toContain(people.ravi.id);
    for (const person of [people.ada, people.ravi])
      expect((await page(await app.signIn(person), '')).history ?? []).not.toContainEqual(
        expect.objectContaining({ action: expect.stringMatching(/^sight/) as string }),
      );
  });

  it('is kept also where there was nothing to see', async () => {
    await (await app.signIn(people.chidi)).get(`${base()}?${as(people.cleo)}`).expect(404);
    expect(await looks()).toMatchObject([{ action: 'sight.viewed_as', facts: { standing: 'conflicted' } }]);
  });
});

describe('round by round', () => {
  it('each round is seen by its own phase, and an earlier reviewer sees what is left to them', async () => {
    const { database, given } = app;
    await database.query(`update round set state = 'notified' where id = $1`, [paper.roundId]);
    const roundId = randomUUID();
    await database.query(
      `insert into round (id, submission_id, n, state, form_version_id, created_at)
       select $1, submission_id, 2, 'review_open', form_version_id, created_at from round where id = $2`,
      [roundId, paper.roundId],
    );
    await database.query(`update submission set current_round = 2 where id = $1`, [paper.id]);
    await given.review(await given.assignment({ ...paper, roundId }, people.marta), { comments: 'Second round' });
    const chidi = await app.signIn(people.chidi);
    const table = async (query: string) => chidi.get(`/api/submissions/${paper.id}/reviews?${query}`);
    expect((await why(chidi, as(people.ravi))).standing).toBe('former');
    const ravis = await (await app.signIn(people.ravi)).get(`/api/submissions/${paper.id}/reviews?round=1`);
    expect([ravis.status, (await table(`round=1&${as(people.ravi)}`)).status]).toEqual([404, 404]);
    const first = await table('round=1&as=standing:reviewer');
    expect(first.body).toMatchObject({ round: 1, columns: [{ name: null, own: false }] });
    expect(first.text).toContain('Written by Ravi');
    const second = await table(`round=2&${as(people.marta)}`);
    expect(second.text).toContain('Second round');
    expect((await table('round=2&as=standing:reviewer')).text).toContain('Second round');
    expect((await table('round=2&as=standing:author')).text).not.toContain('Second round');
  });
});

describe('in a special issue', () => {
  it('guest editors and the editor-in-chief look, and a member of nothing is a stranger', async () => {
    const { given } = app;
    const issue = await given.call(`issue-${story}`, { kind: 'special_issue' });
    await given.role(people.tala, 'guest_editor', issue);
    await given.role(people.cleo, 'guest_editor', issue);
    const article = await given.submission(issue, { by: [people.ada], title: 'An article', round: 'review_open' });
    await given.review(await given.assignment(article, people.ravi), { comments: 'Written by Ravi' });
    await given.conflict(article, people.cleo, 'reviewer');
    const at = `/api/calls/${issue.slug}/records/${article.number}`;
    const tala = await app.signIn(people.tala);
    const sight = (await tala.get(`${at}/sight?${as(people.ravi)}`).expect(200)).body as Sight;
    expect(sight).toMatchObject({ kind: 'special_issue', standing: 'reviewer' });
    expect(line(sight, 'review.text')).toMatchObject({
      visible: false,
      when: [
        { from: 'rebuttal', to: 'rebuttal' },
        { from: 'notified', to: 'notified' },
      ],
    });
    expect(((await tala.get(`${at}/sight?as=standing:pool`).expect(200)).body as Sight).standing).toBe('stranger');
    expect((await tala.get(`${at}?as=standing:handler`).expect(200)).body).toMatchObject({ as: 'chair' });
    const cleo = await app.signIn(people.cleo);
    for (const path of [`${at}/sight?${as(people.ravi)}`, `${at}/people`, `${at}?${as(people.ravi)}`])
      await cleo.get(path).expect(404);
  });
});

describe('what is somebody’s own', () => {
  const response = () => `/api/submissions/${paper.id}/response`;
  const discussion = () => `/api/submissions/${paper.id}/discussion`;
  const move = async (what: string) =>
    (await app.signIn(people.chidi))
      .post(`/api/calls/${itais.slug}/rounds`)
      .set('Idempotency-Key', randomUUID())
      .send({ move: what, submissionIds: [paper.id] })
      .expect(200);
  const write = async (who: GivenPerson, kind: string, text: string) =>
    (await app.signIn(who))
      .post(discussion())
      .set('Idempotency-Key', randomUUID())
      .send({ audience: { kind }, text })
      .expect(201);

  it('a response that is not submitted is not read by looking as its author', async () => {
    await app.given.deadline(itais.id, 'response', '2016-06-08T12:00:00Z');
    await move('open_response');
    const ada = await app.signIn(people.ada);
    const texts = { paper: 'Not submitted yet', reviews: {} };
    await ada.put(response()).send({ texts, version: 0 }).expect(200);
    const chidi = await app.signIn(people.chidi);
    for (const eyes of [as(people.ada), 'as=standing:author']) {
      const { body, text } = await chidi.get(`${response()}?${eyes}`).expect(200);
      expect(body as AuthorResponseView).toMatchObject({ draft: null, submitted: null, canWrite: false, form: null });
      expect(text).not.toContain('Not submitted yet');
    }
    await ada.post(response()).send({ texts, version: 1 }).expect(200);
    const { body } = await chidi.get(`${response()}?${as(people.ravi)}`).expect(200);
    expect((body as AuthorResponseView).submitted?.texts.paper).toBe('Not submitted yet');
  });

  it('nor what an author is changing, nor an author who is not submitted', async () => {
    await app.database.query(`update working_copy set title = 'Being changed' where submission_id = $1`, [paper.id]);
    await app.database.query(
      `insert into submission_author (id, submission_id, position, person_id, address, given_name, family_name, affiliation)
       values ($1, $2, 2, $3, $4, 'Marta', 'Nowak', '')`,
      [randomUUID(), paper.id, people.marta.id, people.marta.address],
    );
    const chidi = await app.signIn(people.chidi);
    const { text } = await chidi.get(`${base()}?${as(people.ada)}`).expect(200);
    expect(text).toContain('Who co-produces?');
    expect(text).not.toContain('Being changed');
    expect(text).not.toContain('Nowak');
    expect((await why(chidi, as(people.marta))).standing).toBe('conflicted');
  });

  it('nor a thread that the others do not read, and nothing is marked as read', async () => {
    await move('open_discussion');
    await write(people.tala, 'chairs', 'Between chairs');
    await write(people.ravi, 'reviewers', 'To all reviewers');
    const chidi = await app.signIn(people.chidi);
    const as_ = async (eyes: string) => (await chidi.get(`${discussion()}?${eyes}`).expect(200)).body as DiscussionView;
    const seen = await as_(as(people.ravi));
    expect(seen).toMatchObject({ unread: 0, canWrite: false, audiences: [], letters: false });
    expect(seen.threads.flatMap(({ messages }) => messages.map(({ text, canStrike }) => [text, canStrike]))).toEqual([
      ['To all reviewers', false],
    ]);
    expect(JSON.stringify(seen)).not.toContain('Menon');
    expect((await as_(as(people.tala))).threads).toHaveLength(2);
    for (const eyes of [as(people.ada), as(people.marta), as(people.cleo)])
      await chidi.get(`${discussion()}?${eyes}`).expect(404);
    const own = (await chidi.get(discussion()).expect(200)).body as DiscussionView;
    expect(own.unread).toBe(2);
  });

  it('nor tags, letters, or the review of a chair who reviews', async () => {
    const ofChidi = await app.given.assignment(paper, people.chidi);
    await app.given.review(ofChidi, { comments: 'Chidi’s own draft', state: 'draft' });
    const tag = (scope: string, name: string) => ({ submissions: [paper.id], add: [{ name, scope }] });
    const chidi = await app.signIn(people.chidi);
    await chidi.post(`/api/calls/${itais.slug}/tags`).send(tag('private', 'mine')).expect(200);
    await (
      await app.signIn(people.tala)
    )
      .post(`/api/calls/${itais.slug}/tags`)
      .send(tag('private', 'talas'))
      .expect(200);
    for (const eyes of [as(people.tala), as(people.ravi), 'as=standing:reviewer', 'as=standing:handler']) {
      const { text } = await chidi.get(`${base()}?${eyes}`).expect(200);
      const reviews = await chidi.get(`/api/submissions/${paper.id}/reviews?${eyes}`).expect(200);
      for (const secret of ['mine', 'talas', 'own draft']) expect(text + reviews.text).not.toContain(secret);
      expect((reviews.body as ReviewsTableView).columns.map(({ own }) => own)).not.toContain(true);
    }
  });

  it('and a person who has not confirmed an address sees as little through other eyes', async () => {
    await app.database.query(`update person_email set verified_at = null where person_id = $1`, [people.ravi.id]);
    const sight = await why(await app.signIn(people.chidi), as(people.ravi));
    expect(sight).toMatchObject({ verified: false, standing: 'stranger', exists: false });
  });
});
