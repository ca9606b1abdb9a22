import { randomUUID } from 'node:crypto';
import type {
  DiscussionView,
  MovedRounds,
  NextView,
  OwnReviewItem,
  RecordPage,
  RecordViews,
  ReviewEditorView,
  RoundMove,
} from '@convoke/contract';
import type { Cast, GivenAssignment, GivenCall, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let paper: GivenSubmission;
let ofRavi: GivenAssignment;
let ofMarta: GivenAssignment;
let story = 0;
const names = [
  'Chidi Eze',
  'Tala Brandt',
  'Ada Ferri',
  'Bruno Costa',
  'Ravi Menon',
  'Marta Nowak',
  'Hanna Virtanen',
  'Cleo Dubois',
  'Olu Bankole',
  'Petra Horak',
] as const;
let people: Cast<(typeof names)[number]>;
type Name = keyof typeof people;
let as: Record<Name, Visitor>;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/**
 * Ada and Bruno wrote the paper; Ravi and Marta reviewed it, Hanna has not yet; Tala chairs its track, Petra another one, Chidi
 * the call; Cleo is a committee member in conflict, Olu has nothing to do with any of it.
 */
beforeEach(async () => {
  story += 1;
  app.clock.set('2016-06-01T08:00:00Z');
  await tell();
});

async function tell(settings: Record<string, unknown> = {}): Promise<void> {
  const { given } = app;
  story += 1;
  itais = await given.call(`itais-${story}`, { tracks: ['Digital transformation', 'Health'], settings });
  people = await given.cast(names, story);
  as = await app.signInAll(people);
  await given.role(people.petra, 'track_chair', itais, itais.tracks[1]);
  const { chidi, tala, ravi, marta, hanna, cleo } = people;
  await given.committee(itais, { chair: chidi, coChair: tala, reviewers: [ravi, marta, hanna, cleo] });
  paper = await given.submission(itais, {
    by: [people.ada, people.bruno],
    title: 'Who co-produces?',
    round: 'review_open',
  });
  ofRavi = await given.assignment(paper, people.ravi);
  ofMarta = await given.assignment(paper, people.marta);
  await given.assignment(paper, people.hanna);
  await given.review(ofRavi, { comments: 'Ravi read it.' });
  await given.review(ofMarta, { comments: 'Marta read it.' });
  await given.conflict(paper, people.cleo);
}

const move = (who: Name, what: RoundMove, more: object = {}) =>
  as[who]
    .post(`/api/calls/${itais.slug}/rounds`)
    .set('Idempotency-Key', randomUUID())
    .send({ move: what, submissionIds: [paper.id], ...more });
const path = () => `/api/submissions/${paper.id}/discussion`;
const read = async (who: Name): Promise<DiscussionView> =>
  (await as[who].get(path()).expect(200)).body as DiscussionView;
const begin = (who: Name, kind: string, text: string, assignmentId: string | null = null) =>
  as[who].post(path()).set('Idempotency-Key', randomUUID()).send({ audience: { kind, assignmentId }, text });
const post = (who: Name, thread: string, kind: string, version: number, text: string) =>
  as[who].post(`${path()}/${thread}`).set('Idempotency-Key', randomUUID()).send({ audience: { kind }, version, text });
const began = async (who: Name, kind: string, text: string, assignmentId: string | null = null): Promise<string> => {
  const view = (await begin(who, kind, text, assignmentId).expect(201)).body as DiscussionView;
  return view.threads.find(({ messages }) => messages.some((message) => message.text === text))!.id;
};
const texts = (view: DiscussionView): (string | null)[] =>
  view.threads.flatMap(({ messages }) => messages.map(({ text }) => text));
/** The paper in another phase, whatever would lead there. */
const inRound = (state: string, submission = 'submitted') =>
  app.database.query(
    `with r as (update round set state = $2, discussion_opened_at = coalesce(discussion_opened_at, created_at) where id = $1)
     update submission set state = $3 where id = $4`,
    [paper.roundId, state, submission, paper.id],
  );
const switched = (settings: Record<string, boolean>) =>
  app.database.query(`update call set settings = jsonb_build_object('visibility', $2::jsonb) where id = $1`, [
    itais.id,
    settings,
  ]);

const secrets = { chairs: 'CANARY-chairs-only', one: 'CANARY-one-reviewer', all: 'CANARY-all-reviewers' };
const everySecret = Object.values(secrets);

describe('opening', () => {
  it('is the work of its chairs, and shown to nobody else', async () => {
    for (const who of ['ada', 'bruno', 'ravi', 'marta', 'cleo', 'olu', 'petra'] as const) {
      const answer = await move(who, 'open_discussion');
      expect(answer.status === 200 ? (answer.body as MovedRounds).moved : 0).toBe(0);
    }
    expect((await move('tala', 'open_discussion').expect(200)).body).toEqual({ moved: 1, letters: 0, refused: [] });
    expect(await read('ravi')).toMatchObject({ state: 'open', threads: [], canWrite: true });
    expect((await move('tala', 'open_discussion').expect(200)).body).toMatchObject({
      moved: 0,
      refused: [{ number: paper.number, code: 'wrong_state' }],
    });
  });

  it('moves many in one go and says of each that could not be moved why; what is not the chair’s does not exist', async () => {
    const other = await app.given.submission(itais, {
      by: [people.olu],
      round: 'review_open',
      ...(itais.tracks[1] ? { track: itais.tracks[1] } : {}),
    });
    const unread = await app.given.submission(itais, { by: [people.olu], round: 'submitted' });
    const answer = await as.tala
      .post(`/api/calls/${itais.slug}/rounds`)
      .set('Idempotency-Key', randomUUID())
      .send({ move: 'open_discussion', submissionIds: [paper.id, other.id, unread.id, randomUUID()] })
      .expect(200);
    const { moved, refused } = answer.body as MovedRounds;
    expect(moved).toBe(1);
    expect(refused.map(({ number, code }) => [number, code]).sort()).toEqual(
      [
        [null, 'not_found'],
        [null, 'not_found'],
        [unread.number, 'wrong_state'],
      ].sort(),
    );
    const audited = await app.database.query<{ action: string; tag: string }[]>(
      `select action, tag from audit_entry where submission_id = $1`,
      [paper.id],
    );
    expect(audited).toEqual([{ action: 'discussion.opened', tag: 'review' }]);
  });
});

describe('a message', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));

  it('is read by its audience and by nobody else, in every phase', async () => {
    await began('tala', 'chairs', secrets.chairs);
    await began('tala', 'reviewer', secrets.one, ofRavi.id);
    await began('marta', 'reviewers', secrets.all);
    const expected: Partial<Record<Name, string[]>> = {
      tala: everySecret,
      chidi: everySecret,
      ravi: [secrets.one, secrets.all],
      marta: [secrets.all],
    };
    const spans: [state: string, submission: string, readers: Name[]][] = [
      ['review_open', 'submitted', []],
      ['discussion', 'submitted', ['tala', 'chidi', 'ravi', 'marta']],
      ['rebuttal', 'submitted', ['tala', 'chidi', 'ravi', 'marta']],
      ['decided_not_notified', 'submitted', ['tala', 'chidi', 'ravi', 'marta']],
      ['notified', 'accepted', ['tala', 'chidi', 'ravi', 'marta']],
      ['published', 'published', ['tala', 'chidi']],
      ['closed', 'closed', ['tala', 'chidi']],
      ['discussion', 'withdrawn', ['tala', 'chidi']],
    ];
    for (const [state, submission, readers] of spans) {
      await inRound(state, submission);
      for (const who of Object.keys(people) as Name[]) {
        const { status, text } = await as[who].get(path());
        expect([state, submission, who, status]).toEqual([state, submission, who, readers.includes(who) ? 200 : 404]);
        const found = everySecret.filter((secret) => text.includes(secret));
        expect([who, ...found.sort()]).toEqual([who, ...(readers.includes(who) ? expected[who]! : []).slice().sort()]);
      }
      await app.visitor().get(path()).expect(401);
    }
    await inRound('discussion');
  });

  it('is answered to authors, the conflicted and strangers exactly like what does not exist', async () => {
    await began('tala', 'reviewers', secrets.all);
    for (const who of ['ada', 'bruno', 'cleo', 'olu', 'petra'] as const) {
      const there = await as[who].get(path()).expect(404);
      const nowhere = await as[who].get(`/api/submissions/${randomUUID()}/discussion`).expect(404);
      expect(there.body).toEqual(nowhere.body);
      await begin(who, 'reviewers', 'Let me in').expect(404);
    }
  });

  it('names reviewers to chairs, and to each other only by their letter on this paper', async () => {
    await began('ravi', 'reviewers', 'I liked it.');
    await began('tala', 'reviewers', 'Why?');
    const [byChair, byMarta] = [await read('chidi'), await as.marta.get(path()).expect(200)];
    expect(byChair.threads.map(({ messages }) => messages[0]?.by)).toEqual([
      { part: 'reviewer', name: 'Ravi Menon', letter: 'A' },
      { part: 'chair', name: 'Tala Brandt', letter: null },
    ]);
    expect((byMarta.body as DiscussionView).threads.map(({ messages }) => messages[0]?.by)).toEqual([
      { part: 'reviewer', name: null, letter: 'A' },
      { part: 'chair', name: 'Tala Brandt', letter: null },
    ]);
    for (const secret of ['Ravi', 'Menon', people.ravi.id, ofRavi.id, people.tala.id, 'Ferri', people.ada.id])
      expect(byMarta.text).not.toContain(secret);
    await switched({ reviewers_see_handling_chair: false });
    const plain = await as.marta.get(path()).expect(200);
    expect(plain.text).not.toContain('Brandt');
    expect((plain.body as DiscussionView).threads[1]?.messages[0]?.by).toEqual({
      part: 'chair',
      name: null,
      letter: null,
    });
  });

  it('written before reviewers could know each other stays without a name when they may', async () => {
    await began('ravi', 'reviewers', 'Under the old terms.');
    await app.database.query(
      `insert into call_terms (call_id, n, anonymity, types, visibility, ended_at) values ($1, 1, 'double', '{}', '{}', now())`,
      [itais.id],
    );
    await app.database.query(`update call set terms = 2 where id = $1`, [itais.id]);
    await switched({ reviewers_see_reviewer_names: true });
    await began('ravi', 'reviewers', 'Under the new terms.');
    const { threads } = await read('marta');
    expect(threads.map(({ messages }) => messages[0]?.by.name)).toEqual([null, 'Ravi Menon']);
    const late = { audience: { kind: 'reviewers' }, text: 'Begun before the change.', terms: 1 };
    await as.ravi.post(path()).set('Idempotency-Key', randomUUID()).send(late).expect(201);
    expect((await read('marta')).threads[2]?.messages[0]?.by.name).toBeNull();
  });

  it('says before it is written who reads it, and how many people that is', async () => {
    const audiences = (view: DiscussionView) => view.audiences.map(({ kind, people: n }) => [kind, n]);
    expect(audiences(await read('tala'))).toEqual([
      ['reviewers', 4],
      ['reviewer', 3],
      ['reviewer', 3],
      ['chairs', 2],
    ]);
    expect(audiences(await read('ravi'))).toEqual([
      ['reviewers', 4],
      ['reviewer', 3],
    ]);
    await switched({ pending_reviewers_join_discussion: true });
    expect((await read('ravi')).audiences[0]?.people).toBe(5);
    await switched({ reviewers_see_review_status: false });
    expect(audiences(await read('ravi'))).toEqual([
      ['reviewers', null],
      ['reviewer', null],
    ]);
  });

  it('counts a committee that reads along, and says so', async () => {
    await switched({ unassigned_pc_sees_discussion: true });
    await app.given.role(people.olu, 'reviewer', itais);
    const [all] = (await read('tala')).audiences;
    expect(all).toMatchObject({ kind: 'reviewers', people: 5, committee: true });
    await began('tala', 'reviewers', secrets.all);
    await began('tala', 'chairs', secrets.chairs);
    expect(texts(await read('olu'))).toEqual([secrets.all]);
    await begin('olu', 'reviewers', 'Me too').expect(403);
  });

  it('is for a reviewer who has not submitted only where the call lets them, and for a late one from the review on', async () => {
    await began('tala', 'reviewers', secrets.all);
    await as.hanna.get(path()).expect(404);
    await switched({ pending_reviewers_join_discussion: true });
    expect(texts(await read('hanna'))).toEqual([secrets.all]);
    await began('hanna', 'reviewers', 'Not yet done.');
    const said = (await read('marta')).threads.flatMap(({ messages }) => messages).at(-1);
    expect(said?.by).toEqual({ part: 'reviewer', name: null, letter: null });
    await switched({});
    await as.hanna.get(path()).expect(404);
    const [row] = await app.database.query<{ id: string }[]>(
      `select id from assignment where round_id = $1 and reviewer_id = $2`,
      [paper.roundId, people.hanna.id],
    );
    const answers = { overall: 2, comments: 'Late, but here.' };
    await as.hanna.post(`/api/assignments/${row!.id}/review/submit`).send({ answers, version: 0 }).expect(200);
    expect(texts(await read('hanna'))).toContain(secrets.all);
  });

  it('ends with the reviewer’s place: who declares a conflict reads nothing any more', async () => {
    await began('tala', 'reviewers', secrets.all);
    await app.given.conflict(paper, people.marta, 'reviewer');
    await as.marta.get(path()).expect(404);
    expect((await read('tala')).audiences[0]?.people).toBe(3);
  });

  it('is written once, however often it is sent', async () => {
    const key = randomUUID();
    const body = { audience: { kind: 'reviewers', assignmentId: null }, text: 'Once.' };
    const send = () => as.ravi.post(path()).set('Idempotency-Key', key).send(body);
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    expect(statuses).toEqual([201, 201, 201]);
    expect(texts(await read('tala'))).toEqual(['Once.']);
  });

  it('has a text, an audience that exists, and no more', async () => {
    await begin('ravi', 'reviewers', '  \n ').expect(422);
    await begin('ravi', 'authors', 'Hello').expect(422);
    await begin('ravi', 'chairs', 'Hello').expect(403);
    await begin('tala', 'reviewer', 'Hello', randomUUID()).expect(404);
    await begin('tala', 'reviewers', 'x'.repeat(20_001)).expect(422);
    await post('ravi', randomUUID(), 'reviewers', 1, 'Hello').expect(404);
  });

  it('of a thread for others cannot be answered, or even found', async () => {
    const chairs = await began('tala', 'chairs', secrets.chairs);
    await post('ravi', chairs, 'chairs', 1, 'I was here').expect(404);
    const one = await began('tala', 'reviewer', secrets.one, ofRavi.id);
    await post('marta', one, 'reviewer', 1, 'I was here').expect(404);
    await post('ravi', one, 'reviewer', 1, 'Thank you.').expect(201);
    expect(texts(await read('tala'))).toContain('Thank you.');
  });
});

