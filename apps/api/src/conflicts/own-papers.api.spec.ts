import { TestApp } from '../testing';
import { crawlCall, type Window } from '../testing/proof/crawl';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing/given';

let app: TestApp;
let stories = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-05-01T08:00:00Z' })));
afterAll(() => app.stop());

interface Story {
  call: GivenCall;
  chidi: GivenPerson;
  chen: GivenPerson;
  tala: GivenPerson;
  tom: GivenPerson;
  ravi: GivenPerson;
  ada: GivenPerson;
  sam: GivenPerson;
  ines: GivenPerson;
}

/** Chidi and, if asked for, Chen chair the call; Tala and Tom its first track; Ravi reviews; Sam has no office; Ines runs the house. */
async function story(
  options: { heads?: 1 | 2; coChairs?: 0 | 1 | 2; settings?: Record<string, unknown> } = {},
): Promise<Story> {
  stories += 1;
  const { given } = app;
  const person = (name: string, more = {}) =>
    given.person(`${name} Story${'abcdefghijklmnopqrstuvwxyz'[stories]}`, {
      address: `${name.toLowerCase()}-${stories}@example.org`,
      ...more,
    });
  const people = {
    ...{
      chidi: await person('Chidi'),
      chen: await person('Chen'),
      tala: await person('Tala'),
      tom: await person('Tom'),
    },
    ...{ ravi: await person('Ravi'), ada: await person('Ada'), sam: await person('Sam') },
    ines: await person('Ines', { admin: true }),
  };
  const call = await given.call(`own-${stories}`, {
    tracks: ['First', 'Second'],
    topics: ['Rivers', 'Tides'],
    settings: options.settings ?? {},
  });
  await given.role(people.chidi, 'chair', call);
  if ((options.heads ?? 2) > 1) await given.role(people.chen, 'chair', call);
  const coChairs = [people.tala, people.tom].slice(0, options.coChairs ?? 2);
  for (const coChair of coChairs) await given.role(coChair, 'track_chair', call, call.tracks[0]);
  await given.role(people.ravi, 'reviewer', call);
  return { call, ...people };
}

const compared = async (paper: { id: string }): Promise<void> => {
  await app.given.conflictCheck({ submission: paper });
  await app.runJob('sweep-conflicts');
};
const handlerOf = async (paper: { id: string }): Promise<{ handler_id: string | null; unhandled: boolean }> => {
  const [row] = await app.database.query(`select handler_id, unhandled from submission where id = $1`, [paper.id]);
  return row;
};
const window = async (person: GivenPerson): Promise<Window> => ({
  origin: await app.url(),
  cookie: await app.cookieOf(person),
});

