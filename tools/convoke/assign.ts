import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Change,
  eachPair,
  fair,
  figuresOf,
  optimise,
  type Pairs,
  pairsOf,
  reviewingCycles,
} from '@convoke/matching';
import { InvalidArgumentError, Option } from 'commander';
import { stringify } from 'csv-stringify';
import { type AssignmentTask, readAssignment } from '../assign/read-files';
import { UnloadableConference } from '../seed/conference/problems';
import type { AddCommand } from './commands';
import { Impossible } from './impossible';

interface Given {
  papers: string;
  reviewers: string;
  preferences: string;
  scores?: string;
  demand: number;
  maxLoad: number;
  minLoad: number;
  fairness: Fairness;
  out: string;
}

const kinds = ['plain', 'worst-paper', 'worst-reviewer'] as const;
type Fairness = (typeof kinds)[number];

/** Who reviews what, from files into a file. No database. */
export const assign: AddCommand = (program) => {
  program
    .command('assign')
    .description('compute the optimal plan of who reviews what from files, prove it, and write it down (no database)')
    .requiredOption('--papers <file>', 'papers.json: pid, authors, conflicts')
    .requiredOption('--reviewers <file>', 'reviewers.csv with the column email')
    .requiredOption('--preferences <file>', 'preferences.csv with the columns paper, email, preference')
    .option('--scores <file>', 'a CSV with the columns paper, reviewer, score, added to preferences')
    .option('--demand <number>', 'reviewers for each paper', count, 3)
    .requiredOption('--max-load <number>', 'papers for each reviewer at most', count)
    .option('--min-load <number>', 'papers for each reviewer at least', count, 0)
    .addOption(
      new Option('--fairness <kind>', 'lift the worst-off paper or reviewer first, then the total')
        .choices(kinds)
        .default('plain'),
    )
    .requiredOption('--out <file>', 'where the plan goes: a CSV with the columns paper, email')
    .action(async (given: Given) => {
      const from = (file: string) => resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
      const files = {
        ...{ papers: from(given.papers), reviewers: from(given.reviewers), preferences: from(given.preferences) },
        ...(given.scores === undefined ? {} : { scores: from(given.scores) }),
      };
      if (given.minLoad > given.maxLoad) throw new Impossible('--min-load is above --max-load.');
      const task = await readAssignment(files, given).catch((error: unknown) => {
        throw error instanceof UnloadableConference ? new Impossible(error.message) : error;
      });
      const assigned = solve(task, given.fairness);
      await writePlan(task, assigned, from(given.out));
    });
};

function count(words: string): number {
  if (!/^\d{1,6}$/.test(words)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(words);
}

function solve(task: AssignmentTask, fairness: Fairness): Pairs {
  const { instance, unit } = task;
  const began = performance.now();
  const { assigned, words } = fairness === 'plain' ? plainPlan(task) : fairPlan(task, fairness);
  const seconds = (performance.now() - began) / 1000;
  const figures = figuresOf(instance, assigned);
  const cycles = reviewingCycles(assigned, pairsOf(instance.papers, task.authored));
  const lines = [
    `${instance.papers} papers, ${instance.reviewers} reviewers${task.withdrawn > 0 ? `, ${task.withdrawn} withdrawn papers left out` : ''}: solved in ${seconds.toFixed(2)} s.`,
    ...words,
    `Worst paper ${figures.worstPaper / unit}, worst mean of a reviewer ${(figures.worstReviewer / unit).toFixed(2)}, ${figures.unwanted} pairs below 0.`,
    `Loads: ${figures.loads.flatMap((people, load) => (people > 0 ? [`${load} papers × ${people}`] : [])).join(', ')}.`,
    ...cycles.map(
      ({ steps }) =>
        `In a circle: ${steps.map(({ reviewer, paper }) => `${task.reviewers[reviewer]} reviews ${task.papers[paper]}`).join(', ')}.`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return assigned;
}

interface Plan {
  assigned: Pairs;
  words: string[];
}

function plainPlan(task: AssignmentTask): Plan {
  const { instance, unit } = task;
  const solution = optimise(instance);
  if (solution.changes.length > 0) throw new Impossible(whatIsLacking(task, solution.changes));
  const { total, bound, gap } = solution.certificate;
  return {
    assigned: solution.assigned,
    words: [`Total ${total / unit}, bound ${bound / unit}, gap ${gap / unit}: no other plan has more.`],
  };
}

function fairPlan(task: AssignmentTask, fairness: Exclude<Fairness, 'plain'>): Plan {
  const { instance, unit } = task;
  const solution = fair(instance, fairness === 'worst-paper' ? 'paper' : 'reviewer');
  if (solution.changes.length > 0) throw new Impossible(whatIsLacking(task, solution.changes));
  const { assigned, total, totalBound, floor, floorBound, plainTotal } = solution;
  const who = fairness === 'worst-paper' ? 'Every paper' : 'Every reviewer on average';
  return {
    assigned,
    words: [
      `${who} has at least ${floor / unit}; no plan can give all more than ${floorBound / unit}.`,
      `Total ${total / unit}, bound with this floor ${totalBound / unit}, gap ${(totalBound - total) / unit}; without it ${plainTotal / unit}.`,
    ],
  };
}

function whatIsLacking({ papers, reviewers }: AssignmentTask, changes: readonly Change[]): string {
  const words = changes.map((change) => {
    if (change.kind === 'extraLoad') return `  ${reviewers[change.reviewer]} takes ${change.by} more`;
    if (change.kind === 'loweredMinimum')
      return `  ${reviewers[change.reviewer]} gets ${change.by} less than the least`;
    return `  paper ${papers[change.paper]} does with ${change.by} less`;
  });
  const shown = words.length > 40 ? [...words.slice(0, 40), `  … and ${words.length - 40} more`] : words;
  return `There is no plan with these limits. It takes no more than this to have one:\n${shown.join('\n')}\nNothing was written.`;
}

async function writePlan({ papers, reviewers }: AssignmentTask, assigned: Pairs, file: string): Promise<void> {
  async function* rows() {
    for (const [p, r] of eachPair(assigned)) yield [papers[p], reviewers[r]];
  }
  await pipeline(rows, stringify({ header: true, columns: ['paper', 'email'] }), createWriteStream(file)).catch(
    (error: unknown) => {
      throw new Impossible(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  process.stdout.write(`${assigned.reviewer.length} pairs written to ${file}.\n`);
}
