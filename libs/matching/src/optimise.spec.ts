import fc from 'fast-check';
import { certify, violationsOf } from './certify';
import { figuresOf, paperSums } from './figures';
import { Cancelled, type Progress } from './hooks';
import { eachPair, type Instance, pairsOf, reviewersOf, scaled, sparseAffinity, UnsoundInstance } from './instance';
import { changed, optimise } from './optimise';
import { bruteForce } from './testing/brute-force';
import { instances, tiny } from './testing/instances';
import { optimumByHighs } from './testing/lp';

/** `PROOF=full` tries ten times as many instances. */
const extent = process.env['PROOF'] === 'full' ? 10 : 1;

const plain = (papers: number, reviewers: number, demand: number, load: number): Instance => ({
  papers,
  reviewers,
  demand: new Int32Array(papers).fill(demand),
  minLoad: new Int32Array(reviewers),
  maxLoad: new Int32Array(reviewers).fill(load),
  affinity: sparseAffinity(papers, []),
  forbidden: pairsOf(papers, []),
  fixed: pairsOf(papers, []),
});

jest.setTimeout(60_000 * extent);

describe('the optimal plan', () => {
  it('is what trying everything finds, with the smallest change where there is none', () => {
    fc.assert(
      fc.property(instances(tiny), (instance) => {
        const { total, changes } = optimise(instance);
        const best = bruteForce(instance);
        expect({ total, changes: changes.reduce((sum, { by }) => sum + by, 0) }).toEqual(best);
      }),
      { numRuns: 2500 * extent },
    );
  });

  it('keeps every rule and carries its proof, on ten thousand instances', () => {
    let feasible = 0;
    fc.assert(
      fc.property(instances({ papers: 9, reviewers: 7, demand: 3, load: 6 }), (instance) => {
        const solution = optimise(instance);
        const after = changed(instance, solution.changes);
        const { violations, total, gap } = certify(after, solution);
        expect({ violations, total, gap }).toEqual({ violations: [], total: solution.total, gap: 0 });
        if (solution.changes.length === 0) feasible += 1;
      }),
      { numRuns: 10_000 * extent },
    );
    expect(feasible).toBeGreaterThan(1000);
  });

  it('can be had after the change it names', () => {
    fc.assert(
      fc.property(instances({ papers: 6, reviewers: 5, demand: 3, load: 3 }), (instance) => {
        const first = optimise(instance);
        const again = optimise(changed(instance, first.changes));
        expect({ changes: again.changes, total: again.total }).toEqual({ changes: [], total: first.total });
      }),
      { numRuns: 1000 * extent },
    );
  });

  it('is that of HiGHS on small instances', async () => {
    await fc.assert(
      fc.asyncProperty(instances({ papers: 12, reviewers: 10, demand: 3, load: 7 }), async (instance) => {
        const solution = optimise(instance);
        expect(solution.changes.length === 0 ? solution.total : undefined).toEqual(await optimumByHighs(instance));
      }),
      { numRuns: 150 * extent },
    );
  });

  it('is that of HiGHS on instances of some size', async () => {
    const sizes = instances({ papers: 80, reviewers: 60, demand: 3, load: 12 });
    const large = sizes.filter(({ papers, reviewers }) => papers > 40 && reviewers > 30);
    for (const instance of fc.sample(large, { numRuns: 5 * extent, seed: 5 })) {
      const solution = optimise(instance);
      expect(solution.changes.length === 0 ? solution.total : undefined).toEqual(await optimumByHighs(instance));
    }
  });
});

