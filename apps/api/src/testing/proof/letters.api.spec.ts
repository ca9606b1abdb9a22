import { randomUUID } from 'node:crypto';
import type { ReleaseBatch, RoundMove } from '@convoke/contract';
import { TestApp } from '../test-app';
import type { GivenPerson, GivenSubmission } from '../given';
import type { Visitor } from '../visitor';

/**
 * One paper from assignment to release, in which each secret is a word of its own. Afterwards every letter and every line of the
 * log is searched: nobody was written a word they may not know, and the log knows none.
 */
const words = {
  ada: 'Zqada',
  bruno: 'Zqbruno',
  ravi: 'Zqravi',
  rosa: 'Zqrosa',
  title: 'Zqtitle',
  review: 'Zqreview',
  draft: 'Zqdraft',
  confidential: 'Zqconfidential',
  reason: 'Zqreason',
  otherReview: 'Zqotherreview',
  message: 'Zqmessage',
  amongChairs: 'Zqamongchairs',
  response: 'Zqresponse',
  responseDraft: 'Zqunsent',
  meta: 'Zqmeta',
} as const;
type Word = keyof typeof words;
const all = Object.keys(words) as Word[];

describe('What letters and the log say', () => {
  let app: TestApp;
  let logged = '';
  const people = new Map<string, GivenPerson>();
  const windows = new Map<string, Visitor>();
  const write = process.stdout.write.bind(process.stdout);

  const person = (name: string): GivenPerson => people.get(name) as GivenPerson;
  const by = (name: string): Visitor => windows.get(name) as Visitor;

  beforeAll(async () => {
    // the log goes where a process's output goes: here it is kept
    process.stdout.write = ((chunk: string | Uint8Array) => {
      logged += String(chunk);
      return true;
    }) as typeof process.stdout.write;
    app = await TestApp.start({ at: '2016-05-01T08:00:00Z', environment: { LOG_LEVEL: 'debug', MODE: 'production' } });
    const names = {
      ada: `Ada ${words.ada}`,
      bruno: `Bruno ${words.bruno}`,
      ravi: `Ravi ${words.ravi}`,
      rosa: `Rosa ${words.rosa}`,
      ...{ tala: 'Tala Brandt', chidi: 'Chidi Eze', dora: 'Dora Other' },
    };
    for (const [name, full] of Object.entries(names)) {
      people.set(name, await app.given.person(full, { address: `${name}@zq.example.org` }));
      windows.set(name, await app.signIn(person(name)));
    }
    await story();
  }, 120_000);
  afterAll(async () => {
    process.stdout.write = write;
    await app.stop();
  });

  async function story(): Promise<void> {
    const call = await app.given.call('itais', {
      tracks: ['Main'],
      closes: {
        review: '2016-06-01T12:00:00Z',
        response: '2016-06-12T12:00:00Z',
        notification: '2016-06-20T12:00:00Z',
      },
    });
    await app.given.role(person('chidi'), 'chair', call);
    await app.given.role(person('tala'), 'track_chair', call, call.tracks[0]);
    for (const name of ['ravi', 'rosa']) await app.given.role(person(name), 'reviewer', call);
    const paper = await app.given.submission(call, {
      by: [person('ada'), person('bruno')],
      title: `On ${words.title}`,
    });
    const other = await app.given.submission(call, { by: [person('dora')], title: 'Rivers' });
    await assigned(call.slug, paper, ['ravi', 'rosa']);
    await assigned(call.slug, other, ['rosa']);
    await reviewed(paper, 'ravi', `Careful, ${words.review}`, 'Nothing.');
    await by('ravi')
      .put(`/api/assignments/${await assignmentOf(paper, 'ravi')}/review`)
      .send({ answers: { overall: 1, comments: `On second thought, ${words.draft}`, confidential: '' }, version: 1 })
      .expect(200);
    app.clock.set('2016-05-31T12:00:00Z');
    await app.runJob('sweep-reminders');
    app.clock.set('2016-06-05T12:00:00Z');
    await app.runJob('sweep-reminders');
    await reviewed(paper, 'rosa', 'Rather short.', `Between us: ${words.confidential}`);
    await reviewed(other, 'rosa', `Of the other paper: ${words.otherReview}`, '');
    await talked(call.slug, paper);
    await by('tala')
      .put(`/api/submissions/${paper.id}/recommendation`)
      .send({
        ...{ outcome: 'accept_paper', reason: `Because ${words.reason}`, version: 0 },
        forAuthors: `All in all, ${words.meta}`,
      })
      .expect(200);
    for (const [of, outcome] of [
      [paper, 'accept_paper'],
      [other, 'reject'],
    ] as const)
      await by('chidi')
        .put(`/api/submissions/${of.id}/decision`)
        .send({ outcome, reason: words.reason, version: 0 })
        .expect(200);
    const frozen = await by('chidi')
      .post(`/api/calls/${call.slug}/releases`)
      .set('Idempotency-Key', randomUUID())
      .send({});
    const batch = frozen.body as ReleaseBatch;
    await by('chidi').post(`/api/releases/${batch.id}/release`).send({ version: batch.version }).expect(200);
    // what is refused is logged too
    await by('ada').get(`/api/calls/${call.slug}/records?query=${words.rosa}`).expect(403);
    await by('ravi')
      .post('/api/me/addresses')
      .send({ address: `not an address ${words.ravi}` })
      .expect(422);
    await app.drainJobs();
  }

  /** What reviewers and chairs say to each other, and authors answer, before anybody decides. */
  async function talked(slug: string, paper: GivenSubmission): Promise<void> {
    const move = (what: RoundMove) =>
      by('chidi')
        .post(`/api/calls/${slug}/rounds`)
        .set('Idempotency-Key', randomUUID())
        .send({ move: what, submissionIds: [paper.id] })
        .expect(200);
    await move('open_discussion');
    for (const [name, kind, word] of [
      ['tala', 'reviewers', words.message],
      ['ravi', 'reviewers', words.message],
      ['tala', 'chairs', words.amongChairs],
    ] as const)
      await by(name)
        .post(`/api/submissions/${paper.id}/discussion`)
        .set('Idempotency-Key', randomUUID())
        .send({ audience: { kind, assignmentId: null }, text: `I say ${word}` })
        .expect(201);
    await move('open_response');
    const response = `/api/submissions/${paper.id}/response`;
    const texts = (word: string) => ({ paper: `We answer ${word}`, reviews: {} });
    await by('ada')
      .post(response)
      .send({ texts: texts(words.response), version: 0 })
      .expect(200);
    await by('ada')
      .put(response)
      .send({ texts: texts(words.responseDraft), version: 1 })
      .expect(200);
    await move('close_response');
    await app.drainJobs();
  }

  async function assignmentOf(paper: GivenSubmission, name: string): Promise<string> {
    const [row] = await app.database.query(`select id from assignment where submission_id = $1 and reviewer_id = $2`, [
      ...[paper.id, person(name).id],
    ]);
    return row.id as string;
  }

  async function assigned(slug: string, paper: GivenSubmission, names: readonly string[]): Promise<void> {
    for (const name of names)
      await by('tala')
        .post(`/api/submissions/${paper.id}/assignments`)
        .set('Idempotency-Key', randomUUID())
        .send({ reviewerId: person(name).id })
        .expect(201);
    const ids = await Promise.all(names.map((name) => assignmentOf(paper, name)));
    await by('tala').post(`/api/calls/${slug}/assignments/tell`).send({ assignmentIds: ids }).expect(200);
    for (const [index, name] of names.entries())
      await by(name).post(`/api/assignments/${ids[index]}/answer`).send({ answer: 'accept' }).expect(200);
  }

  async function reviewed(paper: GivenSubmission, name: string, comments: string, confidential: string): Promise<void> {
    await by(name)
      .post(`/api/assignments/${await assignmentOf(paper, name)}/review/submit`)
      .send({ answers: { overall: 4, comments, confidential }, version: 0 })
      .expect(200);
  }

  const forChairs = all.filter((word) => word !== 'draft' && word !== 'responseDraft');
  /** The words that a letter to somebody may hold. */
  const mayRead: Readonly<Record<string, readonly Word[]>> = {
    ada: ['ada', 'bruno', 'title', 'review', 'response', 'meta'],
    bruno: ['ada', 'bruno', 'title', 'review', 'response', 'meta'],
    ravi: ['ravi', 'title'],
    rosa: ['rosa', 'title'],
    dora: ['otherReview'],
    tala: forChairs,
    chidi: forChairs,
  };

  it.each(Object.keys(mayRead))('%s is written nothing they may not know', async (name) => {
    const letters = await app.mails(`${name}@zq.example.org`);
    const told = letters.flatMap((letter) =>
      all
        .filter((word) => !mayRead[name]?.includes(word) && `${letter.subject}\n${letter.body}`.includes(words[word]))
        .map((word) => `${letter.subject}: ${word}`),
    );
    expect(told).toEqual([]);
  });

  it('is written to everybody who was to be told', async () => {
    for (const name of ['ada', 'bruno', 'ravi', 'rosa', 'dora'])
      expect([name, (await app.mails(`${name}@zq.example.org`)).length > 0]).toEqual([name, true]);
    const [letter] = (await app.mails('ada@zq.example.org')).filter(({ class: kind }) => kind === 'decision');
    expect(letter?.body).toContain(words.review);
    expect(letter?.body).toContain(words.meta);
    // that something was said, and answered, is told to those who discuss
    for (const name of ['rosa', 'chidi'])
      expect((await app.mails(`${name}@zq.example.org`)).some(({ class: kind }) => kind === 'notice')).toBe(true);
  });

  it('is logged, and names nobody and nothing', () => {
    expect(logged).toContain('/api/releases/');
    expect(all.filter((word) => logged.toLowerCase().includes(words[word].toLowerCase()))).toEqual([]);
    expect(logged).not.toContain('@zq.example.org');
  });
});
