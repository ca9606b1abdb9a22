import type {
  AssignBoardView,
  CandidatesView,
  DecisionPanel,
  RecordPage,
  RecordRow,
  ReviewEditorView,
  SubmissionForm,
} from '@convoke/contract';
import { pdfBy } from '../submissions/given-files';
import { TestApp, type GivenAssignment, type GivenCall, type GivenPerson, type Visitor } from '../testing';

const sent = {
  title: 'Alder and the commons',
  abstract: 'Harvesting rights along rivers.',
  keywords: ['rivers'],
  topic: 'Open data',
  authors: ['Ada Ferri', 'Jonas Lind'],
};
const changed = {
  title: 'Zephyr over the estuary',
  abstract: 'Quarrels about tides.',
  keywords: ['tides'],
  topic: 'Smart cities',
  authors: ['Ada Ferri', 'Xenia Unsent', 'Yoko Unsent'],
};

describe('What chairs and reviewers read while an author is still changing a submission', () => {
  let app: TestApp;
  let call: GivenCall;
  let paper: { id: string; number: number };
  let assignment: GivenAssignment;
  let lind: GivenPerson;
  let experts: Record<'openData' | 'smartCities', GivenPerson>;
  const as: Record<'ada' | 'chidi' | 'ravi' | 'lind', Visitor> = {} as never;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-05-01T08:00:00Z' });
    const { given } = app;
    call = await given.call('itais', {
      anonymity: 'single',
      topics: [sent.topic, changed.topic],
      closes: { paper: '2016-06-01T12:00:00Z', review: '2016-07-01T12:00:00Z' },
    });
    const [ada, chidi, ravi] = [
      await given.person('Ada Ferri', { affiliation: 'Politecnico di Milano' }),
      await given.person('Chidi Eze'),
      await given.person('Ravi Menon'),
    ];
    lind = await given.person('Jonas Lind');
    experts = { openData: await given.person('Olga Open'), smartCities: await given.person('Sam City') };
    await given.role(chidi, 'chair', call);
    for (const person of [ravi, lind, ...Object.values(experts)]) await given.role(person, 'reviewer', call);
    await interest(experts.openData, sent.topic);
    await interest(experts.smartCities, changed.topic);
    as.ada = await app.signIn(ada);
    as.chidi = await app.signIn(chidi);
    as.ravi = await app.signIn(ravi);
    as.lind = await app.signIn(lind);
    // shares a house with somebody whom the author adds and has not submitted
    await given.role(await given.person('Uma Neighbour', { affiliation: 'House of Unsent' }), 'reviewer', call);
    await given.submission(call, { by: [experts.openData], title: 'Middle of the alphabet' });
    paper = await submitted();
    const [round] = await app.database.query<{ id: string }[]>(`select id from round where submission_id = $1`, [
      paper.id,
    ]);
    assignment = await given.assignment(
      { ...paper, callId: call.id, trackId: '', roundId: round?.id ?? '', versionId: null },
      ravi,
    );
  });
  afterAll(() => app.stop());

  async function interest(person: GivenPerson, topic: string): Promise<void> {
    await app.database.query(`insert into topic_interest (person_id, topic_id, interest) values ($1, $2, 2)`, [
      person.id,
      call.topics[topic],
    ]);
  }

  const form = async (): Promise<SubmissionForm> =>
    (await as.ada.get(`/api/submissions/${paper.id}/form`).expect(200)).body as SubmissionForm;

  async function save({ topic, authors, ...text }: typeof sent): Promise<void> {
    const { draft, opened } = await form();
    const list = authors.map((name, position) => {
      const [givenName = '', familyName = ''] = name.split(' ');
      const address = `${name.toLowerCase().replace(' ', '.')}@example.org`;
      const own = { givenName, familyName, address, affiliation: `House of ${familyName}`, country: '' };
      return { ...own, isCorresponding: position === 0, mayEdit: position === 0 };
    });
    const body = { ...text, topicIds: [call.topics[topic]], authors: list, version: draft.version, opened };
    await as.ada.patch(`/api/submissions/${paper.id}/draft`).send(body).expect(200);
  }

  async function submit(): Promise<number> {
    const { draft, opened } = await form();
    const body = { stage: 'paper', version: draft.version, opened };
    const { number } = (await as.ada.post(`/api/submissions/${paper.id}/submit`).send(body).expect(200)).body as {
      number: number;
    };
    await app.drainJobs();
    return number;
  }

  async function submitted(): Promise<typeof paper> {
    const place = { trackId: call.tracks[0]?.id, typeId: call.types['paper'] };
    const begun = await as.ada.post(`/api/calls/${call.slug}/submissions`).send(place).expect(201);
    paper = { id: (begun.body as { id: string }).id, number: 0 };
    await as.ada
      .post(`/api/submissions/${paper.id}/files/paper`)
      .attach('file', await pdfBy('Ada Ferri'), 'paper.pdf')
      .expect(201);
    const declarations = { conflictsChecked: true, originalWork: true };
    const { draft } = await form();
    await as.ada.patch(`/api/submissions/${paper.id}/draft`).send({ version: draft.version, declarations }).expect(200);
    await save(sent);
    return { id: paper.id, number: await submit() };
  }

  const get = async <T>(visitor: Visitor, path: string): Promise<T> => (await visitor.get(path).expect(200)).body as T;
  const list = async (query: string): Promise<string[]> => {
    const { rows } = await get<{ rows: RecordRow[] }>(as.chidi, `/api/calls/${call.slug}/records?${query}`);
    return rows.map(({ title, authors }) => `${title} · ${authors}`);
  };

  async function expectShown(shown: typeof sent, hidden: typeof sent): Promise<void> {
    const line = `${shown.title} · ${shown.authors[0]?.split(' ')[1]} + ${shown.authors.length - 1}`;
    const other = 'Middle of the alphabet · Open';
    const before = shown.title < other;
    expect(await list('query=sort:title')).toEqual(before ? [line, other] : [other, line]);
    expect(await list(`query=${shown.title.split(' ')[0]}`)).toEqual([line]);
    expect(await list(`query=${shown.abstract.split(' ')[0]}`)).toEqual([line]);
    expect(await list(`query=${hidden.title.split(' ')[0]}`)).toEqual([]);
    expect(await list(`query=${hidden.abstract.split(' ')[0]}`)).toEqual([]);
    expect(await list(`query=au:${shown.authors.at(-1)?.split(' ')[0]}`)).toEqual([line]);
    expect(await list(`query=au:${hidden.authors.at(-1)?.split(' ')[0]}`)).toEqual([]);

    const { title, abstract, keywords, topic } = shown;
    const page = `/api/calls/${call.slug}/records/${paper.number}`;
    const read = await get<RecordPage>(as.chidi, page);
    expect(read.content).toEqual({ title, abstract, keywords, topics: [topic] });
    expect(read.authors?.map(({ name }) => name)).toEqual(shown.authors);
    expect(read.authors?.map(({ affiliation }) => affiliation)).toEqual(
      shown.authors.map((name) => `House of ${name.split(' ')[1]}`),
    );
    const board = await get<AssignBoardView>(as.chidi, `/api/calls/${call.slug}/assignments`);
    expect(board.papers.find(({ id }) => id === paper.id)).toMatchObject({ title });
    const choice = await get<CandidatesView>(as.chidi, `/api/submissions/${paper.id}/candidates`);
    expect(choice.submission).toMatchObject({ title, abstract, topics: [topic] });
    const fitting = choice.candidates.filter(({ match }) => match > 0).map(({ personId }) => personId);
    expect(fitting).toEqual([topic === sent.topic ? experts.openData.id : experts.smartCities.id]);
    expect(await get<DecisionPanel>(as.chidi, `/api/submissions/${paper.id}/decision`)).toMatchObject({ title });
  }

  async function expectReviewed(shown: typeof sent, hidden: typeof sent): Promise<void> {
    const { title, abstract, keywords, topic } = shown;
    const page = await get<RecordPage>(as.ravi, `/api/calls/${call.slug}/records/${paper.number}`);
    expect(page.content).toEqual({ title, abstract, keywords, topics: [topic] });
    expect(page.authors?.map(({ name }) => name)).toEqual(shown.authors);
    const editor = await get<ReviewEditorView>(as.ravi, `/api/assignments/${assignment.id}/review`);
    expect(editor.paper).toMatchObject({ title, abstract, keywords, topics: [topic] });
    expect(editor.paper.authors?.map(({ name }) => name)).toEqual(shown.authors);
    for (const path of ['/api/me/reviews', '/api/me/next']) {
      const { text } = await as.ravi.get(path).expect(200);
      expect(text).toContain(title);
      expect(text).not.toContain(hidden.title);
    }
  }

  it('is what was submitted', async () => {
    await expectShown(sent, changed);
  });

  it('stays what was submitted, whatever the author types', async () => {
    // a co-author who got an office after the paper came in
    await app.given.role(lind, 'chair', call);
    await save(changed);
    await app.drainJobs();
    await expectShown(sent, changed);
    expect((await form()).draft.fields.title).toBe(changed.title);
    const own = await get<RecordPage>(as.ada, `/api/calls/${call.slug}/records/${paper.number}`);
    expect(own.content?.title).toBe(changed.title);
  });

  it('keeps an author who was only taken off the form from handling their own paper', async () => {
    const blocked = async () => {
      const { candidates } = await get<CandidatesView>(as.chidi, `/api/submissions/${paper.id}/candidates`);
      return candidates.find(({ name }) => name === 'Jonas Lind')?.conflict;
    };
    expect(await blocked()).toMatchObject({ kind: 'same_person' });
    await as.lind.get(`/api/calls/${call.slug}/records/${paper.number}`).expect(404);
    expect((await get<{ total: number }>(as.lind, `/api/calls/${call.slug}/records`)).total).toBe(1);
  });

  it('suggests nothing to chairs from a list of authors that was not submitted', async () => {
    const rows = await app.database.query<{ kind: string; evidence: unknown }[]>(
      `select kind, evidence from conflict where submission_id = $1 and source = 'machine'`,
      [paper.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['same_person']);
    expect(JSON.stringify(rows)).not.toContain('Unsent');
  });

  it('is the new text once the author has submitted it', async () => {
    await submit();
    await expectShown(changed, sent);
  });

  it('is what was submitted for the authors too, once nothing can be changed any more', async () => {
    await save(sent);
    app.clock.set('2016-06-02T08:00:00Z');
    const own = await get<RecordPage>(as.ada, `/api/calls/${call.slug}/records/${paper.number}`);
    expect(own.content?.title).toBe(changed.title);
    const mine = await get<{ items: { title: string }[] }>(as.ada, '/api/me/submissions');
    expect(mine.items.map(({ title }) => title)).toEqual([changed.title]);
    await expectShown(changed, sent);
  });

  it('is what was submitted for its reviewers, who read it from now on', async () => {
    await app.database.query(`update round set state = 'review_open' where submission_id = $1`, [paper.id]);
    await expectReviewed(changed, sent);
    await expectShown(changed, sent);
  });
});
