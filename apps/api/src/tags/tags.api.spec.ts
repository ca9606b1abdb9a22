import type { RecordPage, RecordRow, Tag, TagScope } from '@convoke/contract';
import { TestApp, type Cast, type GivenCall, type GivenPerson, type GivenSubmission, type Visitor } from '../testing';

let app: TestApp;
let call: GivenCall;
const names = ['Chidi Eze', 'Tala Brandt', 'Ada Ferri', 'Ravi Menon', 'Marta Nowak', 'Olu Bankole'] as const;
let people: Cast<(typeof names)[number]>;
let papers: Record<'one' | 'two' | 'ofTala', GivenSubmission>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-10T08:00:00Z' })));
afterAll(() => app.stop());

/** Chidi chairs, Tala handles the track, Ravi reviews the first paper, Marta is of the committee, Ada wrote both. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  call = await given.call(`tags-${story}`, { tracks: ['Co-production'] });
  people = await given.cast(names, story);
  await given.committee(call, { chair: people.chidi, coChair: people.tala, reviewers: [people.ravi, people.marta] });
  const by = [people.ada];
  papers = {
    one: await given.submission(call, { by, title: 'One', round: 'review_open' }),
    two: await given.submission(call, { by, title: 'Two', round: 'review_open' }),
    ofTala: await given.submission(call, { by: [people.tala], title: 'Of Tala', round: 'review_open' }),
  };
  await given.assignment(papers.one, people.ravi);
});

interface Change {
  add?: Tag[];
  remove?: Tag[];
}
const change = (visitor: Visitor, on: GivenSubmission[], { add = [], remove = [] }: Change) =>
  visitor.post(`/api/calls/${call.slug}/tags`).send({ submissions: on.map(({ id }) => id), add, remove });
const tag = (name: string, scope: TagScope): Tag => ({ name, scope });
const page = async (person: GivenPerson, paper: GivenSubmission): Promise<RecordPage> =>
  (await (await app.signIn(person)).get(`/api/calls/${call.slug}/records/${paper.number}`).expect(200))
    .body as RecordPage;
const onPage = async (person: GivenPerson, paper: GivenSubmission): Promise<string[]> =>
  (await page(person, paper)).tags.map(({ name, scope }) => `${name} ${scope}`);
const history = async (): Promise<string[]> =>
  (
    await app.database.query<{ action: string; facts: { tag: string } }[]>(
      `select action, facts from audit_entry where call_id = $1 and action like 'tag.%' order by action, facts->>'tag'`,
      [call.id],
    )
  ).map(({ action, facts }) => `${action} ${facts.tag}`);

describe('tags', () => {
  it('are read by those for whom they are, on the page and in the list', async () => {
    const chidi = await app.signIn(people.chidi);
    await change(chidi, [papers.one, papers.two], {
      add: [tag('Mine', 'private'), tag('#award', 'chairs'), tag('discuss', 'committee')],
    }).expect(200);
    await change(await app.signIn(people.ravi), [papers.one], { add: [tag('reread', 'private')] }).expect(200);
    expect(await onPage(people.chidi, papers.one)).toEqual(['award chairs', 'discuss committee', 'mine private']);
    expect(await onPage(people.tala, papers.one)).toEqual(['award chairs', 'discuss committee']);
    expect(await onPage(people.ravi, papers.one)).toEqual(['discuss committee', 'reread private']);
    expect(await onPage(people.marta, papers.two)).toEqual(['discuss committee']);
    expect((await page(people.ravi, papers.one)).tagScopes).toEqual(['private', 'committee']);
    const { body } = await chidi.get(`/api/calls/${call.slug}/records`).expect(200);
    expect((body as { rows: RecordRow[] }).rows.map((row) => row.tags.map(({ name }) => name))).toEqual([
      ['award', 'discuss', 'mine'],
      ['award', 'discuss', 'mine'],
      [],
    ]);
  });

  it('are never read by authors, nor by who comes into conflict, not even their own', async () => {
    const chidi = await app.signIn(people.chidi);
    await change(chidi, [papers.one], {
      add: [tag('zebra-chairs', 'chairs'), tag('zebra-committee', 'committee')],
    }).expect(200);
    await change(await app.signIn(people.tala), [papers.one], { add: [tag('zebra-own', 'private')] }).expect(200);
    const { text } = await (await app.signIn(people.ada)).get(`/api/calls/${call.slug}/records/${papers.one.number}`);
    expect(text).toContain('"tags":[]');
    expect(text).not.toContain('zebra');
    await change(await app.signIn(people.ada), [papers.one], { add: [tag('x', 'private')] }).expect(403);
    await app.given.conflict(papers.one, people.tala);
    const tala = await app.signIn(people.tala);
    await change(tala, [papers.one], { remove: [tag('zebra-own', 'private')] }).expect(404);
    expect((await tala.get(`/api/calls/${call.slug}/records`)).text).not.toContain('zebra');
    await change(await app.signIn(people.olu), [papers.one], { add: [tag('x', 'committee')] }).expect(404);
    await change(app.visitor(), [papers.one], { add: [tag('x', 'committee')] }).expect(401);
  });

  it('for chairs are set by chairs alone', async () => {
    const { body } = await change(await app.signIn(people.ravi), [papers.one], { add: [tag('x', 'chairs')] }).expect(
      403,
    );
    expect(body).toMatchObject({ code: 'not_permitted' });
  });

  it('change on many at once or on none', async () => {
    const tala = await app.signIn(people.tala);
    await change(tala, [papers.one, papers.ofTala], { add: [tag('x', 'committee')] }).expect(403);
    expect(await onPage(people.chidi, papers.one)).toEqual([]);
    const few = await statements(() => change(tala, [papers.one], { add: [tag('few', 'chairs')] }).expect(200));
    const more: GivenSubmission[] = [];
    for (let n = 0; n < 20; n += 1)
      more.push(await app.given.submission(call, { by: [people.ada], title: `More ${n}`, round: 'review_open' }));
    const many = await statements(() => change(tala, more, { add: [tag('many', 'chairs')] }).expect(200));
    expect(many).toBe(few);
    expect(few).toBeGreaterThan(2);
  });

  it('are there once, whoever adds them again, and one’s own are apart from those of others', async () => {
    const [chidi, tala] = [await app.signIn(people.chidi), await app.signIn(people.tala)];
    await change(chidi, [papers.one], { add: [tag('x', 'private'), tag('y', 'chairs')] }).expect(200);
    await change(tala, [papers.one], { add: [tag('x', 'private'), tag('y', 'chairs')] }).expect(200);
    await change(chidi, [papers.one], { remove: [tag('x', 'private'), tag('y', 'chairs')] }).expect(200);
    await change(chidi, [papers.one], { remove: [tag('y', 'chairs')] }).expect(200);
    expect(await onPage(people.tala, papers.one)).toEqual(['x private']);
    expect(await history()).toEqual(['tag.added y', 'tag.removed y']);
    const { history: told } = await page(people.chidi, papers.one);
    expect(told?.filter(({ action }) => action === 'tag.added')).toMatchObject([
      { by: 'Chidi Eze', facts: { tag: 'y' } },
    ]);
  });

  it('are words: anything else is refused, with the place', async () => {
    const chidi = await app.signIn(people.chidi);
    for (const name of ['two words', '12', '', 'x'.repeat(41), 'perché?'])
      await change(chidi, [papers.one], { add: [tag(name, 'private')] }).expect(422);
    const { body } = await change(chidi, [papers.one], { add: [tag('a b', 'private')] });
    expect(body).toMatchObject({ errors: [{ path: 'add.0.name' }] });
  });
});

/** How many statements one request needs. */
async function statements(request: () => PromiseLike<unknown>): Promise<number> {
  let n = 0;
  const { driver } = app.database;
  const create = driver.createQueryRunner.bind(driver);
  const spied = jest.spyOn(driver, 'createQueryRunner').mockImplementation((mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner);
    runner.query = ((...args: Parameters<typeof query>) => {
      n += 1;
      return query(...args);
    }) as typeof runner.query;
    return runner;
  });
  await request();
  spied.mockRestore();
  return n;
}
