import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Every so many is a whole worker, with the queue; the others are its part that sends letters, which begins sooner. */
const wholeEvery = 10;

/** Worker processes, one at work at a time and one that stands by; none outlives this process. */
export class Workers {
  private current: ChildProcess | undefined;
  private standby: ChildProcess | undefined;
  /** How many processes were at work. */
  lives = 0;
  private spawned = 0;

  constructor(private readonly env: Readonly<Record<string, string>>) {
    this.standby = this.spawn();
  }

  /** Puts the next worker to work and answers once it says that it is ready; false when it ended before. */
  async begin(which: 'next' | 'whole' = 'next'): Promise<boolean> {
    const next = which === 'next' && this.standby ? this.standby : this.spawn(which);
    if (which === 'next') this.standby = this.spawn();
    this.current = next;
    this.lives += 1;
    const ready = new Promise<boolean>((resolve) => {
      next.on('message', (message) => message === 'ready' && resolve(true));
      next.once('exit', () => resolve(false));
    });
    if (next.exitCode === null) next.send('begin');
    else return false;
    return ready;
  }

  get isAlive(): boolean {
    return this.current !== undefined && this.current.exitCode === null && this.current.signalCode === null;
  }

  /** SIGKILL: no process hears of its end. */
  kill(): void {
    this.current?.kill('SIGKILL');
  }

  /** Until the worker that was killed is gone. */
  async ended(): Promise<void> {
    if (this.current && this.isAlive) await once(this.current, 'exit');
  }

  async stop(): Promise<void> {
    for (const child of [this.current, this.standby]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }

  private spawn(which: 'next' | 'whole' = 'next'): ChildProcess {
    const script = which === 'whole' || this.spawned % wholeEvery === 0 ? 'standby.cjs' : 'postman.js';
    this.spawned += 1;
    const child = spawn(process.execPath, [join(__dirname, script)], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'ignore', process.env['FAULTS_LOG'] ? 'inherit' : 'ignore', 'ipc'],
      detached: true,
    });
    child.on('error', () => undefined);
    return child;
  }
}
