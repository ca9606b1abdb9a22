import type { ConflictsPage, SubmissionConflicts } from '@convoke/contract';
import { TestApp } from '../testing';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing/given';
import type { Visitor } from '../testing/visitor';

let app: TestApp;
let stories = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-05-01T08:00:00Z' })));
afterAll(() => app.stop());

/** One call with two tracks: Tala and Tom chair the first, Chidi the call; Ravi and Marta review; Ada submits. */
interface Story {
  call: GivenCall;
  chidi: GivenPerson;
  tala: GivenPerson;
  tom: GivenPerson;
  ravi: GivenPerson;
  marta: GivenPerson;
  ada: GivenPerson;
  paper: GivenSubmission;
}

async function story(
  options: {
    anonymity?: 'single' | 'double' | 'triple';
    affiliation?: string;
    round?: 'submitted' | 'review_open';
  } = {},
): Promise<Story> {
  stories += 1;
  const { given } = app;
  const person = (name: string, affiliation = '') =>
    given.person(`${name} ${'abcdefghijklmnopqrstuvwxyz'[stories] ?? ''}${stories}x`, {
      address: `${name.toLowerCase()}${stories}@${name.toLowerCase()}-house${stories}.org`,
      affiliation,
    });
  const [chidi, tala, tom, ravi, marta, ada] = [
    await person('Chidi'),
    await person('Tala'),
    await person('Tom'),
    await person('Ravi', options.affiliation ?? ''),
    await person('Marta'),
    await person('Ada'),
  ];
  const call = await given.call(`itais-${stories}`, {
    tracks: ['First', 'Second'],
    anonymity: options.anonymity ?? 'double',
  });
  await given.role(chidi, 'chair', call);
  await given.role(tala, 'track_chair', call, call.tracks[0]);
  await given.role(tom, 'track_chair', call, call.tracks[0]);
  for (const reviewer of [ravi, marta]) await given.role(reviewer, 'reviewer', call);
  const paper = await given.submission(call, {
    by: [ada],
    title: `Rivers ${stories}`,
    round: options.round ?? 'review_open',
  });
  return { call, chidi, tala, tom, ravi, marta, ada, paper };
}

const compared = async (what: Parameters<TestApp['given']['conflictCheck']>[0]): Promise<void> => {
  await app.given.conflictCheck(what);
  await app.runJob('sweep-conflicts');
};
/** Where all authors of a submission work, as they submitted it. */
const works = async (submission: { id: string }, affiliation: string): Promise<void> => {
  await app.database.query(`update submission_author set affiliation = $2 where submission_id = $1`, [
    ...[submission.id, affiliation],
  ]);
  await app.database.query(
    `update submission_version set content = jsonb_set(content, '{authors}',
       (select jsonb_agg(a || jsonb_build_object('affiliation', $2::text)) from jsonb_array_elements(content->'authors') a))
      where submission_id = $1`,
    [submission.id, affiliation],
  );
};
const rowsOf = (paper: { id: string }) =>
  app.database.query<
    { person_id: string; kind: string; source: string; state: string; evidence: { reason: string; what: string }[] }[]
  >(`select person_id, kind, source, state, evidence from conflict where submission_id = $1 order by source, kind`, [
    paper.id,
  ]);
const page = async (visitor: Visitor, call: GivenCall, query = ''): Promise<ConflictsPage> =>
  (await visitor.get(`/api/calls/${call.slug}/conflicts${query}`).expect(200)).body as ConflictsPage;
const settle = (
  visitor: Visitor,
  call: GivenCall,
  as: string,
  paper: { id: string },
  person: { id: string },
  reason = as === 'dismiss' ? 'Looked at it' : '',
) =>
  visitor
    .post(`/api/calls/${call.slug}/conflicts/settle`)
    .send({ as, reason, pairs: [{ submissionId: paper.id, personId: person.id }] });
const one = async <T>(sql: string, ...params: unknown[]): Promise<T> => {
  const [row] = await app.database.query<T[]>(sql, params);
  if (!row) throw new Error('no row');
  return row;
};
const actions = async (paper: { id: string }): Promise<string[]> =>
  (
    await app.database.query<{ action: string }[]>(
      `select action from audit_entry where submission_id = $1 order by at, id`,
      [paper.id],
    )
  ).map(({ action }) => action);

