import { eachPair, hasPair, type Instance, type Pairs, pairsOf, sparseAffinity } from './instance';

/**
 * The instance as it is when a plan exists already: begun pairs are fixed, and every other pair of the former plan is worth `stay` more than it
 * is, so that it goes only where that gains more. Pairs that have come to be forbidden are let go, begun or not. Its totals count `stay`;
 * ask `figuresOf` with the instance itself for those without.
 */
export function repairing(instance: Instance, former: Pairs, begun: Pairs, stay: number): Instance {
  const { papers, reviewers, affinity, forbidden } = instance;
  const fixed = pairsOf(papers, [
    ...eachPair(instance.fixed),
    ...[...eachPair(begun)].filter(([p, r]) => !hasPair(forbidden, p, r)),
  ]);
  if (affinity.kind === 'dense') {
    const values = Int32Array.from(affinity.values);
    for (const [p, r] of eachPair(former)) values[p * reviewers + r] += stay;
    return { ...instance, fixed, affinity: { kind: 'dense', values } };
  }
  const list = new Map<number, number>();
  let at = 0;
  for (const [p, r] of eachPair(affinity.pairs)) list.set(p * reviewers + r, affinity.values[at++]);
  for (const [p, r] of eachPair(former)) list.set(p * reviewers + r, (list.get(p * reviewers + r) ?? 0) + stay);
  const pairs = [...list].map(([key, value]) => [Math.floor(key / reviewers), key % reviewers, value] as const);
  return { ...instance, fixed, affinity: sparseAffinity(papers, pairs) };
}
