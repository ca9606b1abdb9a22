import fc from 'fast-check';
import { certify } from './certify';
import { reviewingCycles } from './cycles';
import { explain } from './explain';
import { priceOf } from './forbid';
import { eachPair, type Instance, pairsOf } from './instance';
import { optimise } from './optimise';
import { instances } from './testing/instances';

describe('why a pair is in a plan', () => {
  it('is that nobody for the paper is cheaper: an alternative, taken, costs at least its price', () => {
    fc.assert(
      fc.property(instances({ papers: 5, reviewers: 5, demand: 2, load: 5 }), (instance) => {
        const solution = optimise(instance);
        if (solution.changes.length > 0) return;
        for (const [p, r] of eachPair(solution.assigned)) {
          const { surplus, isFixed, alternatives } = explain(instance, solution, p, r);
          if (isFixed) continue;
          expect(surplus).toBeGreaterThanOrEqual(0);
          for (const { reviewer, price } of alternatives) {
            expect(price).toBeGreaterThanOrEqual(0);
            const forced: Instance = {
              ...instance,
              fixed: pairsOf(instance.papers, [...eachPair(instance.fixed), [p, reviewer]]),
            };
            const other = optimise(forced);
            if (other.changes.length === 0 && forced.maxLoad[reviewer] > 0 && forced.demand[p] > 0)
              if (certify(instance, other).violations.length === 0)
                expect(solution.total - other.total).toBeGreaterThanOrEqual(price);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and what doing without it costs is exact, and no less than what it adds to the prices', () => {
    fc.assert(
      fc.property(instances({ papers: 5, reviewers: 5, demand: 2, load: 5 }), (instance) => {
        const solution = optimise(instance);
        if (solution.changes.length > 0) return;
        for (const [p, r] of eachPair(solution.assigned)) {
          const { surplus, isFixed } = explain(instance, solution, p, r);
          if (isFixed) continue;
          const { price, next } = priceOf(instance, solution, p, r);
          expect(price).toBeGreaterThanOrEqual(surplus);
          if (price < Infinity) expect(next.total).toBe(solution.total - price);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('circles of two and three reviewers are found, each once', () => {
  // reviewer n wrote paper n
  const authored = pairsOf(
    6,
    [0, 1, 2, 3, 4, 5].map((n) => [n, n] as const),
  );
  const assigned = pairsOf(6, [
    [1, 0],
    [0, 1],
    [3, 2],
    [4, 3],
    [2, 4],
    [5, 0],
  ]);
  const steps = reviewingCycles(assigned, authored).map((cycle) =>
    cycle.steps.map(({ reviewer, paper }) => `${reviewer}→${paper}`),
  );
  expect(steps).toEqual([
    ['0→1', '1→0'],
    ['2→3', '3→4', '4→2'],
  ]);
});
