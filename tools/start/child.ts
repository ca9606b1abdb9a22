import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ChildOptions {
  name: string;
  script: string;
  env: Readonly<Record<string, string>>;
  logFolder: string;
  /** Aborted = do not wait for it any longer. */
  stopping?: AbortSignal;
}

const keepLogBelow = 20 * 1024 * 1024;

/** A process of the product: its log goes to a file, what it says in need goes to the console. */
export class Child {
  private constructor(
    readonly name: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts it and waits until it says that it is ready. */
  static async start(options: ChildOptions): Promise<Child> {
    mkdirSync(options.logFolder, { recursive: true, mode: 0o700 });
    const logFile = join(options.logFolder, `${options.name}.log`);
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > keepLogBelow) rmSync(logFile);
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    const guard = join(__dirname, 'child-guard.js');
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', guard, options.script], {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches the parent alone, which then stops everything in order
      detached: true,
    });
    let said = '';
    child.stdout?.pipe(log);
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      log.write(chunk);
    });
    // what is not ready yet has nothing to put in order
    const giveUp = (): void => void child.kill('SIGKILL');
    options.stopping?.addEventListener('abort', giveUp);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(
          new Error(`The ${options.name} did not start (${signal ?? code}).\n${said.trim()}\nIts log: ${logFile}`),
        ),
      );
      child.on('message', (message) => {
        if (message === 'ready') resolve();
      });
    });
    options.stopping?.removeEventListener('abort', giveUp);
    child.removeAllListeners('exit');
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    return new Child(options.name, child);
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  onExit(callback: (how: string) => void): void {
    this.process.once('exit', (code, signal) => callback(String(signal ?? code)));
  }

  /** Asks it to end, and insists after ten seconds. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.removeAllListeners('exit');
    const ended = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    this.process.kill('SIGTERM');
    const patience = new AbortController();
    const late = pause(10_000, undefined, { signal: patience.signal }).then(
      () => this.process.kill('SIGKILL'),
      () => undefined,
    );
    await ended;
    patience.abort();
    await late;
  }
}