describe('opening a thread to more people', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));

  it('opens nothing that was written before, and tells those who are in it now', async () => {
    const thread = await began('tala', 'chairs', secrets.chairs);
    const before = (await app.mails(people.ravi.address)).length;
    await post('tala', thread, 'reviewers', 1, 'Dear reviewers').expect(201);
    const ravi = await as.ravi.get(path()).expect(200);
    expect(texts(ravi.body as DiscussionView)).toEqual(['Dear reviewers']);
    expect(ravi.text).not.toContain(secrets.chairs);
    const letters = (await app.mails(people.ravi.address)).slice(before);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain('opened to you');
    expect(letters[0]?.body).not.toContain('Dear reviewers');
    const chidi = (await read('chidi')).threads[0]!;
    expect(chidi.audience.kind).toBe('reviewers');
    expect(chidi.messages.map(({ text, narrower }) => [text, narrower?.kind ?? null])).toEqual([
      [secrets.chairs, 'chairs'],
      ['Dear reviewers', null],
    ]);
  });

  it('never happens under somebody’s hands: who wrote for fewer is asked again', async () => {
    const thread = await began('tala', 'chairs', 'Between us');
    await post('chidi', thread, 'reviewers', 1, 'Dear reviewers').expect(201);
    const refused = await post('tala', thread, 'chairs', 1, secrets.chairs).expect(409);
    expect(refused.body).toMatchObject({ code: 'stale_version' });
    expect(texts(await read('ravi'))).toEqual(['Dear reviewers']);
    await post('tala', thread, 'chairs', 2, secrets.chairs).expect(409);
  });

  it('is for chairs, and only ever to more', async () => {
    const one = await began('ravi', 'reviewer', 'For the chairs');
    await post('ravi', one, 'reviewers', 1, 'For all').expect(403);
    await post('tala', one, 'chairs', 1, 'Without Ravi').expect(409);
    await post('tala', one, 'reviewers', 1, 'For all').expect(201);
    expect(texts(await read('marta'))).toEqual(['For all']);
    expect(texts(await read('ravi'))).toEqual(['For the chairs', 'For all']);
  });
});

