import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certify, type Figures, figuresOf, optimise } from '@convoke/matching';
import { readAssignment } from '../assign/read-files';

/** What one plan cost and what it is worth. Seconds by the clock and of the processor, memory of the whole process. */
export interface AssignmentRun {
  papers: number;
  reviewers: number;
  readSeconds: number;
  seconds: number;
  cpuSeconds: number;
  checkSeconds: number;
  peakMiB: number;
  candidates: number;
  steps: number;
  bound: number;
  gap: number;
  violations: number;
  changes: number;
  figures: Figures;
}

/** Reads the files of a folder, computes the plan and checks it: in a process of its own, so that its memory is that of nothing else. */
export async function assignOnce(folder: string, demand: number, maxLoad: number): Promise<AssignmentRun> {
  const file = (name: string) => join(folder, name);
  const began = performance.now();
  const { instance } = await readAssignment(
    { papers: file('papers.json'), reviewers: file('reviewers.csv'), preferences: file('preferences.csv') },
    { demand, minLoad: 0, maxLoad },
  );
  const readSeconds = (performance.now() - began) / 1000;
  const cpuBefore = process.cpuUsage();
  const solveBegan = performance.now();
  const solution = optimise(instance);
  const seconds = (performance.now() - solveBegan) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const checkBegan = performance.now();
  const { violations, bound, gap } = certify(instance, solution);
  const checkSeconds = (performance.now() - checkBegan) / 1000;
  return {
    ...{ papers: instance.papers, reviewers: instance.reviewers },
    ...{ readSeconds, seconds, cpuSeconds: (user + system) / 1e6, checkSeconds, peakMiB: peakMiB() },
    ...{ candidates: solution.effort.candidates, steps: solution.effort.steps },
    ...{ bound, gap, violations: violations.length, changes: solution.changes.length },
    figures: figuresOf(instance, solution.assigned),
  };
}

/** The most memory this process ever had, by the kernel's own count where it says so. */
function peakMiB(): number {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kibibytes !== undefined) return Number(kibibytes) / 1024;
  } catch {
    // no /proc on this system
  }
  return process.resourceUsage().maxRSS / 1024;
}

if (require.main === module) {
  const [folder = '', demand, maxLoad] = process.argv.slice(2);
  void assignOnce(folder, Number(demand), Number(maxLoad)).then((run) => process.stdout.write(JSON.stringify(run)));
}
