import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { ExportPlan, PapersPlan } from '@convoke/contract';
import { Files } from '../../platform/files';
import {
  TestApp,
  type Cast,
  type GivenCall,
  type GivenPerson,
  type GivenSubmission,
  type Visitor,
} from '../../testing';

let app: TestApp;
let call: GivenCall;
const names = ['Chidi Eze', 'Tala Brandt', 'Ada Ferri', 'Ravi Menon', 'Marta Nowak', 'Olu Bankole'] as const;
let people: Cast<(typeof names)[number]>;
let papers: Record<'first' | 'ofTala' | 'conflicted' | 'health' | 'decided', GivenSubmission>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-10T08:00:00Z' })));
afterAll(() => app.stop());

/** Two tracks. Tala chairs the first, wrote one of its papers and is in conflict with another; Chidi chairs the call. */
beforeEach(async () => {
  story += 1;
  await tell('double');
});

async function tell(anonymity: 'double' | 'triple'): Promise<void> {
  const { given } = app;
  call = await given.call(`taken-${anonymity}-${story}`, { tracks: ['Co-production', 'Health'], anonymity });
  people = await given.cast(names, `${anonymity}.${story}`);
  await given.committee(call, { chair: people.chidi, coChair: people.tala, reviewers: [people.ravi, people.marta] });
  const by = [people.ada];
  papers = {
    first: await given.submission(call, { by, title: '=HYPERLINK("http://evil")', round: 'review_open' }),
    ofTala: await given.submission(call, { by: [people.tala], title: 'SECRET of Tala', round: 'review_open' }),
    conflicted: await given.submission(call, { by, title: 'SECRET in conflict', round: 'review_open' }),
    health: await given.submission(call, {
      by,
      title: 'SECRET of another track',
      round: 'review_open',
      track: call.tracks[1] ?? { id: '' },
    }),
    decided: await given.submission(call, { by, title: 'Decided', round: 'decided_not_notified' }),
  };
  await given.conflict(papers.conflicted, people.tala);
  for (const paper of Object.values(papers))
    await given.review(await given.assignment(paper, people.ravi), {
      overall: 4,
      comments: `@COMMENT on ${paper.number}`,
      confidential: `CONFIDENTIAL on ${paper.number}`,
    });
  await given.assignment(papers.first, people.marta);
  await app.database.query(
    `insert into decision (id, round_id, submission_id, outcome, reason, state, decided_by, decided_at)
     values (gen_random_uuid(), $1, $2, 'accept_poster', 'REASON', 'decided', $3, $4)`,
    [papers.decided.roundId, papers.decided.id, people.chidi.id, app.clock.now()],
  );
}

const address = (table: string, query = ''): string => `/api/calls/${call.slug}/exports/${table}${query}`;
const planned = async (visitor: Visitor, table: string, query = ''): Promise<ExportPlan> =>
  (await visitor.get(address(table, query)).expect(200)).body as ExportPlan;

async function bytesOf(visitor: Visitor, path: string, status = 200): Promise<{ bytes: Buffer; name: string }> {
  const answer = await visitor.get(path).buffer(true).parse(binary).expect(status);
  return { bytes: answer.body as Buffer, name: answer.headers['content-disposition'] ?? '' };
}

type Line = Record<string, string>;

async function csv(visitor: Visitor, table: string, query = ''): Promise<Line[]> {
  const { bytes } = await bytesOf(visitor, address(`${table}/csv`, query));
  return parse(bytes, { columns: true, bom: true });
}

