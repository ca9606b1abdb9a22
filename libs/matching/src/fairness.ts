import { pairValues } from './figures';
import { assertWanted, type Hooks } from './hooks';
import { assertSound, type Instance, largestAffinity, loadsOf, type Pairs, remainingOf, reviewersOf } from './instance';
import { AssignmentNetwork, largestOf } from './network';
import { assertKept, type Change, changesOf, evenWeights } from './optimise';
import { never, Rows } from './rows';

/** Whose lot is lifted first: the paper with the smallest sum of affinities, or the reviewer with the smallest mean. */
export type Worst = 'paper' | 'reviewer';

export interface FairSolution {
  assigned: Pairs;
  total: number;
  /** What every paper, or every reviewer with papers, has at least. */
  floor: number;
  /** No plan has a higher floor. Equal to `floor` where the floor is proved to be the highest. */
  floorBound: number;
  /** No plan with this floor has a larger total. */
  totalBound: number;
  /** The largest total of all plans, whatever their floor. */
  plainTotal: number;
  changes: Change[];
}

export interface FairOptions extends Hooks {
  /** How often weights are adapted for each floor that is tried. */
  rounds?: number;
}

/** Weights count in sixty-fourths of the total's own weight. */
const one = 64;

/**
 * Lifts the worst-off first, then the total, by Lagrangian relaxation: whoever stays below the floor that is tried gets a larger weight, and the
 * weighted problem is again one that the network solves exactly. Its optimum bounds from above what any plan with this floor can have, so
 * that bounds are proved whatever the search finds.
 */
export function fair(instance: Instance, worst: Worst, { rounds = 40, ...hooks }: FairOptions = {}): FairSolution {
  assertSound(instance);
  const solution = new Search(instance, worst, rounds, hooks).run();
  assertKept(instance, solution.changes, solution.assigned);
  return solution;
}

interface Found {
  assigned: Pairs;
  total: number;
  floor: number;
}

class Search {
  private readonly network: AssignmentNetwork;
  private readonly weight: Float64Array;
  private readonly mostWeight: number;
  private own = one;
  private floor = 0;
  private best: Found | undefined;

  constructor(
    private readonly instance: Instance,
    private readonly worst: Worst,
    private readonly rounds: number,
    private readonly hooks: Hooks,
  ) {
    const largest = Math.max(1, largestOf(instance));
    // (weight + one) × (affinity − floor) stays a whole number the network can hold
    this.mostWeight = Math.min(one * 256, Math.floor(largestAffinity / (2 * largest)) - one);
    this.weight = new Float64Array(worst === 'paper' ? instance.papers : instance.reviewers);
    this.network = new AssignmentNetwork(instance, {
      weights: evenWeights,
      adjust: (paper, row) => this.adjust(paper, row),
      largest: largest * (one + 2 * Math.max(0, this.mostWeight)),
    });
  }

  run(): FairSolution {
    const plain = this.solve();
    const changes = changesOf(this.network);
    this.best = plain;
    const result = (floorBound: number, totalBound: number): FairSolution => ({
      ...(this.best ?? plain),
      ...{ floorBound, totalBound, plainTotal: plain.total, changes },
    });
    let bound = this.ceiling();
    if (changes.length > 0 || this.mostWeight < one) return result(bound, plain.total);
    let high = bound;
    let low = plain.floor;
    for (let aim = high; low < high; aim = Math.ceil((low + high) / 2)) {
      const outcome = this.attain(aim);
      low = Math.max(low, this.best.floor, outcome === 'attained' ? aim : low);
      if (outcome === 'impossible') bound = aim - 1;
      if (outcome !== 'attained') high = Math.max(low, aim - 1);
    }
    return result(bound, this.raiseTotal(plain.total));
  }

  private attain(floor: number): 'attained' | 'impossible' | 'open' {
    this.floor = floor;
    for (let round = 0; round < this.rounds; round += 1) {
      const found = this.solve();
      const short = this.shortfall(found.assigned);
      const lacking = indicesBelow(short, 0);
      if (lacking.length === 0) return 'attained';
      for (const i of lacking) this.weight[i] = Math.min(this.mostWeight, Math.max(one / 4, this.weight[i] * 2));
      if (round % 10 === 9 && this.isRefuted()) return 'impossible';
    }
    return this.isRefuted() ? 'impossible' : 'open';
  }

  /** Whether the weights alone, without the total, prove that no plan reaches the floor: even the best lacks something, weighted. */
  private isRefuted(): boolean {
    const before = this.own;
    this.own = 0;
    const { assigned } = this.solve();
    const sum = this.shortfall(assigned).reduce((total, short, i) => total + short * this.weight[i], 0);
    this.own = before;
    return sum < 0;
  }

  /** With the floor kept, weights are moved towards those that prove the smallest bound of the total; plans on the way may be better. */
  private raiseTotal(plainTotal: number): number {
    this.floor = this.best?.floor ?? 0;
    let bound = plainTotal;
    for (let round = 0; round < this.rounds; round += 1) {
      const { assigned } = this.solve();
      const short = this.shortfall(assigned);
      const value = this.weightedTotal(assigned) + short.reduce((total, s, i) => total + (s * this.weight[i]) / one, 0);
      bound = Math.min(bound, Math.floor(value));
      const gap = bound - (this.best?.total ?? 0);
      const norm = short.reduce((sum, s, i) => sum + (s < 0 || this.weight[i] > 0 ? s * s : 0), 0);
      if (gap <= 0 || norm === 0) break;
      const step = ((round < this.rounds / 2 ? 1 : 0.5) * Math.max(1, value - (this.best?.total ?? 0)) * one) / norm;
      short.forEach((s, i) => {
        this.weight[i] = Math.max(0, Math.min(this.mostWeight, Math.round(this.weight[i] - step * s)));
      });
    }
    return bound;
  }

