import fc from 'fast-check';
import { judge, numberHolds, textHolds } from './judge';
import { committeeLanguage, limitedTo, submissionLanguage } from './language';
import { MAX_QUERY, parseQuery } from './parse';
import { printQuery } from './print';
import { joinNodes, negate, type Query, type QueryNode, queryParts, type QueryTerm, queryTerms } from './query';

const language = submissionLanguage;
const parsed = (text: string): Query => {
  const answer = parseQuery(text, language);
  if (!answer.ok) throw new Error(`${answer.error.code} at ${answer.error.at}`);
  return answer.query;
};
const errorOf = (text: string): [string, string] | null => {
  const answer = parseQuery(text, language);
  return answer.ok ? null : [answer.error.code, text.slice(answer.error.at, answer.error.at + answer.error.length)];
};
/** Without places, which differ where something is written differently. */
const bare = (query: unknown): unknown =>
  JSON.parse(JSON.stringify(query), (key, value: unknown) => (key === 'at' || key === 'length' ? undefined : value));
const shape = (text: string): string => printQuery(parsed(text));

describe('reading a query', () => {
  it.each([
    ['', ''],
    ['open   data', 'open data'],
    ['open AND data', 'open data'],
    ['a OR b c', 'a OR (b c)'],
    ['(a OR b) c', '(a OR b) c'],
    ['a (b (c d))', 'a b c d'],
    ['NOT a', '-a'],
    ['NOT NOT a', 'a'],
    ['-(a OR b)', 'NOT (a OR b)'],
    ['!#Spam -#12', '-#spam -#12'],
    ['and or not', 'and or not'],
    ['a || b && c', 'a OR (b c)'],
    ['“open data”', '"open data"'],
    ['au: galli', 'au:galli'],
    ['AUTHOR:"de la Cruz"', 'au:"de la Cruz"'],
    ['re:<3 reviews:>=2 re:2 re:1..2 re<3', 're<3 re>=2 re:2 re:1..2 re<3'],
    ['re:me re:menon re:"me"', 're:me re:menon re:"me"'],
    ['score>3,5 score≥2 score=4 score:2–4', 'score>3.5 score>=2 score:4 score:2..4'],
    ['state:review decision:accept-paper', 'status:review dec:accept_paper'],
    ['has=PDF -has:draft-review', 'has:pdf -has:draft-review'],
    ['#12 12 #to-discuss tag:x2 #3..9', '#12 12 #to-discuss #x2 #3..9'],
    ['au:(galli OR rossi) x', '(au:galli OR au:rossi) x'],
    ['score:(>4 OR <2)', 'score>4 OR score<2'],
    ['trust sort:-mean', 'trust sort:-mean'],
    ['sort:title', 'sort:title'],
    ['Platforms: a review', 'Platforms: a review'],
    ['https://example.org/a', 'https://example.org/a'],
    ['open data - a study & more', 'open data a study more'],
    ['co-production p<0.05', 'co-production p<0.05'],
  ])('%s', (typed, printed) => {
    expect(shape(typed)).toBe(printed);
  });

  it('keeps where each term was typed', () => {
    const typed = 'trust -(au:"de la Cruz" OR score>3)';
    expect(queryTerms(parsed(typed).where).map(({ at, length }) => typed.slice(at, at + length))).toEqual([
      'trust',
      'au:"de la Cruz"',
      'score>3',
    ]);
    expect(queryParts(parsed(typed))).toHaveLength(2);
    expect(queryParts(parsed('a OR b'))).toHaveLength(1);
    expect(queryParts(parsed('sort:title'))).toEqual([]);
  });
});

