import { parseQuery, toServer, viewOf, writeQuery } from './list-query';

describe('the query of the list', () => {
  it('reads filters, sorting and words in any order', () => {
    expect(parseQuery('track:co-production street sort:-mean au:"de la Cruz" defects')).toEqual({
      filters: { track: 'co-production', au: 'de la Cruz' },
      words: 'street defects',
      sort: 'mean',
      descending: true,
      unknown: [],
    });
  });

  it('names what it does not understand, and searches for the rest', () => {
    const query = parseQuery('state:sleeping colour:red sort:-age open data');
    expect(query.unknown).toEqual(['state:sleeping', 'colour:red', 'sort:-age']);
    expect(query.words).toBe('open data');
    expect(toServer('all', query)).toEqual({ view: 'all', q: 'open data', sort: 'number', dir: 'asc' });
  });

  it('writes what it reads', () => {
    for (const typed of ['track:health state:review sort:-mean open data', 'au:"de la Cruz"', 'sort:title', '']) {
      expect(writeQuery(parseQuery(typed))).toBe(typed);
    }
  });

  it('takes an unknown view of an old link for the whole list', () => {
    expect([viewOf('ready'), viewOf('drafts'), viewOf('nonsense'), viewOf(undefined)]).toEqual([
      'ready',
      'drafts',
      'all',
      'all',
    ]);
  });
});