describe('letters', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));

  it('tell the audience, hold nothing of the message, and name nobody the reader may not know', async () => {
    await began('ravi', 'reviewers', secrets.all);
    const to = async (who: Name) =>
      (await app.mails(people[who].address)).filter(({ subject }) => /message/.test(subject));
    const [marta, tala] = [await to('marta'), await to('tala')];
    expect(marta).toHaveLength(1);
    expect(marta[0]?.body).toContain('Reviewer A wrote');
    expect(marta[0]?.body).not.toContain('Ravi');
    expect(marta[0]?.body).not.toContain(secrets.all);
    expect(tala[0]?.body).toContain('Ravi Menon wrote');
    for (const who of ['ravi', 'ada', 'bruno', 'hanna', 'cleo', 'petra', 'olu'] as const)
      expect(await to(who)).toEqual([]);
  });

  it('stop for who wants none, on this paper', async () => {
    await as.marta.put(`${path()}/reading`).send({ letters: false }).expect(204);
    await began('ravi', 'reviewers', 'One');
    expect((await app.mails(people.marta.address)).filter(({ subject }) => /message/.test(subject))).toEqual([]);
    expect((await read('marta')).letters).toBe(false);
    await as.marta.put(`${path()}/reading`).send({ letters: true }).expect(204);
    await began('ravi', 'reviewers', 'Two');
    expect((await app.mails(people.marta.address)).filter(({ subject }) => /message/.test(subject))).toHaveLength(1);
  });
});

