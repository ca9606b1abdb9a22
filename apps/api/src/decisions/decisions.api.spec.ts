import type { DecisionBoard, DecisionPanel, ReleaseBatch, ReviewsTableView } from '@convoke/contract';
import { TestApp } from '../testing';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing/given';
import type { Visitor } from '../testing/visitor';

describe('deciding and releasing', () => {
  let app: TestApp;
  const people: Record<string, GivenPerson> = {};
  const as: Record<string, Visitor> = {};
  let n = 0;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-07-01T08:00:00Z' });
    for (const name of [
      'Chidi Eze',
      'Tala Brandt',
      'Ada Ferri',
      'Ben Okoro',
      'Ravi Menon',
      'Olu Bankole',
      'Gwen Hale',
    ]) {
      const person = await app.given.person(name);
      const first = name.split(' ')[0] ?? name;
      people[first] = person;
      as[first] = await app.signIn(person);
    }
  });
  afterAll(() => app.stop());

  const person = (name: string): GivenPerson => {
    const found = people[name];
    if (!found) throw new Error(`nobody called ${name}`);
    return found;
  };
  const by = (name: string): Visitor => {
    const found = as[name];
    if (!found) throw new Error(`nobody called ${name}`);
    return found;
  };

  /** A conference with Chidi as chair, Tala as co-chair of its first track, and Ada's reviewed paper in it. */
  async function conference(
    settings: Record<string, unknown> = {},
  ): Promise<{ call: GivenCall; paper: GivenSubmission }> {
    n += 1;
    const call = await app.given.call(`itais-${n}`, {
      name: 'ITAIS 2016',
      tracks: ['Co-production', 'Digital health'],
      closes: { final: '2016-09-05T12:00:00Z' },
      settings,
    });
    await app.given.role(person('Chidi'), 'chair', call);
    await app.given.role(person('Tala'), 'track_chair', call, call.tracks[0]);
    return { call, paper: await reviewed(call) };
  }

  async function reviewed(call: GivenCall, options: { by?: GivenPerson[]; title?: string; track?: number } = {}) {
    const track = call.tracks[options.track ?? 0];
    const paper = await app.given.submission(call, {
      by: options.by ?? [person('Ada'), person('Ben')],
      title: options.title ?? 'From open data to open decisions',
      round: 'review_open',
      ...(track ? { track } : {}),
    });
    const assignment = await app.given.assignment(paper, person('Ravi'));
    await app.given.review(assignment, {
      overall: 4,
      comments: 'Clear and careful.',
      confidential: 'I know this group well.',
    });
    return paper;
  }

  const decide = (who: string, paper: GivenSubmission, outcome = 'accept_paper', version = 0) =>
    by(who).put(`/api/submissions/${paper.id}/decision`).send({ outcome, version });

  const freeze = async (who: string, call: GivenCall): Promise<ReleaseBatch> => {
    const answer = await by(who)
      .post(`/api/calls/${call.slug}/releases`)
      .set('Idempotency-Key', crypto.randomUUID())
      .send({});
    expect(answer.status).toBe(201);
    return answer.body as ReleaseBatch;
  };
  const release = (who: string, batch: ReleaseBatch) =>
    by(who).post(`/api/releases/${batch.id}/release`).send({ version: batch.version });
  const stateOf = async (paper: GivenSubmission) => {
    const [row] = await app.database.query<{ state: string; round: string; decision: string | null }[]>(
      `select s.state, r.state as round, d.state as decision from submission s
         join round r on r.submission_id = s.id and r.n = 1 left join decision d on d.round_id = r.id where s.id = $1`,
      [paper.id],
    );
    return row;
  };

  it('lets a co-chair recommend, which only chairs read', async () => {
    const { call, paper } = await conference();
    const path = `/api/submissions/${paper.id}/recommendation`;
    const made = await by('Tala')
      .put(path)
      .send({ outcome: 'accept_poster', reason: 'Small but sound', version: 0 })
      .expect(200);
    expect((made.body as DecisionPanel).recommendations).toMatchObject([
      { mine: true, outcome: 'accept_poster', version: 1 },
    ]);
    const board = (await by('Chidi').get(`/api/calls/${call.slug}/decisions`).expect(200)).body as DecisionBoard;
    expect(board.rows[0]?.recommendations).toEqual([{ by: 'Tala Brandt', outcome: 'accept_poster', mine: false }]);
    await by('Tala').put(path).send({ outcome: 'reject', version: 0 }).expect(409);
    await by('Tala').put(path).send({ outcome: 'accept', version: 1 }).expect(422);
    await by('Ada').get(`/api/submissions/${paper.id}/decision`).expect(403);
    await by('Olu').get(`/api/submissions/${paper.id}/decision`).expect(404);
  });

  it('lets the chair decide, not the co-chair, the author or a reviewer', async () => {
    const { paper } = await conference();
    await decide('Tala', paper).expect(403);
    await decide('Ada', paper).expect(403);
    await decide('Ravi', paper).expect(403);
    await decide('Olu', paper).expect(404);
    await app
      .visitor()
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'reject', version: 0 })
      .expect(401);
    await decide('Chidi', paper).expect(200);
  });

  it('refuses a stale decision and keeps the first', async () => {
    const { paper } = await conference();
    const [one, two] = await Promise.all([decide('Chidi', paper), decide('Chidi', paper, 'reject')]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
  });

  it('asks for a reason when nobody has reviewed the paper', async () => {
    const { call } = await conference();
    const unread = await app.given.submission(call, { by: [person('Ada')], title: 'Unread' });
    await decide('Chidi', unread, 'reject').expect(422);
    await by('Chidi')
      .put(`/api/submissions/${unread.id}/decision`)
      .send({ outcome: 'reject', reason: 'Out of scope', version: 0 })
      .expect(200);
  });

  it('takes a decision back to where the round stood', async () => {
    const { paper } = await conference();
    await decide('Chidi', paper).expect(200);
    expect(await stateOf(paper)).toMatchObject({ round: 'decided_not_notified' });
    await by('Chidi').delete(`/api/submissions/${paper.id}/decision?version=1`).expect(200);
    expect(await stateOf(paper)).toEqual({ state: 'submitted', round: 'review_open', decision: null });
  });

  it('decides on many at once and says which it could not', async () => {
    const { call, paper } = await conference();
    const second = await reviewed(call, { title: 'Second' });
    await decide('Chidi', second, 'reject').expect(200);
    const answer = await by('Chidi')
      .post(`/api/calls/${call.slug}/decisions`)
      .send({
        outcome: 'accept_poster',
        submissions: [
          { id: paper.id, version: 0 },
          { id: second.id, version: 0 },
        ],
      })
      .expect(200);
    expect(answer.body).toEqual({ decided: 1, refused: [{ number: second.number, code: 'stale_version' }] });
  });

  it('shows authors nothing before the release, by any path', async () => {
    const { call, paper } = await conference();
    await by('Chidi')
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'accept_poster', reason: 'CANARY-REASON', letter: 'CANARY-LETTER', version: 0 })
      .expect(200);
    await freeze('Chidi', call);
    const paths = [
      `/api/submissions/${paper.id}`,
      `/api/submissions/${paper.id}/decision`,
      `/api/submissions/${paper.id}/letter`,
      `/api/submissions/${paper.id}/reviews`,
      `/api/calls/${call.slug}/decisions`,
      `/api/calls/${call.slug}/releases`,
      `/api/calls/${call.slug}/mail`,
      `/api/me`,
      `/api/me/next`,
      `/c/${call.slug}`,
    ];
    for (const path of paths) {
      for (const who of ['Ada', 'Ben', 'Olu']) {
        const text = (await by(who).get(path)).text;
        expect(text).not.toMatch(/CANARY|accept_poster|decided_not_notified|Clear and careful/);
      }
    }
    expect(await app.mails(person('Ada').address)).toEqual([]);
  });

  it('releases decisions, reviews and one letter per author in one step', async () => {
    const { call, paper } = await conference();
    await by('Chidi')
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'accept_paper', letter: 'Please shorten section 3.', version: 0 })
      .expect(200);
    const batch = await freeze('Chidi', call);
    expect(batch).toMatchObject({
      decisions: 1,
      problems: [],
      counts: [{ outcome: 'accept_paper', n: 1 }, { n: 0 }, { n: 0 }],
    });
    expect(batch.letters.map(({ to }) => to).sort()).toEqual([person('Ada').address, person('Ben').address]);
    expect((await release('Chidi', batch).expect(200)).body).toMatchObject({
      state: 'released',
      delivery: { waiting: 2 },
    });
    expect(await stateOf(paper)).toEqual({ state: 'accepted', round: 'notified', decision: 'released' });
    const mail = (await app.mails(person('Ada').address)).find(({ body }) => body.includes(`/app/c/${call.slug}/s/`));
    expect(mail?.subject).toBe(`ITAIS 2016: your submission #${paper.number}`);
    expect(mail?.body).toBe(
      `Dear Ada Ferri,

we are glad to accept your submission #1, “From open data to open decisions”, as a paper.

Please send the final version by Mon 5 Sept, 11:59 UTC.

Please shorten section 3.

The decision and everything that belongs to it are on the page of your submission:
http://convoke.test/app/c/${call.slug}/s/1

One reviewer read your work. The review follows below.

With kind regards
ITAIS 2016


Review A
--------

Overall: 4 (4 of 5)

Comments for the authors
Clear and careful.
`,
    );
    expect(mail?.body).not.toMatch(/Ravi|know this group/);
    const read = await by('Ada').get(`/api/submissions/${paper.id}/letter`).expect(200);
    expect(read.body).toMatchObject({ outcome: 'accept_paper', subject: mail?.subject, body: mail?.body });
    const [snapshot] = await app.database.query<{ n: number }[]>(
      `select count(*)::int as n from released_review where submission_id = $1`,
      [paper.id],
    );
    expect(snapshot?.n).toBe(1);
  });

  it('keeps the letter from an author who has proven no address yet', async () => {
    const { call, paper } = await conference();
    await decide('Chidi', paper).expect(200);
    await release('Chidi', await freeze('Chidi', call)).expect(200);
    await by('Ada').get(`/api/submissions/${paper.id}/letter`).expect(200);
    const proven = await app.database.query<{ id: string; verified_at: Date }[]>(
      `update person_email e set verified_at = null from submission_contact c
        where c.person_id = e.person_id and c.submission_id = $1 returning e.id`,
      [paper.id],
    );
    await by('Ada').get(`/api/submissions/${paper.id}/letter`).expect(404);
    await app.database.query(`update person_email set verified_at = now() where id = any($1)`, [
      (proven as unknown as [{ id: string }[]])[0].map(({ id }) => id),
    ]);
  });

  it('releases once when two people press the button', async () => {
    const { call, paper } = await conference();
    await decide('Chidi', paper).expect(200);
    const batch = await freeze('Chidi', call);
    const answers = await Promise.all([release('Chidi', batch), release('Chidi', batch)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const mails = await app.database.query<unknown[]>(`select 1 from email_message where submission_id = $1`, [
      paper.id,
    ]);
    expect(mails).toHaveLength(2);
  });

  it('releases all of it or nothing', async () => {
    const { call, paper } = await conference();
    const second = await reviewed(call, { title: 'Second' });
    await decide('Chidi', paper).expect(200);
    await decide('Chidi', second, 'reject').expect(200);
    const batch = await freeze('Chidi', call);
    await app.database.query(`update submission set state = 'withdrawn' where id = $1`, [second.id]);
    await release('Chidi', batch).expect(409);
    expect(await stateOf(paper)).toEqual({ state: 'submitted', round: 'decided_not_notified', decision: 'in_batch' });
    expect(await app.database.query<unknown[]>(`select 1 from email_message where call_id = $1`, [call.id])).toEqual(
      [],
    );
    const left = await by('Chidi')
      .post(`/api/releases/${batch.id}/leave-out`)
      .send({ submissionIds: [second.id] })
      .expect(200);
    await release('Chidi', left.body as ReleaseBatch).expect(200);
    expect((await stateOf(paper))?.state).toBe('accepted');
  });

  it('locks decisions under rehearsal until it is ended', async () => {
    const { call, paper } = await conference();
    await decide('Chidi', paper).expect(200);
    const batch = await freeze('Chidi', call);
    await decide('Chidi', paper, 'reject', 1).expect(409);
    await by('Chidi').post(`/api/releases/${batch.id}/cancel`).send({ version: batch.version }).expect(200);
    await decide('Chidi', paper, 'reject', 1).expect(200);
  });

  it('sends an edited letter as edited, and refuses one edited meanwhile', async () => {
    const { call, paper } = await conference();
    await decide('Chidi', paper).expect(200);
    const batch = await freeze('Chidi', call);
    const first = batch.letters.find(({ to }) => to === person('Ada').address);
    const path = `/api/releases/${batch.id}/letters/${first?.id}`;
    const letter = (await by('Chidi').get(path).expect(200)).body as { body: string; hash: string };
    // what no longer says the decision is not released, by the button or by hand
    const vague = { subject: 'Good news', body: 'Dear Ada,\n\nyes.\n', hash: letter.hash };
    const kept = (await by('Chidi').put(path).send(vague).expect(200)).body as { hash: string };
    const stopped = (await by('Chidi').get(`/api/releases/${batch.id}`).expect(200)).body as ReleaseBatch;
    expect(stopped.problems).toContainEqual(expect.objectContaining({ code: 'wrong_letter', stops: true }));
    await release('Chidi', stopped).expect(409);
    const edit = { subject: 'Good news', body: `${letter.body}\nCongratulations.\n`, hash: kept.hash };
    await by('Chidi').put(path).send(edit).expect(200);
    await by('Chidi').put(path).send(edit).expect(409);
    const now = (await by('Chidi').get(`/api/releases/${batch.id}`).expect(200)).body as ReleaseBatch;
    await release('Chidi', now).expect(200);
    expect((await app.mails(person('Ada').address)).map(({ subject }) => subject)).toContain('Good news');
  });

  it('keeps the chair’s own paper out of everything', async () => {
    const { call, paper } = await conference();
    const own = await reviewed(call, { by: [person('Chidi')], title: 'CANARY-OWN', track: 1 });
    await decide('Chidi', own).expect(403);
    await decide('Chidi', paper).expect(200);
    const board = await by('Chidi').get(`/api/calls/${call.slug}/decisions`).expect(200);
    expect(board.text).not.toContain('CANARY-OWN');
    const many = await by('Chidi')
      .post(`/api/calls/${call.slug}/decisions`)
      .send({ outcome: 'accept_paper', submissions: [{ id: own.id, version: 0 }] });
    expect(many.body).toMatchObject({ decided: 0 });
    expect((await freeze('Chidi', call)).letters.every(({ number }) => number === paper.number)).toBe(true);
  });

  it('lets co-chairs release their own complete track where that is delegated', async () => {
    const { call, paper } = await conference({ handlersDecide: true, handlersRelease: true });
    const other = await reviewed(call, { title: 'Another track', track: 1 });
    await decide('Tala', other).expect(404);
    await decide('Tala', paper).expect(200);
    const press = () =>
      by('Tala').post(`/api/calls/${call.slug}/releases`).set('Idempotency-Key', crypto.randomUUID()).send({});
    await press().expect(422);
    await by('Tala')
      .put(`/api/calls/${call.slug}/tracks/${call.tracks[0]?.id}/completed`)
      .send({ completed: true, version: 1 })
      .expect(200);
    await release('Tala', (await press().expect(201)).body as ReleaseBatch).expect(200);
    expect((await stateOf(paper))?.state).toBe('accepted');
  });

  it('leaves out a paper that no letter can reach, names it, and releases the others', async () => {
    const { call, paper } = await conference();
    const lost = await reviewed(call, { title: 'Found in a drawer' });
    await app.database.query(
      `update submission_version set content = jsonb_set(content, '{authors}',
         (select jsonb_agg(author || '{"address": ""}') from jsonb_array_elements(content->'authors') author)) where submission_id = $1`,
      [lost.id],
    );
    await app.database.query(`delete from submission_contact where submission_id = $1`, [lost.id]);
    await decide('Chidi', paper).expect(200);
    await decide('Chidi', lost, 'reject').expect(200);
    const batch = await freeze('Chidi', call);
    expect(batch.decisions).toBe(1);
    expect(batch.problems).toContainEqual({
      code: 'no_address',
      stops: false,
      papers: [{ submissionId: lost.id, number: lost.number }],
    });
    await release('Chidi', batch).expect(200);
    expect((await stateOf(paper))?.decision).toBe('released');
    expect((await stateOf(lost))?.decision).toBe('decided');
  });

  it('holds the letters as long as the call says, and stops them in time', async () => {
    const { call, paper } = await conference({ releaseHoldMinutes: 5 });
    await decide('Chidi', paper).expect(200);
    const batch = await freeze('Chidi', call);
    await release('Chidi', batch).expect(200);
    const stopped = await by('Chidi').post(`/api/releases/${batch.id}/stop`).send({}).expect(200);
    expect(stopped.body).toMatchObject({ state: 'released', delivery: { waiting: 0, stopped: 2 } });
    const mail = await by('Chidi').get(`/api/calls/${call.slug}/mail?show=undelivered`).expect(200);
    expect(mail.body).toMatchObject({ total: 2, undelivered: 2 });
    await by('Tala').get(`/api/calls/${call.slug}/mail`).expect(200);
    expect((await by('Chidi').post(`/api/calls/${call.slug}/mail/resend`).send({}).expect(200)).body).toEqual({
      resent: 2,
    });
  });

  it('lets a guest editor decide and write to one paper’s authors at once; a revision opens the next round', async () => {
    n += 1;
    const issue = await app.given.call(`jedem-${n}`, { kind: 'special_issue', name: 'JeDEM' });
    await app.given.role(person('Gwen'), 'guest_editor', issue);
    const paper = await reviewed(issue);
    const letter = 'Please answer the second point.';
    const preview = await by('Gwen')
      .post(`/api/submissions/${paper.id}/decision/preview`)
      .send({ outcome: 'major_revision', letter });
    expect(preview.body).toMatchObject({ subject: `JeDEM: your submission #${paper.number}` });
    const sent = await by('Gwen')
      .post(`/api/submissions/${paper.id}/decision/send`)
      .set('Idempotency-Key', crypto.randomUUID())
      .send({ outcome: 'major_revision', letter, version: 0 })
      .expect(200);
    expect(sent.body).toEqual({ letters: 2, outcome: 'major_revision' });
    expect(await stateOf(paper)).toEqual({ state: 'submitted', round: 'rebuttal', decision: 'released' });
    const [row] = await app.database.query<{ current_round: number }[]>(
      `select current_round from submission where id = $1`,
      [paper.id],
    );
    expect(row?.current_round).toBe(2);
    const read = await by('Ada').get(`/api/submissions/${paper.id}/letter`).expect(200);
    expect((read.body as { body: string }).body).toContain(letter);
    for (const name of ['Gwen', 'Ada']) {
      const { body } = await by(name).get(`/api/submissions/${paper.id}/letters`).expect(200);
      expect(body).toMatchObject({
        letters: [{ round: 1, outcome: 'major_revision', letter: { body: expect.stringContaining(letter) as string } }],
      });
    }
  });

  it('keeps the reviews of the first round readable while its revision is awaited, to each as before', async () => {
    n += 1;
    const issue = await app.given.call(`jedem-${n}`, { kind: 'special_issue', name: 'JeDEM' });
    await app.given.role(person('Gwen'), 'guest_editor', issue);
    const paper = await reviewed(issue);
    const reviews = async (name: string, query = '') =>
      (await by(name).get(`/api/submissions/${paper.id}/reviews${query}`).expect(200)).body as ReviewsTableView;
    const first = await reviews('Gwen');
    expect(first).toMatchObject({ round: 1, rounds: [1] });
    await by('Gwen')
      .post(`/api/submissions/${paper.id}/decision/send`)
      .set('Idempotency-Key', crypto.randomUUID())
      .send({ outcome: 'minor_revision', letter: null, version: 0 })
      .expect(200);
    expect(await reviews('Gwen')).toMatchObject({ round: 1, currentRound: 2, columns: first.columns });
    expect((await reviews('Gwen', '?round=2')).columns).toEqual([]);
    const author = await reviews('Ada', '?round=1');
    expect(author.columns).toHaveLength(first.columns.filter(({ state }) => state === 'submitted').length);
    expect(author.columns.map(({ name }) => name)).toEqual(author.columns.map(() => null));
    await by('Gwen').get(`/api/submissions/${paper.id}/reviews?round=3`).expect(404);
    const record = (name: string) => by(name).get(`/api/calls/${issue.slug}/records/${paper.number}`).expect(200);
    expect((await record('Gwen')).body).toMatchObject({ round: 2, can: { seeReviews: true, seePanel: false } });
    expect((await record('Ada')).body).toMatchObject({ round: 2, can: { seeReviews: true } });
  });

  it('releases a thousand letters in one transaction, quickly', async () => {
    const { call } = await conference();
    await app.database.query(
      `with made as (
         insert into submission (id, call_id, track_id, type_id, number, state, stage, title, created_by, created_at, edited_at)
         select gen_random_uuid(), $1, $2, $3, 100 + i, 'submitted', 'paper', 'Paper ' || i, $4, now(), now() from generate_series(1, 1000) i
         returning id),
       rounds as (insert into round (id, submission_id, n, state, created_at)
         select gen_random_uuid(), id, 1, 'decided_not_notified', now() from made returning id, submission_id),
       versions as (insert into submission_version (id, submission_id, n, kind, title, abstract, abstract_words, content, digest, submitted_at)
         select gen_random_uuid(), id, 1, 'paper', '', '', 0, jsonb_build_object('authors', jsonb_build_array(jsonb_build_object(
                'givenName', 'Author', 'familyName', 'of ' || id, 'address', id || '@example.org'))), '', now() from made)
       insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at)
       select gen_random_uuid(), id, submission_id, 'reject', 'decided', $5, now() from rounds`,
      [call.id, call.tracks[0]?.id, Object.values(call.types)[0], person('Olu').id, person('Chidi').id],
    );
    const batch = await freeze('Chidi', call);
    const begin = performance.now();
    await release('Chidi', batch).expect(200);
    expect(performance.now() - begin).toBeLessThan(5000);
    expect(
      await app.database.query<unknown[]>(`select 1 from email_message where call_id = $1`, [call.id]),
    ).toHaveLength(1000);
  });
});
