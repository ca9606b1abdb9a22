import { type Instance, reviewersOf } from './instance';

/** The value of a pair that may not be chosen. */
export const never = -2_147_483_648;

/** Reads an instance one paper at a time, so that fifty million pairs need the memory of one row. */
export class Rows {
  private readonly row: Int32Array;

  constructor(private readonly instance: Instance) {
    this.row = new Int32Array(instance.reviewers);
  }

  /** The affinity of every reviewer for the paper as given, also where the pair is forbidden. Overwritten by the next call. */
  plain(paper: number): Int32Array {
    const { affinity, reviewers } = this.instance;
    if (affinity.kind === 'dense') {
      this.row.set(affinity.values.subarray(paper * reviewers, (paper + 1) * reviewers));
      return this.row;
    }
    this.row.fill(0);
    const { start, reviewer } = affinity.pairs;
    for (let at = start[paper]; at < start[paper + 1]; at += 1) this.row[reviewer[at]] = affinity.values[at];
    return this.row;
  }

  /** The same, `never` where the pair is forbidden or fixed. Overwritten by the next call. */
  open(paper: number): Int32Array {
    const row = this.plain(paper);
    for (const r of reviewersOf(this.instance.forbidden, paper)) row[r] = never;
    for (const r of reviewersOf(this.instance.fixed, paper)) row[r] = never;
    return row;
  }
}
