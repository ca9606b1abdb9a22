import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** How much a task may take before it is ended. */
export interface ApartLimits {
  /** Of a processor, as the kernel counts it; a task that only waits is ended after four times as long. */
  readonly seconds: number;
  readonly megabytes: number;
  /** The most it may hand back besides its answer. */
  readonly bytesBack: number;
}

/** A task that was ended or ended itself; the process that asked for it goes on. */
export class DiedApart extends Error {
  constructor(readonly reason: 'too_slow' | 'too_big' | 'crashed') {
    super(`A task apart ended: ${reason}`);
  }
}

/** What a task hands back: an answer that fits JSON, and perhaps the bytes it made. */
export interface Handed {
  readonly answer: unknown;
  readonly bytes: Buffer;
}

const root = join(__dirname, '../../../..');
/** Compiled beside this file; specs run from the sources, and use what their set-up compiled. */
const compiled = __filename.endsWith('.ts') ? join(root, 'dist/server') : root;
const project = __filename.endsWith('.ts') ? root : join(root, '../..');
const pollMs = 100;

/**
 * Does a task on somebody's file in a process of its own, which knows no secret, may read only the program, and has no more time
 * and memory than is said: a file made to hang or to swell ends nothing but that process. `script` is the task's source file.
 */
export async function apart(script: string, ask: unknown, content: Readable, limits: ApartLimits): Promise<Handed> {
  const child = start(script, limits);
  const watch = new Watch(child, limits);
  try {
    const answered = new Promise<unknown>((resolve) => child.once('message', resolve));
    const ended = new Promise<DiedApart['reason'] | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code === 0 ? null : reasonOf(signal)));
    });
    child.send({ ask }, () => undefined);
    const [bytes, died] = await Promise.all([
      buffer(child.stdout.pipe(upTo(limits.bytesBack, () => watch.end('too_big')))),
      ended,
      // a task that ends early reads no further, which is told by how it ended
      pipeline(content, child.stdin).catch(() => content.destroy()),
    ]);
    const reason = watch.reason ?? died;
    if (reason) throw new DiedApart(reason);
    return { answer: await answered, bytes };
  } finally {
    watch.stop();
    child.kill('SIGKILL');
  }
}

/** The kernel ends what outstays its time, the engine aborts when its heap is full. */
function reasonOf(signal: NodeJS.Signals | null): DiedApart['reason'] {
  if (signal === 'SIGABRT' || signal === 'SIGTRAP') return 'too_big';
  return signal === 'SIGKILL' || signal === 'SIGXCPU' ? 'too_slow' : 'crashed';
}

type Started = ChildProcess & {
  stdin: NonNullable<ChildProcess['stdin']>;
  stdout: NonNullable<ChildProcess['stdout']>;
};

/** The kernel ends it too (`ulimit`), should this process be killed before it can. */
function start(script: string, { seconds, megabytes }: ApartLimits): Started {
  const path = join(compiled, relative(__filename.endsWith('.ts') ? root : compiled, script)).replace(/\.ts$/, '.js');
  const flags = [
    `--max-old-space-size=${megabytes}`,
    '--permission',
    `--allow-fs-read=${project}${sep}*`,
    '--disable-warning=SecurityWarning',
    path,
  ];
  return spawn('/bin/sh', ['-c', `ulimit -t ${Math.ceil(seconds)}; exec "$@"`, 'apart', process.execPath, ...flags], {
    cwd: dirname(path),
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', 'ipc'],
  }) as Started;
}

/** Ends a task that outstays or outgrows its limits. Memory outside the heap is seen by the kernel alone. */
class Watch {
  reason: DiedApart['reason'] | null = null;
  private readonly time: NodeJS.Timeout;
  private readonly size: NodeJS.Timeout;

  constructor(
    private readonly child: ChildProcess,
    limits: ApartLimits,
  ) {
    this.time = setTimeout(() => this.end('too_slow'), limits.seconds * 4000);
    this.size = setInterval(() => void this.weigh(limits.megabytes), pollMs);
  }

  end(reason: DiedApart['reason']): void {
    this.reason ??= reason;
    this.child.kill('SIGKILL');
  }

  stop(): void {
    clearTimeout(this.time);
    clearInterval(this.size);
  }

  private async weigh(megabytes: number): Promise<void> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'latin1').catch(() => '');
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    if (kilobytes > megabytes * 1024) this.end('too_big');
  }
}

function upTo(bytes: number, tooMany: () => void): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > bytes) tooMany();
      done(null, passed > bytes ? undefined : chunk);
    },
  });
}

/** The other side: takes one task, does it, hands back what came of it. */
export function doApart(task: (ask: never, content: Buffer) => Promise<{ answer: unknown; bytes?: Buffer }>): void {
  process.once('disconnect', () => process.exit(1));
  process.once('message', (message: { ask: never }) => {
    void (async () => {
      const { answer, bytes } = await task(message.ask, await buffer(process.stdin));
      if (bytes) await new Promise((resolve) => process.stdout.write(bytes, resolve));
      process.removeAllListeners('disconnect');
      process.send?.(answer, () => process.exit(0));
    })().catch(() => process.exit(70));
  });
}
