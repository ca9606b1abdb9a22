import { randomUUID } from 'node:crypto';
import type { CommitteeRow, CommitteeView, PastedPerson } from '@convoke/contract';
import type { GivenCall, GivenPerson } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let chidi: GivenPerson;
let tala: GivenPerson;
let ravi: GivenPerson;
let chair: Visitor;
let run = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-03-01T08:00:00Z' })));
afterAll(() => app.stop());

beforeEach(async () => {
  run += 1;
  app.clock.set('2016-03-01T08:00:00Z');
  itais = await app.given.call(`itais-${run}`, {
    name: 'ITAIS 2016',
    tracks: ['Digital transformation', 'Health'],
    topics: ['Participation', 'Open data'],
    settings: { maxLoad: 4 },
  });
  chidi = await app.given.person('Chidi Eze', { address: at('chidi') });
  tala = await app.given.person('Tala Brandt', { address: at('tala') });
  ravi = await app.given.person('Ravi Menon', { address: at('ravi') });
  await app.given.role(chidi, 'chair', itais);
  await app.given.role(tala, 'track_chair', itais, itais.tracks[0]);
  await app.given.role(ravi, 'reviewer', itais);
  chair = await app.signIn(chidi);
});

const at = (name: string): string => `${name}.${run}@example.org`;
const path = (rest: string): string => `/api/calls/${itais.slug}/${rest}`;
const asReviewers = { role: 'reviewer', trackId: null, note: '' };
const somebody = (name: string, more: object = {}) => ({
  givenName: name,
  familyName: 'Neri',
  affiliation: 'U Roma',
  address: at(name.toLowerCase()),
  ...more,
});
const invite = (visitor: Visitor, people: object[], office: object = asReviewers) =>
  visitor
    .post(path('invitations'))
    .set('Idempotency-Key', randomUUID())
    .send({ ...asReviewers, ...office, people });
const whole = async (visitor = chair): Promise<CommitteeView> =>
  (await visitor.get(path('committee')).expect(200)).body as CommitteeView;
const people = async (visitor = chair, query = ''): Promise<{ rows: CommitteeRow[]; total: number }> =>
  (await visitor.get(path(`people?${query}`)).expect(200)).body as { rows: CommitteeRow[]; total: number };
const rowOf = async (name: string, visitor = chair): Promise<CommitteeRow | undefined> =>
  (await people(visitor)).rows.find((row) => row.name.startsWith(name));
const linkIn = async (address: string): Promise<string> =>
  /http:\/\/convoke\.test(\/i\/\S+)/.exec((await app.mails(address)).at(-1)?.body ?? '')?.[1] ?? '/no-link';

describe('a committee from a paste', () => {
  const text = () =>
    [
      'Name, E-mail, Affiliation, Topics',
      `Ada Ferri, ${at('ada')}, U Milano, Open data; Cooking`,
      `Ravi Menon, ${at('ravi').toUpperCase()}, IIT`,
      `Ada Ferri, ${at('ada')}, U Milano`,
      'Olu Bankole, not an address, U Lagos',
    ].join('\n');

  it('shows every row as it was understood, with what is wrong, and sends nothing', async () => {
    const { rows, letter } = (
      await chair
        .post(path('invitations/preview'))
        .send({ ...asReviewers, text: text(), note: 'We met in Rome.' })
        .expect(200)
    ).body as { rows: PastedPerson[]; letter: { subject: string; body: string } };
    expect(rows.map(({ familyName, problems }) => [familyName, problems])).toEqual([
      ['Ferri', []],
      ['Menon', ['already_member']],
      ['Ferri', ['address_twice']],
      ['Bankole', ['address_malformed']],
    ]);
    expect(rows[0]).toMatchObject({ topics: ['Open data'], unknownTopics: ['Cooking'] });
    expect(letter.subject).toBe('[ITAIS 2016] Will you serve as reviewer?');
    expect(letter.body).toContain('We met in Rome.');
    expect(await app.mails(at('ada'))).toEqual([]);
    expect((await people()).rows).toHaveLength(3);
  });

  it('invites those chosen, one letter each, and leaves out members and who is invited already', async () => {
    const list = [
      somebody('Ada', { topicIds: [itais.topics['Open data']] }),
      somebody('Olu'),
      { ...somebody('Ravi'), address: ravi.address },
    ];
    expect((await invite(chair, list).expect(201)).body).toEqual({ invited: 2, skipped: [ravi.address] });
    expect((await invite(chair, [somebody('Ada'), somebody('Mia')]).expect(201)).body).toEqual({
      invited: 1,
      skipped: [at('ada')],
    });
    expect(await app.mails(at('ada'))).toHaveLength(1);
    expect(await rowOf('Ada')).toMatchObject({
      state: 'pending',
      role: 'reviewer',
      topics: ['Open data'],
      affiliation: 'U Roma',
    });
  });

  it('has one effect for a double click, and for two chairs at the same moment', async () => {
    const key = randomUUID();
    const body = { ...asReviewers, people: [somebody('Ada')] };
    for (let click = 0; click < 2; click += 1)
      await chair.post(path('invitations')).set('Idempotency-Key', key).send(body).expect(201);
    await Promise.all([invite(chair, [somebody('Olu')]), invite(chair, [somebody('Olu')])]);
    expect(await app.mails(at('ada'))).toHaveLength(1);
    expect(await app.mails(at('olu'))).toHaveLength(1);
  });
});