  private weightedTotal(assigned: Pairs): number {
    return pairValues(this.instance, assigned).reduce((sum, value) => sum + value, 0);
  }

  private solve(): Found {
    assertWanted(this.hooks);
    this.network.reprice(this.instance.demand.keys());
    this.network.optimise(this.hooks);
    const assigned = this.network.plan();
    const found = { assigned, total: this.weightedTotal(assigned), floor: this.floorOf(assigned) };
    const { best } = this;
    if (best && (found.floor > best.floor || (found.floor === best.floor && found.total > best.total)))
      this.best = found;
    return found;
  }

  private adjust(paper: number, row: Int32Array): void {
    const { weight, own, floor } = this;
    if (this.worst === 'paper') {
      const times = own + weight[paper];
      for (let r = 0; r < row.length; r += 1) if (row[r] !== never) row[r] *= times;
    } else
      for (let r = 0; r < row.length; r += 1)
        if (row[r] !== never) row[r] = own * row[r] + weight[r] * (row[r] - floor);
  }

  /** For each paper or reviewer what it has above the floor; below 0 what it lacks. */
  private shortfall(assigned: Pairs): Float64Array {
    const values = pairValues(this.instance, assigned);
    const above = new Float64Array(this.weight.length);
    if (this.worst === 'reviewer') {
      assigned.reviewer.forEach((r, at) => (above[r] += values[at] - this.floor));
      return above;
    }
    for (let p = 0; p < above.length; p += 1) {
      const row = values.subarray(assigned.start[p], assigned.start[p + 1]);
      above[p] = row.reduce((sum, value) => sum + value, row.length === 0 ? 0 : -this.floor);
    }
    return above;
  }

  private floorOf(assigned: Pairs): number {
    const values = pairValues(this.instance, assigned);
    if (this.worst === 'reviewer') {
      const sums = new Float64Array(this.instance.reviewers);
      assigned.reviewer.forEach((r, at) => (sums[r] += values[at]));
      const load = loadsOf(assigned, this.instance.reviewers);
      return smallest([...sums].flatMap((sum, r) => (load[r] > 0 ? [Math.floor(sum / load[r])] : [])));
    }
    return smallest(
      Array.from({ length: this.instance.papers }, (_, p) =>
        values.subarray(assigned.start[p], assigned.start[p + 1]),
      ).flatMap((row) => (row.length > 0 ? [row.reduce((sum, value) => sum + value, 0)] : [])),
    );
  }

  /** What the worst-off could have at most if nobody else wanted anything. */
  private ceiling(): number {
    const best = this.worst === 'paper' ? this.bestOfPapers() : this.bestOfReviewers();
    return best.length === 0 ? largestOf(this.instance) : smallest(best);
  }

  private bestOfPapers(): number[] {
    const { papers, fixed } = this.instance;
    const rows = new Rows(this.instance);
    const { demand } = remainingOf(this.instance);
    const sums: number[] = [];
    for (let p = 0; p < papers; p += 1) {
      const held = reviewersOf(fixed, p);
      if (demand[p] + held.length === 0) continue;
      const plain = rows.plain(p);
      const given = held.reduce((sum, r) => sum + plain[r], 0);
      sums.push(
        given +
          sumOfBest(
            rows.open(p).filter((value) => value !== never),
            demand[p],
          ),
      );
    }
    return sums;
  }

  /** Counted are reviewers who will have a paper, come what may: their best mean over all loads that they can end with. */
  private bestOfReviewers(): number[] {
    const { papers, reviewers, fixed } = this.instance;
    const { demand, minLoad, maxLoad } = remainingOf(this.instance);
    const spare = maxLoad.reduce((sum, load) => sum + load, 0) - demand.reduce((sum, places) => sum + places, 0);
    const must = minLoad.map((load, r) => Math.max(load, maxLoad[r] - spare));
    const rows = new Rows(this.instance);
    const best = Array.from({ length: reviewers }, (): number[] => []);
    const held = loadsOf(fixed, reviewers);
    const given = new Float64Array(reviewers);
    for (let p = 0; p < papers; p += 1) {
      const plain = rows.plain(p);
      for (const r of reviewersOf(fixed, p)) given[r] += plain[r];
      rows.open(p).forEach((value, r) => keepBest(best[r], value, maxLoad[r]));
    }
    return best.flatMap((values, r) => {
      let sum = given[r];
      let mean = must[r] + held[r] > 0 && must[r] === 0 ? sum / held[r] : -Infinity;
      values.forEach((value, k) => {
        sum += value;
        if (k + 1 >= must[r]) mean = Math.max(mean, sum / (held[r] + k + 1));
      });
      return must[r] + held[r] > 0 && mean > -Infinity ? [Math.floor(mean)] : [];
    });
  }
}

/** Keeps the largest values, at most so many, in descending order. */
function keepBest(best: number[], value: number, most: number): void {
  if (value === never || most === 0 || (best.length === most && value <= best[most - 1])) return;
  if (best.length === most) best.pop();
  let at = best.length;
  while (at > 0 && best[at - 1] < value) at -= 1;
  best.splice(at, 0, value);
}

function sumOfBest(values: Int32Array, count: number): number {
  return count === 0
    ? 0
    : values
        .sort()
        .slice(-count)
        .reduce((sum, value) => sum + value, 0);
}

function indicesBelow(values: Float64Array, bar: number): number[] {
  const found: number[] = [];
  values.forEach((value, i) => value < bar && found.push(i));
  return found;
}

function smallest(values: readonly number[]): number {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  return least === Infinity ? 0 : least;
}
