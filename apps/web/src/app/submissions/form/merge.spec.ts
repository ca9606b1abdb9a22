import type { DraftFields } from '@convoke/contract';
import { changedFields, clashes, merged } from './merge';

const base: DraftFields = {
  trackId: 'a0000000-0000-4000-8000-000000000001',
  typeId: 'a0000000-0000-4000-8000-000000000002',
  title: 'Before',
  abstract: 'Before',
  abstractCut: null,
  keywords: [],
  topicIds: [],
  authors: [],
  conflicts: [],
  declarations: { conflictsChecked: false, originalWork: false },
};

describe('two people in one draft', () => {
  it('go together without asking where they changed different fields', () => {
    const mine = { ...base, title: 'Mine' };
    const theirs = { ...base, abstract: 'Theirs' };
    expect(clashes(base, mine, theirs)).toEqual([]);
    expect(merged(base, mine, theirs, new Set())).toEqual({ ...base, title: 'Mine', abstract: 'Theirs' });
  });

  it('are asked about the fields that both changed differently, and about no others', () => {
    const mine = { ...base, title: 'Mine', keywords: ['same'] };
    const theirs = { ...base, title: 'Theirs', keywords: ['same'] };
    expect(clashes(base, mine, theirs)).toEqual([{ field: 'title', mine: 'Mine', theirs: 'Theirs' }]);
    expect(merged(base, mine, theirs, new Set(['title'])).title).toBe('Mine');
    expect(merged(base, mine, theirs, new Set()).title).toBe('Theirs');
  });

  it('do not clash over a blank at the end, which saving takes away', () => {
    expect(changedFields(base, { ...base, title: 'Before ' })).toEqual([]);
  });
});
