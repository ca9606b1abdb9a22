/** For each paper a list of reviewers, ascending: those of `paper` stand from `start[paper]` to before `start[paper + 1]`. */
export interface Pairs {
  start: Int32Array;
  reviewer: Int32Array;
}

/** How well each reviewer suits each paper, in whole numbers (`scaled` makes them of real ones). */
export type Affinity =
  | { kind: 'dense'; values: Int32Array | Int16Array | Int8Array }
  /** `values` beside `pairs.reviewer`; a pair that is not listed is worth nothing. */
  | { kind: 'sparse'; pairs: Pairs; values: Int32Array };

/**
 * What is to be assigned: every paper gets exactly its demand, every reviewer between `minLoad` and `maxLoad` papers, and the total affinity is
 * as large as it can be. Fixed pairs are part of every plan and count: where they alone exceed a demand or a load, nothing is added to it.
 */
export interface Instance {
  papers: number;
  reviewers: number;
  demand: Int32Array;
  minLoad: Int32Array;
  maxLoad: Int32Array;
  affinity: Affinity;
  /** Conflicts, refused and forbidden pairs. */
  forbidden: Pairs;
  fixed: Pairs;
}

/** Lists of pairs as the solver reads them; what is given twice is kept once. */
export function pairsOf(papers: number, list: Iterable<readonly [paper: number, reviewer: number]>): Pairs {
  const rows = Array.from({ length: papers }, () => new Set<number>());
  for (const [paper, reviewer] of list) rows[paper]?.add(reviewer);
  const start = new Int32Array(papers + 1);
  for (let p = 0; p < papers; p += 1) start[p + 1] = start[p] + (rows[p]?.size ?? 0);
  const reviewer = new Int32Array(start[papers]);
  rows.forEach((row, p) =>
    reviewer.set(
      [...row].sort((a, b) => a - b),
      start[p],
    ),
  );
  return { start, reviewer };
}

export function reviewersOf(pairs: Pairs, paper: number): Int32Array {
  return pairs.reviewer.subarray(pairs.start[paper], pairs.start[paper + 1]);
}

export function* eachPair(pairs: Pairs): Generator<readonly [paper: number, reviewer: number]> {
  for (let p = 0; p + 1 < pairs.start.length; p += 1)
    for (let at = pairs.start[p]; at < pairs.start[p + 1]; at += 1) yield [p, pairs.reviewer[at]] as const;
}

export function hasPair(pairs: Pairs, paper: number, reviewer: number): boolean {
  return reviewersOf(pairs, paper).includes(reviewer);
}

/** Sparse affinities; of a pair that is given twice the last value holds. */
export function sparseAffinity(
  papers: number,
  list: Iterable<readonly [paper: number, reviewer: number, value: number]>,
): Affinity {
  const rows = Array.from({ length: papers }, () => new Map<number, number>());
  for (const [paper, reviewer, value] of list) rows[paper]?.set(reviewer, value);
  const pairs = pairsOf(
    papers,
    rows.flatMap((row, p) => [...row.keys()].map((r) => [p, r] as const)),
  );
  const values = new Int32Array(pairs.reviewer.length);
  let at = 0;
  for (const [p, r] of eachPair(pairs)) values[at++] = rows[p]?.get(r) ?? 0;
  return { kind: 'sparse', pairs, values };
}

/** Real affinities as whole numbers: times `scale`, rounded. Optima are exact for these, hence within `pairs / scale` of the real optimum. */
export function scaled(values: Float32Array | Float64Array, scale: number): Affinity {
  return { kind: 'dense', values: Int32Array.from(values, (value) => Math.round(value * scale)) };
}

/** What is wrong with the figures themselves; thrown before anything is computed. */
export class UnsoundInstance extends Error {}

/** Throws `UnsoundInstance` unless lengths, ranges and pairs fit together. */
export function assertSound(instance: Instance): void {
  const { papers, reviewers, demand, minLoad, maxLoad, affinity, forbidden, fixed } = instance;
  const must = (holds: boolean, words: string): void => {
    if (!holds) throw new UnsoundInstance(words);
  };
  must(demand.length === papers, 'There must be one demand for each paper.');
  must(
    minLoad.length === reviewers && maxLoad.length === reviewers,
    'There must be a smallest and a largest load for each reviewer.',
  );
  must(
    demand.every((d) => d >= 0),
    'A demand is negative.',
  );
  must(
    minLoad.every((m, r) => m >= 0 && m <= maxLoad[r]),
    'A smallest load is negative or above the largest.',
  );
  const lists = [forbidden, fixed, ...(affinity.kind === 'sparse' ? [affinity.pairs] : [])];
  for (const { start, reviewer } of lists) {
    must(start.length === papers + 1 && start[papers] === reviewer.length, 'A list of pairs does not fit the papers.');
    must(
      reviewer.every((r) => r >= 0 && r < reviewers),
      'A list of pairs names a reviewer who is not there.',
    );
  }
  const { values } = affinity;
  must(
    values.length === (affinity.kind === 'dense' ? papers * reviewers : affinity.pairs.reviewer.length),
    'The affinities do not fit the pairs.',
  );
  must(
    values.every((value) => Math.abs(value) <= largestAffinity),
    `An affinity is beyond ±${largestAffinity}.`,
  );
  for (const [p, r] of eachPair(fixed)) must(!hasPair(forbidden, p, r), 'A fixed pair is forbidden.');
}

/** Below it no sum of prices leaves the whole numbers that a double holds exactly. */
export const largestAffinity = 1_000_000_000;

/** What fixed pairs leave to be done. */
export interface Remaining {
  demand: Int32Array;
  minLoad: Int32Array;
  maxLoad: Int32Array;
}

export function remainingOf({ demand, minLoad, maxLoad, fixed }: Instance): Remaining {
  const load = loadsOf(fixed, maxLoad.length);
  return {
    demand: demand.map((d, p) => Math.max(0, d - (fixed.start[p + 1] - fixed.start[p]))),
    minLoad: minLoad.map((m, r) => Math.max(0, m - load[r])),
    maxLoad: maxLoad.map((m, r) => Math.max(0, m - load[r])),
  };
}

export function loadsOf(pairs: Pairs, reviewers: number): Int32Array {
  const load = new Int32Array(reviewers);
  for (const r of pairs.reviewer) load[r] += 1;
  return load;
}
