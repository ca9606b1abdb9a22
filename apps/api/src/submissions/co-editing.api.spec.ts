import type { DraftView, SubmissionForm } from '@convoke/contract';
import { People } from '../accounts/people';
import { UnitOfWork } from '../platform/unit-of-work';
import { TestApp, type GivenCall, type GivenPerson, type Visitor } from '../testing';

type Author = SubmissionForm['draft']['fields']['authors'][number];

describe('A submission that several authors edit', () => {
  let app: TestApp;
  let call: GivenCall;
  let ada: GivenPerson;
  let tala: GivenPerson;
  let asAda: Visitor;
  let asTala: Visitor;
  let id: string;
  let calls = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    ada = await app.given.person('Ada Ferri');
    tala = await app.given.person('Tala Brandt');
    asAda = await app.signIn(ada);
    asTala = await app.signIn(tala);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    calls += 1;
    call = await app.given.call(`together-${calls}`, { closes: { paper: '2016-06-01T12:00:00Z' } });
    const body = { trackId: call.tracks[0]?.id, typeId: call.types['paper'] };
    const created = await asAda.post(`/api/calls/${call.slug}/submissions`).send(body).expect(201);
    id = (created.body as { id: string }).id;
  });

  const form = async (by: Visitor): Promise<SubmissionForm> =>
    (await by.get(`/api/submissions/${id}/form`).expect(200)).body as SubmissionForm;
  const save = (by: Visitor, version: number, change: Record<string, unknown>) =>
    by.patch(`/api/submissions/${id}/draft`).send({ version, ...change });
  const named = (name: string, address: string, mayEdit: boolean): Author => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return { givenName, familyName, address, affiliation: 'X', country: '', isCorresponding: false, mayEdit };
  };

  async function list(...others: Author[]): Promise<DraftView> {
    const { draft } = await form(asAda);
    const authors = [...draft.fields.authors.slice(0, 1), ...others];
    return (await save(asAda, draft.version, { authors }).expect(200)).body as DraftView;
  }

  it('is only looked at by a listed author, and edited by one who may', async () => {
    await list(named('Tala Brandt', tala.address, false));
    await asTala.get(`/api/submissions/${id}/form`).expect(403);
    await list(named('Tala Brandt', tala.address, true));
    const seen = await form(asTala);
    expect(seen.draft.fields.authors.map((author) => author.mayEdit)).toEqual([true, true]);
    await save(asTala, seen.draft.version, { title: 'Told by Tala' }).expect(200);
    expect((await form(asAda)).draft.fields.title).toBe('Told by Tala');
  });

  it('answers the slower of two with what the faster one wrote', async () => {
    const { version } = await list(named('Tala Brandt', tala.address, true));
    await save(asTala, version, { title: 'Told by Tala' }).expect(200);
    const refused = await save(asAda, version, { title: 'Told by Ada' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'stale_version',
      facts: { current: { version: version + 1, fields: { title: 'Told by Tala' } } },
    });
    const together = await save(asAda, version + 1, { title: 'Told by Ada and Tala' }).expect(200);
    expect(together.body).toMatchObject({ fields: { title: 'Told by Ada and Tala' } });
  });

  it('waits for the address of an editor to be proven', async () => {
    const address = `newcomer-${calls}@example.org`;
    await list(named('Nia Okafor', address, true));
    const nia = await app.given.person('Nia Okafor', { address: `other-${calls}@example.org` });
    const asNia = await app.signIn(nia);
    await asNia.get(`/api/submissions/${id}/form`).expect(404);
    await app.get(UnitOfWork).run((tx) => app.get(People).linkAuthors(tx, nia.id, address));
    await form(asNia);
  });

  it('is closed again to whom the right is taken, and never to who began it', async () => {
    await list(named('Tala Brandt', tala.address, true));
    const { draft, alwaysEdit } = await form(asTala);
    expect(alwaysEdit).toEqual([ada.address, tala.address]);
    const swapped = draft.fields.authors.map((author) => ({ ...author, mayEdit: author.address === tala.address }));
    await save(asTala, draft.version, { authors: swapped }).expect(200);
    expect((await form(asAda)).draft.fields.authors.map((author) => author.mayEdit)).toEqual([true, true]);
    await list(named('Tala Brandt', tala.address, false));
    await asTala.get(`/api/submissions/${id}/form`).expect(403);
    const changes = await app.database.query<{ facts: unknown }[]>(
      `select facts from audit_entry where submission_id = $1 and action = 'submission.editors_changed'`,
      [id],
    );
    expect(changes.map((row) => row.facts)).toHaveLength(2);
  });

  it('tells a co-author without an account how to edit it', async () => {
    const address = `letter-${calls}@example.org`;
    const saved = await list(named('Nia Okafor', address, true), named('Ben Okoro', `ben-${calls}@example.org`, false));
    const ready = (await save(asAda, saved.version, { title: 'T', abstract: 'A.' }).expect(200)).body as DraftView;
    const authors = ready.fields.authors.map((author) => ({ ...author, affiliation: 'X' }));
    const { version } = (await save(asAda, ready.version, { authors }).expect(200)).body as DraftView;
    await asAda.post(`/api/submissions/${id}/submit`).send({ stage: 'abstract', version }).expect(200);
    const [letter] = await app.mails(address);
    expect(letter?.body).toContain('The other authors let you edit it too');
    expect((await app.mails(`ben-${calls}@example.org`))[0]?.body).not.toContain('let you edit');
  });
});