describe('an error', () => {
  it.each([
    ['open "data', 'unclosed_quote', '"data'],
    ['a (b OR c', 'unclosed_parenthesis', '('],
    ['a ) b', 'stray_parenthesis', ')'],
    ['a ()', 'empty_parentheses', '()'],
    ['a OR', 'nothing_after', 'OR'],
    ['a OR OR b', 'nothing_after', 'OR'],
    ['OR a', 'nothing_before', 'OR'],
    ['AND a', 'nothing_before', 'AND'],
    ['a AND', 'nothing_after', 'AND'],
    ['a NOT', 'nothing_after', 'NOT'],
    ['(a NOT)', 'nothing_after', 'NOT'],
    ['colour:red', 'unknown_field', 'colour:'],
    ['x au:', 'no_value', 'au:'],
    ['(au:)', 'no_value', 'au:'],
    ['au:?', 'no_value', 'au:?'],
    ['state:sleeping', 'bad_choice', 'state:sleeping'],
    ['score:high', 'bad_number', 'score:high'],
    ['re:<three', 'bad_number', 're:<three'],
    ['score:4..2', 'bad_range', 'score:4..2'],
    ['#', 'bad_tag', '#'],
    ['a #né', 'bad_tag', '#né'],
    ['sort:age', 'bad_sort', 'sort:age'],
    ['a -sort:mean', 'sort_inside', 'sort:mean'],
    ['(a sort:mean)', 'sort_inside', 'sort:mean'],
    ['???', 'no_words', '???'],
    ['""', 'no_words', '""'],
  ])('in %s is %s at “%s”', (typed, code, place) => {
    expect(errorOf(typed)).toEqual([code, place]);
  });

  it('says what else could stand there', () => {
    const answer = parseQuery('has:cake', language);
    expect(answer.ok ? null : answer.error.facts).toMatchObject({ field: 'has', value: 'cake' });
    expect(answer.ok ? null : answer.error.facts['allowed']).toContain('pdf, supplementary');
  });

  it('ends what is too long, too deep or too much', () => {
    expect(errorOf('x'.repeat(MAX_QUERY + 1))?.[0]).toBe('too_long');
    expect(errorOf(`${'('.repeat(30)}x${')'.repeat(30)}`)?.[0]).toBe('too_deep');
    expect(errorOf('a '.repeat(60))?.[0]).toBe('too_many');
  });

  it('of a field that cannot be used here does not depend on what is asked of it', () => {
    const blind = limitedTo(language, ['ti', 'topic']);
    for (const typed of ['au:galli', 'au:nobody', 'NOT author:x'])
      expect(parseQuery(typed, blind)).toMatchObject({
        ok: false,
        error: { code: 'not_here', facts: { field: 'au' } },
      });
    expect(parseQuery('ti:trust', blind).ok).toBe(true);
  });
});

const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => text !== 'sort' && text !== 'tag');
const name = fc.constantFrom('ti', 'au', 'topic');
const amount = fc.integer({ min: 0, max: 500 }).map((n) => n / 4);
const by = fc.constantFrom('<', '<=', '=', '!=', '>=', '>' as const);
const place = { at: 0, length: 0 };
const term: fc.Arbitrary<QueryTerm> = fc.oneof(
  word.map((text) => ({ is: 'term', field: 'words', value: { is: 'text', text, phrase: false }, ...place }) as const),
  fc
    .tuple(word, word)
    .map(
      ([a, b]) =>
        ({ is: 'term', field: 'words', value: { is: 'text', text: `${a} ${b}`, phrase: true }, ...place }) as const,
    ),
  fc
    .tuple(name, word, fc.boolean())
    .map(([field, text, phrase]) => ({ is: 'term', field, value: { is: 'text', text, phrase }, ...place }) as const),
  fc
    .constantFrom('review', 'hidden')
    .map((choice) => ({ is: 'term', field: 'status', value: { is: 'choice', choice }, ...place }) as const),
  fc
    .tuple(by, amount)
    .map(([mark, n]) => ({ is: 'term', field: 'score', value: { is: 'compare', by: mark, n }, ...place }) as const),
  fc.tuple(amount, amount).map(
    ([a, b]) =>
      ({
        is: 'term',
        field: 'score',
        value: { is: 'range', from: Math.min(a, b), to: Math.max(a, b) },
        ...place,
      }) as const,
  ),
  word.map((text) => ({ is: 'term', field: 'tag', value: { is: 'text', text, phrase: false }, ...place }) as const),
  fc
    .integer({ min: 0, max: 99999 })
    .map((n) => ({ is: 'term', field: 'number', value: { is: 'compare', by: '=', n }, ...place }) as const),
);
const node: fc.Arbitrary<QueryNode> = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    term,
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((of) => joinNodes('all', of)),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((of) => joinNodes('any', of)),
    tie('node').map(negate),
  ),
})).node;
const query: fc.Arbitrary<Query> = fc
  .record({
    where: fc.option(node),
    sort: fc.option(fc.record({ key: fc.constantFrom(...language.sorts), descending: fc.boolean() })),
  })
  .filter(({ where }) => queryTerms(where).length <= 40);

