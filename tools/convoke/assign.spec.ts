import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateConference } from '../bench/generate';
import { run } from './convoke';

describe('plans from files', () => {
  let folder: string;
  let said: string;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const assign = (...words: string[]) => {
    const files = {
      papers: 'papers.json',
      reviewers: 'reviewers.csv',
      preferences: 'preferences.csv',
      out: 'plan.csv',
    };
    const named = Object.entries(files).flatMap(([key, name]) =>
      words.includes(`--${key}`) ? [] : [`--${key}`, join(folder, name)],
    );
    return run(['node', 'convoke', 'assign', ...named, ...words], '/nowhere');
  };
  const plan = async () => (await readFile(join(folder, 'plan.csv'), 'utf8')).trim().split('\n').slice(1).sort();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convoke-plan-'));
    said = '';
    const listen = (words: unknown) => {
      said += String(words);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(listen);
    jest.spyOn(process.stderr, 'write').mockImplementation(listen);
    const paper = (pid: number, author: string, conflicts = {}) => ({ pid, authors: [{ email: author }], conflicts });
    await write(
      'papers.json',
      JSON.stringify([
        paper(7, 'Ravi@example.org'),
        paper(9, 'ada@example.org', { 'olu@example.org': 'advisor', 'stranger@example.org': 'personal' }),
        { ...paper(8, 'ada@example.org'), status: 'withdrawn' },
      ]),
    );
    await write('reviewers.csv', 'email,roles\nravi@example.org,pc\nolu@example.org,pc\ncleo@example.org,pc\n');
    await write(
      'preferences.csv',
      'paper,email,preference\n7,ravi@example.org,90\n7,OLU@example.org,5\n9,cleo@example.org,-100\n8,cleo@example.org,3\n',
    );
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  it('never give a paper to its author, to somebody in conflict or to whoever refused it', async () => {
    expect(await assign('--demand', '1', '--max-load', '1')).toBe(0);
    expect(await plan()).toEqual(['7,olu@example.org', '9,ravi@example.org']);
    expect(said).toContain('1 withdrawn papers left out');
    expect(said).toContain('Total 5, bound 5, gap 0');
  });

  it('count scores, whole or not', async () => {
    await write('scores.csv', 'paper,reviewer,score\n7,cleo@example.org,5.25\n');
    expect(await assign('--demand', '1', '--max-load', '1', '--scores', join(folder, 'scores.csv'))).toBe(0);
    expect(await plan()).toEqual(['7,cleo@example.org', '9,ravi@example.org']);
    expect(said).toContain('Total 5.25, bound 5.25, gap 0');
  });

  it('say the smallest change where limits cannot be kept, and write nothing', async () => {
    expect(await assign('--demand', '2', '--max-load', '2')).toBe(1);
    expect(said).toContain('There is no plan with these limits.');
    expect(said).toContain('paper 9 does with 1 less');
    await expect(plan()).rejects.toThrow('ENOENT');
  });

  it('give everybody the least', async () => {
    expect(await assign('--demand', '1', '--max-load', '2', '--min-load', '1')).toBe(1);
    expect(said).toContain('gets 1 less than the least');
    said = '';
    expect(await assign('--max-load', '1', '--min-load', '2')).toBe(1);
    expect(said).toContain('--min-load is above --max-load');
  });

  it.each([
    ['papers.json', '[', 'cannot be read'],
    ['papers.json', '[{"pid":1}]', 'papers.json, element 0: authors'],
    ['papers.json', '[{"pid":1,"authors":[]},{"pid":1,"authors":[]}]', 'the number 1 stands there twice'],
    ['reviewers.csv', 'name\nRavi\n', 'reviewers.csv, line 2: email'],
    ['reviewers.csv', 'email\na@example.org\nA@example.org\n', 'line 3: a@example.org stands there twice'],
    ['preferences.csv', 'paper,email,preference\n7,olu@example.org,much\n', 'line 2: preference – is not a number'],
    ['preferences.csv', 'paper,email,preference\n1,olu@example.org,1\n', 'line 2: there is no paper 1'],
    ['preferences.csv', 'paper,email,preference\n7,x@example.org,1\n', 'x@example.org is not among the reviewers'],
    ['preferences.csv', 'paper,email,preference\n7,"x', 'preferences.csv: '],
  ])('say what is wrong with a file: %s %s', async (name, text, words) => {
    await write(name, text);
    expect(await assign('--max-load', '2')).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toContain('    at ');
  });

  it('say what is wrong with the words', async () => {
    expect(await assign('--max-load', '2', '--preferences', join(folder, 'none.csv'))).toBe(1);
    expect(said).toContain('There is no file');
    expect(await assign('--max-load', 'many')).toBe(1);
    expect(await assign()).toBe(1);
    expect(await assign('--max-load', '2', '--demand', '1', '--out', join(folder, 'no/plan.csv'))).toBe(1);
    expect(said).toContain('cannot be written');
  });

  it.each(['worst-paper', 'worst-reviewer'])('lift the worst-off first: %s', async (fairness) => {
    expect(await assign('--demand', '1', '--max-load', '1', '--fairness', fairness)).toBe(0);
    expect(await plan()).toEqual(['7,olu@example.org', '9,ravi@example.org']);
    expect(said).toContain('has at least 0; no plan can give all more than');
    expect(await assign('--max-load', '3', '--fairness', fairness)).toBe(1);
    expect(await assign('--max-load', '3', '--fairness', 'none')).toBe(1);
  });

  it('name people who would review each other', async () => {
    const papers = [7, 9].map((pid) => ({ pid, authors: [{ email: pid === 7 ? 'a@x.org' : 'b@x.org' }] }));
    await write('papers.json', JSON.stringify(papers));
    await write('reviewers.csv', 'email\na@x.org\nb@x.org\n');
    await write('preferences.csv', 'paper,email,preference\n');
    expect(await assign('--demand', '1', '--max-load', '1')).toBe(0);
    expect(said).toContain('In a circle: a@x.org reviews 9, b@x.org reviews 7.');
  });

  it('are found for a whole conference', async () => {
    generateConference('S', folder);
    expect(await assign('--max-load', '6')).toBe(0);
    const rows = await plan();
    expect(new Set(rows).size).toBe(300);
    const load = Map.groupBy(rows, (row) => row.split(',')[1]);
    expect(Math.max(...[...load.values()].map(({ length }) => length))).toBeLessThanOrEqual(6);
  });
});
