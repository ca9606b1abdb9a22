import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/testing/test-database';
import { run } from './convoke';

describe('the command line', () => {
  let home: TestDatabase;
  let client: Client;
  let said: string;
  const before = process.env['DATABASE_URL'];

  beforeAll(async () => {
    home = await createTestDatabase();
    process.env['DATABASE_URL'] = home.url;
    client = new Client({ connectionString: home.url });
    await client.connect();
    await client.query(`insert into call (id, slug, kind, name, created_at)
                        values (gen_random_uuid(), 'itais', 'conference', 'ITAIS', now())`);
    await client.query(
      `insert into track (id, call_id, name, slug, position) select gen_random_uuid(), id, 'T', 't', 0 from call`,
    );
  });

  beforeEach(() => {
    said = '';
    const listen = (words: unknown) => {
      said += String(words);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(listen);
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
  });

  afterEach(() => jest.restoreAllMocks());

  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    await client.end();
    await home.drop();
  });

  const convoke = (...words: string[]) => run(['node', 'convoke', ...words], '/nowhere');

  it('migrates', async () => {
    expect(await convoke('migrate')).toBe(0);
    expect(said).toBe('Nothing to do.\n');
  });

  it('makes one administrator of one address, however often it is asked', async () => {
    for (let times = 0; times < 2; times += 1) expect(await convoke('create-admin', 'chidi@example.org')).toBe(0);
    expect(said).toMatch(/\/reset\/[\w-]{43}\n$/);
    const { rows } = await client.query(`select is_admin from person`);
    expect(rows).toEqual([{ is_admin: true }]);
  });

  it('gives a lost chair the role back, once', async () => {
    const words = ['grant', 'Chidi@Example.org', '--role', 'chair', '--call', 'itais'];
    expect(await convoke(...words)).toBe(0);
    expect(await convoke(...words)).toBe(0);
    expect(said).toContain('is now chair of itais');
    expect(said).toContain('already was chair of itais');
    const audit = await client.query(`select action, tag from audit_entry where action = 'membership.granted'`);
    expect(audit.rows).toEqual([{ action: 'membership.granted', tag: 'security' }]);
  });

  it.each([
    [['grant', 'nobody@example.org', '--role', 'chair', '--call', 'itais'], 'Nobody has verified'],
    [['grant', 'chidi@example.org', '--role', 'chair', '--call', 'other'], 'no call "other"'],
    [['grant', 'chidi@example.org', '--role', 'track_chair', '--call', 'itais'], 'needs --track'],
    [['grant', 'chidi@example.org', '--role', 'track_chair', '--call', 'itais', '--track', 'x'], 'but: t'],
  ])('says why it cannot: %j', async (words, why) => {
    expect(await convoke(...words)).toBe(1);
    expect(said).toContain(why);
  });

  it('holds the rules against a matrix in a file, and says every cell that differs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'convoke-matrix-'));
    const file = join(folder, 'matrix.csv');
    expect(await convoke('check-matrix', file, '--write')).toBe(0);
    expect(await convoke('check-matrix', file)).toBe(0);
    expect(said).toContain('31104 of 31104 cells compared, each with every setting at both values: 0 differ.');
    const own = await readFile(file, 'utf8');
    const cell = 'author,names,assigned_reviewer,review_open,double,no';
    const lines = own.replace(cell, cell.replace(/no$/, 'yes')).split('\n');
    await writeFile(
      file,
      [...lines.filter((line) => !line.startsWith('bid,own,admin,draft,single')), 'a,b,c,d,e,yes'].join('\n'),
    );
    said = '';
    expect(await convoke('check-matrix', file)).toBe(1);
    expect(said.split('\n')).toEqual([
      '31103 of 31104 cells compared, each with every setting at both values: 1 differ.',
      'author.names · assigned_reviewer · review_open · double: the file says yes, the rules say no',
      'a.b · c · d · e: the rules know no such thing',
      'bid.own · admin · draft · single: not in the file',
      'The rules and the file do not agree.',
      '',
    ]);
    said = '';
    await writeFile(file, 'who,what\n1,2\n');
    expect(await convoke('check-matrix', file)).toBe(1);
    expect(await convoke('check-matrix', join(folder, 'none.csv'))).toBe(1);
    expect(said).toContain('lacks the columns resource, field, role, phase, mode, visible');
    expect(said).toContain('There is no file');
    await rm(folder, { recursive: true });
  });
});
