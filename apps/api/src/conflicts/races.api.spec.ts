import { TestApp } from '../testing';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing/given';
import type { Visitor } from '../testing/visitor';

let app: TestApp;
let itais: GivenCall;
let ada: GivenPerson;
let tala: GivenPerson;
let ravi: GivenPerson;
let asTala: Visitor;
let asRavi: Visitor;

beforeAll(async () => {
  app = await TestApp.start({ at: '2016-05-01T08:00:00Z' });
  itais = await app.given.call('itais');
  [ada, tala, ravi] = [
    await app.given.person('Ada Ferri'),
    await app.given.person('Tala Brandt'),
    await app.given.person('Ravi Menon'),
  ];
  await app.given.role(tala, 'track_chair', itais, itais.tracks[0]);
  for (const member of [ravi, tala]) await app.given.role(member, 'reviewer', itais);
  [asTala, asRavi] = [await app.signIn(tala), await app.signIn(ravi)];
});
afterAll(() => app.stop());

const answers = { overall: 4, comments: 'All of this was typed in an hour.', confidential: '' };
const paper = (by: GivenPerson[] = [ada]): Promise<GivenSubmission> =>
  app.given.submission(itais, { by, round: 'review_open' });
const assign = (visitor: Visitor, to: GivenSubmission, reviewer: GivenPerson) =>
  visitor.post(`/api/submissions/${to.id}/assignments`).send({ reviewerId: reviewer.id });
const submit = (visitor: Visitor, id: string, version = 0) =>
  visitor.post(`/api/assignments/${id}/review/submit`).send({ answers, version });
const count = async (sql: string, ...params: unknown[]): Promise<number> => {
  const [row] = await app.database.query<{ n: number }[]>(`select count(*)::int as n ${sql}`, params);
  return row?.n ?? 0;
};

describe('assigning', () => {
  it('oneself to one’s own paper is answered as if it did not exist, whoever asks', async () => {
    const own = await paper([ada, tala]);
    const { body } = await assign(asTala, own, tala).expect(403);
    expect(body.detail).toBeTruthy();
    const chidi = await app.given.person('Chidi Eze');
    await app.given.role(chidi, 'chair', itais);
    expect((await assign(await app.signIn(chidi), own, tala).expect(409)).body).toMatchObject({
      code: 'conflict_of_interest',
    });
    expect(await count(`from assignment where submission_id = $1`, own.id)).toBe(0);
  });

  it('oneself to a paper one declared a conflict with, in the same moment: one of both happens, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const contested = await paper();
      const outcomes = await Promise.all([
        assign(asTala, contested, ravi),
        asRavi.post(`/api/submissions/${contested.id}/own-conflict`).send({ kind: 'personal', reason: 'Married' }),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([expect.any(Number), 204]);
      expect([201, 409]).toContain(outcomes[0]?.status);
      expect(
        await count(
          `from assignment where submission_id = $1 and state in ('proposed', 'invited', 'accepted')`,
          contested.id,
        ),
      ).toBe(0);
    }
  });

  it('and pinning a conflict at once leaves nobody on a paper they are in conflict with', async () => {
    for (let round = 0; round < 5; round += 1) {
      const contested = await paper();
      await Promise.all([
        assign(asTala, contested, ravi),
        asTala
          .post(`/api/submissions/${contested.id}/conflicts`)
          .send({ personId: ravi.id, kind: 'other', reason: '' }),
      ]);
      expect(await count(`from conflict where submission_id = $1 and state = 'blocking'`, contested.id)).toBe(1);
      expect(
        await count(
          `from assignment where submission_id = $1 and state in ('proposed', 'invited', 'accepted')`,
          contested.id,
        ),
      ).toBe(0);
    }
  });
});

describe('a review', () => {
  it('by somebody taken off a second ago is refused in words, and what was typed comes back to no harm', async () => {
    const contested = await paper();
    const held = await app.given.assignment(contested, ravi);
    await asRavi.put(`/api/assignments/${held.id}/review`).send({ answers, version: 0 }).expect(200);
    await asTala.post(`/api/assignments/${held.id}/unassign`).expect(200);
    const { body } = await submit(asRavi, held.id, 1).expect(409);
    expect(body).toMatchObject({ code: 'assignment_ended' });
    expect(body.detail).not.toMatch(/conflict/i);
    expect(
      await count(`from review where assignment_id = $1 and answers->>'comments' = $2`, held.id, answers.comments),
    ).toBe(1);
    expect(
      await count(`from review_version w join review v on v.id = w.review_id where v.assignment_id = $1`, held.id),
    ).toBe(0);
  });

  it('submitted and withdrawn from in the same moment: it is in, or refused, and never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const contested = await paper();
      const held = await app.given.assignment(contested, ravi);
      const [sent, taken] = await Promise.all([
        submit(asRavi, held.id),
        asTala.post(`/api/assignments/${held.id}/unassign`),
      ]);
      const states = await app.database.query(
        `select a.state, v.state as review from assignment a left join review v on v.assignment_id = a.id where a.id = $1`,
        [held.id],
      );
      expect([
        [200, 409, { state: 'completed', review: 'submitted' }],
        [409, 200, { state: 'unassigned', review: null }],
      ]).toContainEqual([sent.status, taken.status, states[0]]);
    }
  });

  it('submitted twice at once is one version; the second is told that the first is there, with what it holds', async () => {
    const contested = await paper();
    const held = await app.given.assignment(contested, ravi);
    const sent = await Promise.all([submit(asRavi, held.id), submit(asRavi, held.id), submit(asRavi, held.id)]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = sent.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'stale_version',
      facts: { version: 1, answers: { comments: answers.comments } },
    });
    expect(
      await count(`from review_version w join review v on v.id = w.review_id where v.assignment_id = $1`, held.id),
    ).toBe(1);
    expect(await count(`from submission where id = $1 and reviews_in = 1`, contested.id)).toBe(1);
  });
});

it('two chairs settling the same conflict settle it once', async () => {
  const contested = await paper();
  await app.database.query(
    `insert into conflict (id, submission_id, person_id, kind, source, state, created_at) values (gen_random_uuid(), $1, $2, 'institution', 'machine', 'suggested', now())`,
    [contested.id, ravi.id],
  );
  const settle = (as: string) =>
    asTala
      .post(`/api/calls/${itais.slug}/conflicts/settle`)
      .send({ as, reason: 'Looked at it', pairs: [{ submissionId: contested.id, personId: ravi.id }] });
  const [confirmed, dismissed] = await Promise.all([settle('confirm'), settle('dismiss')]);
  expect([confirmed.status, dismissed.status]).toEqual([200, 200]);
  const actions = await app.database.query<{ action: string }[]>(
    `select action from audit_entry where submission_id = $1 and action in ('conflict.confirmed', 'conflict.dismissed')`,
    [contested.id],
  );
  expect(actions).toHaveLength(confirmed.body.settled + dismissed.body.settled);
});
