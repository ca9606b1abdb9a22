import { eachPair, type Pairs, reviewersOf } from './instance';

/** People who review each other's papers, each a paper of the next; as long as the list. */
export interface Cycle {
  steps: readonly { reviewer: number; paper: number }[];
}

/**
 * Two and three people who review in a circle: the first a paper of the second, the second a paper of the first (or of a third, who reviews a paper
 * of the first). `authored` has for each paper those of its authors who review.
 */
export function reviewingCycles(assigned: Pairs, authored: Pairs): Cycle[] {
  const to = new Map<number, Map<number, number>>();
  for (const [paper, reviewer] of eachPair(assigned))
    for (const author of reviewersOf(authored, paper)) {
      if (author === reviewer) continue;
      const papers = to.get(reviewer) ?? new Map<number, number>();
      to.set(reviewer, papers);
      if (!papers.has(author)) papers.set(author, paper);
    }
  const cycles: Cycle[] = [];
  for (const [a, ofA] of to)
    for (const [b, first] of ofA) {
      const ofB = to.get(b);
      const back = ofB?.get(a);
      if (a < b && back !== undefined)
        cycles.push({
          steps: [
            { reviewer: a, paper: first },
            { reviewer: b, paper: back },
          ],
        });
      for (const [c, second] of ofB ?? []) {
        const third = to.get(c)?.get(a);
        if (c !== a && a < b && a < c && third !== undefined)
          cycles.push({
            steps: [
              { reviewer: a, paper: first },
              { reviewer: b, paper: second },
              { reviewer: c, paper: third },
            ],
          });
      }
    }
  return cycles;
}
