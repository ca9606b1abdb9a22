import type { AuthorResponseView, ReceiptView, ReleaseBatch, SubmissionForm } from '@convoke/contract';
import { TestApp, type GivenCall, type GivenPerson, type GivenSubmission, type Visitor } from '../testing';
import { pdfBy } from './given-files';

describe('A revision that the editors of a special issue asked for', () => {
  let app: TestApp;
  let issue: GivenCall;
  let paper: GivenSubmission;
  let ada: GivenPerson;
  const as: Record<'ada' | 'gwen' | 'ravi', Visitor> = {} as never;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-07-01T08:00:00Z' });
    ada = await app.given.person('Ada Ferri', { affiliation: 'University of Milan' });
    const gwen = await app.given.person('Gwen Hale');
    const ravi = await app.given.person('Ravi Menon');
    as.ada = await app.signIn(ada);
    as.gwen = await app.signIn(gwen);
    as.ravi = await app.signIn(ravi);
    issue = await app.given.call('jedem', { kind: 'special_issue', closes: { paper: '2016-06-01T12:00:00Z' } });
    await app.given.role(gwen, 'guest_editor', issue);
    paper = await app.given.submission(issue, { by: [ada], title: 'Co-production', round: 'review_open' });
    const assignment = await app.given.assignment(paper, ravi);
    await app.given.review(assignment, { comments: 'Say what it costs.' });
    await app.database.query(`update submission_author set affiliation = 'X' where submission_id = $1`, [paper.id]);
  });
  afterAll(() => app.stop());

  const form = async (): Promise<SubmissionForm> =>
    (await as.ada.get(`/api/submissions/${paper.id}/form`).expect(200)).body as SubmissionForm;
  const submit = async (stage: string) => {
    const { draft, opened } = await form();
    return as.ada.post(`/api/submissions/${paper.id}/submit`).send({ stage, version: draft.version, opened });
  };
  const rounds = () =>
    app.database.query<{ n: number; state: string }[]>(
      `select n, state from round where submission_id = $1 order by n`,
      [paper.id],
    );

  it('cannot be sent while nothing is asked for, nor while the decision is not released', async () => {
    expect((await submit('revision')).status).toBe(409);
    await as.gwen
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'minor_revision', version: 0 })
      .expect(200);
    expect((await submit('revision')).status).toBe(409);
    const seen = await form();
    expect(seen).toMatchObject({ asks: 'paper', closed: expect.any(String) });
  });

  it('opens the form again, with the deadline for papers long past', async () => {
    const frozen = await as.gwen.post(`/api/calls/${issue.slug}/releases`).send({}).expect(201);
    const batch = frozen.body as ReleaseBatch;
    await as.gwen.post(`/api/releases/${batch.id}/release`).send({ version: batch.version }).expect(200);
    expect(await form()).toMatchObject({ asks: 'revision', closed: null });
    const mine = await as.ada.get('/api/me/submissions').expect(200);
    expect(mine.body).toMatchObject({
      items: [{ id: paper.id, state: 'revision', canEdit: true, next: { kind: 'revision', due: null } }],
    });
  });

  it('comes with a response to the reviews, which its editors read once it is submitted', async () => {
    const path = `/api/submissions/${paper.id}/response`;
    const response = async (who: Visitor) => (await who.get(path).expect(200)).body as AuthorResponseView;
    const opened = await response(as.ada);
    expect(opened).toMatchObject({ open: true, canWrite: true, due: null, draft: { version: 0 } });
    const texts = { paper: 'We say what it costs.', reviews: {} };
    await as.ada.put(path).send({ texts, version: 0, form: opened.form }).expect(200);
    expect(await response(as.gwen)).toMatchObject({ open: true, submitted: null, draft: null });
    await as.ada.post(path).send({ texts, version: 1, form: opened.form }).expect(200);
    expect(await response(as.gwen)).toMatchObject({ submitted: { texts } });
    const page = await as.gwen.get(`/api/calls/${issue.slug}/records/${paper.number}`).expect(200);
    expect(page.body).toMatchObject({ response: { open: true, submittedAt: expect.any(String) } });
    const letter = (await app.mails(ada.address)).find((mail) => mail.class === 'decision');
    expect(letter?.body).toContain('say in a short response what you changed');
  });

  it('has a date that its author is reminded of, a week and a day before, until it is sent', async () => {
    const reminded = async (instant: string): Promise<number> => {
      app.clock.set(instant);
      await app.runJob('sweep-reminders');
      return (await app.mails(ada.address)).filter((mail) => mail.class === 'reminder').length;
    };
    await app.given.deadline(issue.id, 'revision', '2016-07-20T12:00:00Z');
    expect(await reminded('2016-07-13T11:55:00Z')).toBe(0);
    expect(await reminded('2016-07-13T12:00:00Z')).toBe(1);
    expect(await reminded('2016-07-19T12:00:00Z')).toBe(2);
    const [letter] = (await app.mails(ada.address)).filter((mail) => mail.class === 'reminder');
    expect(letter?.subject).toContain(`the revision of #${paper.number} is not in yet`);
    expect(letter?.body).toContain(`/app/c/${issue.slug}/s/${paper.number}`);
    await app.given.deadline(issue.id, 'revision', '2016-07-29T12:00:00Z');
  });

  it('takes a new file and text, and is frozen in the next round with a receipt', async () => {
    await as.ada
      .post(`/api/submissions/${paper.id}/files/paper`)
      .attach('file', await pdfBy('Ada Ferri'), 'revised.pdf')
      .expect(201);
    app.clock.set('2016-07-20T08:00:00Z');
    const { draft } = await form();
    await as.ada
      .patch(`/api/submissions/${paper.id}/draft`)
      .send({
        version: draft.version,
        title: 'Co-production, with its costs',
        declarations: { conflictsChecked: true, originalWork: true },
      })
      .expect(200);
    expect((await submit('paper')).status).toBe(409);
    const sent = await submit('revision');
    expect(sent.status).toBe(200);
    const receipt = sent.body as ReceiptView;
    expect(receipt).toMatchObject({
      number: paper.number,
      canReplace: false,
      replaceUntil: null,
      version: { n: 2, kind: 'revision', title: 'Co-production, with its costs', files: [{ slot: 'paper' }] },
    });
    const letters = (await app.mails(ada.address)).filter((mail) => mail.class === 'receipt');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain(receipt.version.digest);
    expect(letters[0]?.body).not.toContain('replace');
    const [version] = await app.database.query<{ round: number }[]>(
      `select round from submission_version where submission_id = $1 and n = 2`,
      [paper.id],
    );
    expect(version?.round).toBe(2);
    expect(await rounds()).toEqual([
      { n: 1, state: 'rebuttal' },
      { n: 2, state: 'submitted' },
    ]);
  });

  it('ends the response, which its editors go on reading', async () => {
    const path = `/api/submissions/${paper.id}/response`;
    const texts = { paper: 'On second thought', reviews: {} };
    await as.ada.put(path).send({ texts, version: 2 }).expect(409);
    expect((await as.ada.get(path).expect(200)).body).toMatchObject({ open: false, canWrite: false });
    expect((await as.gwen.get(path).expect(200)).body).toMatchObject({
      submitted: { texts: { paper: 'We say what it costs.' } },
    });
  });

  it('stands as sent, and is the editors’ to decide again', async () => {
    expect(await form()).toMatchObject({ closed: expect.any(String) });
    expect((await submit('revision')).status).toBe(409);
    app.clock.set('2016-07-22T12:00:00Z');
    await app.runJob('sweep-reminders');
    expect((await app.mails(ada.address)).filter((mail) => mail.class === 'reminder')).toHaveLength(2);
    await as.gwen
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'accept', version: 0, reason: 'All points are met' })
      .expect(200);
  });
});
