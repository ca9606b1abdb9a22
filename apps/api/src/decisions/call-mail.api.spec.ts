import type { OutboxLetter, OutboxPage } from '@convoke/contract';
import { Letters, type NewLetter } from '../notifications/letters';
import { UnitOfWork } from '../platform/unit-of-work';
import { TestApp } from '../testing';
import type { GivenCall } from '../testing/given';
import type { Visitor } from '../testing/visitor';

describe('the letters of a call', () => {
  let app: TestApp;
  let call: GivenCall;
  let chidi: Visitor;
  let tala: Visitor;
  let n = 0;

  beforeAll(async () => {
    app = await TestApp.start({ environment: { SMTP_URL: 'smtp://127.0.0.1:1' } });
    const [chair, coChair] = [await app.given.person('Chidi Eze'), await app.given.person('Tala Brandt')];
    call = await app.given.call('itais', { name: 'ITAIS 2016' });
    await app.given.role(chair, 'chair', call);
    await app.given.role(coChair, 'track_chair', call, call.tracks[0]);
    chidi = await app.signIn(chair);
    tala = await app.signIn(coChair);
  });
  afterAll(() => app.stop());

  const letter = async (over: Partial<NewLetter> = {}): Promise<string> => {
    n += 1;
    const one: NewLetter = {
      class: 'notice',
      dedupeKey: `letter:${n}`,
      to: { address: 'ada@example.org' },
      subject: 'The programme',
      text: 'Dear Ada,\n\nthe programme is there.\n',
      callId: call.id,
      ...over,
    };
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queue(tx, one));
    const [row] = await app.database.query<{ id: string }[]>('select id from email_message where dedupe_key = $1', [
      one.dedupeKey,
    ]);
    return row?.id ?? '';
  };
  const attempts = async (id: string): Promise<{ state: string; tried: boolean }> => {
    const [row] = await app.database.query<{ state: string; tried: boolean }[]>(
      `select state, first_try_at is not null as tried from email_message where id = $1`,
      [id],
    );
    return row ?? { state: '', tried: false };
  };

  it('are held by a chair and go on where they stopped; the page says so', async () => {
    const id = await letter();
    const paused = await chidi.post('/api/calls/itais/mail/pause').send({}).expect(200);
    expect(paused.body as OutboxPage).toMatchObject({ waiting: 1, pausedAt: expect.any(String), can: { pause: true } });
    await app.drainJobs();
    await app.runJob('sweep-mail');
    expect(await attempts(id)).toEqual({ state: 'queued', tried: false });
    // pressing twice changes nothing
    await chidi.post('/api/calls/itais/mail/pause').send({}).expect(200);
    const resumed = await chidi.post('/api/calls/itais/mail/resume').send({}).expect(200);
    expect((resumed.body as OutboxPage).pausedAt).toBeNull();
    await app.drainJobs();
    expect(await attempts(id)).toEqual({ state: 'queued', tried: true });
  });

  it('are held by nobody who does not lead the call', async () => {
    const answer = await tala.post('/api/calls/itais/mail/pause').send({});
    expect(answer.status).toBe(403);
  });

  it('can be changed before they leave, by one editor at a time, and not when they are decisions', async () => {
    const id = await letter();
    const path = `/api/calls/itais/mail/${id}`;
    const shown = (await chidi.get(path)).body as OutboxLetter;
    expect(shown.canEdit).toBe(true);
    const edit = { subject: 'The programme, again', body: 'Dear Ada,\n\nit has changed.', hash: shown.hash };
    const edited = (await chidi.put(path).send(edit).expect(200)).body as OutboxLetter;
    expect(edited).toMatchObject({ subject: edit.subject, body: edit.body });
    expect(edited.hash).not.toBe(shown.hash);
    await chidi.put(path).send(edit).expect(409);
    await app.database.query(`update email_message set state = 'accepted' where id = $1`, [id]);
    await chidi
      .put(path)
      .send({ ...edit, hash: edited.hash })
      .expect(409);
    const decision = await letter({ class: 'decision' });
    expect(((await chidi.get(`/api/calls/itais/mail/${decision}`)).body as OutboxLetter).canEdit).toBe(false);
    await chidi.put(`/api/calls/itais/mail/${decision}`).send(edit).expect(409);
  });

  it('say when their address was refused, and when they may have come twice', async () => {
    const id = await letter({ to: { address: 'gone@example.org' } });
    await app.database.query(
      `insert into undeliverable_address values ('Gone@example.org', '550 no such person', now())`,
    );
    await app.database.query(`update email_message set state = 'accepted', attempt = 2, doubts = 1 where id = $1`, [
      id,
    ]);
    const shown = (await chidi.get(`/api/calls/itais/mail/${id}`)).body as OutboxLetter;
    expect(shown).toMatchObject({ addressRefused: true, maybeTwice: true, canEdit: false });
  });

  it('are found by whom they go to, by subject, kind and state, and by nothing that their row does not show', async () => {
    await letter({
      subject: 'Rooms for posters',
      to: { address: 'olu@example.org', name: 'Olu Bankole' },
      class: 'notice',
    });
    const found = async (query: string): Promise<string[]> => {
      const page = await chidi.get(`/api/calls/itais/mail?query=${encodeURIComponent(query)}`).expect(200);
      return (page.body as OutboxPage).rows.map(({ subject }) => subject);
    };
    expect(await found('poster to:bankole')).toEqual(['Rooms for posters']);
    expect(await found('about:"rooms for" kind:notice')).toEqual(['Rooms for posters']);
    expect(await found('kind:decision poster')).toEqual([]);
    expect(await found('poster -status:undelivered')).toEqual(['Rooms for posters']);
    // the text is read one letter at a time
    expect(await found('poster to:programme')).toEqual([]);
    await chidi.get('/api/calls/itais/mail?query=kind:nothing').expect(422);
  });
});
