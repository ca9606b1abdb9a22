import fc from 'fast-check';
import { violationsOf } from './certify';
import { totalOf } from './figures';
import { apart, atLeast, onePerInstitution, optimiseWithRules, type SideRule, unmetRules } from './side-rules';
import { everyPlan } from './testing/every-plan';
import { instances } from './testing/instances';

const extent = process.env['PROOF'] === 'full' ? 10 : 1;

const ruleSets = fc.oneof(
  fc.constant<SideRule[]>([apart(0, 1)]),
  fc.constant<SideRule[]>([apart(0, 1), apart(1, 2)]),
  fc.constant<SideRule[]>([atLeast(1, [0, 1])]),
  fc.constant<SideRule[]>(onePerInstitution(['Graz', 'Graz', undefined, 'Rome'])),
  fc.constant<SideRule[]>([atLeast(1, [0, 2]), ...onePerInstitution(['Graz', 'Rome', 'Graz', 'Rome'])]),
);

describe('plans under rules that a flow cannot hold', () => {
  it('keep every rule; the bound holds against every plan; most are the best there is', () => {
    let tried = 0;
    let exact = 0;
    let found = 0;
    fc.assert(
      fc.property(instances({ papers: 3, reviewers: 4, demand: 3, load: 3 }), ruleSets, (instance, all) => {
        const rules = all.filter(({ members }) => members.every((r) => r < instance.reviewers));
        const possible = everyPlan(instance).filter((plan) => unmetRules(instance.papers, rules, plan).length === 0);
        const solution = optimiseWithRules(instance, rules);
        if (possible.length === 0) {
          expect(solution.unmet.length + solution.changes.length).toBeGreaterThan(0);
          return;
        }
        const best = Math.max(...possible.map((plan) => totalOf(instance, plan)));
        expect(solution.bound).toBeGreaterThanOrEqual(best);
        tried += 1;
        if (solution.unmet.length + solution.changes.length > 0) return;
        found += 1;
        expect(violationsOf(instance, solution.assigned)).toEqual([]);
        expect(unmetRules(instance.papers, rules, solution.assigned)).toEqual([]);
        expect(solution.total).toBe(totalOf(instance, solution.assigned));
        expect(solution.total).toBeLessThanOrEqual(best);
        if (solution.total === best) exact += 1;
      }),
      { numRuns: 400 * extent },
    );
    expect(found / tried).toBeGreaterThan(0.9);
    expect(exact / tried).toBeGreaterThan(0.8);
  });

  it('are the plain optimum where there is no rule', () => {
    const [instance] = fc.sample(instances({ papers: 6, reviewers: 6, demand: 1, load: 6 }), { numRuns: 1, seed: 3 });
    const { bound, total, changes } = optimiseWithRules(instance, []);
    if (changes.length === 0) expect(bound).toBe(total);
  });
});
