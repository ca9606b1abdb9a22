import { TestApp } from '.';

describe('the harness', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start({ at: '2016-05-01T08:00:00Z' })));
  afterAll(() => app.stop());

  it('serves the application over HTTP', async () => {
    await app.visitor().get('/health/live').expect(200, { live: true });
  });

  it('knows who is signed in', async () => {
    const ada = await app.signIn(await app.given.person('Ada Ferri'));
    const { body } = await ada.get('/api/me').expect(200);
    expect(JSON.stringify(body)).toContain('Ada');
    await app
      .visitor()
      .get('/api/me')
      .expect((answer) => expect(answer.text).not.toContain('Ada'));
  });

  it('tells a story from a call to a review', async () => {
    const { given } = app;
    const [ada, ravi] = [await given.person('Ada Lovelace'), await given.person('Ravi Menon')];
    const itais = await given.call('itais', {
      tracks: ['Digital transformation'],
      closes: { paper: '2016-06-01T12:00:00Z' },
    });
    await given.role(ravi, 'reviewer', itais);
    const paper = await given.submission(itais, { by: [ada], title: 'On engines', round: 'review_open' });
    await given.review(await given.assignment(paper, ravi), { overall: 5 });
    expect(paper.number).toBe(1);
    const [row] = await app.database.query<{ state: string }[]>(`select state from assignment`);
    expect(row?.state).toBe('completed');
  });

  it('does jobs when it is told to', async () => {
    await app.runJob('sweep-housekeeping');
    expect(await app.drainJobs()).toBe(0);
  });
});
