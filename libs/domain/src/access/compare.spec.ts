import { compareMatrix, everyPlace, ruled, type WrittenCell } from './testing/compare';
import { matrix } from './testing/matrix';

const told = (visible: string): string => (visible === 'yes' || visible === 'no' ? visible : `setting:${visible}`);
const written: readonly WrittenCell[] = matrix().map((cell) => ({ ...cell, visible: told(cell.visible) }));

describe('comparing the rules with a matrix that somebody wrote down', () => {
  it('finds that they agree in every cell of the expected one', () => {
    const { compared, disagreements, unknown, twice, missing } = compareMatrix(written);
    expect([compared, disagreements, unknown, twice, missing]).toEqual([31_104, [], [], [], []]);
    expect(everyPlace()).toHaveLength(31_104);
  });

  it('names what differs, what is not there, what is not known and what is said twice', () => {
    const place = { field: 'author.names', role: 'assigned_reviewer', phase: 'review_open', mode: 'double' } as const;
    expect(ruled(place)).toBe('no');
    const cell = { ...place, visible: 'yes' };
    const other = { ...place, field: 'author.shoe_size', visible: 'no' };
    const result = compareMatrix([cell, { ...cell, visible: 'no' }, other]);
    expect(result.disagreements).toEqual([{ cell, rule: 'no' }]);
    expect([result.compared, result.unknown, result.twice]).toEqual([1, [other], [{ ...cell, visible: 'no' }]]);
    expect(result.missing).toHaveLength(31_103);
  });
});
