import fc from 'fast-check';
import { violationsOf } from './certify';
import { fair, type Worst } from './fairness';
import { pairValues, paperSums, reviewerSums, totalOf } from './figures';
import { type Instance, loadsOf, type Pairs, pairsOf, sparseAffinity } from './instance';
import { optimise } from './optimise';
import { everyPlan } from './testing/every-plan';
import { instances } from './testing/instances';

const extent = process.env['PROOF'] === 'full' ? 10 : 1;

const floorOf = (instance: Instance, plan: Pairs, worst: Worst): number => {
  const load = loadsOf(plan, instance.reviewers);
  const lots =
    worst === 'paper'
      ? [...paperSums(instance, plan)].filter((_, p) => plan.start[p + 1] > plan.start[p])
      : [...reviewerSums(instance, plan)].flatMap((sum, r) => (load[r] > 0 ? [Math.floor(sum / load[r])] : []));
  return lots.length === 0 ? 0 : Math.min(...lots);
};

describe.each(['paper', 'reviewer'] as const)('a plan that lifts the worst-off %s', (worst) => {
  it('keeps the rules, and what it says of the best there could be holds against every plan', () => {
    let proved = 0;
    let tried = 0;
    fc.assert(
      fc.property(instances({ papers: 3, reviewers: 3, demand: 2, load: 3 }), (instance) => {
        const solution = fair(instance, worst);
        if (solution.changes.length > 0) return;
        tried += 1;
        expect(violationsOf(instance, solution.assigned)).toEqual([]);
        const { floor, floorBound, total, totalBound } = solution;
        expect({ floor, total }).toEqual({
          floor: floorOf(instance, solution.assigned, worst),
          total: totalOf(instance, solution.assigned),
        });
        const plans = everyPlan(instance);
        const highest = Math.max(...plans.map((plan) => floorOf(instance, plan, worst)));
        expect(floorBound).toBeGreaterThanOrEqual(highest);
        const as = plans.filter((plan) => floorOf(instance, plan, worst) >= floor);
        expect(totalBound).toBeGreaterThanOrEqual(Math.max(...as.map((plan) => totalOf(instance, plan))));
        if (floor === highest) proved += 1;
      }),
      { numRuns: 400 * extent },
    );
    expect(proved / tried).toBeGreaterThan(0.9);
  });

  it('is never worse off than the plain optimum', () => {
    fc.assert(
      fc.property(instances({ papers: 8, reviewers: 6, demand: 3, load: 6 }), (instance) => {
        const plain = optimise(instance);
        const solution = fair(instance, worst);
        expect(solution.plainTotal).toBe(plain.total);
        expect(solution.total).toBeLessThanOrEqual(plain.total);
        expect(solution.floor).toBeGreaterThanOrEqual(floorOf(instance, plain.assigned, worst));
        expect(solution.totalBound).toBeGreaterThanOrEqual(solution.total);
      }),
      { numRuns: 150 * extent },
    );
  });
});

it('takes from a paper that has much for one that has nothing', () => {
  const instance: Instance = {
    ...{ papers: 2, reviewers: 2, demand: Int32Array.of(1, 1), minLoad: new Int32Array(2) },
    maxLoad: Int32Array.of(1, 1),
    affinity: sparseAffinity(2, [
      [0, 0, 10],
      [0, 1, 4],
      [1, 0, 4],
    ]),
    ...{ forbidden: pairsOf(2, []), fixed: pairsOf(2, []) },
  };
  expect([...pairValues(instance, optimise(instance).assigned)]).toEqual([10, 0]);
  const solution = fair(instance, 'paper');
  expect([...pairValues(instance, solution.assigned)]).toEqual([4, 4]);
  expect(solution).toMatchObject({ floor: 4, floorBound: 4, total: 8, totalBound: 8, plainTotal: 10 });
});