describe('the machine', () => {
  it('suggests an institution shared in another spelling, and compares again when a profile changes', async () => {
    const { call, ravi, paper } = await story({ affiliation: 'Università degli Studi di Milano' });
    await works(paper, 'Dept. of Informatics, University of Milan, Italy');
    await compared({ submission: paper });
    await compared({ call });
    expect(await rowsOf(paper)).toMatchObject([
      {
        person_id: ravi.id,
        kind: 'institution',
        source: 'machine',
        state: 'suggested',
        evidence: [{ reason: 'institution' }],
      },
    ]);
    const visitor = await app.signIn(ravi);
    const { body } = await visitor.get('/api/me').expect(200);
    const { givenName, familyName, locale, timeZone, version } = body.person;
    await visitor
      .put('/api/me/profile')
      .send({ version, givenName, familyName, locale, timeZone, affiliation: 'Politecnico di Torino' })
      .expect(200);
    await app.drainJobs();
    expect(await rowsOf(paper)).toEqual([]);
    expect(await actions(paper)).toEqual(['conflicts.compared', 'conflicts.compared']);
  });

  it('blocks who wrote with an author lately, in this call or an earlier one', async () => {
    const { call, ravi, marta, ada, paper } = await story();
    const earlier = await app.given.call(`earlier-${stories}`, { name: 'ITAIS 2015' });
    await app.given.submission(earlier, { by: [marta, ada] });
    await app.given.submission(call, { by: [ravi, ada], track: call.tracks[1] as { id: string } });
    await compared({ submission: paper });
    const rows = await rowsOf(paper);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ person_id }) => person_id === marta.id)).toMatchObject({
      ...{ kind: 'co_author', state: 'blocking', evidence: [{ reason: 'co_author', what: 'ITAIS 2015' }] },
    });
    expect(rows.find(({ person_id }) => person_id === ravi.id)).toMatchObject({ kind: 'co_author', state: 'blocking' });
  });

  it('reads what people keep on their profiles', async () => {
    const { ravi, ada, paper } = await story();
    await works(paper, 'University of Milan');
    const visitor = await app.signIn(ravi);
    const { body } = await visitor.get('/api/me/relations').expect(200);
    const lists = {
      advisors: [`${ada.name} (Università di Milano)`],
      collaborators: [' Some Body ', ''],
      institutions: [],
    };
    const saved = await visitor
      .put('/api/me/relations')
      .send({ version: body.version, ...lists })
      .expect(200);
    expect(saved.body).toMatchObject({ ...lists, collaborators: ['Some Body'] });
    await visitor
      .put('/api/me/relations')
      .send({ version: body.version, ...lists })
      .expect(409);
    await app.drainJobs();
    expect(await rowsOf(paper)).toMatchObject([{ person_id: ravi.id, kind: 'advisor', state: 'blocking' }]);
  });

  it('loses nothing when its job is lost, and is asked by whoever joins the committee', async () => {
    const { call, ada, paper, chidi } = await story();
    await app.given.role(ada, 'reviewer', call);
    await app.given.conflictCheck({ person: ada });
    app.forgetJobs();
    await app.runJob('sweep-conflicts');
    expect(await rowsOf(paper)).toMatchObject([{ person_id: ada.id, kind: 'same_person', state: 'blocking' }]);
    expect(chidi.id).toBeTruthy();
  });

  it('is asked again in the transaction that assigns, though no job has run', async () => {
    const { ravi, ada, tala, paper } = await story();
    await app.database.query(
      `insert into person_email (id, person_id, address, is_primary, created_at) values (gen_random_uuid(), $1, $2, false, now())`,
      [ravi.id, ada.address],
    );
    const visitor = await app.signIn(tala);
    const { body } = await visitor
      .post(`/api/submissions/${paper.id}/assignments`)
      .send({ reviewerId: ravi.id })
      .expect(409);
    expect(body).toMatchObject({ code: 'conflict_of_interest' });
  });
});

