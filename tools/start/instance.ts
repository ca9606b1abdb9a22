import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isFree } from '../postgres/free-port';

export type InstanceMode = 'demo' | 'embedded';

/** What an instance on the embedded database remembers between starts. */
export interface Instance {
  mode: InstanceMode;
  databasePort: number;
  databasePassword: string;
  sessionSecret: string;
}

/** A reason not to start that the person can do something about. */
export class CannotStart extends Error {}

/** The instance in `dataDir`, made now if there is none. A demo stays a demo and a real instance stays real. */
export async function openInstance(dataDir: string, empty: boolean): Promise<Instance> {
  const path = join(dataDir, 'instance.json');
  let known: Instance | undefined;
  try {
    known = JSON.parse(readFileSync(path, 'utf8')) as Instance;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (known?.mode === 'demo' && empty) {
    throw new CannotStart(
      `${dataDir} holds the demo. Give a real instance its own folder: DATA_DIR=/some/folder npm start -- --empty`,
    );
  }
  const instance: Instance = known ?? {
    mode: empty ? 'embedded' : 'demo',
    databasePort: 0,
    databasePassword: randomBytes(24).toString('base64url'),
    sessionSecret: randomBytes(32).toString('base64url'),
  };
  if (instance.databasePort === 0 || !(await isFree(instance.databasePort))) instance.databasePort = await freePort();
  writeFileSync(path, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 });
  return instance;
}

interface Holder {
  pid: number;
  startedAt: string;
}

/** Keeps a second start away from the same data. A process that is gone holds nothing, even if its number is in use again. */
export function lock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  // passable, so that the database's account can reach its own folder below; what is secret has its own mode
  chmodSync(dataDir, 0o711);
  const path = join(dataDir, 'running.json');
  const self: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && startOf(holder.pid) === holder.startedAt) {
      throw new CannotStart(
        `Convoke is already running on ${dataDir} (process ${holder.pid}). Stop it first, or choose another DATA_DIR.`,
      );
    }
    rmSync(path, { force: true });
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** When the process began, in ticks since boot: with the number it names one process for ever. */
function startOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
