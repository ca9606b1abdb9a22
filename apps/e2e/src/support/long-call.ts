import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prose } from './papers';

const root = join(__dirname, '../../../..');
const chair = { email: 'hanna.lindqvist@example.org', given_name: 'Hanna', family_name: 'Lindqvist', affiliation: '' };

/** Loads a call with so many papers as an operator would, for Hanna Lindqvist to chair; returns its address. */
export async function loadLongCall(papers: number): Promise<string> {
  const slug = `long-${Date.now().toString(36)}`;
  const folder = await mkdtemp(join(tmpdir(), 'convoke-long-'));
  const file = (name: string, text: string) => writeFile(join(folder, name), text);
  try {
    await Promise.all([
      file('conference.json', JSON.stringify({ name: 'A long list', topics: ['Lists'], review_fields: [overall] })),
      file('papers.json', JSON.stringify(Array.from({ length: papers }, (_, at) => paper(at + 1)))),
      file('reviewers.csv', `${Object.keys(chair).join()},roles\n${Object.values(chair).join()},chair pc\n`),
      file('topic_interests.csv', 'email,topic,interest\n'),
      file('preferences.csv', 'paper,email,preference,expertise\n'),
      file('reviews.csv', 'paper,email,round,state,overall\n'),
    ]);
    await promisify(execFile)(
      join(root, 'node_modules/.bin/node'),
      ['tools/convoke.mjs', 'load-conference', folder, '--slug', slug],
      { cwd: root, env: { ...process.env, DATA_DIR: process.env['E2E_DATA_DIR'] } },
    );
    return slug;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const overall = { id: 'overall', min: 1, max: 5 };

function paper(pid: number) {
  const email = `author.${pid}@example.org`;
  return {
    pid,
    title: `Paper ${pid} of a long list`,
    abstract: prose(20),
    authors: [{ email, given_name: 'Aino', family_name: `Lehto ${pid}`, affiliation: 'Oulun yliopisto' }],
    contacts: [email],
    topics: ['Lists'],
    conflicts: {},
    submitted_at: 1_460_000_000 + pid,
    status: 'submitted',
    decision: 'undecided',
  };
}
