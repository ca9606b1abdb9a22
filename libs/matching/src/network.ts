import { assertWanted, type Hooks } from './hooks';
import { eachPair, type Instance, type Pairs, pairsOf, type Remaining, remainingOf } from './instance';
import { NetworkSimplex, unbounded } from './network-simplex';
import { never, Rows } from './rows';

/** What a unit of each change of the instance weighs against a unit of the others, whole numbers from 1 to 1,000. */
export interface ChangeWeights {
  extraLoad: number;
  droppedDemand: number;
  loweredMinimum: number;
}

/** Writes other values over the affinities of a paper: multiplied, less a penalty, or `never`. The values stay whole. */
export type Adjust = (paper: number, row: Int32Array) => void;

export interface NetworkOptions {
  weights: ChangeWeights;
  adjust?: Adjust;
  /** No adjusted affinity is beyond it; the largest of the instance unless given. */
  largest?: number;
}

/** How many pairs a pass adds for each paper: the first, and the later ones. */
const firstLook = 16;
const laterLook = 5;

/**
 * The assignment as a flow: each paper sends its demand through pairs (capacity 1) to reviewers, each reviewer sends the load on to the root.
 * Only a pool of candidate pairs is in the network; a pass over all pairs finds those whose reduced cost says that they would improve the plan,
 * and the search ends when there is none. Three kinds of slack arcs, dearer than any plan, take what cannot be done.
 */
export class AssignmentNetwork {
  readonly simplex: NetworkSimplex;
  readonly remaining: Remaining;
  private readonly rows: Rows;
  private readonly adjust: Adjust | undefined;
  /** The cost of a pair that has come to be forbidden: dearer than doing without. */
  private readonly prohibitive: number;
  private readonly lastArcOf: Int32Array;
  private readonly arcBefore: number[] = [];
  private readonly pool: Uint8Array;
  private readonly firstPairArc: number;
  private readonly droppedArc: Int32Array;
  private readonly extraArc: Int32Array;
  private readonly loweredArc: Int32Array;
  private round = 0;

  constructor(
    private readonly instance: Instance,
    { weights, adjust, largest = largestOf(instance) }: NetworkOptions,
  ) {
    const { papers, reviewers } = instance;
    this.rows = new Rows(instance);
    this.remaining = remainingOf(instance);
    this.pool = new Uint8Array(Math.ceil((papers * reviewers) / 8));
    this.simplex = new NetworkSimplex(1 + papers + reviewers, papers * (firstLook + 4) + 3 * reviewers);
    this.adjust = adjust;
    this.lastArcOf = new Int32Array(papers).fill(-1);
    const dear = (largest + 1) * (papers + reviewers + 1);
    this.prohibitive = dear * (weights.droppedDemand + weights.extraLoad + weights.loweredMinimum + 1);
    const { demand, minLoad, maxLoad } = this.remaining;
    this.droppedArc = Int32Array.from({ length: papers }, (_, p) => {
      const arc = this.simplex.add(1 + p, 0, unbounded, dear * weights.droppedDemand);
      this.simplex.join(1 + p, arc, demand[p]);
      return arc;
    });
    this.extraArc = new Int32Array(reviewers);
    this.loweredArc = new Int32Array(reviewers).fill(-1);
    for (let r = 0; r < reviewers; r += 1) {
      const node = 1 + papers + r;
      const ordinary = this.simplex.add(node, 0, maxLoad[r] - minLoad[r], 0);
      this.extraArc[r] = this.simplex.add(node, 0, unbounded, dear * weights.extraLoad);
      if (minLoad[r] > 0) {
        this.loweredArc[r] = this.simplex.add(0, node, unbounded, dear * weights.loweredMinimum);
        this.simplex.join(node, this.loweredArc[r], minLoad[r]);
      } else this.simplex.join(node, maxLoad[r] > 0 ? ordinary : this.extraArc[r], 0);
    }
    this.firstPairArc = this.simplex.arcs;
  }

  /** Brings the flow to the optimum over all pairs. */
  optimise(hooks: Hooks): void {
    const pause = (improving: number) => (): void => {
      assertWanted(hooks);
      hooks.progress?.({
        ...{ round: this.round, candidates: this.simplex.arcs - this.firstPairArc },
        ...{ improving, steps: this.simplex.pivots },
      });
    };
    if (this.round > 0) this.simplex.run(pause(0));
    for (let improving = this.price(hooks); improving > 0; improving = this.price(hooks)) {
      pause(improving)();
      this.simplex.run(pause(improving));
    }
    pause(0)();
  }

