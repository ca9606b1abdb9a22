import { type Instance, loadsOf, type Pairs } from './instance';
import { Rows } from './rows';

/** What plans are compared by. */
export interface Figures {
  total: number;
  /** The smallest sum of affinities that a paper has. */
  worstPaper: number;
  /** The smallest mean affinity of a reviewer who has papers. */
  worstReviewer: number;
  leastLoad: number;
  mostLoad: number;
  /** How many reviewers have 0, 1, 2, … papers. */
  loads: number[];
  /** Pairs of negative affinity. */
  unwanted: number;
}

export function figuresOf(instance: Instance, assigned: Pairs): Figures {
  const values = pairValues(instance, assigned);
  const sums = paperSums(instance, assigned);
  const load = loadsOf(assigned, instance.reviewers);
  const worth = reviewerSums(instance, assigned);
  const smallest = (list: Iterable<number>): number => {
    let least = Infinity;
    for (const value of list) least = Math.min(least, value);
    return least === Infinity ? 0 : least;
  };
  const mostLoad = load.reduce((most, value) => Math.max(most, value), 0);
  const loads = Array.from({ length: mostLoad + 1 }, () => 0);
  for (const value of load) loads[value] += 1;
  return {
    total: sums.reduce((sum, value) => sum + value, 0),
    worstPaper: smallest(sums),
    worstReviewer: smallest([...worth].flatMap((sum, r) => (load[r] > 0 ? [sum / load[r]] : []))),
    ...{ leastLoad: smallest(load), mostLoad, loads },
    unwanted: values.reduce((count, value) => count + (value < 0 ? 1 : 0), 0),
  };
}

/** The affinities of the pairs, in their order. */
export function pairValues(instance: Instance, pairs: Pairs): Int32Array {
  const rows = new Rows(instance);
  const values = new Int32Array(pairs.reviewer.length);
  for (let p = 0; p < instance.papers; p += 1) {
    const row = rows.plain(p);
    for (let at = pairs.start[p]; at < pairs.start[p + 1]; at += 1) values[at] = row[pairs.reviewer[at]];
  }
  return values;
}

/** The affinities of all pairs of a plan together. */
export function totalOf(instance: Instance, assigned: Pairs): number {
  return paperSums(instance, assigned).reduce((sum, value) => sum + value, 0);
}

/** For each paper, the affinities of its reviewers together. */
export function paperSums(instance: Instance, { start, reviewer }: Pairs): Float64Array {
  const values = pairValues(instance, { start, reviewer });
  return Float64Array.from({ length: instance.papers }, (_, p) =>
    values.subarray(start[p], start[p + 1]).reduce((sum, value) => sum + value, 0),
  );
}

/** For each reviewer, the affinities of the papers together. */
export function reviewerSums(instance: Instance, pairs: Pairs): Float64Array {
  const sums = new Float64Array(instance.reviewers);
  pairValues(instance, pairs).forEach((value, at) => (sums[pairs.reviewer[at]] += value));
  return sums;
}
