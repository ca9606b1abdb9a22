import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { canReach, databaseAccount, type Account } from './account';
import { postgresHome } from './binaries';

export interface EmbeddedOptions {
  /** Where the cluster lives; made on first use. */
  dataDir: string;
  port: number;
  password: string;
  /** False only for tests: faster, and everything is lost with the power. */
  durable: boolean;
  settings?: Readonly<Record<string, string>>;
  onLog?: (line: string) => void;
}

/** A locale that every machine has, whatever LANG says. */
const clusterFlags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The longest path that an address of a socket holds, in bytes. */
const longestSocket = 107;

/**
 * How a running database is reached: by the socket in its data folder, which costs less for each statement than TCP does; by TCP on
 * loopback where the folder's path is too long for an address, or where this process may not enter it.
 */
export function embeddedUrl(
  { dataDir, port, password }: Pick<EmbeddedOptions, 'dataDir' | 'port' | 'password'>,
  database: string,
): string {
  const tcp = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const folder = resolve(dataDir);
  const socket = join(folder, `.s.PGSQL.${port}`);
  if (Buffer.byteLength(socket) > longestSocket || !existsSync(socket)) return tcp;
  return `${tcp}?host=${encodeURIComponent(folder)}`;
}

/** A PostgreSQL of our own, listening on loopback and on a socket in its folder, asking for a password. */
export class EmbeddedPostgres {
  private constructor(
    private readonly options: EmbeddedOptions,
    private readonly process: ChildProcess,
  ) {}

  /** Makes the cluster if there is none, clears up after a crash, starts it, and answers once it accepts connections. */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const account = databaseAccount();
    const home = await postgresHome(account);
    const run = await placeFor(options.dataDir, account);
    if (!existsSync(join(options.dataDir, 'PG_VERSION'))) await initialise(home, options, run);
    await stopOrphan(options.dataDir);
    const settings = {
      listen_addresses: '127.0.0.1',
      // the server's own data folder, by a name of a length that a socket can have: nobody else may enter it
      unix_socket_directories: '/proc/self/cwd',
      max_connections: '120',
      ...(options.durable ? {} : fast),
      ...options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(home, 'bin/postgres'), ['-D', run.path, '-p', String(options.port), ...flags], {
      ...account,
      cwd: run.cwd,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // its own group: Ctrl-C in the terminal must reach us first, so that we stop it last
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(child, options.onLog);
    return new EmbeddedPostgres(options, child);
  }

  url(database: string): string {
    return embeddedUrl(this.options, database);
  }

  /** Calls back when the database ends without having been asked to. */
  onExit(callback: () => void): void {
    this.process.once('exit', callback);
  }

  /** Ends open connections and shuts down in good order. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.removeAllListeners('exit');
    const ended = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    this.process.kill('SIGINT');
    await ended;
  }

  /** For a process that is about to end and cannot wait. */
  stopNow(): void {
    this.process.kill(this.options.durable ? 'SIGINT' : 'SIGQUIT');
  }
}

interface Place {
  /** What PostgreSQL is told. */
  path: string;
  cwd: string;
  account: Account;
}

/**
 * The data stays where it was asked for, even below a folder the database's account may not enter: the process is started
 * inside and told "the folder you are in", which needs no permission on the way there.
 */
async function placeFor(dataDir: string, account: Account): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (account) await chown(dataDir, account.uid, account.gid);
  await chmod(dataDir, 0o700);
  const path = (await canReach(account, dataDir)) ? dataDir : '/proc/self/cwd';
  return { path, cwd: dataDir, account };
}

async function initialise(home: string, options: EmbeddedOptions, run: Place): Promise<void> {
  const secret = await mkdtemp(join(tmpdir(), 'convoke-init-'));
  try {
    const passwordFile = join(secret, 'password');
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (run.account) {
      await chown(passwordFile, run.account.uid, run.account.gid);
      await chown(secret, run.account.uid, run.account.gid);
    }
    const flags = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--no-instructions'];
    if (!options.durable) flags.push('--no-sync');
    const child = spawn(join(home, 'bin/initdb'), [`--pgdata=${run.path}`, ...flags, ...clusterFlags], {
      ...run.account,
      cwd: run.cwd,
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${options.dataDir}:\n${said.trim()}`);
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}

/** After a crash of ours the database may still run, or its pid file may name a process that is no database at all. */
async function stopOrphan(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return removeSockets(dataDir);
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (place !== (await realpath(dataDir)) || !command.includes('postgres')) {
    await rm(pidFile, { force: true });
    return removeSockets(dataDir);
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; existsSync(pidFile); waited += 50) {
    if (waited > 30_000) throw new Error(`A PostgreSQL left over from before (process ${pid}) does not stop.`);
    await pause(50);
  }
}

/** Of a server that is gone: a lock file beside its socket may name a process that is something else by now. */
async function removeSockets(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('.s.PGSQL.'));
  await Promise.all(left.map((name) => rm(join(dataDir, name), { force: true })));
}

async function ready(child: ChildProcess, onLog: EmbeddedOptions['onLog']): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.trim()}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      onLog?.(text);
      if (said.length < 20_000) said += text;
      if (said.includes('database system is ready to accept connections')) resolve();
    });
  });
  child.removeAllListeners('exit');
}
