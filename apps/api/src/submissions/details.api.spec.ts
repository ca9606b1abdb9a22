import type { SubmissionForm } from '@convoke/contract';
import { TestApp, type GivenCall, type GivenPerson, type GivenSubmission, type Visitor } from '../testing';

const paperDue = '2016-06-10T12:00:00Z';

describe('after the paper deadline', () => {
  let app: TestApp;
  let call: GivenCall;
  let ada: GivenPerson;
  let author: Visitor;
  let paper: GivenSubmission;
  let n = 0;

  beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
  afterAll(() => app.stop());
  beforeEach(async () => {
    n += 1;
    app.clock.set('2016-06-09T08:00:00Z');
    ada = await app.given.person('Ada Ferri', { address: `ada${n}@example.org`, affiliation: 'U. of Milan' });
    author = await app.signIn(ada);
    call = await app.given.call(`itais-${n}`, { closes: { paper: paperDue } });
    paper = await app.given.submission(call, { by: [ada], title: 'As submitted' });
  });

  const form = async () => (await author.get(`/api/submissions/${paper.id}/form`).expect(200)).body as SubmissionForm;
  const save = async (fields: Record<string, unknown>) =>
    author.patch(`/api/submissions/${paper.id}/draft`).send({ version: (await form()).draft.version, ...fields });
  const submit = async (key: string) =>
    author
      .post(`/api/submissions/${paper.id}/submit`)
      .set('Idempotency-Key', `details-${key}-${n}`)
      .send({ stage: 'paper', version: (await form()).draft.version });
  const withBruno = async () => {
    const { authors } = (await form()).draft.fields;
    const [first] = authors;
    return [
      ...authors,
      { ...first, givenName: 'Bruno', familyName: 'Rossi', address: `bruno${n}@example.org`, isCorresponding: false },
    ];
  };
  const frozen = () =>
    app.database.query<{ title: string; authors: number }[]>(
      `select title, jsonb_array_length(content -> 'authors') as authors from submission_version where submission_id = $1 order by n`,
      [paper.id],
    );

  it('authors and conflicts can be put right for 48 hours, and nothing else', async () => {
    await save({ title: 'Typed and not submitted' }).then(({ status }) => expect(status).toBe(200));
    expect((await form()).details).toEqual({ until: '2016-06-12T12:00:00.000Z', only: false });
    app.clock.set(paperDue);
    expect(await form()).toMatchObject({ closed: 'deadline_passed', details: { only: true } });
    const authors = await withBruno();
    for (const fields of [{ title: 'Late' }, { abstract: 'Late' }, { keywords: ['late'] }, { authors, title: 'Late' }])
      expect((await save(fields)).status).toBe(409);
    expect((await save({ authors })).status).toBe(200);
    expect((await submit('late')).status).toBe(200);
    expect(await frozen()).toEqual([
      { title: 'As submitted', authors: 1 },
      { title: 'As submitted', authors: 2 },
    ]);
  });

  it('they close to the millisecond, too, and at once where the call gives no hours', async () => {
    app.clock.set('2016-06-12T11:59:59.999Z');
    const authors = await withBruno();
    expect((await save({ authors })).status).toBe(200);
    app.clock.set('2016-06-12T12:00:00.000Z');
    expect([(await save({ authors })).status, (await submit('closed')).status]).toEqual([409, 409]);
    await app.database.query(`update call set settings = settings || '{"detailsHours": 0}' where id = $1`, [call.id]);
    app.clock.set(paperDue);
    expect((await save({ authors })).status).toBe(409);
  });

  it('they stay closed for a draft that was never submitted, and once reviewing has begun', async () => {
    const draft = await app.given.submission(call, { by: [ada], state: 'draft' });
    app.clock.set(paperDue);
    const { body } = await author.get(`/api/submissions/${draft.id}/form`).expect(200);
    expect((body as SubmissionForm).details.only).toBe(false);
    const authors = await withBruno();
    await app.database.query(`update round set state = 'review_open' where id = $1`, [paper.roundId]);
    expect((await save({ authors })).status).toBe(409);
  });
});
