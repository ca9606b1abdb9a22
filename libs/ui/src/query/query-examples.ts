import type { TextKey } from '@convoke/texts';

/** A query that can be tried, and what it finds. */
export interface QueryExample {
  readonly query: string;
  readonly words: TextKey;
}

export const submissionExamples: readonly QueryExample[] = [
  { query: 'trust citiz', words: 'search.eg.words' },
  { query: '"open data" -smart', words: 'search.eg.phrase' },
  { query: 'ti:platform OR ab:cooperative', words: 'search.eg.parts' },
  { query: 'au:galli', words: 'search.eg.au' },
  { query: 'topic:"open data"', words: 'search.eg.topic' },
  { query: 'status:review re:<3', words: 'search.eg.reviews' },
  { query: 're:me OR re:late', words: 'search.eg.mine' },
  { query: 'score>=4 dec:none', words: 'search.eg.score' },
  { query: 'score:2..3.5 sort:-mean', words: 'search.eg.range' },
  { query: 'has:conflict -has:draft-review', words: 'search.eg.has' },
  { query: '#discuss -#award', words: 'search.eg.tags' },
  { query: '#12 OR #20..29', words: 'search.eg.numbers' },
];

export const committeeExamples: readonly QueryExample[] = [
  { query: 'ravi milano', words: 'search.eg.person' },
  { query: 'aff:"di milano"', words: 'search.eg.aff' },
  { query: 'topic:data load<3', words: 'search.eg.load' },
  { query: 'role:reviewer -status:active', words: 'search.eg.role' },
  { query: 'role:reviewer -has:topics', words: 'search.eg.noTopics' },
  { query: 'has:papers sort:-load', words: 'search.eg.byLoad' },
];

export const candidateExamples: readonly QueryExample[] = [
  { query: 'ravi milano', words: 'search.eg.who' },
  { query: 'aff:"di milano"', words: 'search.eg.aff' },
  { query: 'topic:data load<3', words: 'search.eg.load' },
  { query: 'is:free bid>0', words: 'search.eg.free' },
];
