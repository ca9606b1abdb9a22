import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { SystemClock } from '../../../apps/api/src/platform/clock';
import { connect } from '../../../apps/api/src/platform/database/data-source';
import { CryptoRandom } from '../../../apps/api/src/platform/random';
import { createTestDatabase, type TestDatabase } from '../../../apps/api/src/testing/test-database';
import { generateConference } from '../../bench/generate';
import { checkInvariants } from '../../check-invariants';
import { loadConference } from './load-conference';

describe('loading a conference from files', () => {
  let folder: string;
  let own: TestDatabase;
  let database: DataSource;
  const means = { clock: new SystemClock(), random: new CryptoRandom() };
  const load = (slug: string) => loadConference({ databaseUrl: own.url, folder, slug, ...means });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convoke-conference-'));
    generateConference('S', folder);
    own = await createTestDatabase();
    database = await connect({ url: own.url });
  });

  afterEach(async () => {
    await database.destroy();
    await own.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings papers, committee, bids, conflicts, reviews and decisions, as real ones would be', async () => {
    const loaded = await load('synthetic');
    expect(loaded).toMatchObject({ slug: 'synthetic', papers: 100, reviewers: 60 });
    const [counts] = await database.query<Record<string, number>[]>(
      `select (select count(*) from submission where number between 1 and 100)::int as papers,
              (select count(*) from membership where role = 'reviewer')::int as reviewers,
              (select count(*) from review)::int as reviews, (select count(*) from assignment)::int as assignments`,
    );
    expect(counts).toEqual({ papers: 100, reviewers: 60, reviews: loaded.reviews, assignments: 300 });
    const broken = (await checkInvariants(database.manager)).map(({ invariant }) => invariant);
    // the files may give a paper to somebody whose own paper it is not, but never to one in conflict
    expect(broken).toEqual([]);
  });

  it('keeps a text as it stands in the file, whatever characters it holds', async () => {
    const papers = JSON.parse(await readFile(join(folder, 'papers.json'), 'utf8')) as { pid: number; title: string }[];
    const title = 'Tab\there, back\\slash, "quotes", {braces} and Çırağan\nin two lines';
    await writeFile(
      join(folder, 'papers.json'),
      JSON.stringify(papers.map((paper) => (paper.pid === 7 ? { ...paper, title } : paper))),
    );
    await load('synthetic');
    expect(await database.query(`select title from submission where number = 7`)).toEqual([{ title }]);
  });

  it('names file and line of what is wrong, and writes nothing', async () => {
    await appendFile(join(folder, 'reviews.csv'), '101,nobody@example.org,,submitted,9,1,1,a,b,\n');
    const problem = await load('synthetic').catch((error: Error) => error.message);
    expect(problem).toMatch(/reviews\.csv, line \d+: there is no paper 101/);
    expect(problem).toMatch(/reviews\.csv, line \d+: nobody@example\.org is not in reviewers\.csv/);
    expect(await database.query(`select 1 from call union all select 1 from person`)).toEqual([]);
  });

  it('refuses a second load into the same call', async () => {
    await load('synthetic');
    await expect(load('synthetic')).rejects.toThrow(
      'There is a call "synthetic" already. Choose another address with --slug.',
    );
  });

  it('says which files are missing', async () => {
    await rm(join(folder, 'preferences.csv'));
    await expect(load('synthetic')).rejects.toThrow(`${folder} has no preferences.csv.`);
  });
});
