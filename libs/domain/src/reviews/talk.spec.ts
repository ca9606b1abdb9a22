import { Refusal } from '../refusal';
import { type Audience, isSameAudience, mayAddress, mayWiden, reads } from './discussion';
import { keptTexts, requireSubmittable, type ResponseTexts, responseWords } from './response';

const chairs: Audience = { kind: 'chairs', reviewerId: null };
const withRavi: Audience = { kind: 'reviewer', reviewerId: 'ravi' };
const everybody: Audience = { kind: 'reviewers', reviewerId: null };
const tala = { personId: 'tala', isChair: true };
const ravi = { personId: 'ravi', isChair: false };
const marta = { personId: 'marta', isChair: false };

describe('an audience', () => {
  it.each<[Audience, boolean[]]>([
    [chairs, [true, false, false]],
    [withRavi, [true, true, false]],
    [everybody, [true, true, true]],
  ])('%j is read by', (audience, [byChair, byRavi, byMarta]) => {
    expect([reads(audience, tala), reads(audience, ravi), reads(audience, marta)]).toEqual([byChair, byRavi, byMarta]);
  });

  it('is chosen only among those one is part of', () => {
    expect([chairs, withRavi, everybody].map((audience) => mayAddress(audience, marta))).toEqual([false, false, true]);
    expect([chairs, withRavi, everybody].map((audience) => mayAddress(audience, ravi))).toEqual([false, true, true]);
  });

  it('grows and never shrinks, nor turns to somebody else', () => {
    expect(mayWiden(chairs, withRavi)).toBe(true);
    expect(mayWiden(chairs, everybody)).toBe(true);
    expect(mayWiden(withRavi, everybody)).toBe(true);
    for (const [from, to] of [
      [everybody, chairs],
      [everybody, withRavi],
      [withRavi, chairs],
      [withRavi, { ...withRavi, reviewerId: 'marta' }],
      [chairs, chairs],
    ] as const)
      expect(mayWiden(from, to)).toBe(false);
    expect(isSameAudience(withRavi, { ...withRavi })).toBe(true);
    expect(isSameAudience(withRavi, { ...withRavi, reviewerId: 'marta' })).toBe(false);
  });
});

describe('a response', () => {
  const words = (n: number): string => 'word '.repeat(n);
  const code = (texts: ResponseTexts, maxWords: number | null = 5): string => {
    try {
      requireSubmittable(texts, { maxWords, reviewIds: ['a'] });
      return 'allowed';
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error);
    }
  };

  it('needs words, and no more than the limit in each text', () => {
    expect(code({ paper: ' \n', reviews: { a: '' } })).toBe('incomplete');
    expect(code({ paper: words(5), reviews: { a: words(5) } })).toBe('allowed');
    expect(code({ paper: words(6), reviews: {} })).toBe('word_limit');
    expect(code({ paper: '', reviews: { a: words(6) } })).toBe('word_limit');
    expect(code({ paper: words(600), reviews: {} }, null)).toBe('allowed');
  });

  it('does not count a reference list, like an abstract', () => {
    const paper = `${words(5)}\n\nReferences\n[1] A. Author, A title, A journal, 2015.`;
    expect(code({ paper, reviews: {} })).toBe('allowed');
    expect(responseWords({ paper, reviews: { a: words(2) } })).toBe(7);
  });

  it('answers only reviews that were released', () => {
    const texts = { paper: 'p', reviews: { a: 'yes', b: 'no', c: ' ' } };
    expect(keptTexts(texts, { maxWords: null, reviewIds: ['a', 'c'] })).toEqual({ paper: 'p', reviews: { a: 'yes' } });
  });
});
