import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 * Both campaigns side by side, of the usual length or with so many kills; answers the exit code. What held and what did not is counted
 * in FAULTS_REPORT.
 */
export async function run(isShort: boolean, kills: number | undefined, root: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'convoke-faults-'));
  await chmod(folder, 0o711);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const size = { ...(isShort ? short : long), ...(kills ? { kills } : {}) };
  const plans = [
    { ...size, name: 'asked', canBeAsked: true },
    { ...size, name: 'silent', canBeAsked: false },
  ];
  const means = { folder, durable: !isShort, source: join(root, 'dist/server/apps/api/src') };
  const reports = await Promise.allSettled(plans.map(async (plan) => ({ plan, report: await carryOut(plan, means) })));
  Caller.close();
  await rm(folder, { recursive: true, force: true });
  const results: { claim: string; holds: boolean }[] = [];
  for (const settled of reports) {
    if (settled.status === 'rejected') {
      results.push({
        claim: settled.reason instanceof Error ? `${settled.reason.stack}` : String(settled.reason),
        holds: false,
      });
    } else {
      results.push(...judge(settled.value.plan, settled.value.report));
      tell(settled.value.plan, settled.value.report);
    }
  }
  const failed = results.filter(({ holds }) => !holds);
  for (const { claim } of failed) process.stdout.write(`Does not hold: ${claim}\n`);
  const report = process.env['FAULTS_REPORT'];
  if (report)
    await writeFile(report, JSON.stringify({ passed: results.length - failed.length, failed: failed.length }));
  return failed.length === 0 ? 0 : 1;
}

/** One campaign, with a database cluster of its own: it is stopped in the middle. */
async function carryOut(
  plan: Plan,
  { folder, durable, source }: { folder: string; durable: boolean; source: string },
): Promise<Report> {
  const options = {
    ...{ dataDir: join(folder, `postgres-${plan.name}`), port: await freePort(), password: 'faults' },
    ...{ durable, settings: databaseSettings },
  };
  let postgres = await EmbeddedPostgres.start(options);
  process.once('exit', () => postgres.stopNow());
  try {
    await ensureDatabase(postgres.url('postgres'), plan.name);
    await migrate(postgres.url(plan.name));
    const world = await decidedPapers(postgres.url(plan.name), plan.letters);
    const restart = async (): Promise<void> => {
      await postgres.stop();
      postgres = await EmbeddedPostgres.start(options);
    };
    return await new Campaign(
      plan,
      { databaseUrl: () => postgres.url(plan.name), restart, folder, source },
      world,
    ).run();
  } finally {
    await postgres.stop();
  }
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
