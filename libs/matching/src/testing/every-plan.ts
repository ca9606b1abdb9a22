import { eachPair, hasPair, type Instance, type Pairs, pairsOf } from '../instance';
import { violationsOf } from '../certify';

/** Every plan that keeps the rules, by trying all sets of pairs. For the tiniest instances only. */
export function everyPlan(instance: Instance): Pairs[] {
  const { papers, reviewers, forbidden, fixed } = instance;
  const held = [...eachPair(fixed)];
  const open: [number, number][] = [];
  for (let p = 0; p < papers; p += 1)
    for (let r = 0; r < reviewers; r += 1) if (!hasPair(forbidden, p, r) && !hasPair(fixed, p, r)) open.push([p, r]);
  const plans: Pairs[] = [];
  for (let set = 0; set < 1 << open.length; set += 1) {
    const plan = pairsOf(papers, [...held, ...open.filter((_, at) => set & (1 << at))]);
    if (violationsOf(instance, plan).length === 0) plans.push(plan);
  }
  return plans;
}
