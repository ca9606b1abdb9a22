import { TestApp, type GivenPerson, type Visitor } from '../testing';
import { DeadlinesService } from './deadlines.service';

interface Setup {
  version: number;
  call: {
    slug: string;
    state: string;
    name: string;
    place: string;
    types: { key: string; anonymity: string | null }[];
    deadlines: { id: string; kind: string; wallTime: string | null; closesAt: string | null; position: number }[];
    tracks: { id: string; name: string }[];
    topics: { id: string; name: string }[];
  };
  trackVersions: Record<string, number>;
  reviewForm: { n: number; fields: { key: string }[] };
  readiness: { code: string; severity: string }[];
}

describe('calls', () => {
  let app: TestApp;
  let chidi: Visitor;
  let tala: Visitor;
  let ada: Visitor;
  let chidiPerson: GivenPerson;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-05-01T08:00:00Z' });
    const { given } = app;
    chidiPerson = await given.person('Chidi Eze', { affiliation: 'U. of Insubria', timeZone: 'Europe/Rome' });
    const talaPerson = await given.person('Tala Brandt');
    const itais = await given.call('itais-2016', {
      name: 'ITAIS 2016',
      tracks: ['Public services', 'Digital health'],
      topics: ['Open data', 'Smart cities'],
      closes: { abstract: '2016-05-06T12:00:00Z', paper: '2016-06-06T12:00:00Z', notification: null },
    });
    await given.role(chidiPerson, 'chair', itais);
    await given.role(talaPerson, 'track_chair', itais, itais.tracks[0]);
    chidi = await app.signIn(chidiPerson);
    tala = await app.signIn(talaPerson);
    ada = await app.signIn(await given.person('Ada Ferri'));
  });
  afterAll(() => app.stop());

  const setup = async (slug: string, who = chidi) =>
    (await who.get(`/api/calls/${slug}/setup`).expect(200)).body as Setup;
  const date = (view: Setup, kind: string) => view.call.deadlines.find((one) => one.kind === kind);
  const setDate = (slug: string, body: Record<string, unknown>, who = chidi) =>
    who.post(`/api/calls/${slug}/deadlines`).send({ zone: 'Etc/GMT+12', replaces: null, ...body });

  describe('making one', () => {
    it('starts a conference from its preset, with dates to be announced', async () => {
      const { body } = await chidi
        .post('/api/calls')
        .set('Idempotency-Key', 'key-of-conference-1')
        .send({ kind: 'conference', name: 'MCIS 2017: Säulen' })
        .expect(201);
      const made = body as Setup;
      expect(made.call).toMatchObject({ slug: 'mcis-2017-saulen', state: 'setup' });
      expect(made.call.types.map(({ key, anonymity }) => [key, anonymity])).toEqual([
        ['paper', null],
        ['poster', null],
        ['doctoral_consortium', 'none'],
      ]);
      expect(made.call.deadlines.every((one) => one.wallTime === null)).toBe(true);
      expect(made.reviewForm.n).toBe(1);
      expect(made.reviewForm.fields.map(({ key }) => key)).toContain('confidential');
    });

    it('makes one call of a double click', async () => {
      const click = () =>
        chidi
          .post('/api/calls')
          .set('Idempotency-Key', 'key-of-double')
          .send({ kind: 'special_issue', name: 'Double click' });
      const answers = await Promise.all([click(), click()]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const rows = await app.database.query<unknown[]>(`select 1 from call where name = 'Double click'`);
      expect(rows).toHaveLength(1);
    });

    it('gives the second call of a name its own address, and refuses a taken one', async () => {
      const again = { kind: 'conference', name: 'MCIS 2017: Säulen' };
      const { body } = await chidi.post('/api/calls').set('Idempotency-Key', 'key-of-again').send(again).expect(201);
      expect((body as Setup).call.slug).toBe('mcis-2017-saulen-2');
      const taken = { kind: 'conference', name: 'Another', slug: 'itais-2016' };
      await chidi.post('/api/calls').set('Idempotency-Key', 'key-of-taken').send(taken).expect(409);
    });

    it('is for people who run something here', async () => {
      const body = { kind: 'conference', name: 'My own' };
      await ada.post('/api/calls').set('Idempotency-Key', 'key-of-ada').send(body).expect(403);
      await app.visitor().post('/api/calls').set('Idempotency-Key', 'key-of-nobody').send(body).expect(401);
    });

    it('refuses an unknown field and names it', async () => {
      const { body } = await chidi
        .post('/api/calls')
        .set('Idempotency-Key', 'key-of-unknown')
        .send({ kind: 'conference', name: 'X', isDemo: true })
        .expect(422);
      expect((body as { errors: { path: string }[] }).errors).toEqual([expect.objectContaining({ path: 'isDemo' })]);
    });
  });

  describe('changing one', () => {
    it('never overwrites what somebody else saved meanwhile', async () => {
      const { version } = await setup('itais-2016');
      await chidi.patch('/api/calls/itais-2016').send({ version, place: 'Verona' }).expect(200);
      const { body } = await chidi.patch('/api/calls/itais-2016').send({ version, place: 'Milan' }).expect(409);
      expect((body as { code: string }).code).toBe('stale_version');
      expect((await setup('itais-2016')).call.place).toBe('Verona');
    });

    it('is for its chairs: a co-chair may read the settings, an author not, a stranger not', async () => {
      const { version } = await setup('itais-2016', tala);
      await tala.patch('/api/calls/itais-2016').send({ version, place: 'Rome' }).expect(403);
      await ada.get('/api/calls/itais-2016/setup').expect(403);
      await app.visitor().get('/api/calls/itais-2016/setup').expect(401);
    });

    it('lets a co-chair edit text and topics of the own track, and nothing of another', async () => {
      const { call, trackVersions } = await setup('itais-2016', tala);
      const [own, other] = call.tracks;
      const change = (track: typeof own, name = track?.name) =>
        tala
          .put(`/api/calls/itais-2016/tracks/${track?.id}`)
          .send({ version: trackVersions[track?.id ?? ''], name, description: 'Co-production in public services.' });
      await change(own).expect(200);
      await change(own, 'A new name').expect(403);
      await change(other).expect(403);
      const topics = {
        trackId: own?.id,
        version: (trackVersions[own?.id ?? ''] ?? 0) + 1,
        topics: [{ name: 'Co-production' }],
      };
      const { body } = await tala.put('/api/calls/itais-2016/topics').send(topics).expect(200);
      expect((body as Setup).call.topics.map(({ name }) => name)).toContain('Co-production');
      await tala
        .put('/api/calls/itais-2016/topics')
        .send({ ...topics, trackId: other?.id, version: 1 })
        .expect(403);
    });

    it('keeps topics and types that submissions use', async () => {
      const { given } = app;
      const call = await given.call('in-use', { topics: ['Used', 'Free'] });
      await given.role(chidiPerson, 'chair', call);
      await given.submission(call, { by: [await given.person('Uma Used')], topics: ['Used'] });
      const before = await setup('in-use');
      const [used, free] = before.call.topics;
      const keep = (topics: unknown[]) =>
        chidi.put('/api/calls/in-use/topics').send({ trackId: null, version: before.version, topics });
      expect((await keep([{ id: free?.id, name: 'Free' }]).expect(409)).body).toMatchObject({ code: 'in_use' });
      const { body } = await keep([{ id: used?.id, name: 'Renamed' }]).expect(200);
      expect((body as Setup).call.topics.map(({ name }) => name)).toEqual(['Renamed']);
      const types = {
        version: before.version + 1,
        types: [{ key: 'other', name: 'Other', anonymity: null, isOpen: true, settings: {} }],
      };
      expect((await chidi.put('/api/calls/in-use/types').send(types).expect(409)).body).toMatchObject({
        code: 'in_use',
      });
    });

    it('makes a new version of the review form and leaves the old one as it was', async () => {
      const fields = [{ key: 'verdict', label: 'Verdict', kind: 'text', required: true, visibility: 'authors' }];
      const { body } = await chidi.put('/api/calls/itais-2016/review-form').send({ n: 1, fields }).expect(200);
      expect((body as Setup).reviewForm).toMatchObject({ n: 2, fields: [{ key: 'verdict' }] });
      await chidi.put('/api/calls/itais-2016/review-form').send({ n: 1, fields }).expect(409);
      const rows = await app.database.query<{ n: number; keys: number }[]>(
        `select v.n, jsonb_array_length(v.fields) as keys from form_version v join form f on f.id = v.form_id
           join call c on c.id = f.call_id where c.slug = 'itais-2016' order by v.n`,
      );
      expect(rows).toEqual([
        { n: 1, keys: 3 },
        { n: 2, keys: 1 },
      ]);
    });

    it('leaves a line of history for each change', async () => {
      const rows = await app.database.query<{ action: string }[]>(
        `select distinct action from audit_entry where call_id = (select id from call where slug = 'itais-2016') order by 1`,
      );
      expect(rows.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['call.changed', 'review_form.changed', 'topics.set', 'track.changed']),
      );
    });
  });

  describe('dates', () => {
    it('prints on the public page the very row that is enforced, in AoE', async () => {
      const before = date(await setup('itais-2016'), 'paper');
      const { body } = await setDate('itais-2016', {
        kind: 'paper',
        wallTime: '2016-06-05T23:59',
        replaces: before?.id,
      });
      expect(date(body as Setup, 'paper')?.closesAt).toBe('2016-06-06T12:00:00.000Z');

      const { text } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(text).toContain('5 June 2016');
      expect(text).toContain('23:59 AoE');

      const [call] = await app.database.query<{ id: string }[]>(`select id from call where slug = 'itais-2016'`);
      const enforced = await app.get(DeadlinesService).effective(app.database.manager, call?.id ?? '', {});
      expect(enforced.paper).toMatchObject({
        id: date(body as Setup, 'paper')?.id,
        closesAt: new Date('2016-06-06T12:00:00Z'),
      });
      expect(enforced.final).toBeUndefined();
    });

    it('knows summer time: 23:59 in Rome closes at 22:00 UTC', async () => {
      const { body } = await setDate('itais-2016', {
        kind: 'final',
        wallTime: '2016-09-04T23:59',
        zone: 'Europe/Rome',
      });
      expect(date(body as Setup, 'final')?.closesAt).toBe('2016-09-04T22:00:00.000Z');
      const { text } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(text).toMatch(/4 September 2016.*23:59 CEST/s);
    });

    it('shows a signed-in reader the own clock as well', async () => {
      const { text } = await chidi.get('/c/itais-2016').expect(200);
      expect(text).toContain('Mon 6 June, 13:59 in Rome');
    });

    it('takes whole days and events of several days', async () => {
      await setDate('itais-2016', {
        kind: 'event',
        wallTime: '2016-10-07',
        untilWallTime: '2016-10-08',
        zone: 'Europe/Rome',
      }).expect(200);
      const { text } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(text).toMatch(/7\s?–\s?8 October 2016/);
      await setDate('itais-2016', { kind: 'decision', wallTime: '2016-10-07', untilWallTime: '2016-10-01' }).expect(
        422,
      );
    });

    it('refuses a time that the clocks skip, and asks which when they show it twice', async () => {
      const gap = await setDate('itais-2016', {
        kind: 'review',
        wallTime: '2017-03-26T02:30',
        zone: 'Europe/Rome',
      }).expect(422);
      expect(gap.body).toMatchObject({ code: 'wall_time_gap' });
      const doubled = { kind: 'review', wallTime: '2016-10-30T02:30', zone: 'Europe/Rome' };
      expect((await setDate('itais-2016', doubled).expect(422)).body).toMatchObject({ code: 'wall_time_doubled' });
      const { body } = await setDate('itais-2016', { ...doubled, which: 'later' }).expect(200);
      expect(date(body as Setup, 'review')?.closesAt).toBe('2016-10-30T01:31:00.000Z');
    });

    it('asks for a reason before it takes time away that was published, and keeps all of it in the history', async () => {
      app.clock.advance({ minutes: 1 });
      const before = date(await setup('itais-2016'), 'paper');
      const shorter = { kind: 'paper', wallTime: '2016-06-01T23:59', replaces: before?.id };
      const refused = await setDate('itais-2016', shorter).expect(422);
      expect((refused.body as { errors: { path: string }[] }).errors[0]?.path).toBe('reason');
      expect(date(await setup('itais-2016'), 'paper')?.wallTime).toBe('2016-06-05T23:59');
      await setDate('itais-2016', { ...shorter, reason: 'The hall burned down.' }).expect(200);
      const { body } = await chidi.get('/api/calls/itais-2016/deadline-history').expect(200);
      const papers = (body as { kind: string; reason: string; setBy: string | null }[]).filter(
        ({ kind }) => kind === 'paper',
      );
      expect(papers[0]).toMatchObject({ reason: 'The hall burned down.', setBy: 'Chidi Eze' });
      expect(papers).toHaveLength(3);
    });

    it('lets only one of two chairs replace the same date', async () => {
      const before = date(await setup('itais-2016'), 'paper');
      const change = (wallTime: string) => setDate('itais-2016', { kind: 'paper', wallTime, replaces: before?.id });
      const answers = await Promise.all([change('2016-06-10T23:59'), change('2016-06-11T23:59')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      await setDate('itais-2016', { kind: 'paper', wallTime: '2016-06-12T23:59', replaces: null }).expect(409);
    });

    it('refuses the track of another call, and dates set by co-chairs', async () => {
      const other = await app.given.call('another-call');
      await setDate('itais-2016', { kind: 'abstract', trackId: other.tracks[0]?.id, wallTime: null }).expect(404);
      await setDate('itais-2016', { kind: 'opening', wallTime: null }, tala).expect(403);
    });
  });

  describe('a call in set-up', () => {
    it('does not exist for outsiders: not in the directory, not as a page, not in the API', async () => {
      const { given } = app;
      const secret = await given.call('secret-call', { name: 'Secret call', state: 'setup' });
      await given.role(chidiPerson, 'chair', secret);
      const visitor = app.visitor();
      expect((await visitor.get('/').expect(200)).text).not.toContain('Secret call');
      expect((await visitor.get('/sitemap.xml').expect(200)).text).not.toContain('secret-call');
      await visitor.get('/c/secret-call').expect(404);
      const hidden = (await ada.get('/api/calls/secret-call').expect(404)).body as unknown;
      const missing = (await ada.get('/api/calls/no-such-call').expect(404)).body as unknown;
      expect(hidden).toEqual(missing);
      expect((await chidi.get('/c/secret-call').expect(200)).text).toContain('Only the people who run it');
    });

    it('is published once, and then stands in the directory', async () => {
      const { version } = await setup('secret-call');
      await ada.post('/api/calls/secret-call/publication').send({ version }).expect(404);
      const { body } = await chidi.post('/api/calls/secret-call/publication').send({ version }).expect(200);
      expect((body as Setup).call.state).toBe('published');
      await chidi
        .post('/api/calls/secret-call/publication')
        .send({ version: version + 1 })
        .expect(409);
      const { text } = await app.visitor().get('/').expect(200);
      expect(text).toContain('<a href="/c/secret-call">Secret call</a>');
    });

    it('cannot be published without a submission type', async () => {
      const bare = await app.given.call('bare', { state: 'setup', types: {} });
      await app.given.role(chidiPerson, 'chair', bare);
      const { version, readiness } = await setup('bare');
      expect(readiness).toContainEqual(expect.objectContaining({ code: 'no_type', severity: 'blocking' }));
      const { body } = await chidi.post('/api/calls/bare/publication').send({ version }).expect(422);
      expect(body).toMatchObject({ code: 'incomplete', facts: { missing: ['no_type'] } });
    });
  });

  describe('the public page', () => {
    it('is complete without scripts and tells search engines what it is', async () => {
      const { text, headers } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(headers['content-type']).toContain('text/html');
      for (const words of [
        'ITAIS 2016',
        'Public services',
        'Tala Brandt',
        'Open data',
        'Important dates',
        'To be announced',
      ]) {
        expect(text).toContain(words);
      }
      expect(text).toContain('href="/app/c/itais-2016/new"');
      expect(text).toContain('<link rel="canonical" href="http://convoke.test/c/itais-2016"');
      expect(text).toMatch(/<meta property="og:title" content="ITAIS 2016"/);
      expect(text).toMatch(/application\/ld\+json[^>]*>\{[^<]*"@type":"Event"/);
    });

    it('shows the Markdown of chairs and lets nothing run', async () => {
      const { version } = await setup('itais-2016');
      const body =
        '## About\n\n**Bold** <script>alert(1)</script> <img src=x onerror=alert(1)> [bad](javascript:alert(1))';
      await chidi.patch('/api/calls/itais-2016').send({ version, body, tagline: '</script><b>tag' }).expect(200);
      const { text } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(text).toContain('<h2>About</h2>');
      expect(text).toContain('<strong>Bold</strong>');
      expect(text).not.toMatch(/alert\(1\)<\/script>|onerror|javascript:/);
      expect(text).not.toContain('</script><b>tag');
    });

    it('says that demonstration dates are placed around today, and only there', async () => {
      const words = 'The dates of this demonstration are placed around today.';
      expect((await app.visitor().get('/c/itais-2016')).text).not.toContain(words);
      await app.database.query(`update call set is_demo = true where slug = 'itais-2016'`);
      expect((await app.visitor().get('/c/itais-2016')).text).toContain(words);
    });

    it('moves on to the next date by itself', async () => {
      app.clock.set('2016-07-01T00:00:00Z');
      const { text } = await app.visitor().get('/c/itais-2016').expect(200);
      expect(text).toContain('Final versions are due');
      expect(text).not.toContain('Submit a paper');
    });

    it('answers an unknown call with a page that says so', async () => {
      const { text } = await app.visitor().get('/c/no-such-call').expect(404);
      expect(text).toContain('<html');
    });
  });
});