describe('what is new', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));
  const onPage = async (who: Name) =>
    (
      (await as[who].get(`/api/calls/${itais.slug}/records/${paper.number}`).expect(200)).body as {
        discussion: { unread: number } | null;
      }
    ).discussion;

  it('is counted over what the viewer may read, others’ messages only, until it is read', async () => {
    await began('tala', 'chairs', 'One');
    const thread = await began('tala', 'reviewers', 'Two');
    await post('marta', thread, 'reviewers', 1, 'Three').expect(201);
    expect(await onPage('chidi')).toEqual({ state: 'open', unread: 3 });
    expect(await onPage('tala')).toEqual({ state: 'open', unread: 1 });
    expect(await onPage('ravi')).toEqual({ state: 'open', unread: 2 });
    expect(await onPage('ada')).toBeNull();
    const view = await read('ravi');
    expect(view.unread).toBe(2);
    const last = view.threads[0]!.messages.at(-1)!.id;
    await as.ravi
      .put(`${path()}/reading`)
      .send({ read: [last] })
      .expect(204);
    expect(await onPage('ravi')).toEqual({ state: 'open', unread: 0 });
    expect(await onPage('chidi')).toEqual({ state: 'open', unread: 3 });
    await as.hanna
      .put(`${path()}/reading`)
      .send({ read: [last] })
      .expect(404);
  });

  it('no place in the answer tells of messages for others', async () => {
    await began('tala', 'chairs', 'Hidden one');
    await began('tala', 'chairs', 'Hidden two');
    await began('tala', 'reviewers', 'Shown');
    const { text } = await as.ravi.get(path()).expect(200);
    expect(text).not.toContain('position');
    expect((JSON.parse(text) as DiscussionView).threads).toHaveLength(1);
  });
});

