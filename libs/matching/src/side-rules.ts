import { pairValues } from './figures';
import { assertWanted, type Hooks } from './hooks';
import { assertSound, type Instance, largestAffinity, type Pairs, reviewersOf } from './instance';
import { AssignmentNetwork, largestOf } from './network';
import { assertKept, type Change, changesOf, evenWeights } from './optimise';
import { never } from './rows';

/** For every paper: at most, or at least, so many of these reviewers. */
export interface SideRule {
  kind: 'atMost' | 'atLeast';
  count: number;
  members: readonly number[];
}

/** Two who never read the same paper. */
export function apart(one: number, other: number): SideRule {
  return { kind: 'atMost', count: 1, members: [one, other] };
}

/** So many with a tag (seniors, say) for every paper. */
export function atLeast(count: number, members: readonly number[]): SideRule {
  return { kind: 'atLeast', count, members };
}

/** At most one of each institution, given for each reviewer; those without one are not bound. */
export function onePerInstitution(institutions: readonly (string | undefined)[]): SideRule[] {
  const byName = Map.groupBy(institutions.keys(), (r) => institutions[r]);
  return [...byName].flatMap(([name, members]) =>
    name !== undefined && members.length > 1 ? [{ kind: 'atMost' as const, count: 1, members }] : [],
  );
}

/** A rule that a paper does not keep, by its place in the list. */
export interface Unmet {
  paper: number;
  rule: number;
}

export interface RuledSolution {
  assigned: Pairs;
  total: number;
  /** No plan that keeps the rules has a larger total; the gap to it is `bound - total`. */
  bound: number;
  /** Empty unless no plan was found that keeps all rules. */
  unmet: Unmet[];
  changes: Change[];
}

/** Which rules a plan does not keep. */
export function unmetRules(papers: number, rules: readonly SideRule[], assigned: Pairs): Unmet[] {
  const counts = new Counts(papers, rules, assigned);
  const unmet: Unmet[] = [];
  rules.forEach((rule, at) => {
    for (let paper = 0; paper < papers; paper += 1) {
      const above = counts.of(at, paper) - rule.count;
      if (rule.kind === 'atMost' ? above > 0 : above < 0) unmet.push({ paper, rule: at });
    }
  });
  return unmet;
}

/**
 * The best plan found under rules that a flow cannot hold, with a proved bound of the best there is. Rules become prices (Lagrangian
 * relaxation): each round the network solves the priced problem exactly, whose optimum is a bound; prices rise where a rule is broken and fall
 * where it holds with room. What is still broken then is closed pair by pair.
 */
export function optimiseWithRules(
  instance: Instance,
  rules: readonly SideRule[],
  { rounds = 40, ...hooks }: Hooks & { rounds?: number } = {},
): RuledSolution {
  assertSound(instance);
  const solution = new Search(instance, rules, rounds, hooks).run();
  assertKept(instance, solution.changes, solution.assigned);
  return solution;
}

/** Prices count in sixty-fourths of the total. */
const one = 64;

class Search {
  private readonly network: AssignmentNetwork;
  private readonly mostPrice: number;
  private readonly prices = new Map<number, number>();
  private readonly pricedOf = new Map<number, Set<number>>();
  private readonly closed = new Map<number, Set<number>>();
  private bound = Infinity;
  private best: RuledSolution | undefined;

  constructor(
    private readonly instance: Instance,
    private readonly rules: readonly SideRule[],
    private readonly rounds: number,
    private readonly hooks: Hooks,
  ) {
    const largest = Math.max(1, largestOf(instance));
    this.mostPrice = Math.min(largest * one * 4, largestAffinity);
    this.network = new AssignmentNetwork(instance, {
      weights: evenWeights,
      adjust: (paper, row) => this.adjust(paper, row),
      largest: largest * one + this.mostPrice * 4,
    });
  }

  run(): RuledSolution {
    let step = one;
    for (let round = 0; round < this.rounds; round += 1) {
      const { assigned, unmet, changes } = this.solve(true);
      if (changes.length > 0) return { ...this.solve(false), bound: this.bound };
      if (this.best && this.best.total >= this.bound) break;
      if (unmet.length === 0 && this.prices.size === 0) break;
      this.move(assigned, step);
      if (round % 5 === 4) step = Math.max(1, Math.round(step * 0.7));
    }
    if (this.best?.total === this.bound) return { ...this.best, bound: this.bound };
    const found = new Map(this.prices);
    const last = this.close();
    this.closed.clear();
    found.forEach((price, key) => this.prices.set(key, price));
    this.insist();
    if (this.best) this.polish(this.best.assigned);
    return { ...(this.best ?? last), bound: this.bound };
  }

  /** Closes what is broken; first at the prices found, then without them. */
  private close(): RuledSolution {
    const last = this.closeAll();
    this.prices.clear();
    return this.best ? this.closeAll() : last;
  }

  /** Closes the pairs that priced rules keep out of a plan, and lets the rest find its optimum without prices. */
  private polish(assigned: Pairs): void {
    const { papers } = this.instance;
    for (const [key, price] of this.prices)
      if (price > 0) this.closeOne(assigned, { paper: key % papers, rule: Math.floor(key / papers) });
    this.prices.clear();
    this.closeAll();
  }

