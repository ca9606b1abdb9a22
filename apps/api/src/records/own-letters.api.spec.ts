import { randomUUID } from 'node:crypto';
import type { OwnLetter, OwnLetterRow } from '@convoke/contract';
import { TestApp, type GivenPerson, type GivenSubmission, type Visitor } from '../testing';

describe('Letters to oneself', () => {
  let app: TestApp;
  let ada: GivenPerson;
  let ravi: GivenPerson;
  let paper: GivenSubmission;
  let mine: Visitor;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-05-01T08:00:00Z' });
    ada = await app.given.person('Ada Ferri');
    ravi = await app.given.person('Ravi Menon');
    const call = await app.given.call('itais');
    paper = await app.given.submission(call, { by: [ada] });
    await write('Received', ada);
    await write('Reset your password', ada, { class: 'account' });
    await write('Stopped in time', ada, { state: 'cancelled' });
    await write('Not yet on its way', ada, { not_before: '2016-05-01T09:00:00Z' });
    await write('To an address nobody proved', ada, { to_address: 'somebody.else@example.org' });
    await write('Please review', ravi);
    mine = await app.signIn(ada);
  });
  afterAll(() => app.stop());

  async function write(subject: string, to: GivenPerson, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const row: Record<string, unknown> = {
      ...{ id: randomUUID(), dedupe_key: subject, class: 'receipt', to_address: to.address, person_id: to.id },
      ...{ call_id: paper.callId, submission_id: paper.id, subject, body: `${subject}: the text.`, body_hash: '' },
      ...{ message_id: subject, state: 'accepted', not_before: app.clock.now(), created_at: app.clock.now(), ...more },
    };
    ids.set(subject, String(row['id']));
    await app.database.query(
      `insert into email_message (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, index) => `$${index + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  }

  const subjects = async (query = ''): Promise<string[]> =>
    ((await mine.get(`/api/me/letters${query}`).expect(200)).body.rows as OwnLetterRow[]).map(({ subject }) => subject);

  it('are those that left, to a proven address; never a link to the account', async () => {
    expect(await subjects()).toEqual(['Received']);
    app.clock.set('2016-05-01T09:00:00Z');
    expect(await subjects()).toEqual(['Not yet on its way', 'Received']);
  });

  it('are found by their subject, where nothing typed is a wildcard', async () => {
    expect(await subjects('?q=receiv')).toEqual(['Received']);
    expect(await subjects('?q=%25')).toEqual([]);
    expect(await subjects('?offset=1&limit=1')).toEqual(['Received']);
  });

  it('are read one by one; those of somebody else do not exist', async () => {
    const { body } = await mine.get(`/api/me/letters/${ids.get('Received')}`).expect(200);
    expect(body as OwnLetter).toMatchObject({
      body: 'Received: the text.',
      submission: { callSlug: 'itais', number: 1 },
    });
    await mine.get(`/api/me/letters/${ids.get('Please review')}`).expect(404);
    await mine.get(`/api/me/letters/${ids.get('Reset your password')}`).expect(404);
  });

  it('about a submission are for who still has to do with it', async () => {
    const stranger = await app.signIn(ravi);
    expect((await stranger.get('/api/me/letters').expect(200)).body.rows).toEqual([]);
    const assignment = await app.given.assignment(paper, ravi);
    await app.database.query(`update round set state = 'review_open' where id = $1`, [paper.roundId]);
    expect((await stranger.get('/api/me/letters').expect(200)).body.total).toBe(1);
    await app.database.query(`update assignment set state = 'declined' where id = $1`, [assignment.id]);
    expect((await stranger.get('/api/me/letters').expect(200)).body.total).toBe(1);
  });
});