describe('chairs', () => {
  const suggested = async (options: Parameters<typeof story>[0] = {}): Promise<Story> => {
    const told = await story({ affiliation: 'Bocconi University', ...options });
    await works(told.paper, 'Università Commerciale Luigi Bocconi');
    await compared({ submission: told.paper });
    return told;
  };

  it('see what is suggested with its reasons, of their own tracks, and confirm it', async () => {
    const { call, tala, ravi, paper } = await suggested();
    const visitor = await app.signIn(tala);
    const before = await page(visitor, call);
    expect(before).toMatchObject({
      ...{ total: 1, counts: { suggested: 1, blocking: 0, dismissed: 0 } },
      rows: [
        {
          ...{
            submissionId: paper.id,
            personId: ravi.id,
            state: 'suggested',
            can: { confirm: true, pin: true, dismiss: true },
          },
          entries: [
            { source: 'machine', kind: 'institution', evidence: [{ what: 'Università Commerciale Luigi Bocconi' }] },
          ],
        },
      ],
    });
    expect((await settle(visitor, call, 'confirm', paper, ravi).expect(200)).body).toEqual({ settled: 1, refused: [] });
    expect((await page(visitor, call)).rows).toEqual([]);
    expect((await page(visitor, call, '?show=blocking')).rows).toMatchObject([
      { personId: ravi.id, state: 'blocking' },
    ]);
    await compared({ call });
    expect(await rowsOf(paper)).toMatchObject([{ state: 'blocking' }]);
    expect(await actions(paper)).toContain('conflict.confirmed');
  });

  it('find a pair by the person, the affiliation, the title or the number, and turn its pages', async () => {
    const { call, tala, ravi, marta, ada, paper } = await story();
    const { given } = app;
    const second = await given.submission(call, { by: [ada], title: 'Bridges', round: 'review_open' });
    for (const one of [paper, second]) {
      for (const who of [ravi, marta]) await given.conflict(one, who, 'machine');
    }
    // said twice of one pair is one pair, and the stronger speaks for it
    await given.conflict(second, marta, 'author');
    const visitor = await app.signIn(tala);
    const pairs = async (query: string) => {
      const { rows, total } = await page(visitor, call, query);
      return { pairs: rows.map(({ number, name }) => `#${number} ${name}`), total };
    };
    const [first, all] = [await page(visitor, call), await pairs('')];
    expect(first.counts).toEqual({ suggested: 3, blocking: 1, dismissed: 0 });
    expect(all.total).toBe(3);
    expect(await pairs('?q=bridg')).toEqual({ pairs: [`#${second.number} ${ravi.name}`], total: 1 });
    expect(await pairs(`?q=%23${paper.number}`)).toMatchObject({ total: 2 });
    expect(await pairs(`?q=${encodeURIComponent(marta.name)}`)).toEqual({
      pairs: [`#${paper.number} ${marta.name}`],
      total: 1,
    });
    expect((await pairs('?limit=2')).pairs).toEqual(all.pairs.slice(0, 2));
    expect((await pairs('?limit=2&offset=2')).pairs).toEqual(all.pairs.slice(2));
    expect(await pairs('?show=blocking')).toEqual({ pairs: [`#${second.number} ${marta.name}`], total: 1 });
    // whoever was asked already comes first
    await given.assignment(second, ravi);
    expect((await pairs('')).pairs[0]).toBe(`#${second.number} ${ravi.name}`);
  });

  it('dismiss with a reason; the machine asks again only for a stronger one', async () => {
    const { call, tala, ravi, ada, paper } = await suggested();
    const visitor = await app.signIn(tala);
    await settle(visitor, call, 'dismiss', paper, ravi, 'Another faculty, never met').expect(200);
    await compared({ call });
    expect((await page(visitor, call, '?show=dismissed')).rows).toMatchObject([
      { personId: ravi.id, entries: [{ settledBy: tala.name, settledReason: 'Another faculty, never met' }] },
    ]);
    await app.given.submission(call, { by: [ravi, ada], track: call.tracks[1] as { id: string } });
    await compared({ call });
    expect(await rowsOf(paper)).toMatchObject([{ kind: 'co_author', state: 'blocking' }]);
  });

  it('pin what stays when the reasons go', async () => {
    const { call, tala, ravi, paper } = await suggested();
    const visitor = await app.signIn(tala);
    await settle(visitor, call, 'pin', paper, ravi).expect(200);
    await works(paper, 'Somewhere else');
    await compared({ call });
    expect(await rowsOf(paper)).toMatchObject([{ source: 'chair', kind: 'institution', state: 'blocking' }]);
  });

  it('set one by hand on the page of a paper, with anybody of the committee but themselves', async () => {
    const { tala, marta, paper, chidi } = await story();
    const visitor = await app.signIn(tala);
    const found = (await visitor.get(`/api/submissions/${paper.id}/conflicts?find=marta`).expect(200))
      .body as SubmissionConflicts;
    expect(found).toMatchObject({ inConflict: 0, showsWhy: true, found: [{ personId: marta.id }], can: { pin: true } });
    const pin = (personId: string) =>
      visitor.post(`/api/submissions/${paper.id}/conflicts`).send({ personId, kind: 'personal', reason: 'Married' });
    const after = (await pin(marta.id).expect(200)).body as SubmissionConflicts;
    expect(after).toMatchObject({
      inConflict: 1,
      rows: [{ personId: marta.id, entries: [{ source: 'chair', reason: 'Married' }] }],
    });
    await pin(tala.id).expect(403);
    await pin((await app.given.person(`Nobody ${stories}`)).id).expect(404);
    await (await app.signIn(chidi)).get(`/api/submissions/${paper.id}/conflicts`).expect(200);
  });

  it('never settle their own, nor what wrote the paper, nor papers of other tracks', async () => {
    const told = await suggested();
    const { call, tala, ravi, marta, paper } = told;
    await app.given.role(ravi, 'track_chair', call, call.tracks[0]);
    const asRavi = await app.signIn(ravi);
    expect((await page(asRavi, call)).rows).toMatchObject([{ own: true, can: { confirm: false, dismiss: false } }]);
    expect((await settle(asRavi, call, 'dismiss', paper, ravi).expect(200)).body.refused).toEqual([
      { number: paper.number, code: 'not_permitted' },
    ]);
    const elsewhere = await app.given.submission(call, { by: [marta], track: call.tracks[1] as { id: string } });
    await compared({ submission: elsewhere });
    const asTala = await app.signIn(tala);
    expect((await settle(asTala, call, 'dismiss', elsewhere, marta).expect(200)).body.refused).toEqual([
      { number: null, code: 'not_found' },
    ]);
    const asChidi = await app.signIn(told.chidi);
    expect((await settle(asChidi, call, 'dismiss', elsewhere, marta).expect(200)).body.refused).toMatchObject([
      { code: 'wrong_state' },
    ]);
    await (await app.signIn(marta)).get(`/api/calls/${call.slug}/conflicts`).expect(403);
  });

  it('of a triple-blind call learn that there is a conflict, not why, and cannot wave it away', async () => {
    const { call, tala, ravi, ada, paper } = await suggested({ anonymity: 'triple' });
    const visitor = await app.signIn(tala);
    const response = await visitor.get(`/api/calls/${call.slug}/conflicts`).expect(200);
    const rows = (response.body as ConflictsPage).rows;
    expect(rows).toMatchObject([{ personId: ravi.id, entries: [], can: { confirm: true, dismiss: false } }]);
    expect(response.text).not.toMatch(new RegExp(`Commerciale|${ada.name}|institution`));
    expect((await settle(visitor, call, 'dismiss', paper, ravi).expect(200)).body.refused).toMatchObject([
      { code: 'not_permitted' },
    ]);
    await settle(visitor, call, 'confirm', paper, ravi).expect(200);
    const { body } = await visitor.get(`/api/submissions/${paper.id}/conflicts`).expect(200);
    expect(body).toMatchObject({ inConflict: 1, showsWhy: false });
  });

  it('are shown declarations that leave nobody for a topic', async () => {
    const { given } = app;
    const { ada, chidi } = await story();
    const call = await given.call(`topics-${stories}`, { topics: ['Open data', 'Health'] });
    await given.role(chidi, 'chair', call);
    const reviewers = [await given.person(`Rev One ${stories}`), await given.person(`Rev Two ${stories}`)];
    for (const reviewer of reviewers) {
      await given.role(reviewer, 'reviewer', call);
      await app.database.query(`insert into topic_interest (person_id, topic_id) values ($1, $2)`, [
        reviewer.id,
        call.topics['Open data'],
      ]);
    }
    const paper = await given.submission(call, { by: [ada], topics: ['Open data', 'Health'] });
    for (const reviewer of reviewers) await given.conflict(paper, reviewer, 'author');
    const visitor = await app.signIn(chidi);
    expect((await visitor.get(`/api/calls/${call.slug}/conflicts/flagged`).expect(200)).body.rows).toEqual([
      {
        submissionId: paper.id,
        number: paper.number,
        title: 'A paper',
        flags: [{ code: 'topic', topic: 'Open data', reviewers: 2 }],
      },
    ]);
  });
});

