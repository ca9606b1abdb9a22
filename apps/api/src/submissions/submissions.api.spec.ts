import type { DraftView, ReceiptView, SubmissionForm } from '@convoke/contract';
import { TestApp, type GivenCall, type GivenPerson, type Visitor } from '../testing';
import { pdfBy } from './given-files';

const words = (count: number, word = 'value') => Array.from({ length: count }, () => word).join(' ');

describe('Submissions, as their authors send them', () => {
  let app: TestApp;
  let call: GivenCall;
  let ada: GivenPerson;
  let asAda: Visitor;
  let calls = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    ada = await app.given.person('Ada Ferri', { affiliation: 'University of Milan' });
    asAda = await app.signIn(ada);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2016-05-01T08:00:00Z');
    // the files of earlier stories are nobody's business any more
    app.forgetJobs();
    calls += 1;
    call = await app.given.call(`itais-${calls}`, {
      topics: ['Open data', 'Smart cities'],
      closes: { paper: '2016-06-01T12:00:00Z' },
    });
  });

  async function start(by: Visitor = asAda): Promise<string> {
    const body = { trackId: call.tracks[0]?.id, typeId: call.types['paper'] };
    const created = await by.post(`/api/calls/${call.slug}/submissions`).send(body).expect(201);
    return (created.body as { id: string }).id;
  }

  async function form(id: string, by: Visitor = asAda): Promise<SubmissionForm> {
    return (await by.get(`/api/submissions/${id}/form`).expect(200)).body as SubmissionForm;
  }

  async function save(id: string, change: Record<string, unknown>, version?: number): Promise<DraftView> {
    const at = version ?? (await form(id)).draft.version;
    return (
      await asAda
        .patch(`/api/submissions/${id}/draft`)
        .send({ version: at, ...change })
        .expect(200)
    ).body as DraftView;
  }

  async function complete(id: string, title = 'A public value scorecard'): Promise<DraftView> {
    await asAda
      .post(`/api/submissions/${id}/files/paper`)
      .attach('file', await pdfBy('Ada Ferri'), 'ada-ferri.pdf')
      .expect(201);
    return save(id, {
      title,
      abstract: 'Co-production is praised for what it saves.',
      topicIds: [call.topics['Open data']],
      declarations: { conflictsChecked: true, originalWork: true },
    });
  }

  const submit = (id: string, stage: string, version: number, extra: Record<string, unknown> = {}) =>
    asAda.post(`/api/submissions/${id}/submit`).send({ stage, version, ...extra });

  describe('a draft', () => {
    it('begins with its creator as contact and first author', async () => {
      const { draft } = await form(await start());
      expect(draft.fields.authors).toEqual([
        {
          givenName: 'Ada',
          familyName: 'Ferri',
          address: 'ada.ferri@example.org',
          affiliation: 'University of Milan',
          country: '',
          isCorresponding: true,
          mayEdit: true,
        },
      ]);
      expect(draft.number).toBeNull();
    });

    it('is made once by a double click', async () => {
      const body = { trackId: call.tracks[0]?.id, typeId: call.types['paper'] };
      const click = () =>
        asAda
          .post(`/api/calls/${call.slug}/submissions`)
          .set('Idempotency-Key', `double-click-${calls}`)
          .send(body)
          .expect(201);
      const [one, two] = await Promise.all([click(), click()]);
      expect(one.body).toEqual(two.body);
      const [{ count }] = await app.database.query<[{ count: number }]>(
        `select count(*)::int as count from submission where call_id = $1`,
        [call.id],
      );
      expect(count).toBe(1);
    });

    it('can be written by somebody whose address is not verified yet', async () => {
      const olu = await app.given.person(`Olu Bankole ${calls}`, {
        address: `olu${calls}@example.org`,
        verified: false,
      });
      const id = await start(await app.signIn(olu));
      expect(id).toBeTruthy();
    });

    it('is nothing to anybody else, like an id that does not exist', async () => {
      const id = await start();
      const asOlu = await app.signIn(await app.given.person(`Olu ${calls}`, { address: `olu-b${calls}@example.org` }));
      const hidden = await asOlu.get(`/api/submissions/${id}/form`).expect(404);
      const absent = await asOlu.get(`/api/submissions/00000000-0000-4000-8000-000000000000/form`).expect(404);
      expect(hidden.body).toEqual(absent.body);
      await app.visitor().get(`/api/submissions/${id}/form`).expect(401);
    });

    it('is never overwritten unseen when two people edit', async () => {
      const id = await start();
      const first = await save(id, { title: 'As Tala typed it' }, 1);
      const refused = await asAda
        .patch(`/api/submissions/${id}/draft`)
        .send({ version: 1, title: 'As Ada typed it' })
        .expect(409);
      expect(refused.body).toMatchObject({
        code: 'stale_version',
        facts: { current: { version: first.version, fields: { title: 'As Tala typed it' } } },
      });
      expect((await form(id)).draft.fields.title).toBe('As Tala typed it');
    });

    it('refuses unknown fields, wrong types and overlong text by name', async () => {
      const id = await start();
      const patch = (change: Record<string, unknown>) =>
        asAda.patch(`/api/submissions/${id}/draft`).send({ version: 1, ...change });
      expect((await patch({ colour: 'red' }).expect(422)).body).toMatchObject({ errors: [{ path: 'colour' }] });
      expect((await patch({ keywords: 'one' }).expect(422)).body).toMatchObject({ errors: [{ path: 'keywords' }] });
      expect((await patch({ title: 'x'.repeat(501) }).expect(422)).body).toMatchObject({ errors: [{ path: 'title' }] });
      const other = await app.given.call(`other-${calls}`, { topics: ['Elsewhere'] });
      expect((await patch({ topicIds: [other.topics['Elsewhere']] }).expect(422)).body).toMatchObject({
        errors: [{ path: 'topicIds' }],
      });
    });

    it('is discarded without a trace that chairs could find', async () => {
      const id = await start();
      await asAda.post(`/api/submissions/${id}/withdraw`).send({ version: 1, reason: '' }).expect(200);
      await asAda.get(`/api/submissions/${id}/form`).expect(404);
      expect(await app.mails(ada.address)).not.toContainEqual(
        expect.objectContaining({ dedupeKey: expect.stringContaining(id) }),
      );
    });
  });

  describe('the abstract', () => {
    it('has 1000 words beside 300 words of references, and not 1001', async () => {
      const id = await start();
      const entry =
        'Bovaird, T. (2007). Beyond engagement and participation. Public Administration Review, 67(5), 846–860.';
      const references = `\n\nReferences\n\n${Array.from({ length: 24 }, () => entry).join('\n')}\nSmith, J. (2010). Title of a book on governance. Oxford Press.\n`;
      const full = await save(id, {
        title: 'T',
        abstract: words(1000) + references,
        topicIds: [call.topics['Open data']],
      });
      expect(full.words).toMatchObject({ counted: 1000, references: 300, limit: 1000 });
      await submit(id, 'abstract', full.version).expect(200);
      const over = await save(id, { abstract: words(1001) + references });
      const refused = await submit(id, 'abstract', over.version).expect(422);
      expect(refused.body).toMatchObject({ code: 'word_limit', facts: { words: 1001, limit: 1000, over: 1 } });
    });

    it('comes first and the paper later, on one record with one number', async () => {
      const id = await start();
      const draft = await save(id, {
        title: 'Early',
        abstract: 'What we will do.',
        topicIds: [call.topics['Open data']],
      });
      const early = (await submit(id, 'abstract', draft.version).expect(200)).body as ReceiptView;
      expect(early).toMatchObject({ number: 1, paperNext: true, version: { n: 1, kind: 'abstract', files: [] } });
      const late = await complete(id, 'Late');
      const paper = (await submit(id, 'paper', late.version).expect(200)).body as ReceiptView;
      expect(paper).toMatchObject({
        number: 1,
        version: { n: 2, kind: 'paper', title: 'Late', files: [{ slot: 'paper' }] },
      });
      const versions = await asAda.get(`/api/submissions/${id}/versions`).expect(200);
      expect(
        (versions.body as { items: { n: number; title: string }[] }).items.map(({ n, title }) => [n, title]),
      ).toEqual([
        [2, 'Late'],
        [1, 'Early'],
      ]);
    });
  });

  describe('submitting', () => {
    it('says all that is missing', async () => {
      const id = await start();
      const refused = await submit(id, 'paper', 1).expect(422);
      const { missing } = (refused.body as { facts: { missing: { code: string }[] } }).facts;
      expect(missing.map((item) => item.code)).toEqual([
        'title',
        'abstract',
        'topics_too_few',
        'conflicts_not_checked',
        'file',
        'original_work',
      ]);
    });

    it('sends a receipt with server time and digest, and tells listed co-authors', async () => {
      const id = await start();
      await complete(id);
      const { draft } = await form(id);
      const ravi = {
        givenName: 'Ravi',
        familyName: 'Menon',
        address: `ravi${calls}@example.org`,
        affiliation: 'IIT',
        country: 'India',
        isCorresponding: false,
      };
      const saved = await save(id, { authors: [...draft.fields.authors, ravi] });
      const receipt = (await submit(id, 'paper', saved.version).expect(200)).body as ReceiptView;
      expect(receipt.version.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(receipt.mailedTo).toEqual([ada.address]);
      const mine = (await app.mails(ada.address)).filter(
        (mail) => mail.class === 'receipt' && mail.body.includes(receipt.version.digest),
      );
      expect(mine).toHaveLength(1);
      expect(mine[0]?.body).toContain('2016-05-01T08:00:00.000Z');
      expect((await app.mails(ravi.address)).map((mail) => mail.class)).toEqual(['notice']);
    });

    it('gives each of ten parallel submits its own number', async () => {
      const ids: { id: string; version: number }[] = [];
      for (let i = 0; i < 10; i += 1) {
        const id = await start();
        const { version } = await save(id, {
          title: `Paper ${i}`,
          abstract: 'Text.',
          topicIds: [call.topics['Open data']],
        });
        ids.push({ id, version });
      }
      const receipts = await Promise.all(ids.map(({ id, version }) => submit(id, 'abstract', version).expect(200)));
      const numbers = receipts.map(({ body }) => (body as ReceiptView).number).sort((a, b) => a - b);
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });

    it('replaces until the deadline and keeps the old version', async () => {
      const id = await start();
      const one = await complete(id, 'First');
      await submit(id, 'paper', one.version).expect(200);
      const two = await save(id, { title: 'Second' });
      const receipt = (await submit(id, 'paper', two.version).expect(200)).body as ReceiptView;
      expect(receipt).toMatchObject({ number: 1, version: { n: 2, title: 'Second' } });
    });

    it('is refused on a version the person has not seen', async () => {
      const id = await start();
      const draft = await complete(id);
      await save(id, { title: 'Changed by somebody else' });
      expect((await submit(id, 'paper', draft.version).expect(409)).body).toMatchObject({ code: 'stale_version' });
    });
  });

  describe('the deadline', () => {
    it('takes the last millisecond and refuses the next', async () => {
      const [inTime, late] = [await start(), await start()];
      const [one, two] = [await complete(inTime), await complete(late)];
      app.clock.set('2016-06-01T11:59:59.999Z');
      await submit(inTime, 'paper', one.version).expect(200);
      app.clock.set('2016-06-01T12:00:00.000Z');
      expect((await submit(late, 'paper', two.version).expect(409)).body).toMatchObject({ code: 'deadline_passed' });
    });

    it('lets a form that was open before be finished within the grace, and no longer', async () => {
      const id = await start();
      const draft = await complete(id);
      app.clock.set('2016-06-01T11:59:00Z');
      const { opened } = await form(id);
      app.clock.set('2016-06-01T12:04:59Z');
      const saved = await asAda
        .patch(`/api/submissions/${id}/draft`)
        .send({ version: draft.version, opened, title: 'Last words' })
        .expect(200);
      app.clock.set('2016-06-01T12:05:00Z');
      await submit(id, 'paper', (saved.body as DraftView).version, { opened }).expect(409);
      const forged = opened.replace(/^[^.]+/, (1).toString(36));
      await submit(id, 'paper', (saved.body as DraftView).version, { opened: forged }).expect(409);
    });

    it('submits a complete draft by itself once the grace is over, with a receipt; an incomplete one stays', async () => {
      const [whole, part] = [await start(), await start()];
      await complete(whole, 'Complete');
      await save(part, { title: 'Incomplete' });
      app.clock.set('2016-06-01T12:04:59Z');
      await app.runJob('sweep-closing');
      const states = () =>
        app.database.query<{ id: string; state: string }[]>(`select id, state from submission where id = any($1)`, [
          [whole, part],
        ]);
      expect((await states()).map((row) => row.state)).toEqual(['draft', 'draft']);
      app.clock.set('2016-06-01T12:05:00Z');
      await app.runJob('sweep-closing');
      await app.runJob('sweep-closing');
      expect(new Map((await states()).map((row) => [row.id, row.state]))).toEqual(
        new Map([
          [whole, 'submitted'],
          [part, 'draft'],
        ]),
      );
      const receipt = (await asAda.get(`/api/submissions/${whole}/receipt`).expect(200)).body as ReceiptView;
      expect(receipt.version).toMatchObject({ n: 1, kind: 'paper', submittedBy: null });
      // nothing is promised that the closed date has ended
      expect(receipt).toMatchObject({ canReplace: false, replaceUntil: null, paperNext: false });
    });

    it('leaves drafts alone where the call says so', async () => {
      await app.database.query(`update call set settings = '{"autoSubmit": false}' where id = $1`, [call.id]);
      const id = await start();
      await complete(id);
      app.clock.set('2016-06-01T12:10:00Z');
      await app.runJob('sweep-closing');
      const [row] = await app.database.query<{ state: string }[]>(`select state from submission where id = $1`, [id]);
      expect(row?.state).toBe('draft');
    });
  });

  describe('withdrawing', () => {
    it('ends it, tells the authors, and releases reviewers in neutral words', async () => {
      const ravi = await app.given.person(`Ravi Menon ${calls}`, { address: `ravi-w${calls}@example.org` });
      await app.given.role(ravi, 'reviewer', call);
      const paper = await app.given.submission(call, {
        by: [ada],
        title: 'A public value scorecard',
        round: 'review_open',
      });
      await app.given.assignment(paper, ravi);
      await asAda
        .post(`/api/submissions/${paper.id}/withdraw`)
        .send({ version: 1, reason: 'A mistake in our data' })
        .expect(200);
      const told = await app.mails(ravi.address);
      expect(told).toHaveLength(1);
      expect(told[0]?.body).not.toMatch(/withdr|mistake/i);
      const [assignment] = await app.database.query<{ state: string }[]>(
        `select state from assignment where submission_id = $1`,
        [paper.id],
      );
      expect(assignment?.state).toBe('unassigned');
      await asAda.post(`/api/submissions/${paper.id}/withdraw`).send({ version: 2, reason: '' }).expect(409);
    });
  });

  describe('conflicts', () => {
    it('can be declared with the committee only', async () => {
      const cleo = await app.given.person(`Cleo Dubois ${calls}`, { address: `cleo${calls}@example.org` });
      const olu = await app.given.person(`Olu Bankole ${calls}`, { address: `olu-c${calls}@example.org` });
      await app.given.role(cleo, 'reviewer', call);
      const id = await start();
      expect((await form(id)).committee.map((member) => member.personId)).toEqual([cleo.id]);
      const saved = await save(id, { conflicts: [{ personId: cleo.id, kind: 'advisor', reason: '' }] });
      expect(saved.fields.conflicts).toEqual([{ personId: cleo.id, kind: 'advisor', reason: '' }]);
      const change = { version: saved.version, conflicts: [{ personId: olu.id, kind: 'advisor', reason: '' }] };
      await asAda.patch(`/api/submissions/${id}/draft`).send(change).expect(422);
    });

    it('are found by the machine when an author sits on the committee', async () => {
      const tala = await app.given.person(`Tala Brandt ${calls}`, { address: `tala${calls}@example.org` });
      await app.given.role(tala, 'reviewer', call);
      const id = await start();
      const { draft } = await form(id);
      const author = {
        givenName: 'Tala',
        familyName: 'Brandt',
        address: tala.address,
        affiliation: 'X',
        country: '',
        isCorresponding: false,
      };
      const saved = await save(id, {
        title: 'T',
        abstract: 'A.',
        topicIds: [call.topics['Open data']],
        authors: [...draft.fields.authors, author],
      });
      await submit(id, 'abstract', saved.version).expect(200);
      await app.drainJobs();
      const rows = await app.database.query<unknown[]>(
        `select person_id, kind, state from conflict where submission_id = $1`,
        [id],
      );
      expect(rows).toEqual([{ person_id: tala.id, kind: 'same_person', state: 'blocking' }]);
    });
  });

  it('are compared with the committee by institution and address, which a chair is then told', async () => {
    const people = await Promise.all([
      app.given.person(`Same House ${calls}`, {
        affiliation: 'The University of Milan.',
        address: `same${calls}@elsewhere.it`,
      }),
      app.given.person(`Same Domain ${calls}`, { address: `domain${calls}@di.unimi.it` }),
      app.given.person(`Own Mailbox ${calls}`, { address: `mailbox${calls}@gmail.com` }),
    ]);
    for (const member of people) await app.given.role(member, 'reviewer', call);
    const nia = await app.given.person(`Nia ${calls}`, {
      affiliation: 'University of Milan',
      address: `nia${calls}@unimi.it`,
    });
    const paper = await app.given.submission(call, { by: [nia] });
    await app.database.query(
      `update submission_author set affiliation = 'University of Milan' where submission_id = $1`,
      [paper.id],
    );
    await app.given.conflictCheck({ submission: paper });
    await app.runJob('sweep-conflicts');
    await app.given.conflictCheck({ submission: paper });
    await app.runJob('sweep-conflicts');
    const rows = await app.database.query<{ person_id: string; kind: string; state: string }[]>(
      `select person_id, kind, state from conflict where submission_id = $1 order by kind desc`,
      [paper.id],
    );
    expect(rows).toEqual([
      { person_id: people[0]?.id, kind: 'institution', state: 'suggested' },
      { person_id: people[1]?.id, kind: 'domain', state: 'suggested' },
    ]);
  });

  it('are listed to their author over all calls, with what is missing and when it is due', async () => {
    const id = await start();
    const mine = (await asAda.get('/api/me/submissions').expect(200)).body as {
      items: { id: string; missing: unknown[]; next: unknown }[];
    };
    expect(mine.items.find((item) => item.id === id)).toMatchObject({
      state: 'draft',
      canEdit: true,
      next: { kind: 'paper', due: { closesAt: '2016-06-01T12:00:00.000Z' } },
      missing: expect.arrayContaining([expect.objectContaining({ code: 'title' })]),
    });
  });

  it('are found by a query of what is shown, by page, with as many statements for many as for one', async () => {
    const id = await start();
    const ask = async (query: string, more = '') =>
      (await asAda.get(`/api/me/submissions?query=${encodeURIComponent(query)}${more}`).expect(200)).body as {
        items: { id: string; state: string }[];
        total: number;
      };
    const statements = async () => (await app.statementsOf(() => asAda.get('/api/me/submissions').expect(200))).length;
    const before = await statements();
    const all = await ask('');
    expect((await ask('status:draft has:missing')).items.map((item) => item.id)).toContain(id);
    expect((await ask('status:draft OR -status:draft')).total).toBe(all.total);
    expect((await ask('-status:draft')).items.every(({ state }) => state !== 'draft')).toBe(true);
    expect(await ask('nothing-is-called-that')).toMatchObject({ items: [], total: 0 });
    await start();
    expect(await statements()).toBe(before);
    const page = await ask('', '&limit=1&offset=1');
    expect([page.items.length, page.total]).toEqual([1, all.total + 1]);
    await asAda.get('/api/me/submissions?query=score:3').expect(422);
  });
});
