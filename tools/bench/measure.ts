/** One thing a person does, as often as asked: `n` counts the calls, so that each can touch something else. */
export interface Operation {
  key: string;
  label: string;
  /** Milliseconds that the median may take on two cores. */
  target: number;
  /** Reads must not grow with the conference. */
  isRead: boolean;
  /** Prepares what one call consumes, before the clock runs. */
  prepare?: (n: number) => Promise<void>;
  run: (n: number) => Promise<void>;
}

export interface Figures {
  key: string;
  label: string;
  target: number;
  isRead: boolean;
  /** One after the other, in milliseconds. */
  median: number;
  p95: number;
  runs: number;
  /** Sixteen at a time. */
  perSecond: number;
  p95Busy: number;
  /** Processor time of API and database for one call, in milliseconds; null where the system does not tell. */
  cpu: number | null;
}

export interface Effort {
  warmUp: number;
  serial: number;
  /** Calls in the throughput run, which is also ended after `busySeconds`. */
  busy: number;
  busySeconds: number;
  clients: number;
}

export const fullEffort: Effort = { warmUp: 10, serial: 40, busy: 400, busySeconds: 5, clients: 16 };
/** For a spec that only wants to know that everything can be measured. */
export const smokeEffort: Effort = { warmUp: 1, serial: 3, busy: 8, busySeconds: 5, clients: 4 };

/** Serial latency first, then throughput with several clients at once. */
export async function measure(operation: Operation, effort: Effort, cpu: () => number | null): Promise<Figures> {
  const { key, label, target, isRead } = operation;
  let next = 0;
  for (let n = 0; n < effort.warmUp; n += 1) await timed(operation, next++);
  const serial: number[] = [];
  const before = cpu();
  for (let n = 0; n < effort.serial; n += 1) serial.push(await timed(operation, next++));
  const busy = await busily(operation, effort, next);
  const after = cpu();
  const calls = serial.length + busy.times.length;
  return {
    ...{ key, label, target, isRead, runs: serial.length },
    ...{ median: quantile(serial, 0.5), p95: quantile(serial, 0.95) },
    ...{ perSecond: busy.perSecond, p95Busy: quantile(busy.times, 0.95) },
    cpu: before === null || after === null ? null : (after - before) / calls,
  };
}

async function timed({ prepare, run }: Operation, n: number): Promise<number> {
  await prepare?.(n);
  const began = performance.now();
  await run(n);
  return performance.now() - began;
}

async function busily(
  { prepare, run }: Operation,
  { busy, busySeconds, clients }: Effort,
  first: number,
): Promise<{ times: number[]; perSecond: number }> {
  if (prepare) for (let n = 0; n < busy; n += 1) await prepare(first + n);
  const times: number[] = [];
  const began = performance.now();
  let next = first;
  const client = async (): Promise<void> => {
    while (next < first + busy && performance.now() - began < busySeconds * 1000) {
      const started = performance.now();
      await run(next++);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { times, perSecond: times.length / ((performance.now() - began) / 1000) };
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
