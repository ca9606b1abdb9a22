import fc from 'fast-check';
import { certify } from './certify';
import { eachPair, hasPair, pairsOf } from './instance';
import { changed, optimise } from './optimise';
import { repairing } from './repair';
import { instances } from './testing/instances';
import { without } from './forbid';

describe('a plan that exists already', () => {
  it('keeps what was begun, lets go what has become a conflict, and is otherwise disturbed as little as can be', () => {
    fc.assert(
      fc.property(instances({ papers: 8, reviewers: 7, demand: 3, load: 6 }), fc.nat(), (instance, which) => {
        const former = optimise(instance);
        const pairs = [...eachPair(former.assigned)].filter(([p, r]) => !hasPair(instance.fixed, p, r));
        if (former.changes.length > 0 || pairs.length < 2) return;
        const conflict = pairs[which % pairs.length];
        const begun = pairsOf(
          instance.papers,
          pairs.filter((_, at) => at % 2 === 0),
        );
        const now = repairing(without(instance, [conflict]), former.assigned, begun, 1000);
        const after = optimise(now);
        expect(certify(changed(now, after.changes), after)).toMatchObject({ violations: [], gap: 0 });
        expect(hasPair(after.assigned, ...conflict)).toBe(false);
        for (const [p, r] of eachPair(begun))
          if (p !== conflict[0] || r !== conflict[1]) expect(hasPair(after.assigned, p, r)).toBe(true);
        if (after.changes.length > 0) return;
        const gone = pairs.filter(([p, r]) => !hasPair(after.assigned, p, r)).length;
        const anew = optimise({ ...now, affinity: without(instance, [conflict]).affinity });
        expect(gone).toBeLessThanOrEqual(pairs.filter(([p, r]) => !hasPair(anew.assigned, p, r)).length);
      }),
      { numRuns: 500 },
    );
  });

  it('is topped up: one place more leaves all others where they are if somebody has room', () => {
    const size = { papers: 3, reviewers: 4 };
    const instance = {
      ...size,
      demand: new Int32Array(3).fill(1),
      minLoad: new Int32Array(4),
      maxLoad: new Int32Array(4).fill(2),
      affinity: { kind: 'dense' as const, values: Int32Array.from({ length: 12 }, (_, at) => (at * 5) % 7) },
      forbidden: pairsOf(3, []),
      fixed: pairsOf(3, []),
    };
    const { assigned } = optimise(instance);
    const more = { ...instance, demand: Int32Array.of(2, 1, 1) };
    const after = optimise(repairing(more, assigned, pairsOf(3, []), 100));
    expect(after.assigned.reviewer.length).toBe(4);
    for (const [p, r] of eachPair(assigned)) expect(hasPair(after.assigned, p, r)).toBe(true);
  });
});
