import type { AssignBoardView, CandidatesView } from '@convoke/contract';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let chidi: GivenPerson;
let tala: GivenPerson;
let ada: GivenPerson;
let ravi: GivenPerson;
let marta: GivenPerson;
let cleo: GivenPerson;
let olu: GivenPerson;
let call = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/** Two tracks, Tala chairs the first; Ada's paper waits there for reviewers. */
beforeEach(async () => {
  call += 1;
  const { given } = app;
  app.clock.set('2016-06-01T08:00:00Z');
  itais = await given.call(`itais-${call}`, {
    name: 'ITAIS 2016',
    tracks: ['Digital transformation', 'Health'],
    topics: ['Participation', 'Co-production', 'Health data'],
    closes: { paper: '2016-05-31T12:00:00Z', review: '2016-06-28T12:00:00Z' },
    settings: { reviewsPerSubmission: 2, maxLoad: 2 },
  });
  const named = (name: string) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${call}@example.org` });
  [chidi, tala, ada, ravi, marta, cleo, olu] = [
    await named('Chidi Eze'),
    await named('Tala Brandt'),
    await named('Ada Ferri'),
    await named('Ravi Menon'),
    await named('Marta Nowak'),
    await named('Cleo Dubois'),
    await named('Olu Bankole'),
  ];
  await given.role(chidi, 'chair', itais);
  await given.role(tala, 'track_chair', itais, itais.tracks[0]);
  for (const person of [ravi, marta, cleo]) await given.role(person, 'reviewer', itais);
  paper = await given.submission(itais, {
    by: [ada],
    title: 'Who co-produces?',
    topics: ['Participation', 'Co-production'],
  });
});

async function interest(person: GivenPerson, topic: string, value = 1): Promise<void> {
  await app.database.query(`insert into topic_interest (person_id, topic_id, interest) values ($1, $2, $3)`, [
    person.id,
    itais.topics[topic],
    value,
  ]);
}

const candidatesOf = async (visitor: Visitor, id = paper.id): Promise<CandidatesView> =>
  (await visitor.get(`/api/submissions/${id}/candidates`).expect(200)).body as CandidatesView;
const assign = (visitor: Visitor, person: GivenPerson, id = paper.id) =>
  visitor.post(`/api/submissions/${id}/assignments`).send({ reviewerId: person.id });
const board = async (visitor: Visitor): Promise<AssignBoardView> =>
  (await visitor.get(`/api/calls/${itais.slug}/assignments`).expect(200)).body as AssignBoardView;

async function assignAndTell(visitor: Visitor, person: GivenPerson): Promise<string> {
  const { assigned } = (await assign(visitor, person).expect(201)).body as CandidatesView;
  const id = assigned.find((one) => one.personId === person.id)?.id ?? '';
  await visitor
    .post(`/api/calls/${itais.slug}/assignments/tell`)
    .send({ assignmentIds: [id] })
    .expect(200);
  return id;
}

/** The path of the link in the latest letter to somebody. */
async function linkTo(person: { address: string }): Promise<string> {
  const letter = (await app.mails(person.address)).find((mail) => mail.class === 'invitation');
  return /http:\/\/convoke\.test(\/r\/\S+)/.exec(letter?.body ?? '')?.[1] ?? '/no-link';
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await app.database.query<{ state: string }[]>(`select state from assignment where id = $1`, [id]))[0]?.state;

describe('the workbench of a track co-chair', () => {
  it('shows the papers of the own track with how many reviewers each has', async () => {
    await app.given.submission(itais, { by: [ada], title: 'Another track', track: itais.tracks[1]! });
    await app.given.assignment(paper, ravi, { state: 'declined' });
    const { papers } = await board(await app.signIn(tala));
    expect(papers).toMatchObject([{ title: 'Who co-produces?', need: 2, have: 0, declined: 1, open: true }]);
  });

  it('leaves out abstracts without a paper, and everything the viewer wrote or is in conflict with', async () => {
    await app.given.submission(itais, { by: [ada], title: 'Only an abstract', kind: 'abstract' });
    await app.given.submission(itais, { by: [tala], title: 'By Tala' });
    const conflicted = await app.given.submission(itais, { by: [ada], title: 'By a friend' });
    await app.given.conflict(conflicted, tala, 'reviewer');
    const response = await (await app.signIn(tala)).get(`/api/calls/${itais.slug}/assignments`).expect(200);
    expect((response.body as AssignBoardView).papers.map(({ title }) => title)).toEqual(['Who co-produces?']);
    expect(response.text).not.toContain('By a friend');
  });

  it('does not open to reviewers, authors or strangers', async () => {
    for (const person of [ravi, ada, olu]) {
      await (await app.signIn(person)).get(`/api/calls/${itais.slug}/assignments`).expect(403);
    }
    await app.visitor().get(`/api/calls/${itais.slug}/assignments`).expect(401);
  });

  it('finds candidates by words, topic, load, bid and what they are to the paper', async () => {
    await interest(ravi, 'Participation', 2);
    const zoe = await app.given.person('Zoë Dubois');
    await app.given.role(zoe, 'reviewer', itais);
    await app.given.conflict(paper, zoe, 'reviewer');
    await app.given.assignment(paper, ravi);
    const visitor = await app.signIn(tala);
    const found = async (query: string): Promise<string[]> =>
      (
        (await visitor.get(`/api/submissions/${paper.id}/candidates?query=${encodeURIComponent(query)}`).expect(200))
          .body as CandidatesView
      ).candidates.map(({ name }) => name);
    expect(await found('zoe')).toEqual(['Zoë Dubois']);
    expect(await found('is:barred')).toContain('Zoë Dubois');
    expect(await found('is:assigned load:1')).toEqual(['Ravi Menon']);
    expect(await found('topic:partic')).toEqual(['Ravi Menon']);
    expect(await found('is:free (zoe OR ravi)')).toEqual([]);
    await app.database.query(`insert into bid(submission_id, person_id, value, set_at) values ($1, $2, 1, now())`, [
      paper.id,
      ravi.id,
    ]);
    expect(await found('bid>0')).toEqual(['Ravi Menon']);
    await visitor.get(`/api/submissions/${paper.id}/candidates?query=load:many`).expect(422);
  });

  it('answers a paper of another track like one that does not exist', async () => {
    const other = await app.given.submission(itais, { by: [ada], title: 'Elsewhere', track: itais.tracks[1]! });
    const visitor = await app.signIn(tala);
    const hidden = await assign(visitor, ravi, other.id).expect(404);
    const missing = await assign(visitor, ravi, '00000000-0000-4000-8000-000000000000').expect(404);
    expect({ ...hidden.body, instance: null }).toEqual({ ...missing.body, instance: null });
    await visitor.get(`/api/submissions/${other.id}/candidates`).expect(404);
  });
});

describe('candidates', () => {
  it('come with shared topics, load and bid, the best match first', async () => {
    await interest(marta, 'Participation');
    await interest(marta, 'Co-production', 2);
    await interest(ravi, 'Participation');
    await interest(cleo, 'Health data', 2);
    await app.database.query(`insert into bid (submission_id, person_id, value, set_at) values ($1, $2, 1, now())`, [
      paper.id,
      ravi.id,
    ]);
    const second = await app.given.submission(itais, { by: [ada], title: 'Second' });
    await app.given.assignment(second, marta);
    const { candidates } = await candidatesOf(await app.signIn(tala));
    expect(candidates.map(({ name, match, load, maxLoad, bid }) => ({ name, match, load, maxLoad, bid }))).toEqual([
      { name: 'Marta Nowak', match: 3, load: 1, maxLoad: 2, bid: null },
      { name: 'Ravi Menon', match: 1, load: 0, maxLoad: 2, bid: 1 },
      { name: 'Cleo Dubois', match: 0, load: 0, maxLoad: 2, bid: null },
    ]);
    expect(candidates[0]?.sharedTopics).toEqual(['Co-production', 'Participation']);
  });

  it('in conflict stand last, with the reason', async () => {
    await app.given.conflict(paper, cleo, 'author');
    const { candidates } = await candidatesOf(await app.signIn(tala));
    expect(candidates.at(-1)).toMatchObject({ name: 'Cleo Dubois', conflict: { kind: 'co_author', source: 'author' } });
  });

  it('are not told apart from authors by a second account: the address is enough', async () => {
    const twin = await app.given.person('Ada Second', { address: `twin.${call}@example.org` });
    await app.given.role(twin, 'reviewer', itais);
    await app.database.query(
      `insert into person_email (id, person_id, address, created_at) values (gen_random_uuid(), $1, $2, now())`,
      [twin.id, ada.address],
    );
    const { candidates } = await candidatesOf(await app.signIn(tala));
    expect(candidates.find(({ name }) => name === 'Ada Second')?.conflict).toMatchObject({ kind: 'same_person' });
    await assign(await app.signIn(tala), twin).expect(409);
  });

  it('are read with the same number of queries whatever the size of the committee', async () => {
    const visitor = await app.signIn(tala);
    const counted = async () => (await app.statementsOf(() => candidatesOf(visitor))).length;
    const few = await counted();
    for (let n = 0; n < 30; n += 1) {
      await app.given.role(
        await app.given.person(`Member ${'x'.repeat(n + 1)}`, { address: `m${n}.${call}@example.org` }),
        'reviewer',
        itais,
      );
    }
    expect(few).toBeGreaterThan(0);
    expect(await counted()).toBe(few);
  });
});

describe('assigning', () => {
  it('proposes a reviewer and tells nobody', async () => {
    const { assigned } = (await assign(await app.signIn(tala), ravi).expect(201)).body as CandidatesView;
    expect(assigned).toMatchObject([{ name: 'Ravi Menon', state: 'proposed' }]);
    expect(await app.mails(ravi.address)).toEqual([]);
    await (await app.signIn(ravi)).get(`/api/assignments/${assigned[0]?.id}/review`).expect(404);
  });

  it('twice, also at the same time, has one effect', async () => {
    const visitor = await app.signIn(tala);
    await Promise.all([assign(visitor, ravi), assign(visitor, ravi), assign(visitor, ravi)]);
    expect((await candidatesOf(visitor)).assigned).toHaveLength(1);
  });

  it('refuses somebody in conflict, an author, and somebody outside the committee', async () => {
    const visitor = await app.signIn(tala);
    await app.given.conflict(paper, cleo, 'author');
    await app.given.role(ada, 'reviewer', itais);
    expect((await assign(visitor, cleo).expect(409)).body).toMatchObject({ code: 'conflict_of_interest' });
    expect((await assign(visitor, ada).expect(409)).body).toMatchObject({ code: 'conflict_of_interest' });
    await assign(visitor, olu).expect(404);
  });

  it('sees a conflict that is declared in the same moment', async () => {
    const visitor = await app.signIn(tala);
    const declaring = app.database.createQueryRunner();
    await declaring.connect();
    await declaring.startTransaction();
    await declaring.query(`select 1 from submission where id = $1 for update`, [paper.id]);
    const assigning = assign(visitor, cleo).then((response) => response.status);
    await declaring.query(
      `insert into conflict (id, submission_id, person_id, kind, source, created_at) values (gen_random_uuid(), $1, $2, 'personal', 'author', now())`,
      [paper.id, cleo.id],
    );
    await declaring.commitTransaction();
    await declaring.release();
    expect(await assigning).toBe(409);
    expect((await candidatesOf(visitor)).assigned).toEqual([]);
  });

  it('stops at the agreed load, also when two papers are assigned at the same time', async () => {
    const more = [];
    for (const title of ['One', 'Two', 'Three']) more.push(await app.given.submission(itais, { by: [ada], title }));
    const visitor = await app.signIn(tala);
    const statuses = await Promise.all(more.map((one) => assign(visitor, ravi, one.id).then(({ status }) => status)));
    expect(statuses.sort()).toEqual([201, 201, 409]);
  });

  it('is refused once the paper is decided', async () => {
    await app.database.query(`update round set state = 'decided_not_notified' where id = $1`, [paper.roundId]);
    expect((await assign(await app.signIn(tala), ravi).expect(409)).body).toMatchObject({ code: 'wrong_state' });
  });

  it('can be undone without a trace for the person', async () => {
    const visitor = await app.signIn(tala);
    const { assigned } = (await assign(visitor, ravi).expect(201)).body as CandidatesView;
    const after = (await visitor.post(`/api/assignments/${assigned[0]?.id}/unassign`).expect(200))
      .body as CandidatesView;
    expect(after.assigned).toEqual([]);
    expect(after.candidates.find(({ name }) => name === 'Ravi Menon')?.on).toBeNull();
    expect(await app.mails(ravi.address)).toEqual([]);
  });
});

describe('telling', () => {
  it('previews exactly the letters that then leave, with deadline, handler and link', async () => {
    const visitor = await app.signIn(tala);
    await assign(visitor, ravi).expect(201);
    const preview = await visitor.get(`/api/calls/${itais.slug}/assignments/untold`).expect(200);
    expect(await app.mails(ravi.address)).toEqual([]);
    await visitor
      .post(`/api/calls/${itais.slug}/assignments/tell`)
      .send({ assignmentIds: (preview.body as { assignmentIds: string[] }).assignmentIds })
      .expect(200, { told: 1, letters: 1 });
    const [letter] = await app.mails(ravi.address);
    expect((preview.body as { letters: { body: string }[] }).letters[0]?.body).toBe(letter?.body);
    expect(letter?.body).toContain('Who co-produces?');
    expect(letter?.body).toContain('28 June, 11:59');
    expect(letter?.body).toContain('Tala Brandt');
    expect(letter?.body).not.toContain('Ferri');
  });

  it('opens the review of the paper, once', async () => {
    const visitor = await app.signIn(tala);
    await assignAndTell(visitor, ravi);
    await assignAndTell(visitor, marta);
    const [round] = await app.database.query(`select state, version from round where id = $1`, [paper.roundId]);
    expect(round).toEqual({ state: 'review_open', version: 2 });
    const [counts] = await app.database.query(`select reviews_expected from submission where id = $1`, [paper.id]);
    expect(counts).toEqual({ reviews_expected: 2 });
  });

  it('twice writes one letter', async () => {
    const visitor = await app.signIn(tala);
    const id = await assignAndTell(visitor, ravi);
    const again = await visitor
      .post(`/api/calls/${itais.slug}/assignments/tell`)
      .send({ assignmentIds: [id] })
      .expect(200);
    expect(again.body).toEqual({ told: 0, letters: 0 });
    expect(await app.mails(ravi.address)).toHaveLength(1);
  });

  it('makes committee members reviewers at once where the call says so', async () => {
    await app.database.query(
      `update call set settings = settings || '{"committeeAcceptsByDefault": true}' where id = $1`,
      [itais.id],
    );
    const id = await assignAndTell(await app.signIn(tala), ravi);
    expect(await stateOf(id)).toBe('accepted');
    const [letter] = await app.mails(ravi.address);
    expect(letter).toMatchObject({ class: 'notice' });
    expect(letter?.body).toContain(`/app/c/${itais.slug}/r/${id}`);
  });

  it('gives reviewers of a special issue without a date the agreed days, in the letter and as their date', async () => {
    const issue = await app.given.call(`jedem-${call}`, {
      name: 'JeDEM',
      kind: 'special_issue',
      settings: { reviewDays: 21 },
    });
    await app.given.role(chidi, 'chair', issue);
    await app.given.role(ravi, 'reviewer', issue);
    const article = await app.given.submission(issue, { by: [ada], title: 'An article' });
    const visitor = await app.signIn(chidi);
    await assign(visitor, ravi, article.id).expect(201);
    const untold = (await visitor.get(`/api/calls/${issue.slug}/assignments/untold`).expect(200)).body;
    expect(untold.letters[0].body).toMatch(/Review due .*22 June/);
    await visitor
      .post(`/api/calls/${issue.slug}/assignments/tell`)
      .send({ assignmentIds: untold.assignmentIds })
      .expect(200);
    const { assigned } = await candidatesOf(visitor, article.id);
    expect(assigned[0]?.due?.wallTime).toBe('2016-06-22T23:59');
  });

  it('does not reach proposals on papers of another track', async () => {
    const other = await app.given.submission(itais, { by: [ada], track: itais.tracks[1]! });
    const { id } = await app.given.assignment(other, ravi, { state: 'proposed' });
    await (
      await app.signIn(tala)
    )
      .post(`/api/calls/${itais.slug}/assignments/tell`)
      .send({ assignmentIds: [id] })
      .expect(404);
    expect(await stateOf(id)).toBe('proposed');
  });
});

describe('the link in an invitation', () => {
  it('changes nothing by being looked at, and shows title and abstract but no author', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    const page = await app
      .visitor()
      .get(await linkTo(ravi))
      .expect(200);
    expect(page.text).toContain('Who co-produces?');
    expect(page.text).toContain('What we did, and why it matters.');
    expect(page.text).not.toContain('Ferri');
    expect(await stateOf(id)).toBe('invited');
  });

  it('accepts without an account being signed in, once', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    const link = await linkTo(ravi);
    await app.visitor().submitForm(link, { answer: 'accept' }).expect(303);
    expect(await stateOf(id)).toBe('accepted');
    await app.visitor().submitForm(link, { answer: 'accept' }).expect(303);
    const [{ version }] = await app.database.query<[{ version: number }]>(
      `select version from assignment where id = $1`,
      [id],
    );
    expect(version).toBe(3);
  });

  it('declines with a reason and a suggestion, and tells whoever asked', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    const link = await linkTo(ravi);
    await app
      .visitor()
      .submitForm(link, { answer: 'decline', reason: 'No time in June', suggestion: 'Ask Marta' })
      .expect(303);
    expect(await stateOf(id)).toBe('declined');
    const [letter] = await app.mails(tala.address);
    expect(letter?.body).toContain('No time in June');
    expect(letter?.body).toContain('Ask Marta');
    await app.visitor().submitForm(link, { answer: 'accept' }).expect(409);
    expect((await app.visitor().get(link).expect(200)).text).not.toContain('What we did');
  });

  it('expires', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    app.clock.advance({ days: 11 });
    const link = await linkTo(ravi);
    expect((await app.visitor().get(link).expect(200)).text).toContain('expired');
    await app.visitor().submitForm(link, { answer: 'accept' }).expect(409);
    expect(await stateOf(id)).toBe('invited');
  });

  it('that nobody answered in time frees the place and tells whoever asked, once', async () => {
    const visitor = await app.signIn(tala);
    const id = await assignAndTell(visitor, ravi);
    expect((await board(visitor)).papers[0]).toMatchObject({ have: 1, invited: 1 });
    app.clock.advance({ days: 11 });
    await Promise.all([app.runJob('sweep-invitations'), app.runJob('sweep-invitations')]);
    expect(await stateOf(id)).toBe('expired');
    expect((await board(visitor)).papers[0]).toMatchObject({ have: 0, invited: 0 });
    const expected = `select reviews_expected as n from submission where id = $1`;
    expect(await app.database.query(expected, [paper.id])).toEqual([{ n: 0 }]);
    const told = (await app.mails(tala.address)).map(({ subject }) => subject);
    expect(told).toEqual([expect.stringContaining('Ravi Menon did not answer')]);
    expect(
      (
        await app
          .visitor()
          .get(await linkTo(ravi))
          .expect(200)
      ).text,
    ).toContain('expired');
    expect((await assign(visitor, ravi).expect(201)).body.assigned).toMatchObject([
      { state: 'proposed' },
      { state: 'expired' },
    ]);
  });

  it('that was accepted in the last moment stays accepted', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    await app.visitor().submitForm(await linkTo(ravi), { answer: 'accept' });
    app.clock.advance({ days: 11 });
    await app.runJob('sweep-invitations');
    expect(await stateOf(id)).toBe('accepted');
    expect(await app.mails(tala.address)).toEqual([]);
  });

  it('is the same in the reminder that leaves by itself', async () => {
    await assignAndTell(await app.signIn(tala), ravi);
    const link = await linkTo(ravi);
    app.clock.advance({ days: 3 });
    await app.runJob('sweep-reminders');
    const reminder = (await app.mails(ravi.address)).find((mail) => mail.class === 'reminder');
    expect(reminder?.body).toContain(`http://convoke.test${link}`);
  });

  it('does nothing when it was made up or posted from another site', async () => {
    await app
      .visitor()
      .get(`/r/${'x'.repeat(43)}`)
      .expect(404);
    const id = await assignAndTell(await app.signIn(tala), ravi);
    await app
      .visitor()
      .submitForm(await linkTo(ravi), { answer: 'accept' })
      .set('Sec-Fetch-Site', 'cross-site')
      .expect(403);
    expect(await stateOf(id)).toBe('invited');
  });

  it('declares a conflict: access ends, a submitted review is withheld', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    await app.visitor().submitForm(await linkTo(ravi), { answer: 'accept' });
    await app.given.review({ id, submission: paper, reviewer: ravi }, { overall: 5 });
    await (
      await app.signIn(ravi)
    )
      .post(`/api/assignments/${id}/answer`)
      .send({ answer: 'conflict', reason: 'My student' })
      .expect(200);
    expect(await stateOf(id)).toBe('revoked_conflict');
    const [review] = await app.database.query(`select state from review where assignment_id = $1`, [id]);
    expect(review).toEqual({ state: 'withheld' });
    const [counts] = await app.database.query(
      `select reviews_in, reviews_expected, score_mean from submission where id = $1`,
      [paper.id],
    );
    expect(counts).toEqual({ reviews_in: 0, reviews_expected: 0, score_mean: null });
    await (await app.signIn(ravi)).get(`/api/assignments/${id}/review`).expect(404);
    expect((await app.mails(tala.address)).at(-1)?.body).toContain('conflict of interest');
  });

  it('lets somebody unknown so far choose a password, and nobody who has one', async () => {
    const visitor = await app.signIn(tala);
    const nadia = { givenName: 'Nadia', familyName: 'Rossi', affiliation: '', address: `nadia.${call}@example.org` };
    const { assigned } = (await visitor.post(`/api/submissions/${paper.id}/outside-reviewers`).send(nadia).expect(201))
      .body as CandidatesView;
    const id = assigned[0]?.id ?? '';
    await visitor
      .post(`/api/calls/${itais.slug}/assignments/tell`)
      .send({ assignmentIds: [id] })
      .expect(200);
    const link = await linkTo(nadia);
    await app.visitor().submitForm(`${link}/password`, {}).expect(403);
    const herself = app.visitor();
    await herself.submitForm(link, { answer: 'accept' }).expect(303);
    const choose = await herself.submitForm(`${link}/password`, {}).expect(303);
    expect(choose.headers['location']).toMatch(/^\/reset\//);
    await herself.submitForm(String(choose.headers['location']), { password: 'a long enough pass phrase' }).expect(303);
    await herself.get(`/api/assignments/${id}/review`).expect(200);
    await app.visitor().submitForm(`${link}/password`, {}).expect(403);
  });
});