  private closeAll(): RuledSolution {
    let last = this.solve(false);
    while (last.unmet.length > 0 && last.changes.length === 0) {
      let isAnyNew = false;
      for (const unmet of last.unmet) isAnyNew = this.closeOne(last.assigned, unmet) || isAnyNew;
      // fixed pairs alone may break a rule
      if (!isAnyNew) break;
      last = this.solve(false);
    }
    return last;
  }

  /** Prices of what is broken are doubled until nothing is, or until that does not help. */
  private insist(): void {
    for (let round = 0; round < this.rounds / 2; round += 1) {
      const { unmet } = this.solve(true);
      if (unmet.length === 0) return;
      for (const { paper, rule } of unmet) {
        const price = this.prices.get(rule * this.instance.papers + paper) ?? 0;
        this.setPrice(rule, paper, Math.min(this.mostPrice, Math.max(one, price * 2)));
      }
    }
  }

  /** Leaves the paper no pair that could break the rule again; whether there was one. */
  private closeOne(assigned: Pairs, { paper, rule }: Unmet): boolean {
    const { kind, count, members } = this.rules[rule];
    const isMember = new Set(members);
    const own = reviewersOf(assigned, paper);
    const held = new Set(reviewersOf(this.instance.fixed, paper));
    const side = (r: number): boolean => isMember.has(r) === (kind === 'atMost');
    const most = kind === 'atMost' ? count : Math.max(0, own.length - count);
    // those who stay: fixed ones first
    const kept = new Set(
      [...own]
        .filter(side)
        .sort((a, b) => Number(held.has(b)) - Number(held.has(a)))
        .slice(0, most),
    );
    const closed = this.closed.get(paper) ?? new Set<number>();
    const before = closed.size;
    this.closed.set(paper, closed);
    for (let r = 0; r < this.instance.reviewers; r += 1) if (side(r) && !kept.has(r) && !held.has(r)) closed.add(r);
    return closed.size > before;
  }

  private move(assigned: Pairs, step: number): void {
    const { papers } = this.instance;
    const counts = new Counts(papers, this.rules, assigned);
    this.rules.forEach((rule, at) => {
      for (let paper = 0; paper < papers; paper += 1) {
        const key = at * papers + paper;
        const price = this.prices.get(key) ?? 0;
        const above = (counts.of(at, paper) - rule.count) * (rule.kind === 'atMost' ? 1 : -1);
        const next = Math.max(0, Math.min(this.mostPrice, price + step * above));
        if (next === price) continue;
        this.setPrice(at, paper, next);
      }
    });
  }

  private setPrice(rule: number, paper: number, price: number): void {
    this.prices.set(rule * this.instance.papers + paper, price);
    this.pricedOf.set(paper, (this.pricedOf.get(paper) ?? new Set<number>()).add(rule));
  }

  private adjust(paper: number, row: Int32Array): void {
    for (let r = 0; r < row.length; r += 1) if (row[r] !== never) row[r] *= one;
    for (const at of this.pricedOf.get(paper) ?? []) {
      const { kind, members } = this.rules[at];
      const price = (this.prices.get(at * this.instance.papers + paper) ?? 0) * (kind === 'atMost' ? -1 : 1);
      for (const r of members) if (row[r] !== never) row[r] += price;
    }
    for (const r of this.closed.get(paper) ?? []) row[r] = never;
  }

  /** Solves at the present prices. The optimum bounds every plan only while nothing is closed. */
  private solve(isBound: boolean): RuledSolution {
    assertWanted(this.hooks);
    const { papers } = this.instance;
    this.network.reprice(this.instance.demand.keys());
    this.network.optimise(this.hooks);
    const assigned = this.network.plan();
    const total = pairValues(this.instance, assigned).reduce((sum, value) => sum + value, 0);
    const changes = changesOf(this.network);
    if (isBound) this.bound = Math.min(this.bound, Math.floor(total + this.priceOfSlack(assigned) / one));
    const unmet = unmetRules(papers, this.rules, assigned);
    const solution = { assigned, total, bound: this.bound, unmet, changes };
    if (unmet.length === 0 && changes.length === 0 && total > (this.best?.total ?? -Infinity)) this.best = solution;
    return solution;
  }

  private priceOfSlack(assigned: Pairs): number {
    const { papers } = this.instance;
    const counts = new Counts(papers, this.rules, assigned);
    let sum = 0;
    for (const [key, price] of this.prices) {
      const { kind, count } = this.rules[Math.floor(key / papers)];
      const above = counts.of(Math.floor(key / papers), key % papers) - count;
      sum -= price * above * (kind === 'atMost' ? 1 : -1);
    }
    return sum;
  }
}

/** How many of a rule's members each paper has. */
class Counts {
  private readonly counts = new Map<number, number>();

  constructor(
    private readonly papers: number,
    rules: readonly SideRule[],
    assigned: Pairs,
  ) {
    const rulesOf = new Map<number, number[]>();
    rules.forEach(({ members }, at) => {
      for (const r of members) rulesOf.set(r, [...(rulesOf.get(r) ?? []), at]);
    });
    for (let paper = 0; paper < papers; paper += 1)
      for (const r of reviewersOf(assigned, paper))
        for (const at of rulesOf.get(r) ?? []) {
          const key = at * papers + paper;
          this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
        }
  }

  of(rule: number, paper: number): number {
    return this.counts.get(rule * this.papers + paper) ?? 0;
  }
}