describe('a paper of somebody in office', () => {
  it('stays with those whose office it is while none of them wrote it', async () => {
    const { call, ada } = await story();
    const paper = await app.given.submission(call, { by: [ada] });
    await compared(paper);
    expect(await handlerOf(paper)).toEqual({ handler_id: null, unhandled: false });
  });

  it('goes to the next co-chair, who is told, and to nobody of the others', async () => {
    const { call, ada, tala, tom, chidi } = await story();
    const paper = await app.given.submission(call, { by: [ada, tala], round: 'review_open', title: 'By a co-chair' });
    await compared(paper);
    expect(await handlerOf(paper)).toEqual({ handler_id: tom.id, unhandled: false });
    expect((await app.mails(tom.address))[0]?.body).toContain('You handle submission');
    expect(await app.mails(tala.address)).toEqual([]);
    expect(await app.mails(chidi.address)).toEqual([]);
    const asTala = await app.signIn(tala);
    expect((await asTala.get(`/api/calls/${call.slug}/records`).expect(200)).body.rows).toEqual([]);
    expect((await asTala.get(`/api/calls/${call.slug}/mail`).expect(200)).body.total).toBe(0);
    expect((await (await app.signIn(tom)).get(`/api/calls/${call.slug}/records`).expect(200)).body.rows).toHaveLength(
      1,
    );
    await compared(paper);
    expect(await app.mails(tom.address)).toHaveLength(1);
  });

  it('goes to a programme chair when no co-chair is left, and again to the next', async () => {
    const { call, ada, tala, chidi, chen } = await story({ coChairs: 1 });
    const paper = await app.given.submission(call, { by: [ada, tala] });
    await compared(paper);
    expect(await handlerOf(paper)).toMatchObject({ handler_id: chen.id });
    const asChen = await app.signIn(chen);
    await asChen.post(`/api/submissions/${paper.id}/own-conflict`).send({ kind: 'personal', reason: '' }).expect(204);
    expect(await handlerOf(paper)).toMatchObject({ handler_id: chidi.id });
    await asChen.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(404);
  });

  it('by the only programme chair is decided and released by the co-chair, that one alone', async () => {
    const { call, ada, chidi, tala, tom, sam } = await story({ heads: 1 });
    const own = await app.given.submission(call, { by: [ada, chidi], round: 'review_open', title: 'By the chair' });
    const other = await app.given.submission(call, { by: [sam], round: 'review_open', title: 'By nobody in office' });
    await compared(own);
    await compared(other);
    expect(await handlerOf(own)).toMatchObject({ handler_id: tala.id });
    const decide = { outcome: 'accept_paper', reason: 'Strong', letter: null, version: 0 };
    const asTala = await app.signIn(tala);
    await asTala.put(`/api/submissions/${own.id}/decision`).send(decide).expect(200);
    await asTala.put(`/api/submissions/${other.id}/decision`).send(decide).expect(403);
    await (
      await app.signIn(tom)
    )
      .put(`/api/submissions/${own.id}/decision`)
      .send({ ...decide, version: 1 })
      .expect(403);
    const asChidi = await app.signIn(chidi);
    await asChidi.put(`/api/submissions/${other.id}/decision`).send(decide).expect(200);
    const ready = (await asChidi.get(`/api/calls/${call.slug}/releases`).expect(200)).body;
    expect(ready.ready.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(1);
    const batch = (await asChidi.post(`/api/calls/${call.slug}/releases`).send({}).expect(201)).body;
    expect(batch.decisions).toBe(1);
    await asChidi.post(`/api/releases/${batch.id}/release`).send({ version: batch.version }).expect(200);
    const mine = (await asTala.post(`/api/calls/${call.slug}/releases`).send({}).expect(201)).body;
    expect(mine.letters.map(({ number }: { number: number }) => number)).toEqual([own.number, own.number]);
    await asTala.post(`/api/releases/${mine.id}/release`).send({ version: mine.version }).expect(200);
    const states = await app.database.query(`select state from decision where submission_id = any($1)`, [
      [own.id, other.id],
    ]);
    expect(states).toEqual([{ state: 'released' }, { state: 'released' }]);
  });

  it('in a rehearsal that somebody else made is left out when the chair releases it, without a word', async () => {
    const { call, ada, chidi, chen, sam } = await story();
    const own = await app.given.submission(call, { by: [ada, chidi], round: 'review_open' });
    const other = await app.given.submission(call, { by: [sam], round: 'review_open' });
    await compared(own);
    const [asChidi, asChen] = [await app.signIn(chidi), await app.signIn(chen)];
    for (const { id } of [own, other])
      await asChen
        .put(`/api/submissions/${id}/decision`)
        .send({ outcome: 'reject', reason: 'Weak', letter: null, version: 0 })
        .expect(200);
    const batch = (await asChen.post(`/api/calls/${call.slug}/releases`).send({}).expect(201)).body;
    expect(batch.decisions).toBe(2);
    const seen = (await asChidi.get(`/api/releases/${batch.id}`).expect(200)).body;
    expect(seen).toMatchObject({ decisions: 1, can: { release: true } });
    const released = (
      await asChidi.post(`/api/releases/${batch.id}/release`).send({ version: batch.version }).expect(200)
    ).body;
    expect(released.delivery.waiting + released.delivery.sent).toBe(1);
    const states = await app.database.query(
      `select d.state from decision d join submission s on s.id = d.submission_id where s.call_id = $1 order by s.number`,
      [call.id],
    );
    expect(states).toEqual([{ state: 'decided' }, { state: 'released' }]);
    expect((await asChen.get(`/api/calls/${call.slug}/releases`).expect(200)).body.ready).toContainEqual({
      outcome: 'reject',
      n: 1,
    });
  });

  it('that nobody may handle waits for a substitute: the administrator sees it, and names one who handles it alone', async () => {
    const { call, ada, chidi, sam, ines, ravi } = await story({ heads: 1, coChairs: 0 });
    const own = await app.given.submission(call, { by: [chidi, ada], round: 'review_open' });
    const other = await app.given.submission(call, { by: [ada], round: 'review_open' });
    await compared(own);
    expect(await handlerOf(own)).toEqual({ handler_id: null, unhandled: true });
    const asInes = await app.signIn(ines);
    const task = { kind: 'name_substitute', callSlug: call.slug, link: `/app/c/${call.slug}/substitute` };
    expect((await asInes.get('/api/me/next').expect(200)).body.tasks).toContainEqual(expect.objectContaining(task));
    expect((await app.mails(ines.address))[0]?.body).not.toContain('A paper');
    // the chair wrote it, knows that it is there, and may name somebody too
    const asChidi = await app.signIn(chidi);
    expect((await asChidi.get('/api/me/next').expect(200)).body.tasks).toContainEqual(expect.objectContaining(task));
    expect((await asInes.get(`/api/calls/${call.slug}/substitute`).expect(200)).body).toMatchObject({
      substitute: null,
      waiting: 1,
    });
    expect((await asChidi.get(`/api/calls/${call.slug}/substitute`).expect(200)).body).toMatchObject({ waiting: null });
    await (await app.signIn(ravi)).get(`/api/calls/${call.slug}/substitute`).expect(403);
    await asInes.put(`/api/calls/${call.slug}/substitute`).send({ address: 'nobody@example.org' }).expect(422);
    await asInes.put(`/api/calls/${call.slug}/substitute`).send({ address: sam.address }).expect(200);
    expect(await handlerOf(own)).toEqual({ handler_id: sam.id, unhandled: false });
    const asSam = await app.signIn(sam);
    const rows = (await asSam.get(`/api/calls/${call.slug}/records`).expect(200)).body.rows;
    expect(rows.map(({ number }: { number: number }) => number)).toEqual([own.number]);
    await asSam.get(`/api/calls/${call.slug}/records/${other.number}`).expect(404);
    await asSam.post(`/api/submissions/${own.id}/assignments`).send({ reviewerId: ravi.id }).expect(201);
    await asSam
      .put(`/api/submissions/${own.id}/decision`)
      .send({ outcome: 'accept_paper', reason: 'No reviews needed', letter: null, version: 0 })
      .expect(200);
    await asSam.get(`/api/calls/${call.slug}/setup`).expect(403);
    await asSam.get(`/api/calls/${call.slug}/people`).expect(403);
  });
});

describe('a chair who is kept from a paper', () => {
  /** Everything that can be known of the paper is there: reviewers, a review, a decision in a rehearsed letter, mails, a form and topics of its own. */
  async function secret(
    { call, ravi, ada, chen }: Story,
    by: GivenPerson[],
    barred: GivenPerson | null,
  ): Promise<GivenSubmission> {
    const paper = await app.given.submission(call, {
      by,
      round: 'review_open',
      title: 'Kept apart',
      topics: ['Tides'],
    });
    if (barred) await app.given.conflict(paper, barred);
    await app.given.review(await app.given.assignment(paper, ravi));
    const late = await app.given.person(`Late ${stories}`, { address: `late-${stories}@example.org` });
    await app.given.assignment(paper, late, { dueAt: '2016-04-01T00:00:00Z' });
    await compared(paper);
    const asChen = await app.signIn(chen);
    await asChen
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'reject', reason: 'Weak', letter: null, version: 0 })
      .expect(200);
    await asChen
      .post(`/api/calls/${call.slug}/releases`)
      .send({ submissionIds: [paper.id] })
      .expect(201);
    expect(ada.id).toBeTruthy();
    return paper;
  }
  const read = async (by: Window, call: GivenCall): Promise<string[]> =>
    (await crawlCall(by, call.slug)).map(({ path, status, text }) =>
      [
        path,
        status,
        text
          .replace(/^(date|x-request-id|etag|ratelimit[^:]*|keep-alive): .*$/gim, '')
          .replace(/nonce[-=]"?[\w-]+"?/g, ''),
      ].join('\n'),
    );
  const forget = async (paper: GivenSubmission): Promise<void> => {
    const tables = [
      ...[
        'released_review',
        'release_item',
        'decision',
        'recommendation',
        'reminder',
        'conflict',
        'bid',
        'audit_entry',
        'email_message',
      ],
      ...[
        'submission_file',
        'submission_topic',
        'submission_author',
        'submission_contact',
        'working_copy',
        'submission_version',
      ],
    ];
    await app.database.query(
      `delete from review_version where review_id in (select id from review where submission_id = $1)`,
      [paper.id],
    );
    await app.database.query(`update review set submission_version_id = null where submission_id = $1`, [paper.id]);
    for (const table of ['released_review', 'review', 'reminder', 'assignment', ...tables, 'round'])
      await app.database.query(`delete from ${table} where submission_id = $1`, [paper.id]);
    await app.database.query(`delete from submission where id = $1`, [paper.id]);
  };

  it.each(['programme chair', 'co-chair'] as const)(
    'reads the same, byte for byte, whether it exists or not: a %s in conflict',
    async (office) => {
      const told = await story();
      const { call, ada, chidi, tala, ravi } = told;
      const reader = office === 'co-chair' ? tala : chidi;
      const by = await window(reader);
      const known = await app.given.submission(call, {
        by: [ada],
        round: 'review_open',
        title: 'Known to all',
        topics: ['Rivers'],
      });
      await app.given.review(await app.given.assignment(known, ravi));
      await compared(known);
      const paper = await secret(told, [ada], reader);
      const there = await read(by, call);
      await forget(paper);
      const gone = await read(by, call);
      expect(there.length).toBeGreaterThan(30);
      expect(there.filter((answer, index) => answer !== gone[index])).toEqual([]);
      expect(there.join('\n')).toContain('Known to all');
    },
    60_000,
  );

  it('reads the same, whether it is decided or not: a programme chair who wrote it', async () => {
    const told = await story();
    const { call, ada, chidi, ravi } = told;
    const known = await app.given.submission(call, {
      by: [ada],
      round: 'review_open',
      title: 'Known to all',
      topics: ['Rivers'],
    });
    await app.given.review(await app.given.assignment(known, ravi));
    const paper = await secret(told, [ada, chidi], null);
    const by = await window(chidi);
    const decided = await read(by, call);
    await app.database.query(`delete from release_item where submission_id = $1`, [paper.id]);
    await app.database.query(`delete from decision where submission_id = $1`, [paper.id]);
    await app.database.query(`update round set state = 'review_open' where submission_id = $1`, [paper.id]);
    await app.database.query(
      `delete from review_version where review_id in (select id from review where submission_id = $1)`,
      [paper.id],
    );
    await app.database.query(`delete from review where submission_id = $1`, [paper.id]);
    await app.database.query(`update assignment set state = 'accepted' where submission_id = $1`, [paper.id]);
    await app.database.query(
      `update submission set reviews_in = 0, score_mean = null, score_min = null, score_max = null where id = $1`,
      [paper.id],
    );
    const undecided = await read(by, call);
    expect(decided.filter((answer, index) => answer !== undecided[index])).toEqual([]);
  }, 60_000);

  it('is not told by the load of a reviewer, nor by its limit', async () => {
    const told = await story({ settings: { maxLoad: 1 } });
    const { call, ada, tala, ravi } = told;
    const own = await app.given.submission(call, { by: [ada, tala], round: 'review_open' });
    await app.given.assignment(own, ravi);
    const other = await app.given.submission(call, { by: [ada], round: 'review_open' });
    await compared(own);
    const asTala = await app.signIn(tala);
    const [candidate] = (await asTala.get(`/api/submissions/${other.id}/candidates`).expect(200)).body.candidates;
    expect(candidate).toMatchObject({ personId: ravi.id, load: 0 });
    await asTala.post(`/api/submissions/${other.id}/assignments`).send({ reviewerId: ravi.id }).expect(201);
  });

  it('no letter that speaks of several papers shows one of theirs', async () => {
    const told = await story({ settings: { committeeAcceptsByDefault: true } });
    const { call, ada, chidi, chen, ravi } = told;
    const own = await app.given.submission(call, { by: [ada, chidi], title: 'Kept apart' });
    const other = await app.given.submission(call, { by: [ada], title: 'Known to all' });
    await compared(own);
    const asChen = await app.signIn(chen);
    for (const { id } of [own, other])
      await asChen.post(`/api/submissions/${id}/assignments`).send({ reviewerId: ravi.id }).expect(201);
    const untold = (await asChen.get(`/api/calls/${call.slug}/assignments/untold`).expect(200)).body;
    await asChen
      .post(`/api/calls/${call.slug}/assignments/tell`)
      .send({ assignmentIds: untold.assignmentIds })
      .expect(200);
    expect((await app.mails(ravi.address)).at(-1)?.body).toMatch(
      /Kept apart[\s\S]*Known to all|Known to all[\s\S]*Kept apart/,
    );
    const shown = async (person: GivenPerson) =>
      (await (await app.signIn(person)).get(`/api/calls/${call.slug}/mail`).expect(200)).text;
    expect(await shown(chidi)).not.toContain(ravi.address);
    expect(await shown(chen)).toContain(ravi.address);
  });
});