describe('who may invite whom', () => {
  it('lets a co-chair invite reviewers of the own track, and nobody else', async () => {
    const [own, other] = itais.tracks;
    const visitor = await app.signIn(tala);
    await invite(visitor, [somebody('Ada')], { trackId: own?.id }).expect(201);
    await invite(visitor, [somebody('Olu')], { trackId: other?.id }).expect(403);
    await invite(visitor, [somebody('Olu')]).expect(403);
    await invite(visitor, [somebody('Olu')], { role: 'track_chair', trackId: own?.id }).expect(403);
    expect((await whole(visitor)).invites).toEqual({
      roles: ['reviewer'],
      tracks: [{ id: own?.id, name: own?.name }],
      wholeCall: false,
    });
  });

  it('knows the offices of each kind of call, and tracks only of the same call', async () => {
    await invite(chair, [somebody('Ada')], { role: 'guest_editor' }).expect(422);
    await invite(chair, [somebody('Ada')], { role: 'track_chair' }).expect(422);
    await invite(chair, [somebody('Ada')], { trackId: randomUUID() }).expect(422);
    await invite(chair, [somebody('Ada', { isAdmin: true })]).expect(422);
  });

  it('is closed to reviewers, strangers and the signed out', async () => {
    const reviewer = await app.signIn(ravi);
    await reviewer.get(path('people')).expect(403);
    await invite(reviewer, [somebody('Ada')]).expect(403);
    await reviewer.get(path('committee')).expect(403);
    await app.visitor().get(path('people')).expect(401);
  });
});