describe('striking', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));

  it('takes the text from everybody, leaves its place, and is written down', async () => {
    await began('ravi', 'reviewers', 'I am from Pavia.');
    const id = (await read('ravi')).threads[0]!.messages[0]!.id;
    await as.marta.delete(`${path()}/messages/${id}`).expect(403);
    await as.ada.delete(`${path()}/messages/${id}`).expect(404);
    await as.ravi.delete(`${path()}/messages/${id}`).expect(200);
    for (const who of ['ravi', 'marta', 'tala'] as const) {
      const { text, body } = await as[who].get(path()).expect(200);
      expect(text).not.toContain('Pavia');
      expect((body as DiscussionView).threads[0]?.messages[0]).toMatchObject({ text: null, struckBy: 'writer' });
    }
    const found = await app.database.query(
      `select 1 from audit_entry where submission_id = $1 and action = 'discussion.message_struck'`,
      [paper.id],
    );
    expect(found).toHaveLength(1);
  });

  it('by a chair says so', async () => {
    await began('ravi', 'reviewers', 'The author is my cousin.');
    const id = (await read('tala')).threads[0]!.messages[0]!.id;
    await as.tala.delete(`${path()}/messages/${id}`).expect(200);
    expect((await read('ravi')).threads[0]?.messages[0]?.struckBy).toBe('chair');
  });
});

