import { printQuery, type Query } from '@convoke/contract';
import { filtersOf, readQuery, viewOf, without, withTerm } from './list-query';

const read = (typed: string): Query => readQuery(typed) ?? { where: null, sort: null };
const pills = (typed: string): string[] =>
  filtersOf(read(typed)).map(({ term, negated }) => (negated ? 'not ' : '') + printQuery({ where: term, sort: null }));

describe('the query of the list', () => {
  it('names what it is filtered by, but not what belongs together', () => {
    expect(pills('track:health -#award trust (au:x OR au:y) score>3')).toEqual([
      'track:health',
      'not #award',
      'score>3',
    ]);
    expect(pills('status:review')).toEqual(['status:review']);
    expect(pills('status:review OR #x')).toEqual([]);
  });

  it('loses one filter and keeps the rest', () => {
    const query = read('track:health -#award trust sort:-mean');
    const [track, tag] = filtersOf(query);
    expect(track && printQuery(without(query, track.term))).toBe('-#award trust sort:-mean');
    expect(tag && printQuery(without(query, tag.term))).toBe('track:health trust sort:-mean');
    const one = read('track:health');
    expect(filtersOf(one).map(({ term }) => printQuery(without(one, term)))).toEqual(['']);
  });

  it('gets one more filter, in the place of the one it excludes', () => {
    expect(printQuery(withTerm(read('trust OR data'), 'track:health'))).toBe('(trust OR data) track:health');
    expect(printQuery(withTerm(read('track:health trust'), 'track:co'))).toBe('trust track:co');
    expect(printQuery(withTerm(read('#a'), '#b'))).toBe('#a #b');
    expect(printQuery(withTerm(read('sort:title'), 'dec:none'))).toBe('dec:none sort:title');
  });

  it('that cannot be read is none', () => expect(readQuery('(trust')).toBeNull());

  it('takes an unknown view of an old link for the whole list', () => {
    expect([viewOf('ready'), viewOf('drafts'), viewOf('nonsense'), viewOf(undefined)]).toEqual([
      'ready',
      'drafts',
      'all',
      'all',
    ]);
  });
});