describe('an outside reviewer', () => {
  it('who is an author under that address cannot be invited', async () => {
    const outside = { givenName: 'A.', familyName: 'Ferri', affiliation: '', address: ada.address.toUpperCase() };
    const visitor = await app.signIn(tala);
    await visitor.post(`/api/submissions/${paper.id}/outside-reviewers`).send(outside).expect(409);
  });

  it('needs a valid address and no unknown fields', async () => {
    const visitor = await app.signIn(tala);
    const path = `/api/submissions/${paper.id}/outside-reviewers`;
    await visitor.post(path).send({ givenName: 'A', familyName: 'B', affiliation: '', address: 'nowhere' }).expect(422);
    await visitor
      .post(path)
      .send({ givenName: 'A', familyName: 'B', affiliation: '', address: 'a@example.org', admin: true })
      .expect(422);
  });
});

describe('reminding', () => {
  it('writes to the late ones, at most one letter a day', async () => {
    const visitor = await app.signIn(tala);
    const id = await assignAndTell(visitor, ravi);
    await app.visitor().submitForm(await linkTo(ravi), { answer: 'accept' });
    app.clock.set('2016-06-29T08:00:00Z');
    const { late } = await board(visitor);
    expect(late).toMatchObject([{ assignmentId: id, name: 'Ravi Menon', started: false }]);
    const path = `/api/calls/${itais.slug}/assignments/reminders`;
    const preview = await visitor
      .post(`${path}/preview`)
      .send({ assignmentIds: [id] })
      .expect(200);
    await visitor
      .post(path)
      .send({ assignmentIds: [id] })
      .expect(200, { letters: 1, skipped: 0 });
    await visitor
      .post(path)
      .send({ assignmentIds: [id] })
      .expect(200, { letters: 0, skipped: 1 });
    const [reminder] = (await app.mails(ravi.address)).filter((mail) => mail.class === 'reminder');
    expect(reminder?.body).toBe((preview.body as { letters: { body: string }[] }).letters[0]?.body);
  });

  it('is refused for a paper of another track', async () => {
    const other = await app.given.submission(itais, { by: [ada], track: itais.tracks[1]!, round: 'review_open' });
    const { id } = await app.given.assignment(other, ravi);
    await (
      await app.signIn(tala)
    )
      .post(`/api/calls/${itais.slug}/assignments/reminders`)
      .send({ assignmentIds: [id] })
      .expect(404);
  });
});

describe('answering inside the application', () => {
  it('is for the person asked alone', async () => {
    const id = await assignAndTell(await app.signIn(tala), ravi);
    await (await app.signIn(marta)).post(`/api/assignments/${id}/answer`).send({ answer: 'accept' }).expect(404);
    await (await app.signIn(marta)).post(`/api/assignments/${id}/unassign`).expect(404);
    await (
      await app.signIn(ravi)
    )
      .post(`/api/assignments/${id}/answer`)
      .send({ answer: 'accept' })
      .expect(200, { state: 'accepted' });
  });
});
