import type { CallSetup, CallView, NextView, SubmissionForm } from '@convoke/contract';
import { deadlineState } from '@convoke/domain';
import { countdown } from '@convoke/texts';
import { Temporal } from 'temporal-polyfill';
import { TestApp, type GivenCall, type GivenPerson, type Visitor } from '../testing';

const graceMs = 300_000;

/** One date, changed once: everything that speaks of it or acts by it has to say the same instant. */
describe('a date is one', () => {
  let app: TestApp;
  let call: GivenCall;
  let chidi: GivenPerson;
  let ada: GivenPerson;
  let draftId: string;
  let feed: string;
  let n = 0;

  beforeAll(async () => (app = await TestApp.start({ at: '2016-01-01T08:00:00Z' })));
  afterAll(() => app.stop());
  beforeEach(async () => {
    n += 1;
    app.clock.set('2016-01-01T08:00:00Z');
    await app.database.query(`update call set state = 'closed'`);
    chidi = await app.given.person('Chidi Eze', { address: `chidi${n}@example.org` });
    ada = await app.given.person('Ada Ferri', { address: `ada${n}@example.org` });
    call = await app.given.call(`itais-${n}`, { tracks: ['Public services', 'Health'], closes: { paper: null } });
    await app.given.role(chidi, 'chair', call);
    draftId = (await app.given.submission(call, { by: [ada], state: 'draft', title: 'A draft' })).id;
    const page = await (await app.signIn(ada)).post('/account/calendar').expect(200);
    feed = /\/calendar\/[\w-]+\.ics/.exec(page.text)?.[0] ?? '';
  });

  const chair = (): Promise<Visitor> => app.signIn(chidi);
  const set = async (body: Record<string, unknown>) => {
    const who = await chair();
    const { body: setup } = await who.get(`/api/calls/${call.slug}/setup`).expect(200);
    const trackId = (body['trackId'] ?? null) as string | null;
    const held = (setup as CallSetup).call.deadlines.find((date) => date.kind === 'paper' && date.trackId === trackId);
    const request = { kind: 'paper', replaces: held?.id ?? null, reason: 'A test.', ...body };
    return who.post(`/api/calls/${call.slug}/deadlines`).send(request);
  };
  const extend = async (body: Record<string, unknown>) =>
    (await chair()).post(`/api/calls/${call.slug}/extensions`).send({ kind: 'paper', reason: 'A test.', ...body });

  /** What each says, read at an instant well before. */
  const said = async (at: Date) => {
    app.clock.set(at);
    await app.runJob('sweep-reminders');
    const author = await app.signIn(ada);
    const { body: form } = await author.get(`/api/submissions/${draftId}/form`).expect(200);
    const { body: next } = await author.get('/api/me/next').expect(200);
    const reminders = await app.database.query<{ anchor_at: Date }[]>(
      `select distinct anchor_at from reminder where submission_id = $1 and state in ('planned', 'sent')`,
      [draftId],
    );
    const own = await app.visitor().get(feed).expect(200);
    return {
      form: (form as SubmissionForm).dates.paper?.closesAt,
      home: (next as NextView).tasks[0]?.due?.closesAt,
      reminders: reminders.map(({ anchor_at: anchor }) => anchor.toISOString()),
      ownCalendar: instantsIn(own.text),
    };
  };
  const general = async () => {
    const { body } = await app.visitor().get(`/api/calls/${call.slug}`).expect(200);
    const ics = await app.visitor().get(`/c/${call.slug}/dates.ics`).expect(200);
    const page = await app.visitor().get(`/c/${call.slug}`).expect(200);
    return { dates: (body as CallView).deadlines, ics: instantsIn(ics.text), page: page.text };
  };
  const closedAt = async (at: Date): Promise<string | null> => {
    app.clock.set(at);
    const { body } = await (await app.signIn(ada)).get(`/api/submissions/${draftId}/form`).expect(200);
    return (body as SubmissionForm).closed;
  };
  const save = async (at: Date, opened: string) => {
    app.clock.set(at);
    const who = await app.signIn(ada);
    const { body } = await who.get(`/api/submissions/${draftId}/form`).expect(200);
    const { version } = (body as SubmissionForm).draft;
    return (
      await who.patch(`/api/submissions/${draftId}/draft`).send({ version, opened, title: `At ${at.toISOString()}` })
    ).status;
  };
  const agree = async (closesAt: Date): Promise<void> => {
    const iso = closesAt.toISOString();
    expect(await said(before(closesAt, 3 * 86_400_000))).toEqual({
      form: iso,
      home: iso,
      reminders: [iso],
      ownCalendar: [iso],
    });
    expect(await closedAt(before(closesAt, 1))).toBeNull();
    expect(await closedAt(closesAt)).toBe('deadline_passed');
    const { body: next } = await (await app.signIn(ada)).get('/api/me/next').expect(200);
    expect((next as NextView).tasks).toEqual([]);
    for (const ms of [-1000, -1, 0, 1, 1000])
      expect([
        countdown(iso, after(closesAt, ms), 'en').urgency === 'closed',
        deadlineState({ closesAt }, after(closesAt, ms)),
      ]).toEqual(ms < 0 ? [false, 'open'] : [true, 'closed']);
  };

  describe.each([
    ['Etc/GMT+12', '2016-06-05T23:59', '2016-06-06T12:00:00.000Z'],
    ['Pacific/Kiritimati', '2016-06-05T23:59', '2016-06-05T10:00:00.000Z'],
    ['America/New_York', '2016-11-05T23:59', '2016-11-06T04:00:00.000Z'],
    ['Asia/Kathmandu', '2016-06-05T23:59', '2016-06-05T18:15:00.000Z'],
    ['Europe/Berlin', '2016-03-27T03:00', '2016-03-27T01:01:00.000Z'],
    ['Europe/Berlin', '2016-02-29T23:59', '2016-02-29T23:00:00.000Z'],
    ['Etc/GMT+12', '2016-02-29', '2016-03-01T12:00:00.000Z'],
  ])('typed in %s as %s', (zone, wallTime, iso) => {
    const closesAt = new Date(iso);

    it('is shown, enforced, reminded of and subscribed to as the same instant, to the millisecond', async () => {
      await set({ wallTime, zone }).then(({ status }) => expect(status).toBe(200));
      app.clock.set(before(closesAt, 3 * 86_400_000));
      const { dates, ics, page } = await general();
      expect(dates).toMatchObject([{ closesAt: iso, wallTime, zone }]);
      expect(ics).toEqual([iso]);
      if (wallTime.length > 10) expect(page).toContain(wallTime.slice(11));
      await agree(closesAt);
    });

    it('lets be finished what was begun in time, within the grace that nobody is told of', async () => {
      await set({ wallTime, zone });
      app.clock.set(before(closesAt, 1000));
      const { body } = await (await app.signIn(ada)).get(`/api/submissions/${draftId}/form`).expect(200);
      const { opened } = body as SubmissionForm;
      expect(JSON.stringify(body)).not.toContain(after(closesAt, graceMs).toISOString());
      for (const ms of [-1000, -1, 0, 1, 1000, graceMs - 1])
        expect([ms, await save(after(closesAt, ms), opened)]).toEqual([ms, 200]);
      for (const ms of [graceMs, graceMs + 1]) expect([ms, await save(after(closesAt, ms), opened)]).toEqual([ms, 409]);
      const late = (await (await app.signIn(ada)).get(`/api/submissions/${draftId}/form`).expect(200))
        .body as SubmissionForm;
      expect(await save(closesAt, late.opened)).toBe(409);
    });
  });

  it('is refused where the clocks skip it, and asked about where they show it twice', async () => {
    const refused = await set({ wallTime: '2016-03-27T02:30', zone: 'Europe/Berlin' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([422, 'wall_time_gap']);
    const asked = await set({ wallTime: '2016-10-30T02:30', zone: 'Europe/Berlin' });
    expect([asked.status, (asked.body as { code: string }).code]).toEqual([422, 'wall_time_doubled']);
    for (const [which, iso] of [
      ['earlier', '2016-10-30T00:31:00.000Z'],
      ['later', '2016-10-30T01:31:00.000Z'],
    ] as const) {
      await set({ wallTime: '2016-10-30T02:30', zone: 'Europe/Berlin', which }).then(({ status }) =>
        expect(status).toBe(200),
      );
      await app.database.query('delete from reminder');
      expect((await general()).ics).toEqual([iso]);
      await agree(new Date(iso));
      app.clock.set('2016-01-01T08:00:00Z');
    }
  });

  it('stays one through any sequence of changes: general, of a track, of one person, taken back', async () => {
    const random = seeded(4);
    const zones = ['Etc/GMT+12', 'Pacific/Kiritimati', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
    const [track] = call.tracks;
    const own = new Map<string, Change>();
    for (let round = 0; round < 8; round += 1) {
      app.clock.set(before(new Date('2016-01-01T08:00:00Z'), -round * 1000));
      const zone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
      const day = 1 + Math.floor(random() * 28);
      const wallTime = `2016-0${3 + Math.floor(random() * 6)}-${String(day).padStart(2, '0')}T${String(4 + Math.floor(random() * 19)).padStart(2, '0')}:59`;
      const scope = (['call', 'track', 'person'] as const)[Math.floor(random() * 3)] ?? 'call';
      const request = { wallTime, zone };
      const answer =
        scope === 'person'
          ? await extend({ ...request, address: ada.address })
          : await set({ ...request, trackId: scope === 'track' ? track?.id : null });
      expect(answer.status).toBe(200);
      own.set(scope, { at: Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).add({ minutes: 1 }), round });
      await app.database.query('delete from reminder');
      await agree(new Date(holding(own).at.epochMilliseconds));
    }
  });

  it('is not told by the calendars of others: unknown, replaced and ended addresses alike are not there', async () => {
    await set({ wallTime: '2016-06-05T23:59', zone: 'UTC' });
    const author = await app.signIn(ada);
    await app.visitor().get(feed).expect(200);
    await app.visitor().get('/calendar/invented-by-somebody.ics').expect(404);
    await author.post('/account/calendar').expect(200);
    await app.visitor().get(feed).expect(404);
    await author.post('/account/calendar/end').expect(303);
    const kept = await app.database.query<unknown[]>(`select 1 from calendar_feed where person_id = $1`, [ada.id]);
    expect(kept).toEqual([]);
    await app.database.query(`update call set state = 'setup' where id = $1`, [call.id]);
    await app.visitor().get(`/c/${call.slug}/dates.ics`).expect(404);
  });

  it('keeps its name in every calendar and counts its changes', async () => {
    const read = async (path: string) => {
      const { text } = await app.visitor().get(path).expect(200);
      return { uid: /UID:(.*)/.exec(text)?.[1], sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]), text };
    };
    await set({ wallTime: '2016-06-05T23:59', zone: 'UTC' });
    const first = [await read(feed), await read(`/c/${call.slug}/dates.ics`)];
    await set({ wallTime: '2016-06-12T23:59', zone: 'Europe/Berlin' });
    const second = [await read(feed), await read(`/c/${call.slug}/dates.ics`)];
    expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    for (const [index, { sequence }] of second.entries()) expect(sequence).toBeGreaterThan(first[index]?.sequence ?? 0);
    expect(second[1]?.text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
    expect(second[1]?.text).not.toContain('A draft');
  });
});

interface Change {
  at: Temporal.ZonedDateTime;
  round: number;
}

/** The rule in the shortest words: the most specific holds; one's own gives way to a newer general date that gives more time. */
function holding(set: ReadonlyMap<string, Change>): Change {
  const all = set.get('track') ?? set.get('call');
  const own = set.get('person');
  if (!own || !all) return own ?? all ?? { at: Temporal.ZonedDateTime.from('1970-01-01[UTC]'), round: 0 };
  return all.round > own.round && Temporal.ZonedDateTime.compare(all.at, own.at) > 0 ? all : own;
}

/** The ends of the dates of a calendar, as a calendar reads them. */
function instantsIn(text: string): string[] {
  const plain = (typed: string) => typed.replace(/^(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6');
  return [...text.matchAll(/DTEND(?:;TZID=([^:]+))?:(\S+)/g)].map(([, zone, typed = '']) => {
    const at = zone
      ? Temporal.PlainDateTime.from(plain(typed)).toZonedDateTime(zone).toInstant()
      : Temporal.Instant.from(plain(typed));
    return new Date(at.epochMilliseconds).toISOString();
  });
}

const before = (at: Date, ms: number): Date => new Date(at.getTime() - ms);
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** Always the same numbers. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