  /** Takes over what `adjust` says now of these papers; `optimise` follows. */
  reprice(papers: Iterable<number>): void {
    const offset = 1 + this.instance.papers;
    for (const p of papers) {
      const row = this.rowOf(p);
      for (let arc = this.lastArcOf[p]; arc >= 0; arc = this.arcBefore[arc - this.firstPairArc]) {
        const value = row[this.simplex.target[arc] - offset];
        this.simplex.cost[arc] = value === never ? this.prohibitive : -value;
      }
    }
    this.simplex.settle();
  }

  private rowOf(paper: number): Int32Array {
    const row = this.rows.open(paper);
    this.adjust?.(paper, row);
    return row;
  }

  /** Adds the pairs of each paper that would improve the plan most; answers how many. */
  private price(hooks: Hooks): number {
    const { papers, reviewers } = this.instance;
    const look = this.round++ === 0 ? firstLook : laterLook;
    const best = new Int32Array(look);
    const gain = new Float64Array(look);
    let added = 0;
    for (let p = 0; p < papers; p += 1) {
      if (this.remaining.demand[p] === 0) continue;
      if (p % 512 === 0) assertWanted(hooks);
      const row = this.rowOf(p);
      const count = this.bestOf(p, row, look, best, gain);
      for (let k = 0; k < count; k += 1) {
        const r = best[k];
        const bit = p * reviewers + r;
        this.pool[bit >> 3] |= 1 << (bit & 7);
        this.arcBefore.push(this.lastArcOf[p]);
        this.lastArcOf[p] = this.simplex.add(1 + p, 1 + papers + r, 1, -row[r]);
      }
      added += count;
    }
    return added;
  }

  private bestOf(paper: number, row: Int32Array, look: number, best: Int32Array, gain: Float64Array): number {
    const { papers, reviewers } = this.instance;
    const { potential } = this.simplex;
    const { pool } = this;
    const price = potential[1 + paper];
    const offset = 1 + papers;
    let count = 0;
    let bar = price;
    // papers begin at different places, so that among equals they do not all take the same reviewers
    let r = (paper * 7919) % reviewers;
    for (let seen = 0; seen < reviewers; seen += 1) {
      const worth = row[r] + potential[offset + r];
      if (worth > bar && row[r] !== never) {
        const bit = paper * reviewers + r;
        if ((pool[bit >> 3] & (1 << (bit & 7))) === 0) {
          let at = count < look ? count++ : look - 1;
          while (at > 0 && gain[at - 1] < worth) {
            gain[at] = gain[at - 1];
            best[at] = best[at - 1];
            at -= 1;
          }
          gain[at] = worth;
          best[at] = r;
          if (count === look) bar = gain[look - 1];
        }
      }
      if (++r === reviewers) r = 0;
    }
    return count;
  }

  /** The pairs that carry flow. */
  private *chosen(): Generator<readonly [paper: number, reviewer: number]> {
    const { source, target, flow, arcs } = this.simplex;
    for (let arc = this.firstPairArc; arc < arcs; arc += 1)
      if (flow[arc] > 0) yield [source[arc] - 1, target[arc] - 1 - this.instance.papers] as const;
  }

  plan(): Pairs {
    return pairsOf(this.instance.papers, [...eachPair(this.instance.fixed), ...this.chosen()]);
  }

  /** What could not be done. */
  slack(): { droppedDemand: Int32Array; extraLoad: Int32Array; loweredMinimum: Int32Array } {
    const { flow } = this.simplex;
    return {
      droppedDemand: this.droppedArc.map((arc) => flow[arc]),
      extraLoad: this.extraArc.map((arc) => flow[arc]),
      loweredMinimum: this.loweredArc.map((arc) => (arc < 0 ? 0 : flow[arc])),
    };
  }

  /** Dual prices: of a place for each paper, and of a place with each reviewer (positive at the largest load, negative at the smallest). */
  prices(): { paper: Float64Array; reviewer: Float64Array } {
    const { papers, reviewers } = this.instance;
    const { potential } = this.simplex;
    const paper = potential.slice(1, 1 + papers);
    const reviewer = potential.slice(1 + papers, 1 + papers + reviewers).map((value) => 0 - value);
    // where every place is taken only differences of prices matter: the lowest is put at zero
    let shift = Infinity;
    for (const price of reviewer) shift = Math.min(shift, price);
    if (!(shift > 0 && shift < Infinity)) shift = 0;
    const lowered = reviewer.map((price) => price - shift);
    return {
      paper: paper.map((price, p) => (this.remaining.demand[p] === 0 ? this.leastPrice(p, lowered) : price + shift)),
      reviewer: lowered,
    };
  }

  /** Papers that need nobody are not in the passes; this is the price at which they want nobody either. */
  private leastPrice(paper: number, reviewer: Float64Array): number {
    return this.rowOf(paper).reduce(
      (price, value, r) => (value === never ? price : Math.max(price, value - reviewer[r])),
      0,
    );
  }
}

export function largestOf({ affinity: { values } }: Instance): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
