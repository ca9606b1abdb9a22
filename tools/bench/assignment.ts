import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Command, CommanderError } from 'commander';
import type { AssignmentRun } from './assignment-once';
import { generateConference, scales as sizes, type Scale } from './generate';
import { machineNow } from './report';

/** Seconds within which a plan must be there, on two cores that do nothing else. */
const target: Record<Scale, number> = { S: 1, M: 2, M2: 5, L: 60 };
const memoryTargetMiB = 2048;

/** The command line of `npm run bench -- assignment`; answers the exit code: 1 when a target is missed. */
export async function runAssignment(argv: readonly string[], root: string): Promise<number> {
  const program = new Command('npm run bench -- assignment')
    .description('Measure how long plans of who reviews what take, and what they are worth.')
    .option('--data <dir>', 'conferences in the neutral format, in folders S, M, M2 and L; generated unless given')
    .option('--scales <list>', 'which sizes', 'M,M2,L')
    .option('--demand <number>', 'reviewers for each paper', '3')
    .option('--max-load <number>', 'papers for each reviewer; 5 at S and 6 at the others unless given')
    .exitOverride();
  try {
    program.parse([...argv]);
  } catch (error) {
    return error instanceof CommanderError ? error.exitCode : 1;
  }
  const given = program.opts<{ data?: string; scales: string; demand: string; maxLoad?: string }>();
  const scales = given.scales.split(',').filter((scale): scale is Scale => scale in sizes);
  const data = given.data ? resolve(process.env['INIT_CWD'] ?? process.cwd(), given.data) : undefined;
  const absent = data ? scales.filter((scale) => !existsSync(join(data, scale))) : [];
  if (absent.length > 0 || scales.length === 0) {
    process.stderr.write(
      scales.length === 0 ? 'Scales are S, M, M2 and L.\n' : `${data} has no ${absent.join(', ')}.\n`,
    );
    return 1;
  }
  const made = await mkdtemp(join(tmpdir(), 'convoke-assignment-'));
  try {
    const rows: Row[] = [];
    for (const scale of scales) {
      const folder = data ? join(data, scale) : join(made, scale);
      if (!data) generateConference(scale, folder);
      const maxLoad = given.maxLoad ?? (scale === 'S' ? '5' : '6');
      rows.push({ scale, maxLoad, run: await measured(root, folder, given.demand, maxLoad) });
    }
    process.stdout.write(`${assignmentTable(rows)}\n`);
    return rows.every(isMet) ? 0 : 1;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

interface Row {
  scale: Scale;
  maxLoad: string;
  run: AssignmentRun;
}

async function measured(root: string, folder: string, demand: string, maxLoad: string): Promise<AssignmentRun> {
  const script = join(root, 'dist/server/tools/bench/assignment-once.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, demand, maxLoad]);
  return JSON.parse(stdout) as AssignmentRun;
}

function isMet({ scale, run }: Row): boolean {
  const isSound = run.violations === 0 && run.gap === 0 && run.changes === 0;
  return isSound && run.seconds <= target[scale] && run.peakMiB <= memoryTargetMiB;
}

function assignmentTable(rows: readonly Row[]): string {
  const { cores, processor, memoryGiB, node, loadAtStart } = machineNow('');
  const head = ['', 'papers', 'reviewers', 'load', 'seconds', 'target', 'cpu s', 'check s', 'read s', 'peak MiB'];
  const rest = ['total', 'bound', 'gap', 'worst paper', 'worst reviewer', 'below 0', 'loads'];
  const cells = rows.map((row) => {
    const { scale, maxLoad, run } = row;
    const { figures } = run;
    return [
      ...[scale, run.papers, run.reviewers, `≤ ${maxLoad}`, run.seconds.toFixed(2), target[scale]],
      ...[run.cpuSeconds.toFixed(2), run.checkSeconds.toFixed(2), run.readSeconds.toFixed(2), Math.round(run.peakMiB)],
      ...[figures.total, run.bound, run.gap, figures.worstPaper, figures.worstReviewer.toFixed(2), figures.unwanted],
      ...[`${figures.leastLoad}–${figures.mostLoad}`, isMet(row) ? 'pass' : 'FAIL'],
    ].map(String);
  });
  const table = [[...head, ...rest, ''], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const lines = table.map((line) => line.map((cell, column) => cell.padStart(widths[column])).join('  '));
  return [
    `${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}, load ${loadAtStart} at the end`,
    '',
    ...lines,
  ].join('\n');
}