describe('the link in the letter', () => {
  it('changes nothing when it is only followed, and makes a person with a proven address when it is accepted', async () => {
    const [health] = itais.tracks.slice(1);
    await invite(chair, [somebody('Ada', { topicIds: [itais.topics['Participation']] })], {
      role: 'track_chair',
      trackId: health?.id,
    }).expect(201);
    const link = await linkIn(at('ada'));
    const visitor = app.visitor();
    const shown = await visitor.get(link).expect(200);
    expect(shown.text).toContain('asks you to serve as co-chair for the track Health');
    expect(await rowOf('Ada')).toMatchObject({ state: 'pending' });

    await visitor.submitForm(link, { answer: 'accept', as: 'addressee' }).expect(303);
    expect(await rowOf('Ada')).toMatchObject({
      state: 'active',
      role: 'track_chair',
      trackName: 'Health',
      topics: ['Participation'],
    });
    const after = await visitor.get(link).expect(200);
    expect(after.text).toContain('Thank you. You serve as co-chair of ITAIS 2016.');

    const toPassword = await visitor.post(`${link}/password`).expect(303);
    expect(toPassword.headers['location']).toMatch(/^\/reset\//);
    await visitor.get('/api/me').expect(401);
  });

  it('finds the person who owns the address, and never offers to replace a password', async () => {
    const ada = await app.given.person('Ada Ferri', { address: at('ada') });
    await app.database.query(`update person set password_hash = 'x' where id = $1`, [ada.id]);
    await invite(chair, [somebody('Ada')]).expect(201);
    const link = await linkIn(at('ada'));
    await app.visitor().submitForm(link, { answer: 'accept', as: 'addressee' }).expect(303);
    await app.visitor().post(`${link}/password`).expect(403);
    expect((await (await app.signIn(ada)).get('/api/me').expect(200)).body.calls).toMatchObject([
      { slug: itais.slug, roles: ['reviewer'] },
    ]);
  });

  it('asks which of the two is meant when somebody else is signed in', async () => {
    const olu = await app.given.person('Olu Bankole', { address: at('olu') });
    await invite(chair, [somebody('Ada')]).expect(201);
    const link = await linkIn(at('ada'));
    const visitor = await app.signIn(olu);
    expect((await visitor.get(link).expect(200)).text).toContain(
      `You are signed in as Olu Bankole, but the letter went to ${at('ada')}.`,
    );
    await visitor.submitForm(link, { answer: 'accept', as: 'me' }).expect(303);
    expect(await rowOf('Olu')).toMatchObject({ state: 'active' });
    expect(await rowOf('Ada')).toBeUndefined();
  });

  it('takes a no with a reason that the chairs read, and keeps the first answer', async () => {
    await invite(chair, [somebody('Ada')]).expect(201);
    const link = await linkIn(at('ada'));
    const visitor = app.visitor();
    await visitor.submitForm(link, { answer: 'decline', reason: 'On leave until May.' }).expect(303);
    await visitor.submitForm(link, { answer: 'accept', as: 'addressee' }).expect(303);
    expect(await rowOf('Ada')).toMatchObject({ state: 'declined', reason: 'On leave until May.' });
    expect((await visitor.get(link).expect(200)).text).toContain('You declined to serve.');
  });

  it('appoints once when it is accepted twice at the same moment', async () => {
    await invite(chair, [somebody('Ada')]).expect(201);
    const link = await linkIn(at('ada'));
    const accept = () => app.visitor().submitForm(link, { answer: 'accept', as: 'addressee' }).expect(303);
    await Promise.all([accept(), accept(), accept()]);
    expect((await people()).rows.filter(({ name }) => name === 'Ada Neri')).toHaveLength(1);
  });

  it('says kindly that it has expired, was withdrawn, or never existed', async () => {
    await invite(chair, [somebody('Ada'), somebody('Olu')]).expect(201);
    const olu = await rowOf('Olu');
    await chair
      .post(path(`invitations/${olu?.id}/withdrawal`))
      .send({ version: olu?.version })
      .expect(200);
    expect(
      (
        await app
          .visitor()
          .get(await linkIn(at('olu')))
          .expect(200)
      ).text,
    ).toContain('have withdrawn this invitation');
    app.clock.set('2016-04-01T08:00:00Z');
    const link = await linkIn(at('ada'));
    expect((await app.visitor().get(link).expect(200)).text).toContain('This invitation has expired.');
    await app.visitor().submitForm(link, { answer: 'accept', as: 'addressee' }).expect(303);
    expect(await rowOf('Ada')).toMatchObject({ state: 'expired' });
    await app.visitor().get('/i/made-up').expect(404);
  });
});

describe('afterwards', () => {
  it('sends an expired invitation again with the same link, once per version', async () => {
    await invite(chair, [somebody('Ada')]).expect(201);
    const before = await linkIn(at('ada'));
    app.clock.set('2016-04-05T08:00:00Z');
    const row = await rowOf('Ada');
    const again = () => chair.post(path(`invitations/${row?.id}/letter`)).send({ version: row?.version });
    await again().expect(200);
    await again().expect(409);
    expect(await app.mails(at('ada'))).toHaveLength(2);
    expect(await linkIn(at('ada'))).toBe(before);
    expect(await rowOf('Ada')).toMatchObject({ state: 'pending', expiresAt: '2016-05-05T08:00:00.000Z' });
  });

  it('shows load and limit of reviewers, without papers the viewer wrote', async () => {
    const other = await app.given.submission(itais, { by: [tala] });
    const own = await app.given.submission(itais, { by: [chidi] });
    for (const paper of [other, own]) await app.given.assignment(paper, ravi);
    expect(await rowOf('Ravi')).toMatchObject({ load: 1, maxLoad: null });
    const { id } = (await rowOf('Ravi'))!;
    await chair
      .put(path(`people/${id}/load`))
      .send({ maxLoad: 2 })
      .expect(200);
    expect(await rowOf('Ravi')).toMatchObject({ maxLoad: 2 });
    await chair
      .put(path(`people/${id}/load`))
      .send({ maxLoad: -1 })
      .expect(422);
  });

  it('ends an office, but never that of the last who runs the call', async () => {
    const reviewer = (await rowOf('Ravi'))!;
    await chair.post(path(`people/${reviewer.id}/ending`)).expect(200);
    expect(await rowOf('Ravi')).toBeUndefined();
    const last = (await rowOf('Chidi'))!;
    const refusal = await chair.post(path(`people/${last.id}/ending`)).expect(409);
    expect(refusal.body).toMatchObject({ code: 'last_in_office' });
  });

  it('lets nobody reach into another call', async () => {
    const other = await app.given.call(`other-${run}`);
    const olu = await app.given.person('Olu Bankole', { address: at('olu') });
    await app.given.role(olu, 'chair', other);
    const row = (await rowOf('Ravi'))!;
    const visitor = await app.signIn(olu);
    await visitor.post(`/api/calls/${other.slug}/people/${row.id}/ending`).expect(404);
    await visitor.post(path(`people/${row.id}/ending`)).expect(403);
  });
});

describe('searching people', () => {
  const found = async (query: string, visitor = chair, part = 'all'): Promise<string[]> =>
    (await people(visitor, `part=${part}&query=${encodeURIComponent(query)}`)).rows.map(({ name }) => name);

  beforeEach(async () => {
    const zoe = await app.given.person('Zoë García-Müller', { address: at('zgm') });
    await app.database.query(`update person set affiliation = 'Università di Milano' where id = $1`, [zoe.id]);
    await app.given.role(zoe, 'reviewer', itais, itais.tracks[1]);
    await app.database.query(`insert into topic_interest(person_id, topic_id, interest) values ($1, $2, 2)`, [
      zoe.id,
      itais.topics['Open data'],
    ]);
    await app.given.assignment(await app.given.submission(itais, { by: [tala] }), ravi);
    await invite(chair, [somebody('Ada')]).expect(201);
  });

  it('finds by the beginnings of words of names, affiliations and addresses, whatever their accents', async () => {
    expect(await found('garcia')).toEqual(['Zoë García-Müller']);
    expect(await found('mull zoe')).toEqual(['Zoë García-Müller']);
    expect(await found('universita')).toEqual(['Zoë García-Müller']);
    expect(await found('arcia')).toEqual([]);
    expect(await found(`zgm.${run}`)).toEqual(['Zoë García-Müller']);
    expect(await found('email:zgm')).toEqual(['Zoë García-Müller']);
    expect(await found('aff:"di milano"')).toEqual(['Zoë García-Müller']);
    expect(await found('name:milano')).toEqual([]);
  });

  it('finds by topic, track, office, answer and load, joined as one likes', async () => {
    expect(await found('topic:data')).toEqual(['Zoë García-Müller']);
    expect(await found('track:health')).toEqual(['Zoë García-Müller']);
    expect(await found('role:co-chair OR role:chair')).toEqual(['Tala Brandt', 'Chidi Eze']);
    expect(await found('status:pending')).toEqual(['Ada Neri']);
    expect(await found('load<1')).toEqual(['Zoë García-Müller']);
    expect(await found('has:papers')).toEqual(['Ravi Menon']);
    expect(await found('role:reviewer NOT (has:papers OR has:topics)')).toEqual(['Ada Neri']);
    expect(await found('role:reviewer -topic:data sort:-name', chair, 'reviewers')).toEqual(['Ravi Menon']);
  });

  it('does not find by the load of papers that do not exist for the viewer', async () => {
    await app.given.assignment(await app.given.submission(itais, { by: [chidi] }), ravi);
    expect(await found('load:2')).toEqual([]);
    expect(await found('load:2', await app.signIn(tala))).toEqual([]);
    expect(await found('load:1')).toEqual(['Ravi Menon']);
  });

  it('refuses what it cannot read, with the reason', async () => {
    const refused = await chair.get(path(`people?query=${encodeURIComponent('load<many')}`)).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ path: 'query' }] });
    await chair.get(path(`people?query=score:3`)).expect(422);
    await chair.get(path(`people?query=a&part=drafts`)).expect(422);
  });

  it('answers by page, with as many statements for a long list as for a short one', async () => {
    const ask = async (rest: string) =>
      (await app.statementsOf(() => chair.get(path(`people?${rest}`)).expect(200))).length;
    const short = await ask('limit=1');
    await invite(
      chair,
      Array.from({ length: 40 }, (_, n) => somebody(`Guest${n}`)),
    ).expect(201);
    expect(await ask('limit=200&query=guest')).toBe(short);
    const page = await people(chair, 'query=guest&offset=30&limit=20');
    expect([page.rows.length, page.total]).toEqual([10, 40]);
    expect(await people(chair, 'query=guest&offset=90')).toEqual({ rows: [], total: 40 });
    expect((await whole()).counts).toMatchObject({ chairs: 2, reviewers: 2, pending: 41 });
  });
});
