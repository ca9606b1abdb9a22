import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { DraftFileView, ReceiptView } from '@convoke/contract';
import { Sessions } from '../platform/session/sessions.service';
import { TestApp, type GivenCall, type GivenPerson, type Visitor } from '../testing';
import { archive, docxBy, pdfBomb, pdfBy } from './given-files';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const slot = (mediaTypes: string[]) => ({
  slots: [{ key: 'paper', label: 'Paper', required: true, mediaTypes, maxBytes: 100_000, maxFiles: 1 }],
});

describe('Files, from the upload to the reviewer', () => {
  let app: TestApp;
  let folder: string;
  let call: GivenCall;
  let ada: GivenPerson;
  let asAda: Visitor;
  let id: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convoke-uploads-'));
    app = await TestApp.start({ environment: { FILES_URL: pathToFileURL(folder).href } });
    ada = await app.given.person('Ada Ferri', { affiliation: 'University of Milan' });
    asAda = await app.signIn(ada);
    call = await app.given.call('itais', { types: { paper: slot(['application/pdf']), article: slot([docx]) } });
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    id = await start('paper');
  });

  async function start(type: string): Promise<string> {
    const body = { trackId: call.tracks[0]?.id, typeId: call.types[type] };
    return ((await asAda.post('/api/calls/itais/submissions').send(body).expect(201)).body as { id: string }).id;
  }

  const upload = (content: Buffer, name = 'paper.pdf', to = id) =>
    asAda.post(`/api/submissions/${to}/files/paper`).attach('file', content, name);

  async function submitted(): Promise<ReceiptView> {
    const draft = (await asAda.get(`/api/submissions/${id}/form`)).body as { draft: { version: number } };
    const fields = {
      title: 'Scorecard',
      abstract: 'Text.',
      declarations: { conflictsChecked: true, originalWork: true },
    };
    const saved = await asAda
      .patch(`/api/submissions/${id}/draft`)
      .send({ version: draft.draft.version, ...fields })
      .expect(200);
    const { version } = saved.body as { version: number };
    return (await asAda.post(`/api/submissions/${id}/submit`).send({ stage: 'paper', version }).expect(200))
      .body as ReceiptView;
  }

  it.each([
    ['an empty file', () => Buffer.alloc(0), 'file_empty', 422],
    [
      'a program renamed to paper.pdf',
      () => Buffer.from('MZ\x90\x00This program cannot be run in DOS mode'),
      'file_type',
      422,
    ],
    ['a web page renamed to paper.pdf', () => Buffer.from('<html><script>alert(1)</script></html>'), 'file_type', 422],
    ['a PDF that was cut off', async () => (await pdfBy('Ada')).subarray(0, 400), 'file_broken', 422],
    [
      'a PDF under a password',
      async () =>
        Buffer.from((await pdfBy('Ada')).toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root'), 'latin1'),
      'file_encrypted',
      422,
    ],
    ['a Word document where only PDF is taken', () => docxBy('Ada'), 'file_type', 422],
    ['more than the slot takes', () => Buffer.alloc(100_001, '%PDF-'), 'file_too_large', 413],
  ])('refuses %s with a clear reason and keeps nothing', async (_what, make, code, status) => {
    const answer = await upload(await make()).expect(status);
    expect(answer.body).toMatchObject({ code });
    expect((answer.body as { detail: string }).detail.length).toBeGreaterThan(20);
    const rows = await app.database.query<unknown[]>(`select 1 from submission_file where submission_id = $1`, [id]);
    expect(rows).toEqual([]);
  });

  it('names the limit to whoever sends more', async () => {
    const answer = await upload(Buffer.alloc(100_001, '%PDF-')).expect(413);
    expect(answer.body).toMatchObject({
      detail: 'This file is too large; at most 0.1 MB are accepted.',
      facts: { maxBytes: 100_000 },
    });
  });

  it('takes a Word document where the call allows it, and no other archive', async () => {
    const article = await start('article');
    const taken = (await upload(docxBy('Ada'), 'article.docx', article).expect(201)).body as DraftFileView;
    expect(taken).toMatchObject({ mediaType: docx, state: 'checking', name: 'article.docx' });
    await upload(archive({ 'evil.exe': 'MZ' }), 'article.docx', article).expect(422);
  });

  it('leaves nothing behind of an upload that breaks off', async () => {
    const { port } = new URL(await app.url());
    const before = await storedFiles(folder);
    const cookie = await sessionCookie(app, ada);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = `POST /api/submissions/${id}/files/paper HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n`;
        socket.write(
          `${head}--x\r\nContent-Disposition: form-data; name="file"; filename="p.pdf"\r\n\r\n%PDF-1.7 ${'a'.repeat(5000)}`,
        );
        setTimeout(() => socket.destroy(), 150);
      });
      socket.on('close', () => setTimeout(resolve, 300));
    });
    expect(await storedFiles(folder)).toEqual(before);
    const rows = await app.database.query<unknown[]>(`select 1 from submission_file where submission_id = $1`, [id]);
    expect(rows).toEqual([]);
  });

  it('replaces the file of a slot and keeps the old one for the version that holds it', async () => {
    const first = (await upload(await pdfBy('Ada', 'First')).expect(201)).body as DraftFileView;
    await submitted();
    await upload(await pdfBy('Ada', 'Second')).expect(201);
    const form = (await asAda.get(`/api/submissions/${id}/form`)).body as { draft: { files: DraftFileView[] } };
    expect(form.draft.files).toHaveLength(1);
    expect(form.draft.files[0]?.id).not.toBe(first.id);
    await asAda.get(`/api/files/${first.id}`).expect(200);
  });

  it('gives reviewers a copy without metadata, and only once it was checked', async () => {
    const file = (await upload(await pdfBy('Ada Ferri'), 'ferri-final.pdf').expect(201)).body as DraftFileView;
    const { number } = await submitted();
    const ravi = await app.given.person('Ravi Menon');
    await app.given.role(ravi, 'reviewer', call);
    const [round] = await app.database.query<{ id: string }[]>(`select id from round where submission_id = $1`, [id]);
    await app.database.query(`update round set state = 'review_open' where id = $1`, [round?.id]);
    await app.given.assignment(
      { id, callId: call.id, trackId: '', number, roundId: round?.id ?? '', versionId: null },
      ravi,
    );
    const asRavi = await app.signIn(ravi);
    await asRavi.get(`/api/files/${file.id}`).expect(404);
    await app.drainJobs();
    const copy = await asRavi.get(`/api/files/${file.id}`).buffer(true).parse(binary).expect(200);
    const bytes = copy.body as Buffer;
    expect(bytes.toString('latin1')).not.toMatch(/Ferri|Word of/);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([read.getAuthor(), read.getCreator(), read.getPageCount()]).toEqual([undefined, undefined, 1]);
    expect(copy.headers['content-disposition']).toBe(`attachment; filename="convoke-itais-${number}-paper-v1.pdf"`);
    const original = await asAda.get(`/api/files/${file.id}`).buffer(true).parse(binary).expect(200);
    expect((original.body as Buffer).toString('latin1')).toContain('Ferri');
  });

  it('cannot be read by anybody else, like a file that does not exist', async () => {
    const file = (await upload(await pdfBy('Ada')).expect(201)).body as DraftFileView;
    const asOlu = await app.signIn(await app.given.person('Olu Bankole', { address: `olu-${id}@example.org` }));
    const hidden = await asOlu.get(`/api/files/${file.id}`).expect(404);
    const absent = await asOlu.get('/api/files/00000000-0000-4000-8000-000000000000').expect(404);
    expect(hidden.body).toEqual(absent.body);
    await app.visitor().get(`/api/files/${file.id}`).expect(401);
  });

  it('is sent in a sandbox, in parts, and not again when nothing changed', async () => {
    const content = await pdfBy('Ada');
    const file = (await upload(content).expect(201)).body as DraftFileView;
    const inline = await asAda.get(`/api/files/${file.id}?as=inline`).expect(200);
    expect(inline.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
    expect(inline.headers['content-security-policy']).toContain('sandbox');
    expect(inline.headers['content-disposition']).toMatch(/^inline; filename="convoke-itais-draft-paper\.pdf"$/);
    const part = await asAda
      .get(`/api/files/${file.id}`)
      .set('Range', 'bytes=0-4')
      .buffer(true)
      .parse(binary)
      .expect(206);
    expect([(part.body as Buffer).toString(), part.headers['content-range']]).toEqual([
      '%PDF-',
      `bytes 0-4/${content.length}`,
    ]);
    await asAda.get(`/api/files/${file.id}`).set('Range', `bytes=${content.length}-`).expect(416);
    await asAda
      .get(`/api/files/${file.id}`)
      .set('If-None-Match', inline.headers['etag'] ?? '')
      .expect(304);
  });

  it('is rejected by the check when it cannot be read to the end, and its author hears of it', async () => {
    const broken = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    );
    await upload(broken).expect(201);
    await app.drainJobs();
    const form = (await asAda.get(`/api/submissions/${id}/form`)).body as {
      draft: { files: DraftFileView[]; missing: { paper: { code: string }[] } };
    };
    expect(form.draft.files[0]).toMatchObject({ state: 'rejected', stateReason: 'broken' });
    expect(form.draft.missing.paper.map((item) => item.code)).toContain('file_rejected');
  });

  it('is rejected when it swells beyond all measure, and nothing else suffers', async () => {
    const other = await start('paper');
    await upload(await pdfBomb()).expect(201);
    await upload(await pdfBy('Ada'), 'honest.pdf', other).expect(201);
    await app.drainJobs();
    expect((await filesOf(id))[0]).toMatchObject({ state: 'rejected', stateReason: 'too_big' });
    expect((await filesOf(other))[0]).toMatchObject({ state: 'clean', pages: 1 });
  }, 60_000);

  describe('and its anonymity', () => {
    const hints = async (): Promise<unknown> => (await filesOf(id))[0]?.anonymity;

    it('is looked at for what tells its authors, who read it in the form and on the receipt, and submit all the same', async () => {
      const paper = await pdfBy('Ada Ferri', 'Ada Ferri, ada.ferri@example.org, showed in [3]');
      await upload(paper).expect(201);
      expect(await hints()).toEqual({ state: 'checking', hints: [] });
      await app.drainJobs();
      const quote = 'Ada Ferri, ada.ferri@example.org, showed in [3]';
      const found = [
        { kind: 'properties', page: null, about: 'Ada Ferri', quote: '' },
        {
          kind: 'author',
          page: 1,
          about: 'Ada Ferri',
          quote: expect.stringContaining('Ada Ferri, ada.ferri') as unknown,
        },
        { kind: 'email', page: 1, about: 'ada.ferri@example.org', quote },
      ];
      expect(await hints()).toEqual({ state: 'checked', hints: found });
      const receipt = await submitted();
      expect(receipt.anonymity).toEqual([
        { id: receipt.version.files[0]?.id, name: 'paper.pdf', state: 'checked', hints: found },
      ]);
    });

    it('is looked at again when the authors change', async () => {
      await upload(await pdfBy('Word', 'as Jonas Lind said')).expect(201);
      await app.drainJobs();
      expect(await hints()).toMatchObject({ hints: [{ kind: 'properties', about: 'Word' }] });
      const { draft } = (await asAda.get(`/api/submissions/${id}/form`)).body as {
        draft: { version: number; fields: { authors: object[] } };
      };
      const lind = {
        givenName: 'Jonas',
        familyName: 'Lind',
        address: '',
        affiliation: '',
        country: '',
        isCorresponding: false,
      };
      const authors = [...draft.fields.authors, lind];
      await asAda.patch(`/api/submissions/${id}/draft`).send({ version: draft.version, authors }).expect(200);
      await app.drainJobs();
      expect(await hints()).toMatchObject({ hints: [{ kind: 'properties' }, { kind: 'author', about: 'Jonas Lind' }] });
    });

    it('is nobody’s business where authors are known', async () => {
      await app.database.query(`update submission_type set anonymity = 'single' where id = $1`, [call.types['paper']]);
      await upload(await pdfBy('Ada Ferri', 'Ada Ferri')).expect(201);
      await app.drainJobs();
      expect(await hints()).toBeNull();
      await app.database.query(`update submission_type set anonymity = null where id = $1`, [call.types['paper']]);
      await app.runJob('sweep-files');
      await app.drainJobs();
      expect(await hints()).toMatchObject({ state: 'checked' });
    });

    it('of a Word document is that of its text', async () => {
      const article = await start('article');
      await upload(docxBy('Ada Ferri'), 'article.docx', article).expect(201);
      await app.drainJobs();
      expect((await filesOf(article))[0]?.anonymity).toEqual({
        state: 'checked',
        hints: [{ kind: 'properties', page: null, about: 'Ada Ferri', quote: '' }],
      });
    });
  });

  async function filesOf(submission: string): Promise<DraftFileView[]> {
    const { body } = await asAda.get(`/api/submissions/${submission}/form`).expect(200);
    return (body as { draft: { files: DraftFileView[] } }).draft.files;
  }
});

function binary(res: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = res as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

/** A session for a raw socket, which keeps no cookies. */
async function sessionCookie(app: TestApp, person: GivenPerson): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await app.database.query(
    `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $4, $4::timestamptz + interval '1 day')`,
    [randomUUID(), person.id, app.get(Sessions).hashOf(token), app.clock.now()],
  );
  return `convoke=${token}`;
}