describe('a plan', () => {
  it('has the fixed pair although it is the worst, and never the forbidden one although it is the best', () => {
    const instance = {
      ...plain(2, 3, 1, 1),
      affinity: sparseAffinity(2, [
        [0, 0, 9],
        [0, 1, -9],
        [1, 0, 9],
        [1, 2, 1],
      ]),
      fixed: pairsOf(2, [[0, 1]]),
      forbidden: pairsOf(2, [[1, 0]]),
    };
    expect([...eachPair(optimise(instance).assigned)]).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('says how many places are lacking, and prices that say what a place is worth', () => {
    const { changes } = optimise(plain(4, 3, 2, 2));
    expect(changes.reduce((sum, { by }) => sum + by, 0)).toBe(2);
    const wanted = {
      ...plain(2, 2, 1, 1),
      affinity: sparseAffinity(2, [
        [0, 0, 5],
        [1, 0, 3],
      ]),
    };
    const solution = optimise({ ...wanted, maxLoad: Int32Array.of(1, 2) });
    expect(solution.total).toBe(5);
    expect(solution.reviewerPrice[0]).toBeGreaterThanOrEqual(3);
    expect(solution.reviewerPrice[1]).toBe(0);
  });

  it('takes the changes that the chair minds least', () => {
    const kinds = (weights: Partial<Record<'extraLoad' | 'droppedDemand', number>>) =>
      new Set(optimise(plain(3, 2, 2, 2), { changeWeights: weights }).changes.map(({ kind }) => kind));
    expect(kinds({ droppedDemand: 3 })).toEqual(new Set(['extraLoad']));
    expect(kinds({ extraLoad: 3 })).toEqual(new Set(['droppedDemand']));
  });

  it('is found in dense real affinities as in whole ones', () => {
    const values = Float64Array.of(0.25, 0.5, 0.125, 0.75);
    const instance = { ...plain(2, 2, 1, 1), affinity: scaled(values, 1000) };
    const { assigned, total } = optimise(instance);
    expect(total).toBe(1000);
    expect(paperSums(instance, assigned)).toEqual(Float64Array.of(250, 750));
    expect(reviewersOf(assigned, 0)).toEqual(Int32Array.of(0));
    expect(figuresOf(instance, assigned)).toEqual({
      ...{ total: 1000, worstPaper: 250, worstReviewer: 250, leastLoad: 1, mostLoad: 1, loads: [0, 2], unwanted: 0 },
    });
  });

  it('that breaks rules is found out, each rule by name', () => {
    const instance = {
      ...plain(2, 3, 2, 1),
      forbidden: pairsOf(2, [[0, 1]]),
      fixed: pairsOf(2, [[1, 2]]),
    };
    const wrong = violationsOf(instance, { start: Int32Array.of(0, 2, 3), reviewer: Int32Array.of(1, 1, 0) });
    expect(wrong).toEqual([
      'Paper 0 has a reviewer twice.',
      'Paper 0 has reviewer 1, which is forbidden.',
      'Paper 0 has reviewer 1, which is forbidden.',
      'Paper 1 has 1 reviewers of 2.',
      'Paper 1 lacks its fixed reviewer 2.',
      'Reviewer 1 has 2 papers, not from 0 to 1.',
      'Reviewer 2 has 0 papers, not from 1 to 1.',
    ]);
  });

  it('that is not optimal has a gap', () => {
    const instance = { ...plain(1, 2, 1, 1), affinity: sparseAffinity(1, [[0, 1, 4]]) };
    const best = optimise(instance);
    expect(certify(instance, { ...best, assigned: pairsOf(1, [[0, 0]]) })).toMatchObject({ violations: [], gap: 4 });
  });
});

describe('a computation', () => {
  it('tells how far it is, and ends when it is not wanted any more', () => {
    const seen: Progress[] = [];
    optimise(plain(20, 10, 2, 5), { progress: (progress) => seen.push(progress) });
    expect(seen.at(-1)?.improving).toBe(0);
    const cancel = new Int32Array(new SharedArrayBuffer(4)).fill(1);
    expect(() => optimise(plain(20, 10, 2, 5), { cancel })).toThrow(Cancelled);
  });

  it.each([
    ['demand', { demand: Int32Array.of(1) }, 'one demand for each paper'],
    ['a negative demand', { demand: Int32Array.of(1, -1) }, 'negative'],
    ['loads', { minLoad: Int32Array.of(0, 3) }, 'above the largest'],
    ['a stranger', { fixed: { start: Int32Array.of(0, 1, 1), reviewer: Int32Array.of(7) } }, 'not there'],
    ['a fixed conflict', { fixed: pairsOf(2, [[0, 0]]), forbidden: pairsOf(2, [[0, 0]]) }, 'A fixed pair is forbidden'],
    ['affinities', { affinity: scaled(Float64Array.of(1), 1) }, 'do not fit'],
    ['huge affinities', { affinity: sparseAffinity(2, [[0, 0, 2_000_000_000]]) }, 'beyond'],
  ] as [string, Partial<Instance>, string][])('refuses what is unsound: %s', (_, wrong, words) => {
    const attempt = () => optimise({ ...plain(2, 2, 1, 2), ...wrong });
    expect(attempt).toThrow(UnsoundInstance);
    expect(attempt).toThrow(words);
  });
});
