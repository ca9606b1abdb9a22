import fc from 'fast-check';
import { type Instance, pairsOf, sparseAffinity } from '../instance';

export interface Shape {
  papers: number;
  reviewers: number;
  demand: number;
  load: number;
}

export const tiny: Shape = { papers: 4, reviewers: 4, demand: 3, load: 3 };

/** Instances of every kind: dense or sparse, with conflicts, fixed pairs and smallest loads, many of them without any plan. */
export function instances(most: Shape): fc.Arbitrary<Instance> {
  const sizes = fc.record({
    papers: fc.integer({ min: 1, max: most.papers }),
    reviewers: fc.integer({ min: 1, max: most.reviewers }),
    kind: fc.constantFrom('dense' as const, 'sparse' as const),
  });
  return sizes.chain(({ papers, reviewers, kind }) => {
    const each = <T>(length: number, of: fc.Arbitrary<T>) => fc.array(of, { minLength: length, maxLength: length });
    return fc
      .record({
        demand: each(papers, fc.integer({ min: 0, max: most.demand })),
        loads: each(reviewers, fc.tuple(fc.nat(most.load), fc.nat(most.load))),
        values: each(papers * reviewers, fc.integer({ min: -5, max: 20 })),
        marks: each(papers * reviewers, fc.nat(19)),
        minima: fc.boolean(),
      })
      .map(({ demand, loads, values, marks, minima }) => {
        const marked = (is: (mark: number) => boolean) =>
          marks.flatMap((mark, at) => (is(mark) ? [[Math.floor(at / reviewers), at % reviewers] as const] : []));
        return {
          papers,
          reviewers,
          demand: Int32Array.from(demand),
          minLoad: Int32Array.from(loads, ([a, b]) => (minima ? Math.min(a, b) : 0)),
          maxLoad: Int32Array.from(loads, ([a, b]) => Math.max(a, b)),
          affinity:
            kind === 'dense'
              ? { kind, values: Int32Array.from(values) }
              : sparseAffinity(
                  papers,
                  marked((mark) => mark % 2 === 0).map(([p, r]) => [p, r, values[p * reviewers + r]] as const),
                ),
          forbidden: pairsOf(
            papers,
            marked((mark) => mark < 3),
          ),
          fixed: pairsOf(
            papers,
            marked((mark) => mark === 19),
          ),
        };
      });
  });
}
