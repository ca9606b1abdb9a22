import { randomUUID } from 'node:crypto';
import type { ReleaseBatch } from '@convoke/contract';
import { TestApp } from '../testing';
import type { GivenPerson } from '../testing/given';
import type { Visitor } from '../testing/visitor';

const papers = 1000;
const outcomes = ['accept_paper', 'accept_poster', 'reject'] as const;

/** The words of the templates, said here once more, so that a template that changes its meaning fails. */
const says = {
  accept_paper: /glad to accept .* as a paper/,
  accept_poster: /glad to accept .* as a poster/,
  reject: /could not be accepted/,
};

describe('a thousand decisions at random', () => {
  let app: TestApp;
  let chidi: Visitor;
  let batch: ReleaseBatch;
  let seed = 20160701;
  const decided = new Map<string, { outcome: (typeof outcomes)[number]; title: string; number: number }>();
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-07-01T08:00:00Z' });
    const chair = await app.given.person('Chidi Eze');
    const call = await app.given.call('itais', { name: 'ITAIS 2016' });
    await app.given.role(chair, 'chair', call);
    for (let n = 0; n < papers; n += 1) await decide(call, chair, n);
    chidi = await app.signIn(chair);
    const answer = await chidi.post('/api/calls/itais/releases').set('Idempotency-Key', randomUUID()).send({});
    batch = answer.body as ReleaseBatch;
    await app.database.query('create table kept_item as select * from release_item');
    await app.database.query('create table kept_decision as select * from decision');
  }, 120_000);
  afterAll(() => app.stop());

  async function decide(
    call: Parameters<typeof app.given.submission>[0],
    chair: GivenPerson,
    n: number,
  ): Promise<void> {
    const author = await app.given.person(`Author Number${n}`, { address: `author.${n}@example.org` });
    const title = `A study of ${randomUUID()}`;
    const paper = await app.given.submission(call, { by: [author], title, round: 'decided_not_notified' });
    const outcome = outcomes[random(3)] ?? 'reject';
    await app.database.query(
      `insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at)
       values ($1, $2, $3, $4, 'decided', $5, $6)`,
      [randomUUID(), paper.roundId, paper.id, outcome, chair.id, app.clock.now()],
    );
    decided.set(author.address, { outcome, title, number: paper.number ?? 0 });
  }

  const one = async (outcome: string, n = 0) => {
    const [row] = await app.database.query<
      { id: string; decision_id: string; body: string; title: string; number: number }[]
    >(
      `select i.id, i.decision_id, i.body, s.title, s.number from release_item i
         join decision d on d.id = i.decision_id join submission s on s.id = i.submission_id
        where d.outcome = $1 order by s.number offset $2 limit 1`,
      [outcome, n],
    );
    if (!row) throw new Error('no such letter');
    return row;
  };
  const write = (id: string, body: string) =>
    app.database.query(`update release_item set body = $2 where id = $1`, [id, body]);

  const mutations: Record<string, () => Promise<unknown>> = {
    'a letter carries the text of a paper with another decision': async () =>
      write((await one('accept_paper', 3)).id, (await one('reject', 5)).body),
    'a letter carries the text of a paper with the same decision': async () =>
      write((await one('accept_paper', 3)).id, (await one('accept_paper', 9)).body),
    'two letters are exchanged': async () => {
      const [first, second] = [await one('accept_paper', 1), await one('reject', 1)];
      await write(first.id, second.body);
      await write(second.id, first.body);
    },
    'every letter is moved on by one paper': () =>
      app.database.query(`update release_item i set body = n.body
        from (select id, lead(body) over (order by id) as body from release_item) n where n.id = i.id and n.body is not null`),
    'the template lost the sentence of the decision': async () => {
      const { id, body, title } = await one('reject', 7);
      await write(
        id,
        body
          .split('\n')
          .filter((line) => !line.includes(title))
          .join('\n'),
      );
    },
    'the template says both': async () => {
      const [letter, other] = [await one('reject', 2), await one('accept_paper', 2)];
      const foreign = other.body
        .replaceAll(other.title, letter.title)
        .replaceAll(`#${other.number}`, `#${letter.number}`);
      await write(letter.id, `${letter.body}\n${foreign}`);
    },
    'the template of the other decision was filled with the right paper': async () => {
      const [letter, other] = [await one('reject', 4), await one('accept_paper', 4)];
      const filled = other.body
        .replaceAll(other.title, letter.title)
        .replaceAll(`#${other.number}`, `#${letter.number}`)
        .replaceAll(`/s/${other.number}`, `/s/${letter.number}`);
      await write(letter.id, filled);
    },
    'a letter greets another author': async () => {
      const [letter, other] = [await one('accept_paper', 6), await one('accept_paper', 8)];
      await write(letter.id, [other.body.split('\n')[0], ...letter.body.split('\n').slice(1)].join('\n'));
    },
    "a letter leads to another paper's page": async () => {
      const { id, body, number } = await one('accept_paper', 6);
      await write(id, body.replaceAll(`/s/${number}`, `/s/${number + 1}`));
    },
    'a decision changed after the letters were frozen': async () =>
      app.database.query(`update decision set outcome = 'accept_poster', version = version + 1 where id = $1`, [
        (await one('reject', 3)).decision_id,
      ]),
    'a decision changed behind the version': async () =>
      app.database.query(`update decision set outcome = 'reject' where id = $1`, [
        (await one('accept_paper', 12)).decision_id,
      ]),
    'a decision was taken back': async () =>
      app.database.query(`update decision set state = 'decided' where id = $1`, [
        (await one('accept_paper', 13)).decision_id,
      ]),
  };

  const restore = async () => {
    await app.database.query(`update release_item i set body = k.body from kept_item k where k.id = i.id`);
    await app.database.query(
      `update decision d set outcome = k.outcome, state = k.state, version = k.version from kept_decision k where k.id = d.id`,
    );
  };
  it.each(Object.keys(mutations))(
    'release nothing when %s',
    async (name) => {
      await mutations[name]?.();
      const shown = (await chidi.get(`/api/releases/${batch.id}`)).body as ReleaseBatch;
      expect(shown.problems.filter(({ stops }) => stops).length).toBeGreaterThan(0);
      const answer = await chidi.post(`/api/releases/${batch.id}/release`).send({ version: shown.version });
      expect(answer.status).toBe(409);
      expect(await app.mails()).toEqual([]);
      await restore();
    },
    60_000,
  );

  it('release a thousand right letters when nothing is wrong', async () => {
    const answer = await chidi.post(`/api/releases/${batch.id}/release`).send({ version: batch.version });
    expect(answer.status).toBe(200);
    const mails = await app.mails();
    expect(mails).toHaveLength(papers);
    const wrong = mails.filter(({ to, body, subject }) => {
      const about = decided.get(to);
      if (!about) return true;
      const titles = body.match(/A study of [0-9a-f-]{36}/g) ?? [];
      return (
        titles.length === 0 ||
        titles.some((title) => title !== about.title) ||
        !subject.includes(`#${about.number}`) ||
        !says[about.outcome].test(body) ||
        outcomes.some((other) => other !== about.outcome && says[other].test(body))
      );
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});
