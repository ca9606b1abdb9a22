import { eachPair, hasPair, type Instance, loadsOf, type Pairs, remainingOf, reviewersOf } from './instance';
import { type Solution } from './optimise';
import { never, Rows } from './rows';

export interface Certificate {
  /** Rules the plan breaks, in words; empty for a plan that may be used. */
  violations: string[];
  total: number;
  /** No plan whatever can have more: follows from the prices alone, whoever made them. */
  bound: number;
  /** `bound - total`; 0 proves that the plan is optimal. */
  gap: number;
}

/**
 * Checks a plan without trusting whoever made it: its rules, and by linear programming duality how far from the optimum it can be at most. For
 * any prices u of papers and y of reviewers no plan exceeds Σ d·u + Σ (y > 0 ? max : min)·y + Σ max(0, a − u − y) over the open pairs.
 */
export function certify(
  instance: Instance,
  solution: Pick<Solution, 'assigned' | 'paperPrice' | 'reviewerPrice'>,
): Certificate {
  const { assigned, paperPrice, reviewerPrice } = solution;
  const violations = violationsOf(instance, assigned);
  const left = remainingOf(instance);
  const rows = new Rows(instance);
  let total = 0;
  let bound = 0;
  for (let r = 0; r < instance.reviewers; r += 1) {
    const price = reviewerPrice[r];
    bound += price * (price > 0 ? left.maxLoad[r] : left.minLoad[r]);
  }
  for (let p = 0; p < instance.papers; p += 1) {
    const price = paperPrice[p];
    bound += price * left.demand[p];
    const plain = rows.plain(p);
    for (const r of reviewersOf(assigned, p)) total += plain[r];
    for (const r of reviewersOf(instance.fixed, p)) bound += plain[r];
    const open = rows.open(p);
    for (let r = 0; r < open.length; r += 1) {
      const surplus = open[r] - price - reviewerPrice[r];
      if (surplus > 0 && open[r] !== never) bound += surplus;
    }
  }
  return { violations, total, bound, gap: bound - total };
}

/** Every rule of the instance that the plan breaks. */
export function violationsOf(instance: Instance, assigned: Pairs): string[] {
  const { papers, reviewers, fixed, forbidden } = instance;
  const wrong: string[] = [];
  const left = remainingOf(instance);
  if (assigned.start.length !== papers + 1) return ['The plan is of another number of papers.'];
  for (let p = 0; p < papers; p += 1) {
    const row = reviewersOf(assigned, p);
    const own = reviewersOf(fixed, p);
    if (new Set(row).size !== row.length) wrong.push(`Paper ${p} has a reviewer twice.`);
    if (row.length !== own.length + left.demand[p])
      wrong.push(`Paper ${p} has ${row.length} reviewers of ${own.length + left.demand[p]}.`);
    for (const r of row) {
      if (r < 0 || r >= reviewers) wrong.push(`Paper ${p} has reviewer ${r}, who is not there.`);
      if (hasPair(forbidden, p, r)) wrong.push(`Paper ${p} has reviewer ${r}, which is forbidden.`);
    }
  }
  for (const [p, r] of eachPair(fixed))
    if (!hasPair(assigned, p, r)) wrong.push(`Paper ${p} lacks its fixed reviewer ${r}.`);
  const load = loadsOf(assigned, reviewers);
  const fixedLoad = loadsOf(fixed, reviewers);
  for (let r = 0; r < reviewers; r += 1) {
    const largest = fixedLoad[r] + left.maxLoad[r];
    const smallest = fixedLoad[r] + left.minLoad[r];
    if (load[r] > largest || load[r] < smallest)
      wrong.push(`Reviewer ${r} has ${load[r]} papers, not from ${smallest} to ${largest}.`);
  }
  return wrong;
}
