import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { Caller } from '../bench/http';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { freePort } from '../postgres/free-port';
import { ensureDatabase } from '../start/first-steps';
import { databaseSettings } from '../start/start';
import { Campaign, type Plan, type Report } from './campaign';
import { decidedPapers } from './world';

const long = { kills: 200, restarts: 5, letters: 1000 };
const short = { kills: 5, restarts: 1, letters: 60 };

/**
 * Both campaigns, of the usual length or with so many kills; answers the exit code. What held and what did not is counted in
 * FAULTS_REPORT.
 */
export async function run(isShort: boolean, kills: number | undefined, root: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'convoke-faults-'));
  await chmod(folder, 0o711);
  const options = {
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password: 'faults',
    durable: !isShort,
    settings: databaseSettings,
  };
  let postgres = await EmbeddedPostgres.start(options);
  process.once('exit', () => postgres.stopNow());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const results: { claim: string; holds: boolean }[] = [];
  try {
    const size = { ...(isShort ? short : long), ...(kills ? { kills } : {}) };
    await ensureDatabase(postgres.url('postgres'), 'world');
    await migrate(postgres.url('world'));
    const world = await decidedPapers(postgres.url('world'), size.letters);
    for (const canBeAsked of [true, false]) {
      const plan: Plan = { ...size, name: canBeAsked ? 'asked' : 'silent', canBeAsked };
      await copy(postgres.url('postgres'), plan.name);
      const ground = {
        databaseUrl: () => postgres.url(plan.name),
        restart: async () => {
          await postgres.stop();
          postgres = await EmbeddedPostgres.start(options);
        },
        folder,
        source: join(root, 'dist/server/apps/api/src'),
      };
      const report = await new Campaign(plan, ground, world).run();
      results.push(...judge(plan, report));
      tell(plan, report);
    }
  } finally {
    Caller.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const failed = results.filter(({ holds }) => !holds);
  for (const { claim } of failed) process.stdout.write(`Does not hold: ${claim}\n`);
  const report = process.env['FAULTS_REPORT'];
  if (report)
    await writeFile(report, JSON.stringify({ passed: results.length - failed.length, failed: failed.length }));
  return failed.length === 0 ? 0 : 1;
}

async function copy(admin: string, name: string): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${name} template world`);
  await client.end();
}

function judge(plan: Plan, report: Report): { claim: string; holds: boolean }[] {
  const killed = Object.values(report.killed).reduce((sum, n) => sum + n, 0);
  const of = (claim: string, holds: boolean) => ({ claim: `${plan.name}: ${claim}`, holds });
  return [
    of('two chairs who press at once make one release', report.releases.join() === '200,409' && report.batches === 1),
    of('every author has one letter', report.letters === plan.letters),
    of('the worker is killed as often as planned', killed === plan.kills),
    of('no letter is lost', report.lost === 0),
    of('what came twice is the same message and flagged', report.twiceUnflagged === 0),
    ...(plan.canBeAsked
      ? [of('no letter comes twice', report.twice === 0), of('no letter waits for a person', report.byHand === 0)]
      : []),
  ];
}

function tell(plan: Plan, report: Report): void {
  const at = Object.entries(report.killed)
    .map(([point, n]) => `${n} ${point}`)
    .join(', ');
  process.stdout.write(
    `${plan.canBeAsked ? 'A mail server that can be asked' : 'A mail server that cannot be asked'}: ${report.taken} of ${report.letters} letters taken, ` +
      `${report.lost} lost, ${report.twice} twice (${report.twiceUnflagged} unflagged), ${report.byHand} sent again by a person; ` +
      `killed ${at}; ${plan.restarts} restarts of the database; ${report.lives} workers; ${report.seconds.toFixed(1)} s\n`,
  );
}