describe('a table of submissions', () => {
  it('holds what the chair’s list holds, in its order, with what the chair may see', async () => {
    const chidi = await app.signIn(people.chidi);
    const rows = await csv(chidi, 'submissions', '?query=sort:-number');
    expect(rows.map(({ Number }) => Number)).toEqual(['5', '4', '3', '2', '1']);
    expect(rows[0]).toMatchObject({
      Title: 'Decided',
      Track: 'Co-production',
      State: 'Decided, hidden',
      Authors: 'Ada Ferri',
      'Corresponding e-mail': people.ada.address,
      'Submitted (UTC)': '2016-06-10T08:00:00.000Z',
      Decision: 'Accept as poster',
      'Authors told': 'no',
    });
  });

  it('begins with the mark that Excel needs, has a name made here, and no cell that is a formula', async () => {
    const chidi = await app.signIn(people.chidi);
    const { bytes, name } = await bytesOf(chidi, address('submissions/csv'));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(name).toBe(`attachment; filename="${call.slug}-submissions.csv"`);
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('is nothing but the selected ones, where some are', async () => {
    const chidi = await app.signIn(people.chidi);
    expect((await csv(chidi, 'submissions', '?papers=1-2,5')).map(({ Number }) => Number)).toEqual(['1', '2', '5']);
    expect((await planned(chidi, 'submissions', '?papers=4')).count).toBe(1);
    await chidi.get(address('submissions', '?papers=1;drop')).expect(422);
    await chidi.get(address('submissions', '?papers=1-999999999')).expect(422);
  });

  it('is as an Excel workbook the same, with texts that are texts and dates that are dates', async () => {
    const chidi = await app.signIn(people.chidi);
    const { bytes } = await bytesOf(chidi, address('submissions/xlsx', '?papers=1'));
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<t xml:space="preserve">=HYPERLINK(&quot;http://evil&quot;)</t>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<c s="2"><v>42531\.333/);
    expect(sheet.match(/<row>/g)).toHaveLength(2);
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('needs as many statements for many submissions as for one', async () => {
    const chidi = await app.signIn(people.chidi);
    for (const table of ['submissions', 'authors', 'reviews', 'decisions']) {
      const one = (await app.statementsOf(() => chidi.get(address(`${table}/csv`, '?papers=1')).expect(200))).length;
      const all = (await app.statementsOf(() => chidi.get(address(`${table}/csv`)).expect(200))).length;
      expect({ table, n: all }).toEqual({ table, n: one });
    }
  });
});

describe('what is not the viewer’s business', () => {
  it('is in no table and no archive of a co-chair: own, in conflict, of another track', async () => {
    const tala = await app.signIn(people.tala);
    for (const table of ['submissions', 'authors', 'reviews', 'decisions']) {
      const { bytes } = await bytesOf(tala, address(`${table}/csv`, '?papers=1-9'));
      expect({ table, leaks: /SECRET|on [234]\b/.exec(bytes.toString())?.[0] }).toEqual({ table, leaks: undefined });
      const rows = parse(bytes, { columns: true, bom: true }) as Line[];
      expect([...new Set(rows.map(({ Number }) => Number))]).toEqual(['1', '5']);
    }
    expect(await planned(tala, 'submissions')).toMatchObject({ count: 2, leftOut: [] });
  });

  it('is refused whole to who holds no office, and hidden from the signed out', async () => {
    for (const person of [people.ada, people.ravi, people.olu]) {
      const visitor = await app.signIn(person);
      for (const path of [
        address('submissions'),
        address('reviews/csv'),
        `/api/calls/${call.slug}/paper-exports/zip`,
      ]) {
        const { text } = await visitor.get(path).expect(403);
        expect(text).not.toMatch(/SECRET|HYPERLINK|Menon/);
      }
    }
    await app.visitor().get(address('submissions/csv')).expect(401);
    await app.visitor().get('/api/me/reviews/papers').expect(401);
  });

  it('has no column: a chair who may not know the authors sees none of theirs, and is told which are left out', async () => {
    await tell('triple');
    const tala = await app.signIn(people.tala);
    const plan = await planned(tala, 'submissions');
    expect(plan.leftOut).toEqual(['Authors', 'Affiliations', 'Corresponding e-mail']);
    expect(plan.columns).not.toContain('Authors');
    const { bytes } = await bytesOf(tala, address('submissions/csv'));
    expect(bytes.toString()).not.toMatch(/Ferri|Authors"/);
    expect(await planned(tala, 'authors')).toMatchObject({ columns: [] });
    expect(await csv(tala, 'authors')).toEqual([]);
  });

  it('is an empty cell where it is seen of others', async () => {
    await tell('triple');
    await app.database.query(`update round set state = 'notified' where id = $1`, [papers.decided.roundId]);
    await app.database.query(`update round set state = 'submitted' where id = $1`, [papers.first.roundId]);
    await app.database.query(`update submission set score_mean = 4 where call_id = $1`, [call.id]);
    const rows = await csv(await app.signIn(people.chidi), 'submissions');
    expect(rows.map((row) => [row['Number'], row['Authors'], row['Mean score']])).toEqual([
      ['1', '', ''],
      ['2', '', '4'],
      ['3', '', '4'],
      ['4', '', '4'],
      ['5', 'Ada Ferri', '4'],
    ]);
  });
});

describe('other tables', () => {
  it('have one row for each review, one column for each question, and the reviewer for who may know', async () => {
    const rows = await csv(await app.signIn(people.tala), 'reviews');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      Number: '1',
      Title: `'=HYPERLINK("http://evil")`,
      Track: 'Co-production',
      Round: '1',
      Review: 'A',
      Reviewer: 'Ravi Menon',
      'Reviewer’s e-mail': people.ravi.address,
      'Submitted (UTC)': '2016-06-10T08:00:00.000Z',
      Version: '1',
      Overall: '4',
      'Comments for the authors': `'@COMMENT on 1`,
      'Comments for the chairs': 'CONFIDENTIAL on 1',
    });
  });

  it('say of each round what is recommended and decided', async () => {
    await app.database.query(
      `insert into recommendation (id, round_id, submission_id, person_id, outcome, reason, created_at, edited_at)
       values (gen_random_uuid(), $1, $2, $3, 'accept_paper', '', $4, $4)`,
      [papers.first.roundId, papers.first.id, people.tala.id, app.clock.now()],
    );
    const rows = await csv(await app.signIn(people.tala), 'decisions');
    expect(
      rows.map(({ Number, Recommendations, Decision, Reason }) => [Number, Recommendations, Decision, Reason]),
    ).toEqual([
      ['1', 'Accept as paper (Tala Brandt)', '', ''],
      ['5', '', 'Accept as poster', 'REASON'],
    ]);
  });

  it('name the committee with its papers, counting none that is not the viewer’s business', async () => {
    const row = async (person: GivenPerson): Promise<Line | undefined> =>
      (await csv(await app.signIn(person), 'committee')).find(({ Name }) => Name === 'Ravi Menon');
    expect(await row(people.chidi)).toMatchObject({ Office: 'Reviewer', 'Reviews asked for': '5', 'Reviews in': '5' });
    expect(await row(people.tala)).toMatchObject({ 'Reviews asked for': '2', 'Reviews in': '2' });
  });

  it('are recorded with who took what, and not without end', async () => {
    const chidi = await app.signIn(people.chidi);
    await chidi.get(address('reviews/csv')).expect(200);
    const rows = await app.database.query<object[]>(
      `select tag, actor_id as actor, facts from audit_entry where call_id = $1 and action = 'export.made'`,
      [call.id],
    );
    const facts = { what: 'reviews', format: 'csv', count: 5 };
    expect(rows).toEqual([{ tag: 'review', actor: people.chidi.id, facts }]);
    for (let n = 0; n < 59; n += 1) await chidi.get(address('committee/csv')).expect(200);
    const { body, headers } = await chidi.get(address('committee/csv')).expect(429);
    expect(body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('papers in an archive', () => {
  const plan = async (visitor: Visitor, query = ''): Promise<PapersPlan> =>
    (await visitor.get(`/api/calls/${call.slug}/paper-exports${query}`).expect(200)).body as PapersPlan;
  const archive = async (visitor: Visitor, path: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(unzipSync((await bytesOf(visitor, path)).bytes)).map(([name, content]) => [
        name,
        strFromU8(content),
      ]),
    );
  const ofCall = (query = ''): string => `/api/calls/${call.slug}/paper-exports/zip${query}`;

  it('are what was sent for who may see that, under names made here, and what is missing is said', async () => {
    await fileOf(papers.first, 'ORIGINAL by Ferri', 'copy');
    await fileOf(papers.health, 'ORIGINAL of health', 'copy of health');
    const chidi = await app.signIn(people.chidi);
    expect(await plan(chidi)).toMatchObject({ submissions: 5, files: 2, bytes: 35, without: [2, 3, 5], copies: false });
    const files = await archive(chidi, ofCall());
    expect(Object.keys(files).sort()).toEqual(['files/1-paper.pdf', 'files/4-paper.pdf', 'without-file.txt']);
    expect(files['files/1-paper.pdf']).toBe('ORIGINAL by Ferri');
    expect(Object.keys(await archive(await app.signIn(people.tala), ofCall('?papers=1-9')))).toEqual([
      'without-file.txt',
      'files/1-paper.pdf',
    ]);
  });

  it('are the copies of reviewers where editors do not know the authors', async () => {
    await tell('triple');
    await fileOf(papers.first, 'ORIGINAL by Ferri', 'the copy');
    const tala = await app.signIn(people.tala);
    expect(await plan(tala)).toMatchObject({ files: 1, bytes: 8, copies: true });
    expect((await archive(tala, ofCall()))['files/1-paper.pdf']).toBe('the copy');
  });

  it('are for a reviewer the copies of what they review, each with its form, and nothing else', async () => {
    await fileOf(papers.first, 'ORIGINAL by Ferri', 'the copy');
    await fileOf(papers.health, 'ORIGINAL of health', null);
    await fileOf(papers.ofTala, 'ORIGINAL of Tala', 'the copy of Tala');
    const marta = await archive(await app.signIn(people.marta), '/api/me/reviews/papers');
    expect(Object.keys(marta).sort()).toEqual([`${call.slug}/1/paper.pdf`, `${call.slug}/1/review.txt`]);
    expect(marta[`${call.slug}/1/paper.pdf`]).toBe('the copy');
    expect(marta[`${call.slug}/1/review.txt`]).toContain('[ ] 5  5 of 5');
    const ravi = await archive(await app.signIn(people.ravi), '/api/me/reviews/papers');
    expect(Object.keys(ravi)).toContain(`${call.slug}/2/paper.pdf`);
    expect(Object.keys(ravi)).not.toContain(`${call.slug}/4/paper.pdf`);
    expect(ravi[`${call.slug}/1/review.txt`]).toContain('[x] 4  4 of 5');
    expect(Object.values(ravi).join()).not.toMatch(/ORIGINAL|Ferri/);
  });
});

/** A file of the latest version, with the copy that reviewers get or without one. */
async function fileOf(paper: GivenSubmission, original: string, copy: string | null): Promise<void> {
  const keep = async (content: string): Promise<string> => {
    await app.get(Files).put(Readable.from([Buffer.from(content)]), { maxBytes: 1000 });
    const hash = createHash('sha256').update(content).digest('hex');
    await app.database.query(
      `insert into blob (hash, bytes, media_type, created_at) values ($1, $2, 'application/pdf', $3) on conflict do nothing`,
      [hash, content.length, app.clock.now()],
    );
    return hash;
  };
  const [hash, clean] = [await keep(original), copy === null ? null : await keep(copy)];
  const [file] = await app.database.query<{ id: string }[]>(
    `insert into submission_file (id, submission_id, slot, blob_hash, clean_hash, original_name, media_type, bytes, state, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, 'paper', $2, $3, 'ferri.pdf', 'application/pdf', $4, 'clean', $5, $6) returning id`,
    [paper.id, hash, clean, original.length, people.ada.id, app.clock.now()],
  );
  await app.database.query(`update submission_version set file_ids = array[$2::uuid] where submission_id = $1`, [
    paper.id,
    file?.id,
  ]);
}

function binary(res: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = res as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
