import { reviewRow } from './format';
import { Problems } from './problems';
import { lines } from './read';

/** The numbers that a submission keeps of its reviews, as `recountReviews` finds them. */
export interface ReviewCounts {
  expected: number;
  arrived: number;
  mean: number | null;
  lowest: number | null;
  highest: number | null;
}

export const noReviews: ReviewCounts = { expected: 0, arrived: 0, mean: null, lowest: null, highest: null };

/**
 * The numbers of every paper in `reviews.csv`, by number. They are known before the papers are written, because counting afterwards
 * would write each row a second time and leave the table twice its size. What is wrong with the file is told when it is written.
 */
export async function countReviews(folder: string): Promise<ReadonlyMap<number, ReviewCounts>> {
  const scores = new Map<number, { expected: number; arrived: number; overall: number[] }>();
  for await (const { row } of lines(folder, 'reviews.csv', reviewRow, new Problems())) {
    const paper = scores.get(row.paper) ?? { expected: 0, arrived: 0, overall: [] };
    scores.set(row.paper, paper);
    paper.expected += 1;
    if (row.state !== 'submitted') continue;
    paper.arrived += 1;
    const overall = row['overall'];
    if (typeof overall === 'string' && overall !== '') paper.overall.push(Number(overall));
  }
  return new Map(
    [...scores].map(([paper, { expected, arrived, overall }]) => {
      if (overall.length === 0) return [paper, { ...noReviews, expected, arrived }];
      const mean = overall.reduce((sum, score) => sum + score, 0) / overall.length;
      return [paper, { expected, arrived, mean, lowest: Math.min(...overall), highest: Math.max(...overall) }];
    }),
  );
}
