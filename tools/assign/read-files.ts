import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Instance, pairsOf, sparseAffinity } from '@convoke/matching';
import * as z from 'zod';
import { Problems, UnloadableConference } from '../seed/conference/problems';
import { lines } from '../seed/conference/read';

const address = z.string().trim().toLowerCase().min(3).max(320).includes('@');
const number = z
  .string()
  .trim()
  .regex(/^[-+]?\d+(\.\d+)?$/, 'is not a number')
  .transform(Number)
  .refine((value) => Math.abs(value) <= 10_000, 'is beyond ±10,000');
const pid = z.string().trim().min(1);

const paperEntry = z.object({
  pid: z.union([z.number().int(), z.string().trim().min(1)]).transform(String),
  authors: z.array(z.object({ email: address })),
  conflicts: z.record(z.string(), z.unknown()).default({}),
  status: z.string().default('submitted'),
});
const reviewerRow = z.object({ email: address });
const preferenceRow = z.object({ paper: pid, email: address, preference: number });
const scoreRow = z.object({ paper: pid, reviewer: address, score: number });

/** At this preference and below a reviewer is never given the paper. */
export const refusal = -100;

/** Preferences and scores count in thousandths. */
export const scale = 1000;

export interface AssignmentFiles {
  papers: string;
  reviewers: string;
  preferences: string;
  scores?: string;
}

export interface AssignmentTask {
  instance: Instance;
  /** The number of each paper and the address of each reviewer, in the order of the files. */
  papers: readonly string[];
  reviewers: readonly string[];
  /** The papers that each reviewer wrote. */
  authored: readonly (readonly [paper: number, reviewer: number])[];
  /** How many units of affinity are one unit in the files: 1 if these hold whole numbers only. */
  unit: number;
  withdrawn: number;
}

export interface Limits {
  demand: number;
  minLoad: number;
  maxLoad: number;
}

/**
 * Makes an instance of files in the formats of docs/formats.md. Affinity is preference plus score, what is missing counts nothing; authors,
 * conflicts and refused pairs are forbidden. Whatever is wrong is told with file and line.
 */
export async function readAssignment(files: AssignmentFiles, limits: Limits): Promise<AssignmentTask> {
  for (const file of [files.papers, files.reviewers, files.preferences, files.scores])
    if (file !== undefined && !existsSync(file)) throw new UnloadableConference(`There is no file ${file}.`);
  const problems = new Problems('The files cannot be used');
  const { papers, conflicts, authors, withdrawn } = readPapers(files.papers, problems);
  const reviewers = new Map<string, number>();
  for await (const { row, line } of rows(files.reviewers, reviewerRow, problems)) {
    if (reviewers.has(row.email)) problems.add(at(files.reviewers, line), `${row.email} stands there twice`);
    else reviewers.set(row.email, reviewers.size);
  }
  problems.settle();
  const affinity = new Affinities(papers, reviewers, withdrawn);
  for await (const { row, line } of rows(files.preferences, preferenceRow, problems))
    affinity.note(row.paper, row.email, row.preference, { file: files.preferences, line }, problems);
  if (files.scores !== undefined)
    for await (const { row, line } of rows(files.scores, scoreRow, problems))
      affinity.note(row.paper, row.reviewer, row.score, { file: files.scores, line }, problems);
  problems.settle();
  const known = (list: readonly (readonly [number, string])[]) =>
    list.flatMap(([p, email]) => (reviewers.has(email) ? [[p, reviewers.get(email) ?? 0] as const] : []));
  const authored = known(authors);
  const unit = affinity.isWhole ? 1 : scale;
  const count = { papers: papers.size, reviewers: reviewers.size };
  const instance: Instance = {
    ...count,
    demand: new Int32Array(count.papers).fill(limits.demand),
    minLoad: new Int32Array(count.reviewers).fill(limits.minLoad),
    maxLoad: new Int32Array(count.reviewers).fill(limits.maxLoad),
    affinity: affinity.times(unit),
    forbidden: pairsOf(count.papers, [...authored, ...known(conflicts), ...affinity.refused]),
    fixed: pairsOf(count.papers, []),
  };
  return {
    ...{ instance, papers: [...papers.keys()], reviewers: [...reviewers.keys()] },
    ...{ authored, unit, withdrawn: withdrawn.size },
  };
}

interface Papers {
  papers: Map<string, number>;
  conflicts: (readonly [paper: number, email: string])[];
  authors: (readonly [paper: number, email: string])[];
  withdrawn: Set<string>;
}

function readPapers(file: string, problems: Problems): Papers {
  const read: Papers = { papers: new Map(), conflicts: [], authors: [], withdrawn: new Set() };
  const list = problems.parsed(z.array(z.unknown()), json(file), basename(file)) ?? [];
  list.forEach((entry, index) => {
    const where = `${basename(file)}, element ${index}`;
    const paper = problems.parsed(paperEntry, entry, where);
    if (paper === null) return;
    if (read.papers.has(paper.pid) || read.withdrawn.has(paper.pid))
      problems.add(where, `the number ${paper.pid} stands there twice`);
    else if (paper.status === 'withdrawn') read.withdrawn.add(paper.pid);
    else {
      const p = read.papers.size;
      read.papers.set(paper.pid, p);
      for (const { email } of paper.authors) read.authors.push([p, email]);
      for (const email of Object.keys(paper.conflicts)) read.conflicts.push([p, email.trim().toLowerCase()]);
    }
  });
  return read;
}

/** Collects what preferences and scores say of pairs. */
class Affinities {
  readonly refused: (readonly [paper: number, reviewer: number])[] = [];
  isWhole = true;
  private readonly values = new Map<number, number>();
  private readonly seen = new Map<string, Set<number>>();

  constructor(
    private readonly papers: ReadonlyMap<string, number>,
    private readonly reviewers: ReadonlyMap<string, number>,
    private readonly withdrawn: ReadonlySet<string>,
  ) {}

  note(
    paper: string,
    email: string,
    value: number,
    { file, line }: { file: string; line: number },
    to: Problems,
  ): void {
    const p = this.papers.get(paper);
    const r = this.reviewers.get(email);
    if (r === undefined) to.add(at(file, line), `${email} is not among the reviewers`);
    else if (p === undefined) {
      if (!this.withdrawn.has(paper)) to.add(at(file, line), `there is no paper ${paper}`);
    } else this.add(p, r, value, file, () => to.add(at(file, line), `${email} and paper ${paper} stand there twice`));
  }

  private add(p: number, r: number, value: number, file: string, twice: () => void): void {
    const key = p * this.reviewers.size + r;
    const seen = this.seen.get(file) ?? new Set();
    this.seen.set(file, seen);
    if (seen.has(key)) twice();
    seen.add(key);
    if (value <= refusal) this.refused.push([p, r]);
    else this.values.set(key, (this.values.get(key) ?? 0) + value);
    if (!Number.isInteger(value)) this.isWhole = false;
  }

  times(unit: number): Instance['affinity'] {
    const reviewers = this.reviewers.size;
    return sparseAffinity(
      this.papers.size,
      [...this.values].map(
        ([key, value]) => [Math.floor(key / reviewers), key % reviewers, Math.round(value * unit)] as const,
      ),
    );
  }
}

function rows<S extends z.ZodType>(file: string, schema: S, problems: Problems) {
  return lines(dirname(file), basename(file), schema, problems);
}

function at(file: string, line: number): string {
  return `${basename(file)}, line ${line}`;
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UnloadableConference(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
