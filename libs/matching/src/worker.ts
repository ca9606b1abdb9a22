import { parentPort, Worker, workerData } from 'node:worker_threads';
import { fair, type FairSolution, type Worst } from './fairness';
import { Cancelled, type Progress } from './hooks';
import { type Instance } from './instance';
import { optimise, type Solution } from './optimise';

/** What is to be computed: the plain optimum, or one that lifts the worst-off first. */
export type Task = { kind: 'plain'; instance: Instance } | { kind: 'fair'; instance: Instance; worst: Worst };
export type Answer<T extends Task> = T extends { kind: 'plain' } ? Solution : FairSolution;

export interface Computation<T extends Task> {
  /** Rejects with `Cancelled` after `cancel`. */
  result: Promise<Answer<T>>;
  cancel: () => void;
}

type Message = { progress: Progress } | { done: Solution | FairSolution } | { cancelled: true } | { failed: string };

/** Computes in a thread of its own, so that the process stays awake meanwhile. `script` is this module, compiled, unless given. */
export function computeApart<T extends Task>(
  task: T,
  { progress, script = __filename }: { progress?: (progress: Progress) => void; script?: string } = {},
): Computation<T> {
  const cancel = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(script, { workerData: { matching: task, cancel } });
  const result = new Promise<Answer<T>>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('progress' in message) progress?.(message.progress);
      else if ('done' in message) resolve(message.done as Answer<T>);
      else reject('cancelled' in message ? new Cancelled() : new Error(message.failed));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The computation ended without an answer (${code}).`)));
  });
  return { result, cancel: () => void Atomics.store(cancel, 0, 1) };
}

interface Given {
  matching: Task;
  cancel: Int32Array;
}

function isGiven(data: unknown): data is Given {
  return typeof data === 'object' && data !== null && 'matching' in data && 'cancel' in data;
}

if (parentPort && isGiven(workerData)) {
  const port = parentPort;
  const { matching: task, cancel } = workerData;
  const hooks = { cancel, progress: (progress: Progress) => port.postMessage({ progress } satisfies Message) };
  try {
    const done = task.kind === 'plain' ? optimise(task.instance, hooks) : fair(task.instance, task.worst, hooks);
    port.postMessage({ done } satisfies Message);
  } catch (error) {
    port.postMessage(
      (error instanceof Cancelled
        ? { cancelled: true }
        : { failed: error instanceof Error ? error.message : String(error) }) satisfies Message,
    );
  }
}
