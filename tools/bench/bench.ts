import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { Client } from 'pg';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { CryptoRandom } from '../../apps/api/src/platform/random';
import { loadConference } from '../seed/conference/load-conference';
import { runAssignment } from './assignment';
import { generateConference, scales as sizes, type Scale } from './generate';
import { fullEffort, measure, smokeEffort, type Effort, type Figures } from './measure';
import { operationsOn } from './operations';
import { judge, machineNow, tableOf, type Result, type ScaleResult } from './report';
import { Stack } from './stack';

export interface BenchOptions {
  root: string;
  scales: readonly Scale[];
  /** A folder with conferences in folders S, M and L; they are generated unless given. */
  data?: string;
  effort: Effort;
  /** Keys of the operations; all unless given. */
  only?: readonly string[];
  say: (text: string) => void;
}

const clock = new SystemClock();
const random = new CryptoRandom();

/** Loads every scale and measures every operation; nothing of it is left on the machine. */
export async function bench(options: BenchOptions): Promise<Result> {
  const stack = await Stack.start(join(options.root, 'dist/server/apps/api/src'));
  const made = await mkdtemp(join(tmpdir(), 'convoke-conference-'));
  const clear = async (): Promise<void> => {
    await stack.stop();
    await rm(made, { recursive: true, force: true });
  };
  const interrupted = (): void => void clear().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const results: ScaleResult[] = [];
    let machine = machineNow('');
    for (const scale of options.scales) {
      const folder = options.data ? join(options.data, scale) : join(made, scale);
      if (!options.data) generateConference(scale, folder);
      const url = await stack.database(`bench_${scale.toLowerCase()}`);
      options.say(`${scale}: loading… `);
      const loaded = await loadConference({ databaseUrl: url, folder, slug: 'bench', clock, random });
      options.say(`${loaded.papers} papers in ${loaded.seconds.toFixed(1)} s\n`);
      const measured = await measureOn(stack, url, scale, loaded.callId, options);
      if (machine.postgres === '') machine = { ...machine, postgres: measured.version };
      const { papers, reviewers, reviews, seconds: loadSeconds } = loaded;
      const { figures, conflictSeconds } = measured;
      results.push({ scale, papers, reviewers, reviews, loadSeconds, conflictSeconds, figures });
    }
    return { machine, scales: results, verdicts: judge(results) };
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await clear();
  }
}

async function measureOn(stack: Stack, url: string, scale: Scale, callId: string, { effort, only, say }: BenchOptions) {
  const client = new Client({ connectionString: url, application_name: 'convoke-bench' });
  const server = await stack.serve(url, scale);
  try {
    await client.connect();
    const conflictSeconds = await conflictsFound(client);
    say(`  conflicts searched for in ${conflictSeconds.toFixed(1)} s\n`);
    const { rows } = await client.query<{ version: string; chair: string }>(
      `select current_setting('server_version') as version,
              (select person_id from membership where call_id = $1 and role = 'chair' limit 1) as chair`,
      [callId],
    );
    const signIn = (personId: string) => stack.signIn(client, server.origin, personId);
    const chair = await signIn(rows[0]?.chair ?? '');
    const figures: Figures[] = [];
    for (const operation of await operationsOn({ slug: 'bench', chair, signIn, client, callId })) {
      if (only && !only.includes(operation.key)) continue;
      const figure = await measure(operation, effort, server.cpu);
      say(
        `  ${figure.label}: ${figure.median.toFixed(1)} ms, ${Math.round(figure.perSecond)}/s, ${figure.cpu?.toFixed(1) ?? '?'} ms of processor time\n`,
      );
      figures.push(figure);
    }
    return { figures, conflictSeconds, version: rows[0]?.version ?? '' };
  } finally {
    await server.stop();
    await client.end();
  }
}

/** Waits until the worker has compared everybody with every paper, which loading asks for; answers the seconds that took. */
async function conflictsFound(client: Client): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query<{ open: boolean }>('select exists (select 1 from conflict_check) as open');
    const seconds = (performance.now() - began) / 1000;
    if (rows[0]?.open === false) {
      // as autovacuum would within a minute
      await client.query('vacuum (analyze) conflict, submission');
      return seconds;
    }
    if (seconds > 900) throw new Error('The worker did not find the conflicts within a quarter of an hour.');
    await pause(100);
  }
}

/** The command line of `npm run bench`; answers the exit code: 1 when a target is missed. */
export async function run(argv: readonly string[], root: string): Promise<number> {
  if (argv[2] === 'assignment') return runAssignment([...argv.slice(0, 2), ...argv.slice(3)], root);
  const program = new Command('npm run bench --')
    .description(
      'Measure Convoke on this machine: three sizes of conference, over HTTP, against targets for two cores.',
    )
    .option('--data <dir>', 'conferences in the neutral format, in folders S, M and L; generated unless given')
    .option('--scales <list>', 'which sizes', 'S,M,L')
    .option('--only <list>', 'which operations, by key')
    .addHelpText('after', '\nPlans of who reviews what are measured by `npm run bench -- assignment`.')
    .option('--smoke', 'a few calls of each: whether everything can be measured, not how fast it is')
    .exitOverride();
  try {
    program.parse([...argv]);
  } catch (error) {
    return error instanceof CommanderError ? error.exitCode : 1;
  }
  const given = program.opts<{ data?: string; scales: string; only?: string; smoke?: true }>();
  const scales = given.scales.split(',').filter((scale): scale is Scale => scale in sizes);
  const data = given.data ? resolve(process.env['INIT_CWD'] ?? process.cwd(), given.data) : undefined;
  const absent = data ? scales.filter((scale) => !existsSync(join(data, scale))) : [];
  if (absent.length > 0 || scales.length === 0) {
    process.stderr.write(scales.length === 0 ? 'Scales are S, M and L.\n' : `${data} has no ${absent.join(', ')}.\n`);
    return 1;
  }
  const result = await bench({
    ...{
      root,
      scales,
      effort: given.smoke ? smokeEffort : fullEffort,
      say: (text: string) => process.stdout.write(text),
    },
    ...(data ? { data } : {}),
    ...(given.only ? { only: given.only.split(',') } : {}),
  });
  if (given.smoke) {
    process.stdout.write(`\n${tableOf(result)}\n`);
    return 0;
  }
  const folder = join(root, 'dist/bench');
  await mkdir(folder, { recursive: true });
  const at = clock.now().toISOString();
  const file = join(folder, `${at.slice(0, 19).replace(/:/g, '-')}.json`);
  await writeFile(file, `${JSON.stringify({ at, ...result }, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(result)}\nWritten to ${file}\n`);
  return result.verdicts.every(({ passed }) => passed) ? 0 : 1;
}
