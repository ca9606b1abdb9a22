import type { CallSetup, ExtensionView, NoticePreview, ShiftPreview } from '@convoke/contract';
import { TestApp, type GivenCall, type GivenPerson, type Visitor } from '../../testing';

const paperDue = '2016-06-10T12:00:00Z';

describe('the dates of a call', () => {
  let app: TestApp;
  let call: GivenCall;
  let chidi: GivenPerson;
  let ada: GivenPerson;
  let bruno: GivenPerson;
  let ravi: GivenPerson;
  let chair: Visitor;
  let n = 0;

  beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
  afterAll(() => app.stop());
  beforeEach(async () => {
    n += 1;
    app.clock.set('2016-06-01T08:00:00Z');
    const named = (name: string) =>
      app.given.person(name, { address: `${name.toLowerCase().replace(' ', '.')}${n}@example.org` });
    chidi = await named('Chidi Eze');
    ada = await named('Ada Ferri');
    bruno = await named('Bruno Rossi');
    ravi = await named('Ravi Menon');
    call = await app.given.call(`itais-${n}`, {
      name: 'ITAIS 2016',
      tracks: ['Public services', 'Health'],
      topics: ['Open data'],
      closes: { abstract: '2016-05-06T12:00:00Z', paper: paperDue, review: '2016-07-10T12:00:00Z', notification: null },
    });
    await app.given.role(chidi, 'chair', call);
    chair = await app.signIn(chidi);
  });

  const setup = async () => (await chair.get(`/api/calls/${call.slug}/setup`).expect(200)).body as CallSetup;
  const idOf = async (kind: string) => (await setup()).call.deadlines.find((date) => date.kind === kind)?.id ?? null;
  const moving = async (kind: string, wallTime: string, more: Record<string, unknown> = {}) => ({
    kind,
    wallTime,
    zone: 'UTC',
    replaces: await idOf(kind),
    ...more,
  });
  const setDate = async (...of: Parameters<typeof moving>) =>
    chair.post(`/api/calls/${call.slug}/deadlines`).send(await moving(...of));
  const told = async (person: GivenPerson) =>
    (await app.mails(person.address)).filter((mail) => mail.class === 'notice').map((mail) => mail.body);
  const extend = (body: Record<string, unknown>, who = chair) =>
    who.post(`/api/calls/${call.slug}/extensions`).send({ zone: 'UTC', reason: 'They asked.', ...body });

  describe('extended for all', () => {
    it('write to those it reaches, once: those who are done hear until when they may replace', async () => {
      await app.given.submission(call, { by: [ada], state: 'draft', title: 'A draft' });
      await app.given.submission(call, { by: [ada], state: 'draft', title: 'Another draft' });
      await app.given.submission(call, { by: [bruno], title: 'A paper' });
      await app.given.submission(call, { by: [ravi], title: 'In review', round: 'review_open' });
      await setDate('paper', '2016-06-17T11:59').then(({ status }) => expect(status).toBe(200));
      const [toAda, ...more] = await told(ada);
      expect(more).toEqual([]);
      expect(toAda).toContain('A draft');
      expect(toAda).toContain('Another draft');
      expect(toAda).not.toContain('you may replace it');
      expect(await told(bruno)).toEqual([expect.stringContaining('you may replace it until then')]);
      expect(await told(ravi)).toEqual([]);
    });

    it('are previewed in numbers that a chair may know: nothing of drafts but the rule', async () => {
      await app.given.submission(call, { by: [ada], state: 'draft' });
      await app.given.submission(call, { by: [bruno] });
      await app.given.submission(call, { by: [chidi] });
      const preview = async () =>
        (
          await chair
            .post(`/api/calls/${call.slug}/deadlines/preview`)
            .send(await moving('paper', '2016-06-17T11:59'))
            .expect(200)
        ).body as NoticePreview;
      expect(await preview()).toEqual({ open: 0, done: 1, drafts: true });
      await app.given.submission(call, { by: [ravi], state: 'draft' });
      expect(await preview()).toEqual({ open: 0, done: 1, drafts: true });
      expect(await told(bruno)).toEqual([]);
    });

    it('write nothing when a date moves forward, was unset, is in a call in set-up, or one of one’s own gives as much', async () => {
      const paper = await app.given.submission(call, { by: [bruno] });
      await extend({ kind: 'paper', number: paper.number, wallTime: '2016-06-30T12:00' }).expect(200);
      const before = (await told(bruno)).length;
      await setDate('paper', '2016-06-17T11:59');
      await setDate('paper', '2016-06-15T11:59', { reason: 'A mistake.' });
      await setDate('notification', '2016-08-01');
      expect(await told(bruno)).toHaveLength(before);
      await app.database.query(`update call set state = 'setup' where id = $1`, [call.id]);
      await setDate('paper', '2016-07-30T11:59');
      expect(await told(bruno)).toHaveLength(before);
    });

    it('reach reviewers by their own reviews: who agreed on a day of their own hears nothing', async () => {
      const paper = await app.given.submission(call, { by: [ada], round: 'review_open', title: 'In review' });
      await app.given.assignment(paper, ravi, { state: 'accepted' });
      const agreed = await app.given.assignment(paper, bruno, { state: 'accepted' });
      await app.database.query(`update assignment set due_at = '2016-07-20T12:00:00Z' where id = $1`, [agreed.id]);
      await setDate('review', '2016-07-15T11:59');
      expect(await told(ravi)).toEqual([expect.stringContaining('In review')]);
      expect(await told(bruno)).toEqual([]);
      expect(await told(ada)).toEqual([]);
    });

    it('are one change though two chairs press at once', async () => {
      await app.given.submission(call, { by: [bruno] });
      const body = await moving('paper', '2016-06-17T11:59');
      const answers = await Promise.all([1, 2].map(() => chair.post(`/api/calls/${call.slug}/deadlines`).send(body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await told(bruno)).toHaveLength(1);
    });
  });

  describe('given to one', () => {
    it('let one paper in late without opening the call, and are kept with who, why and until when', async () => {
      const late = await app.given.submission(call, { by: [ada], kind: 'abstract', title: 'Late' });
      const other = await app.given.submission(call, { by: [bruno], kind: 'abstract' });
      app.clock.set('2016-06-11T08:00:00Z');
      const { body } = await extend({ kind: 'paper', number: late.number, wallTime: '2016-06-12T23:59' }).expect(200);
      expect((body as ExtensionView[])[0]).toMatchObject({
        kind: 'paper',
        number: late.number,
        reason: 'They asked.',
        setBy: 'Chidi Eze',
        closesAt: '2016-06-13T00:00:00.000Z',
        endedAt: null,
      });
      const form = async (person: GivenPerson, id: string) =>
        (
          (await (await app.signIn(person)).get(`/api/submissions/${id}/form`).expect(200)).body as {
            closed: string | null;
          }
        ).closed;
      expect(await form(ada, late.id)).toBeNull();
      expect(await form(bruno, other.id)).toBe('deadline_passed');
      expect(await told(ada)).toHaveLength(1);
      app.clock.set('2016-06-13T00:00:00Z');
      expect(await form(ada, late.id)).toBe('deadline_passed');
    });

    it('let one person begin after the others, and tell them so', async () => {
      app.clock.set('2016-06-11T08:00:00Z');
      await extend({ kind: 'paper', address: ada.address, wallTime: '2016-06-12T23:59' }).expect(200);
      expect(await told(ada)).toEqual([expect.stringContaining(`/app/c/${call.slug}/new`)]);
      const place = { trackId: call.tracks[0]?.id, typeId: Object.values(call.types)[0] };
      const begin = async (person: GivenPerson, key: string) =>
        (await app.signIn(person))
          .post(`/api/calls/${call.slug}/submissions`)
          .set('Idempotency-Key', `late-${key}-${n}`)
          .send(place);
      expect((await begin(bruno, 'bruno')).status).toBe(409);
      const begun = await begin(ada, 'ada');
      expect(begun.status).toBe(201);
      const { id } = begun.body as { id: string };
      const { body: form } = await (await app.signIn(ada)).get(`/api/submissions/${id}/form`).expect(200);
      expect(form).toMatchObject({ closed: null, dates: { paper: { closesAt: '2016-06-13T00:00:00.000Z' } } });
    });

    it('can be taken back with a reason, and stay in the history', async () => {
      const paper = await app.given.submission(call, { by: [ada] });
      const { body } = await extend({ kind: 'paper', number: paper.number, wallTime: '2016-06-20T23:59' }).expect(200);
      const [first] = body as ExtensionView[];
      const take = (reason: string) =>
        chair.post(`/api/calls/${call.slug}/extensions/${first?.id ?? ''}/removal`).send({ reason });
      await take('').expect(422);
      expect((await take('Given by mistake.').expect(200)).body).toMatchObject([
        { id: first?.id, endedAt: expect.any(String) },
      ]);
      await take('Again.').expect(404);
    });

    it('ask for a reason, a future day and somebody who is there, and are for those who run the call', async () => {
      const paper = await app.given.submission(call, { by: [ada] });
      const good = { kind: 'paper', number: paper.number, wallTime: '2016-06-20T23:59' };
      await extend({ ...good, reason: ' ' }).expect(422);
      await extend({ ...good, wallTime: '2016-05-20T23:59' }).expect(422);
      await extend({ ...good, number: null }).expect(422);
      await extend({ ...good, address: ada.address }).expect(422);
      await extend({ ...good, number: 999 }).expect(404);
      await extend({ ...good, number: null, address: `nobody${n}@example.org` }).expect(422);
      await extend({ ...good, kind: 'final', number: null, address: ada.address }).expect(422);
      await extend(good, await app.signIn(ravi)).expect(403);
    });

    it('of a paper that a chair may not know are not told to that chair', async () => {
      const secret = await app.given.submission(call, { by: [ada] });
      const tala = await app.given.person('Tala Brandt', { address: `tala${n}@example.org` });
      await app.given.role(tala, 'chair', call);
      await extend({ kind: 'paper', number: secret.number, wallTime: '2016-06-20T23:59' }).expect(200);
      await app.given.conflict(secret, tala);
      const other = await app.signIn(tala);
      expect((await other.get(`/api/calls/${call.slug}/extensions`).expect(200)).body).toEqual([]);
      await extend({ kind: 'paper', number: secret.number, wallTime: '2016-06-21T23:59' }, other).expect(404);
    });

    it('hold for the reviewer they were given to: reviews are taken until then, and from others no more', async () => {
      const paper = await app.given.submission(call, { by: [ada], round: 'review_open' });
      const late = await app.given.assignment(paper, ravi, { state: 'accepted' });
      const punctual = await app.given.assignment(paper, bruno, { state: 'accepted' });
      await setDate('review_hard', '2016-07-12T11:59');
      await extend({ kind: 'review_hard', address: ravi.address, wallTime: '2016-07-20T11:59' }).expect(200);
      app.clock.set('2016-07-12T12:00:00Z');
      const may = async (person: GivenPerson, id: string) =>
        (
          (await (await app.signIn(person)).get(`/api/assignments/${id}/review`).expect(200)).body as {
            canWrite: boolean;
          }
        ).canWrite;
      expect([await may(ravi, late.id), await may(bruno, punctual.id)]).toEqual([true, false]);
    });
  });

  describe('shifted together', () => {
    const shift = (body: Record<string, unknown>) => chair.post(`/api/calls/${call.slug}/deadline-shift`).send(body);
    const preview = async (days: number) =>
      (await chair.get(`/api/calls/${call.slug}/deadline-shift?days=${days}`).expect(200)).body as ShiftPreview;

    it('move by the calendar, all or none, and write one letter to each', async () => {
      await app.given.submission(call, { by: [bruno] });
      const shown = await preview(7);
      expect(shown.notice).toEqual({ open: 0, done: 1, drafts: true });
      const replaces = shown.dates.map(({ id }) => id);
      const { body } = await shift({ days: 7, replaces }).expect(200);
      const dates = (body as CallSetup).call.deadlines.map(({ kind, wallTime }) => [kind, wallTime]);
      expect(dates).toEqual([
        ['abstract', '2016-05-13T11:59'],
        ['paper', '2016-06-17T11:59'],
        ['review', '2016-07-17T11:59'],
        ['notification', null],
      ]);
      expect(await told(bruno)).toHaveLength(1);
      await shift({ days: 7, replaces }).expect(409);
      await shift({ days: -7, replaces: (await preview(0)).dates.map(({ id }) => id) }).expect(422);
    });

    it('say which of them the clocks skip, and then move none', async () => {
      await setDate('paper', '2016-06-10T02:30', { zone: 'Europe/Berlin', reason: 'A test of the clocks.' });
      const days = 289; // 26 March 2017
      const shown = await preview(days);
      expect(shown.dates.find(({ kind }) => kind === 'paper')).toMatchObject({ fault: 'gap', newClosesAt: null });
      await shift({ days, replaces: shown.dates.map(({ id }) => id) }).expect(422);
      expect((await setup()).call.deadlines.find(({ kind }) => kind === 'paper')?.wallTime).toBe('2016-06-10T02:30');
    });
  });

  it('come along into a new edition, which says what is still unset', async () => {
    const track = call.tracks[1]?.id;
    await chair
      .post(`/api/calls/${call.slug}/deadlines`)
      .send({ kind: 'paper', trackId: track, wallTime: '2016-06-20T23:59', zone: 'Etc/GMT+12', replaces: null })
      .expect(200);
    const copy = (body: Record<string, unknown>) =>
      chair.post(`/api/calls/${call.slug}/copies`).set('Idempotency-Key', `copy-${n}-of-a-call`).send(body);
    const { body } = await copy({ name: `ITAIS 2017 (${n})`, days: 364 }).expect(201);
    const made = body as CallSetup;
    expect(made.call).toMatchObject({ state: 'setup', tracks: [{ name: 'Public services' }, { name: 'Health' }] });
    const ofTrack = made.call.deadlines.find(({ trackId }) => trackId !== null);
    expect(ofTrack).toMatchObject({ wallTime: '2017-06-19T23:59', trackId: made.call.tracks[1]?.id });
    expect(made.call.deadlines).toHaveLength(5);
    expect(made.call.topics.map(({ name }) => name)).toEqual(['Open data']);
    expect(made.reviewForm.fields.map(({ key }) => key)).toEqual(['overall', 'comments', 'confidential']);
    expect(made.readiness).toContainEqual(
      expect.objectContaining({ code: 'date_unset', facts: { kind: 'notification' } }),
    );
    expect((await copy({ name: `ITAIS 2017 (${n})`, days: 364 }).expect(201)).body).toMatchObject({
      call: { slug: made.call.slug },
    });
    await (
      await app.signIn(ada)
    )
      .post(`/api/calls/${call.slug}/copies`)
      .set('Idempotency-Key', `copy-${n}-of-ada-s`)
      .send({ name: 'Mine', days: 0 })
      .expect(403);
  });
});
