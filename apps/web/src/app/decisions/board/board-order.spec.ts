import type { DecisionRow } from '@convoke/contract';
import { inOrder } from './board-order';

const row = (number: number, scoreMean: number | null): DecisionRow => ({
  submissionId: `00000000-0000-4000-8000-00000000000${number}`,
  number,
  title: `Paper ${number}`,
  trackId: '00000000-0000-4000-8000-000000000099',
  track: 'Co-production',
  reviewsIn: 3,
  reviewsExpected: 3,
  scoreMean,
  scoreMin: scoreMean,
  scoreMax: scoreMean,
  recommendations: [],
  decision: null,
  can: { recommend: true, decide: true },
});
const numbers = (rows: readonly DecisionRow[]) => rows.map((one) => one.number);

describe('the order of the decision board', () => {
  const rows = [row(3, null), row(2, 4.3), row(1, 3), row(4, 4.3)];

  it('is by number unless another is asked for', () => {
    expect(numbers(inOrder(rows, null))).toEqual([1, 2, 3, 4]);
  });

  it('puts papers without a score last, whichever way round', () => {
    expect(numbers(inOrder(rows, { key: 'score', direction: 'ascending' }))).toEqual([1, 2, 4, 3]);
    expect(numbers(inOrder(rows, { key: 'score', direction: 'descending' }))).toEqual([2, 4, 1, 3]);
  });
});
