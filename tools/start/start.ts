import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { startCatchAll } from './catch-all';
import { Child } from './child';
import { demoPeople, ensureDatabase, isEmpty, setUpToken } from './first-steps';
import { CannotStart, lock, openInstance, type Instance } from './instance';
import { Stoppers } from './stoppers';
import { Steps } from './steps';

export interface StartOptions {
  port: number;
  empty: boolean;
  root: string;
  /** Builds the web application, answers how long it took in milliseconds. */
  buildWeb: (stopping: AbortSignal) => Promise<number>;
  serverMs: number;
}

/** For a few users on one machine; a larger installation brings its own PostgreSQL. */
export const databaseSettings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
};

/** The whole product on one machine: database, migrations, mail, demo data, API and worker, until Ctrl-C. */
export async function start(options: StartOptions): Promise<void> {
  const stoppers = new Stoppers();
  const steps = new Steps({ server: options.serverMs });
  try {
    await bringUp(options, stoppers, steps);
  } catch (error) {
    if (stoppers.isStopping) return;
    process.stderr.write(`\n${error instanceof CannotStart ? error.message : explain(error)}\n`);
    await stoppers.stop(1);
  }
}

async function bringUp(options: StartOptions, stoppers: Stoppers, steps: Steps): Promise<void> {
  const dataDir = resolve(options.root, process.env['DATA_DIR'] || '.data');
  const unlock = lock(dataDir);
  stoppers.add(async () => unlock());
  const instance = await openInstance(dataDir, options.empty);
  const building = options.buildWeb(stoppers.signal);
  // its failure is reported where it is awaited
  building.catch(() => undefined);

  const postgres = await steps.run('database', 'Starting the database', () =>
    EmbeddedPostgres.start({
      dataDir: join(dataDir, 'postgres'),
      port: instance.databasePort,
      password: instance.databasePassword,
      durable: true,
      settings: databaseSettings,
    }),
  );
  stoppers.add(() => postgres.stop());
  postgres.onExit(() => stoppers.unexpected('The database stopped unexpectedly.'));
  const databaseUrl = postgres.url('convoke');
  await steps.run('migrations', 'Bringing the schema up to date', async () => {
    await ensureDatabase(postgres.url('postgres'), 'convoke');
    await migrate(databaseUrl);
  });

  const isDemo = instance.mode === 'demo';
  const env = environment(options, instance, dataDir, databaseUrl);
  if (isDemo && !env['SMTP_URL']) {
    const catchAll = await startCatchAll(databaseUrl);
    stoppers.add(() => catchAll.stop());
    env['SMTP_URL'] = catchAll.url;
    env['SMTP_ASK_URL'] = catchAll.askUrl;
  }
  if (isDemo && existsSync(seedScript) && (await isEmpty(databaseUrl))) {
    await steps.run('demo data', 'Loading the demo', () => seed(env, stoppers.signal));
  }
  await steps.run('web', 'Building the web application', () => building);
  await steps.run('application', 'Starting the application', () => startChildren(options, env, dataDir, stoppers));
  await announce(env, databaseUrl, instance, steps);
}

function environment(
  options: StartOptions,
  instance: Instance,
  dataDir: string,
  databaseUrl: string,
): Record<string, string> {
  const given = (name: string) => process.env[name] || undefined;
  const isDemo = instance.mode === 'demo';
  return {
    NODE_ENV: 'production',
    MODE: instance.mode,
    DATABASE_URL: databaseUrl,
    FILES_URL: given('FILES_URL') ?? pathToFileURL(join(dataDir, 'files')).href,
    PUBLIC_URL: given('PUBLIC_URL') ?? `http://localhost:${options.port}`,
    SESSION_SECRET: given('SESSION_SECRET') ?? instance.sessionSecret,
    PORT: String(options.port),
    ...(isDemo ? { HOST: '127.0.0.1' } : {}),
    // the demo's letters go nowhere but to its own mailbox
    SMTP_URL: isDemo ? '' : (given('SMTP_URL') ?? ''),
  };
}

const seedScript = join(__dirname, '../seed/seed-demo.js');

/** The demo people, calls and papers. */
async function seed(env: Readonly<Record<string, string>>, stopping: AbortSignal): Promise<void> {
  const flags = [
    '--enable-source-maps',
    '--require',
    join(__dirname, 'child-guard.js'),
    join(__dirname, 'run-seed.js'),
  ];
  const child = spawn(process.execPath, flags, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
    // one transaction: what is cut short leaves nothing
    signal: stopping,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, reject) => {
    child.once('error', reject);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`The demo could not be loaded:\n${said.trim()}`);
}

async function startChildren(
  options: StartOptions,
  env: Readonly<Record<string, string>>,
  dataDir: string,
  stoppers: Stoppers,
): Promise<void> {
  const source = join(options.root, 'dist/server/apps/api/src');
  const scripts = { api: 'main.js', worker: 'worker.js' };
  await Promise.all(
    Object.entries(scripts).map(async ([name, file]) => {
      const logFolder = join(dataDir, 'log');
      const stopping = stoppers.signal;
      const child = await Child.start({ name, script: join(source, file), env, logFolder, stopping });
      stoppers.add(() => child.stop());
      child.onExit((how) => stoppers.unexpected(`The ${name} stopped unexpectedly (${how}). See ${dataDir}/log.`));
    }),
  );
}

async function announce(
  env: Readonly<Record<string, string>>,
  databaseUrl: string,
  instance: Instance,
  steps: Steps,
): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(steps.summary());
  say('');
  say(`Convoke is ready: ${env['PUBLIC_URL']}`);
  if (instance.mode === 'demo') {
    const people = await demoPeople(databaseUrl);
    const named = people.map((person) => `${person.name} <${person.address}>`).join(', ');
    say(`Sign in with one click at ${env['PUBLIC_URL']}/sign-in${named ? ` as ${named}` : ''}.`);
    say(`Every letter ends in the demo's own mailbox: ${env['PUBLIC_URL']}/mailbox`);
  } else {
    const token = await setUpToken(databaseUrl);
    if (token) say(`Make the first administrator (this link works once): ${env['PUBLIC_URL']}/set-up/${token}`);
    if (!env['SMTP_URL']) say('SMTP_URL is not set: letters wait in the outbox until it is.');
  }
  say('Ctrl-C stops everything; the data stays.');
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