describe('a conflict found late', () => {
  it('ends access at once, keeps the review and withholds it, tells the chairs; dismissed, all is as it was', async () => {
    const { call, tala, chidi, ravi, marta, ada, paper } = await story();
    const held = await app.given.assignment(paper, ravi);
    await app.given.review(held, { overall: 5, comments: 'Brilliant, by my friend' });
    await app.given.review(await app.given.assignment(paper, marta), { overall: 3 });
    await app.database.query(
      `update submission set reviews_in = 2, reviews_expected = 2, score_mean = 4, score_min = 3, score_max = 5 where id = $1`,
      [paper.id],
    );
    const asRavi = await app.signIn(ravi);
    await asRavi.get(`/api/assignments/${held.id}/review`).expect(200);
    await app.given.submission(call, { by: [ravi, ada], track: call.tracks[1] as { id: string } });
    await compared({ submission: paper });

    await asRavi.get(`/api/assignments/${held.id}/review`).expect(404);
    await asRavi.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(404);
    expect(await one(`select state, revoked_from from assignment where id = $1`, held.id)).toEqual({
      ...{ state: 'revoked_conflict', revoked_from: 'completed' },
    });
    const review = `select v.state, w.answers->>'comments' as text from review v join review_version w on w.review_id = v.id where v.assignment_id = $1`;
    expect(await one(review, held.id)).toEqual({ state: 'withheld', text: 'Brilliant, by my friend' });
    expect(
      await one(`select reviews_in, reviews_expected, score_mean from submission where id = $1`, paper.id),
    ).toEqual({
      ...{ reviews_in: 1, reviews_expected: 1, score_mean: '3.000' },
    });
    const asTala = await app.signIn(tala);
    const reviews = await asTala.get(`/api/submissions/${paper.id}/reviews`).expect(200);
    expect(reviews.text).not.toContain('by my friend');
    const [toRavi] = await app.mails(ravi.address);
    expect(toRavi?.subject).toContain('No review needed');
    expect(toRavi?.body).not.toMatch(/conflict|withh/i);
    for (const chair of [tala])
      expect((await app.mails(chair.address)).at(-1)?.body).toMatch(/in conflict of interest.*can no longer read it/s);
    expect(await app.mails(chidi.address)).toEqual([]);
    const home = (await asTala.get(`/api/me/next?call=${call.slug}`).expect(200)).body;
    expect(home.tasks).toContainEqual(
      expect.objectContaining({ kind: 'late_conflict', facts: expect.objectContaining({ count: 1 }) }),
    );
    const late = (await asTala.get(`/api/calls/${call.slug}/conflicts/late`).expect(200)).body.rows;
    expect(late).toMatchObject([{ personId: ravi.id, review: 'withheld', source: 'machine' }]);

    expect((await settle(asTala, call, 'dismiss', paper, ravi, 'A namesake').expect(200)).body).toEqual({
      settled: 1,
      refused: [],
    });
    expect(await one(review, held.id)).toMatchObject({ state: 'submitted' });
    expect(await one(`select state from assignment where id = $1`, held.id)).toEqual({ state: 'completed' });
    expect(await one(`select reviews_in, score_mean from submission where id = $1`, paper.id)).toEqual({
      reviews_in: 2,
      score_mean: '4.000',
    });
    await asRavi.get(`/api/assignments/${held.id}/review`).expect(200);
    expect(await actions(paper)).toEqual(expect.arrayContaining(['conflict.undone', 'conflict.dismissed']));
  });

  it('takes a rehearsed letter that quotes the review out of the release', async () => {
    const { call, chidi, ravi, tala, paper } = await story();
    const held = await app.given.assignment(paper, ravi);
    await app.given.review(held);
    const visitor = await app.signIn(chidi);
    await visitor
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'accept_paper', reason: '', letter: null, version: 0 })
      .expect(200);
    await visitor.post(`/api/calls/${call.slug}/releases`).send({}).expect(201);
    await (
      await app.signIn(ravi)
    )
      .post(`/api/assignments/${held.id}/answer`)
      .send({ answer: 'conflict', kind: 'personal', reason: 'In-law' });
    expect(await one(`select state from decision where submission_id = $1`, paper.id)).toEqual({ state: 'decided' });
    expect(await app.database.query(`select 1 from release_item where submission_id = $1`, [paper.id])).toEqual([]);
    expect((await app.mails(tala.address)).at(-1)?.body).toContain('declared a conflict of interest');
  });

  it('is put aside once somebody has looked', async () => {
    const { call, tala, ravi, paper } = await story();
    const held = await app.given.assignment(paper, ravi);
    const asTala = await app.signIn(tala);
    await asTala
      .post(`/api/submissions/${paper.id}/conflicts`)
      .send({ personId: ravi.id, kind: 'other', reason: '' })
      .expect(200);
    const seen = await asTala
      .post(`/api/calls/${call.slug}/conflicts/seen`)
      .send({ assignmentIds: [held.id] })
      .expect(200);
    expect(seen.body.rows).toEqual([]);
  });
});