describe('closing', () => {
  beforeEach(() => move('tala', 'open_discussion').expect(200));

  it('refuses what is still being written, clearly, and keeps what was said', async () => {
    const thread = await began('ravi', 'reviewers', 'In time.');
    await move('tala', 'close_discussion').expect(200);
    const refused = await post('ravi', thread, 'reviewers', 1, 'Too late.').expect(409);
    expect(refused.body).toMatchObject({ code: 'discussion_closed' });
    expect((refused.body as { detail: string }).detail).toContain('still here');
    expect(await read('ravi')).toMatchObject({ state: 'closed', canWrite: false });
    expect(texts(await read('ravi'))).toEqual(['In time.']);
    await move('tala', 'open_discussion').expect(200);
    await post('ravi', thread, 'reviewers', 1, 'Again.').expect(201);
  });

  it('waits for a message that is being written at the same moment, or comes before it; nothing is half done', async () => {
    const thread = await began('ravi', 'reviewers', 'First.');
    const [posted, closed] = await Promise.all([
      post('marta', thread, 'reviewers', 1, 'At once.'),
      move('tala', 'close_discussion'),
    ]);
    expect(closed.status).toBe(200);
    expect([201, 409]).toContain(posted.status);
    expect(texts(await read('tala'))).toHaveLength(posted.status === 201 ? 2 : 1);
  });

  it('does not come with a decision, which would tell reviewers of it', async () => {
    const thread = await began('ravi', 'reviewers', 'Before.');
    await as.chidi
      .put(`/api/submissions/${paper.id}/decision`)
      .send({ outcome: 'reject', reason: 'Not ready.', version: 0 })
      .expect(200);
    await post('ravi', thread, 'reviewers', 1, 'After.').expect(201);
    const view = (await as.ravi.get(path()).expect(200)).text;
    for (const word of ['reject', 'decided']) expect(view).not.toContain(word);
  });
});

