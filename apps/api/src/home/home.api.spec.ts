import { createHash, randomUUID } from 'node:crypto';
import type { NextView, TaskView } from '@convoke/contract';
import type { GivenCall, GivenPerson } from '../testing';
import { TestApp } from '../testing';

let app: TestApp;
let itais: GivenCall;
let chidi: GivenPerson;
let tala: GivenPerson;
let ada: GivenPerson;
let ravi: GivenPerson;
let marta: GivenPerson;
let run = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

beforeEach(async () => {
  run += 1;
  const { given } = app;
  itais = await given.call(`itais-${run}`, {
    name: 'ITAIS 2016',
    tracks: ['Digital transformation', 'Health'],
    closes: {
      paper: '2016-05-31T12:00:00Z',
      review: '2016-06-28T12:00:00Z',
      decision: '2016-07-10T12:00:00Z',
      notification: '2016-07-15T12:00:00Z',
    },
    settings: { reviewsPerSubmission: 2 },
  });
  const named = (name: string) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${run}@example.org` });
  chidi = await named('Chidi Eze');
  tala = await named('Tala Brandt');
  ada = await named('Ada Ferri');
  ravi = await named('Ravi Menon');
  marta = await named('Marta Nowak');
  await given.role(chidi, 'chair', itais);
  await given.role(tala, 'track_chair', itais, itais.tracks[0]);
});

const next = async (person: GivenPerson, call?: string): Promise<NextView> =>
  (await (await app.signIn(person)).get(`/api/me/next${call ? `?call=${call}` : ''}`).expect(200)).body as NextView;
const brief = ({ kind, facts }: TaskView) => ({ kind, facts });
const phase = (view: NextView, kind: string) => view.stands?.phases.find((one) => one.kind === kind);

describe('what is next for an author', () => {
  it('is the draft, with what is missing in words and the date that will be enforced', async () => {
    const jedem = await app.given.call(`jedem-${run}`, { closes: { paper: '2016-06-20T22:00:00Z' } });
    const draft = await app.given.submission(jedem, { by: [ada], state: 'draft', title: '' });
    const { tasks, waiting } = await next(ada);
    expect(tasks).toMatchObject([
      {
        kind: 'finish_draft',
        callSlug: jedem.slug,
        due: { closesAt: '2016-06-20T22:00:00.000Z' },
        link: `/app/c/${jedem.slug}/d/${draft.id}`,
      },
    ]);
    expect(tasks[0]?.facts['missing']).toMatch(/^title, .+ and \d more things$/);
    expect(waiting).toEqual([]);
  });

  it('says nothing of a draft whose deadline is over, and of a paper in review only that it waits', async () => {
    await app.given.submission(itais, { by: [ada], state: 'draft' });
    const paper = await app.given.submission(itais, { by: [ada], title: 'Who co-produces?', round: 'review_open' });
    const { tasks, waiting } = await next(ada);
    expect(tasks).toEqual([]);
    expect(waiting).toMatchObject([
      {
        state: 'review',
        number: paper.number,
        title: 'Who co-produces?',
        expected: { closesAt: '2016-07-15T12:00:00.000Z' },
      },
    ]);
  });

  it('does not tell that a decision is made before it is released', async () => {
    const paper = await app.given.submission(itais, { by: [ada], round: 'decided_not_notified' });
    await decide(paper, 'decided');
    expect(await next(ada)).toMatchObject({ tasks: [], waiting: [{ state: 'review' }] });
    await app.database.query(`update decision set state = 'released', released_at = $2 where submission_id = $1`, [
      paper.id,
      app.clock.now(),
    ]);
    await app.database.query(`update round set state = 'notified' where id = $1`, [paper.roundId]);
    await app.database.query(`update submission set state = 'accepted' where id = $1`, [paper.id]);
    expect(await next(ada)).toMatchObject({ tasks: [{ kind: 'read_decision' }], waiting: [] });
  });
});

describe('what is next for a reviewer', () => {
  it('is the invitation first, then reviews by date with the answers still missing', async () => {
    const asked = await app.given.submission(itais, { by: [ada], title: 'Asked', round: 'review_open' });
    const begun = await app.given.submission(itais, { by: [ada], title: 'Begun', round: 'review_open' });
    const done = await app.given.submission(itais, { by: [ada], title: 'Done', round: 'review_open' });
    const invitation = await app.given.assignment(asked, ravi, { state: 'invited' });
    await app.database.query(`update assignment set expires_at = '2016-06-05T12:00:00Z' where id = $1`, [
      invitation.id,
    ]);
    const draft = await app.given.assignment(begun, ravi);
    await app.given.review(draft, { state: 'draft', comments: '' });
    await app.given.review(await app.given.assignment(done, ravi));
    const view = await next(ravi);
    expect(view.tasks.map(brief)).toEqual([
      { kind: 'answer_invitation', facts: { number: asked.number } },
      { kind: 'finish_review', facts: { number: begun.number, missing: 1 } },
    ]);
    expect(view.tasks[0]?.due).toMatchObject({ wallTime: '2016-06-05T11:59' });
    expect(phase(view, 'review')).toMatchObject({ done: 1, of: 2 });
    expect(phase(view, 'paper')).toMatchObject({ state: 'done', done: null });
  });
});

describe('what is next for those who run a call', () => {
  it('counts for a co-chair only the own track, and never a paper of hers or one she is in conflict with', async () => {
    const [first, second] = itais.tracks;
    await app.given.submission(itais, { by: [ada], track: first });
    await app.given.submission(itais, { by: [ada], track: second });
    await app.given.submission(itais, { by: [tala], track: first });
    const friend = await app.given.submission(itais, { by: [ada], track: first });
    await app.given.conflict(friend, tala, 'reviewer');
    const view = await next(tala);
    expect(view.tasks.map(brief)).toEqual([{ kind: 'assign_reviewers', facts: { count: 1 } }]);
    expect(phase(view, 'paper')).toMatchObject({ done: 1 });
    expect((await next(chidi)).tasks.map(brief)).toEqual([{ kind: 'assign_reviewers', facts: { count: 4 } }]);
  });

  it('goes from recommending to completing the track for a co-chair, from deciding to releasing for the chair', async () => {
    const paper = await app.given.submission(itais, { by: [ada], round: 'review_open' });
    for (const reviewer of [ravi, marta]) await app.given.review(await app.given.assignment(paper, reviewer));
    await app.database.query(`update submission set reviews_in = 2, reviews_expected = 2 where id = $1`, [paper.id]);
    expect((await next(tala)).tasks.map(brief)).toEqual([{ kind: 'recommend', facts: { count: 1, done: 0, of: 1 } }]);
    expect((await next(chidi)).tasks.map(brief)).toEqual([{ kind: 'decide', facts: { count: 1, done: 0, of: 1 } }]);

    await app.database.query(
      `insert into recommendation (id, round_id, submission_id, person_id, outcome, created_at, edited_at)
       values ($1, $2, $3, $4, 'accept_paper', $5, $5)`,
      [randomUUID(), paper.roundId, paper.id, tala.id, app.clock.now()],
    );
    const complete = { kind: 'complete_track', facts: { count: 1, track: 'Digital transformation' } };
    expect((await next(tala)).tasks.map(brief)).toEqual([{ kind: 'write_meta_review', facts: { count: 1 } }, complete]);
    const changed = `update call set settings = settings || jsonb_build_object('metaReview', $2::boolean) where id = $1`;
    await app.database.query(changed, [itais.id, false]);
    expect((await next(tala)).tasks.map(brief)).toEqual([complete]);
    await app.database.query(changed, [itais.id, true]);
    await app.database.query(`update recommendation set for_authors = 'They agree.' where round_id = $1`, [
      paper.roundId,
    ]);
    expect((await next(tala)).tasks.map(brief)).toEqual([
      { kind: 'complete_track', facts: { count: 1, track: 'Digital transformation' } },
    ]);

    await decide(paper, 'decided');
    await app.database.query(`update round set state = 'decided_not_notified' where id = $1`, [paper.roundId]);
    expect((await next(chidi)).tasks.map(brief)).toEqual([{ kind: 'release', facts: { count: 1 } }]);
  });

  it('names late reviews once their date is over', async () => {
    const paper = await app.given.submission(itais, { by: [ada], round: 'review_open' });
    for (const reviewer of [ravi, marta])
      await app.given.assignment(paper, reviewer, { dueAt: '2016-05-30T12:00:00Z' });
    const view = await next(chidi);
    expect(view.tasks.map(brief)).toEqual([{ kind: 'remind_reviewers', facts: { count: 2 } }]);
    expect(view.tasks[0]?.due).toEqual({
      closesAt: '2016-05-30T12:00:00.000Z',
      wallTime: '2016-05-30T11:59',
      zone: 'UTC',
    });
    expect(phase(view, 'review')).toMatchObject({ state: 'now', late: 2, lateLink: `/app/c/${itais.slug}/assign` });
  });

  it('says what keeps a call in set-up from opening, to those who run it alone', async () => {
    const soon = await app.given.call(`soon-${run}`, { state: 'setup', tracks: [] });
    await app.given.role(chidi, 'chair', soon);
    expect((await next(chidi, soon.slug)).tasks.map(brief)).toEqual([{ kind: 'set_up_call', facts: { count: 1 } }]);
    await (await app.signIn(ada)).get(`/api/me/next?call=${soon.slug}`).expect(404);
  });
});

describe('what is next for everybody', () => {
  it('has an office that is offered to a proven address, with the link of the letter', async () => {
    await app.database.query(
      `insert into role_invitation (id, call_id, track_id, role, address, token_hash, created_at, expires_at)
       values ($1, $2, $3, 'track_chair', $4, $5, $6, '2016-06-15T12:00:00Z')`,
      [
        randomUUID(),
        itais.id,
        itais.tracks[1]?.id,
        ravi.address,
        createHash('sha256').update(`${run}`).digest(),
        app.clock.now(),
      ],
    );
    expect((await next(ravi)).tasks).toMatchObject([
      { kind: 'answer_role', facts: { role: 'co-chair for Health' }, link: expect.stringMatching(/^\/i\/[\w-]{43}$/) },
    ]);
  });

  it('is sorted by date over calls and roles, with what has no date last', async () => {
    const undated = await app.given.call(`undated-${run}`);
    const later = await app.given.call(`later-${run}`, { closes: { paper: '2016-06-30T12:00:00Z' } });
    for (const call of [undated, later])
      await app.given.submission(call, { by: [ravi], state: 'draft', title: call.slug });
    const paper = await app.given.submission(itais, { by: [ada], round: 'review_open' });
    await app.given.assignment(paper, ravi);
    expect((await next(ravi)).tasks.map(({ kind, callSlug }) => [kind, callSlug])).toEqual([
      ['write_review', itais.slug],
      ['finish_draft', later.slug],
      ['finish_draft', undated.slug],
    ]);
    expect((await next(ravi, later.slug)).tasks).toHaveLength(1);
  });

  it('takes as many statements for many calls as for one', async () => {
    const statements = async (): Promise<number> => {
      const visitor = await app.signIn(chidi);
      return (await app.statementsOf(() => visitor.get('/api/me/next').expect(200))).length;
    };
    const one = await statements();
    expect(one).toBeGreaterThan(5);
    for (const name of ['a', 'b', 'c']) await app.given.role(chidi, 'chair', await app.given.call(`${name}-${run}`));
    expect(await statements()).toBe(one);
  });

  it('is for people who are signed in', async () => {
    await app.visitor().get('/api/me/next').expect(401);
  });
});

async function decide(paper: { id: string; roundId: string }, state: 'decided' | 'released'): Promise<void> {
  await app.database.query(
    `insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at) values ($1, $2, $3, 'accept_paper', $4, $5, $6)`,
    [randomUUID(), paper.roundId, paper.id, state, chidi.id, app.clock.now()],
  );
}