describe('a member of the committee', () => {
  it('declares a conflict before being asked, and takes it back until the paper was offered', async () => {
    const { ravi, tala, call, paper } = await story();
    const asRavi = await app.signIn(ravi);
    await asRavi.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(200);
    await asRavi
      .post(`/api/submissions/${paper.id}/own-conflict`)
      .send({ kind: 'advisor', reason: 'My student' })
      .expect(204);
    await asRavi.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(404);
    const asTala = await app.signIn(tala);
    await asTala.post(`/api/submissions/${paper.id}/assignments`).send({ reviewerId: ravi.id }).expect(409);
    const mine = (await asRavi.get('/api/me/conflicts').expect(200)).body.rows;
    expect(mine).toMatchObject([{ number: paper.number, kind: 'advisor', reason: 'My student', canTakeBack: true }]);
    await asTala.delete(`/api/me/conflicts/${mine[0].id}`).expect(404);
    await asRavi.delete(`/api/me/conflicts/${mine[0].id}`).expect(200);
    await asRavi.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(200);
    expect((await actions(paper)).sort()).toEqual(['conflict.declared', 'conflict.taken_back']);
  });

  it('who was asked already leaves the last word to a chair', async () => {
    const { ravi, paper } = await story();
    const held = await app.given.assignment(paper, ravi, { state: 'invited' });
    const asRavi = await app.signIn(ravi);
    await asRavi
      .post(`/api/assignments/${held.id}/answer`)
      .send({ answer: 'conflict', kind: 'personal', reason: '' })
      .expect(200);
    const [mine] = (await asRavi.get('/api/me/conflicts').expect(200)).body.rows as {
      id: string;
      canTakeBack: boolean;
      kind: string;
    }[];
    expect(mine).toMatchObject({ canTakeBack: false, kind: 'personal' });
    await asRavi.delete(`/api/me/conflicts/${mine?.id}`).expect(409);
  });

  it('a stranger declares nothing, nor learns whether there is anything', async () => {
    const { paper } = await story();
    const olu = await app.signIn(await app.given.person(`Olu ${stories}`));
    const declare = (id: string) => olu.post(`/api/submissions/${id}/own-conflict`).send({ kind: 'other', reason: '' });
    const [there, nowhere] = [await declare(paper.id), await declare('00000000-0000-4000-8000-000000000000')];
    expect([there.status, there.body]).toEqual([404, nowhere.body]);
    await app
      .visitor()
      .post(`/api/submissions/${paper.id}/own-conflict`)
      .send({ kind: 'other', reason: '' })
      .expect(401);
    await (
      await app.signIn((await story()).ravi)
    )
      .post(`/api/submissions/${paper.id}/own-conflict`)
      .send({ kind: 'nonsense' })
      .expect(422);
  });
});
