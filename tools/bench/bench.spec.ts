import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');

/** The figures depend on the machine; that they can be had does not. */
describe('npm run bench', () => {
  it('measures every operation on a stack of its own', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['tools/bench.mjs', '--scales', 'S', '--smoke'], {
      cwd: root,
    });
    expect(stdout).toContain('S: 100 submissions, 60 reviewers');
    expect(stdout).toMatch(/ searched for conflicts in [\d.]+ s$/m);
    const measured = [...stdout.matchAll(/^ {2}(.+): [\d.]+ ms, \d+\/s/gm)].map(([, label]) => label);
    expect(measured).toEqual([
      "Chair's list, first page",
      "Chair's list by mean score",
      'How long the views of the list are',
      'Search in title and abstract',
      'Search by author',
      "Chair's home page",
      'One submission with its reviews, as chair',
      'One submission with its reviews, as reviewer',
      'Save a review',
      'Save a new submission with a 1 MiB PDF',
    ]);
  }, 120_000);

  it('measures plans of who reviews what, each in a process of its own', async () => {
    const words = ['tools/bench.mjs', 'assignment', '--scales', 'S'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root });
    expect(stdout).toMatch(/^ *S +100 +60 +≤ 5 .* pass$/m);
    const unmet = promisify(execFile)(process.execPath, [...words, '--max-load', '4'], { cwd: root });
    await expect(unmet).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('FAIL') });
  }, 60_000);
});
