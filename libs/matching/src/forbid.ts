import { eachPair, type Instance, pairsOf } from './instance';
import { optimise, type Options, type Solution } from './optimise';

/** The instance with further pairs forbidden. */
export function without(instance: Instance, list: Iterable<readonly [paper: number, reviewer: number]>): Instance {
  return { ...instance, forbidden: pairsOf(instance.papers, [...eachPair(instance.forbidden), ...list]) };
}

/** The best plan without a pair, and exactly what it costs: solves anew. */
export function priceOf(
  instance: Instance,
  solution: Solution,
  paper: number,
  reviewer: number,
  options?: Options,
): { price: number; next: Solution } {
  const next = optimise(without(instance, [[paper, reviewer]]), options);
  return { price: next.changes.length > 0 ? Infinity : solution.total - next.total, next };
}
