import { cpus, loadavg, totalmem } from 'node:os';
import type { Figures } from './measure';

export interface Machine {
  cores: number;
  processor: string;
  memoryGiB: number;
  node: string;
  postgres: string;
  /** Of the last minute when the run began: figures of a busy machine are worse than its best. */
  loadAtStart: number;
}

export interface ScaleResult {
  scale: string;
  papers: number;
  reviewers: number;
  reviews: number;
  loadSeconds: number;
  /** How long the worker took to compare everybody with every paper; people may work meanwhile. */
  conflictSeconds: number;
  figures: readonly Figures[];
}

export interface Result {
  machine: Machine;
  scales: readonly ScaleResult[];
  verdicts: readonly Verdict[];
}

export interface Verdict {
  key: string;
  label: string;
  passed: boolean;
  why: string;
}

export function machineNow(postgres: string): Machine {
  const [processor] = cpus();
  return {
    cores: cpus().length,
    processor: processor?.model ?? 'unknown',
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    node: process.version,
    postgres,
    loadAtStart: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Every figure against its target, and every read against its own figure at the smallest scale. */
export function judge(scales: readonly ScaleResult[]): Verdict[] {
  const first = scales[0];
  const last = scales.at(-1);
  if (!first || !last) return [];
  return last.figures.map(({ key, label, target, median, isRead }) => {
    const smallest = first.figures.find((one) => one.key === key)?.median ?? median;
    const growth = median / smallest;
    const isFast = median <= target;
    const isFlat = !isRead || growth <= 1.5 || median <= 5;
    const grown = isRead && scales.length > 1 ? `, ${growth.toFixed(1)}× from ${first.scale} to ${last.scale}` : '';
    return { key, label, passed: isFast && isFlat, why: `${median.toFixed(1)} ms of ${target} ms${grown}` };
  });
}

/** The table that people read. */
export function tableOf({ machine, scales, verdicts }: Result): string {
  const lines = [
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres}, load ${machine.loadAtStart} at the start`,
    '',
    ...scales.map(
      ({ scale, papers, reviewers, reviews, loadSeconds, conflictSeconds }) =>
        `${scale}: ${papers} submissions, ${reviewers} reviewers, ${reviews} reviews, loaded in ${loadSeconds.toFixed(1)} s, searched for conflicts in ${conflictSeconds.toFixed(1)} s`,
    ),
    '',
    row(
      '',
      'target',
      scales.map(({ scale }) => `${scale} median / p95`),
      scales.map(({ scale }) => `${scale} 16 clients / cpu`),
      '',
    ),
  ];
  for (const { key, label, passed } of verdicts) {
    const of = scales.map(({ figures }) => figures.find((one) => one.key === key));
    const serial = of.map((one) => (one ? `${one.median.toFixed(1)} / ${one.p95.toFixed(1)} ms` : '–'));
    const busy = of.map((one) => (one ? `${Math.round(one.perSecond)}/s / ${one.cpu?.toFixed(1) ?? '?'} ms` : '–'));
    lines.push(row(label, `${of[0]?.target ?? 0} ms`, serial, busy, passed ? 'pass' : 'FAIL'));
  }
  for (const { label, why, passed } of verdicts) if (!passed) lines.push('', `Missed: ${label}: ${why}`);
  return `${lines.join('\n')}\n`;
}

function row(label: string, target: string, serial: readonly string[], busy: readonly string[], end: string): string {
  const cells = [...serial.map((cell) => cell.padStart(18)), ...busy.map((cell) => cell.padStart(20))];
  return [label.padEnd(46), target.padStart(7), ...cells, end.padStart(5)].join(' ').trimEnd();
}