describe('laws', () => {
  it('what is printed is read as it was', () => {
    fc.assert(
      fc.property(query, (one) => {
        const text = printQuery(one);
        fc.pre(text.length <= MAX_QUERY);
        expect(bare(parseQuery(text, language))).toEqual({ ok: true, query: bare(one) });
      }),
    );
  });

  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          ...['(', ')', '"', ' ', '-', '!', 'NOT ', ' OR ', ' AND ', 'au:', 're:', '<3', 'score', '>', '#', 'x1'],
          ...['12', '..', 'sort:', 'mean', ':', 'é', '\u200B', 'status:', 'review', 'tag:', '–', 'foo:', '“'],
        ),
        { maxLength: 25 },
      )
      .map((list) => list.join('')),
  );

  it('nothing that can be typed makes it throw; an error lies within what was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parseQuery(text, language);
        if (answer.ok) return;
        const { at, length } = answer.error;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThan(0);
        expect(at + length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('what can be read is read the same when it is printed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parseQuery(text, language);
        if (!answer.ok) return;
        const again = parseQuery(printQuery(answer.query), language);
        expect(bare(again)).toEqual(bare(answer));
      }),
      { numRuns: 2000, examples: [['NOT --review'], ['NOT !!review']] },
    );
  });

  const values = fc.array(fc.constantFrom(true, false, null), { minLength: 8, maxLength: 8 });
  it('learning what was hidden never changes an answer: it had no part in it', () => {
    fc.assert(
      fc.property(node, values, values, (one, known, learned) => {
        const all = queryTerms(one);
        const before = judgeAll(one, all, known);
        const after = judgeAll(
          one,
          all,
          known.map((value, index) => value ?? learned[index] ?? null),
        );
        if (before !== null) expect(after).toBe(before);
      }),
    );
  });

  it('a negation is known exactly where the condition is', () => {
    fc.assert(
      fc.property(node, values, (one, known) => {
        const all = queryTerms(one);
        const plain = judgeAll(one, all, known);
        expect(judgeAll(negate(one), all, known)).toBe(plain === null ? null : !plain);
      }),
    );
  });
});

/** Judges with an answer for each term by its place among all terms. */
function judgeAll(one: QueryNode, all: readonly QueryTerm[], known: readonly (boolean | null)[]): boolean | null {
  const byValue = new Map(all.map((each, index) => [each.value, known[index % known.length] ?? null]));
  return judge(one, (_, value) => byValue.get(value) ?? null);
}

describe('judging in memory', () => {
  const holds = (text: string, texts: string[]): boolean | null =>
    judge(parsed(text).where, (_, value) => textHolds(texts, value));

  it('finds words by their beginning, without accents, and phrases as they stand', () => {
    const texts = ['Who co-produces? Street défects', 'Università di Milano'];
    expect(holds('street defe milan', texts)).toBe(true);
    expect(holds('"street defects"', texts)).toBe(true);
    expect(holds('"street defe"', texts)).toBe(false);
    expect(holds('reet', texts)).toBe(false);
    expect(holds('zebra OR universita -paris', texts)).toBe(true);
  });

  it('compares numbers; where there is none nothing holds', () => {
    const of = (text: string, n: number | null): boolean | null =>
      judge(parsed(text).where, (_, value) => numberHolds(n, value));
    expect(of('score>3', 3.5)).toBe(true);
    expect(of('score:2..4', 4)).toBe(true);
    expect(of('score!=4', 4)).toBe(false);
    expect(of('score<4', null)).toBe(false);
  });

  it('knows the language of people', () => {
    const answer = parseQuery('name:ravi aff:"Università di Milano" load<3 role:Co_chair', committeeLanguage);
    expect(answer.ok ? printQuery(answer.query) : answer.error).toBe(
      'name:ravi aff:"Università di Milano" load<3 role:co-chair',
    );
  });
});