describe('where a discussion is found', () => {
  const ownReviews = async (who: Name): Promise<OwnReviewItem[]> =>
    ((await as[who].get('/api/me/reviews').expect(200)).body as { reviews: OwnReviewItem[] }).reviews;
  const tasks = async (who: Name) =>
    ((await as[who].get('/api/me/next').expect(200)).body as NextView).tasks
      .filter(({ kind }) => kind === 'read_messages')
      .map(({ facts, link }) => ({ facts, link }));
  const link = () => `/app/c/${itais.slug}/s/${paper.number}?tab=discussion`;

  it('among the own reviews, in the review form and on the home page, counted for each reader by what they read', async () => {
    expect((await ownReviews('ravi'))[0]?.talk).toEqual({ discussion: null, response: null });
    await move('tala', 'open_discussion').expect(200);
    await began('tala', 'reviewers', 'To all of you.');
    await began('tala', 'chairs', 'Between us.');
    await began('marta', 'reviewer', 'For the chairs.');
    const counts = { tala: 1, chidi: 3, ravi: 1, marta: 1 };
    for (const [who, count] of Object.entries(counts) as [Name, number][])
      expect([who, await tasks(who)]).toEqual([
        who,
        [{ facts: { papers: 1, count, number: paper.number }, link: link() }],
      ]);
    for (const who of ['ada', 'bruno', 'cleo', 'olu', 'petra', 'hanna'] as const)
      expect([who, await tasks(who)]).toEqual([who, []]);
    const talk = { discussion: { open: true, unread: 1 }, response: null };
    expect((await ownReviews('ravi')).map((item) => item.talk)).toEqual([talk]);
    const editor = (await as.ravi.get(`/api/assignments/${ofRavi.id}/review`).expect(200)).body as ReviewEditorView;
    expect(editor).toMatchObject({ talk, seesReviews: true, draftIsRead: false });
    const read = (await messagesOf('ravi')).map(({ id }) => id);
    await as.ravi.put(`${path()}/reading`).send({ read }).expect(204);
    expect(await tasks('ravi')).toEqual([]);
  });

  it('of many papers as one thing, beginning with the first', async () => {
    for (let n = 0; n < 4; n += 1) {
      const other = await app.given.submission(itais, { by: [people.ada], title: `Paper ${n}`, round: 'discussion' });
      await app.database.query(`update round set discussion_opened_at = $2 where id = $1`, [
        other.roundId,
        app.clock.now(),
      ]);
      paper = other;
      await began('tala', 'chairs', `About ${n}`);
    }
    expect((await tasks('chidi')).map(({ facts }) => facts)).toEqual([
      { papers: 4, count: 4, number: (paper.number ?? 0) - 3 },
    ]);
  });

  it('nowhere in a call without discussions', async () => {
    await tell({ discussion: false });
    for (const who of ['tala', 'chidi'] as const) {
      const { moved, refused } = (await move(who, 'open_discussion').expect(200)).body as MovedRounds;
      expect({ moved, codes: refused.map(({ code }) => code) }).toEqual({ moved: 0, codes: ['step_not_taken'] });
      const page = (await as[who].get(`/api/calls/${itais.slug}/records/${paper.number}`).expect(200))
        .body as RecordPage;
      expect(page).toMatchObject({ discussion: null, can: { openDiscussion: false } });
      const views = (await as[who].get(`/api/calls/${itais.slug}/record-views`).expect(200)).body as RecordViews;
      expect(views.can.openDiscussion).toBe(false);
    }
  });

  const messagesOf = async (who: Name) => (await read(who)).threads.flatMap(({ messages }) => messages);
});
