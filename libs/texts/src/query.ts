import type { TextParams, Translator } from './translator';

/** What is wrong with a query, for the person who typed it. */
export function queryErrorWords(
  error: { readonly code: string; readonly facts: TextParams },
  words: Pick<Translator, 'maybe' | 't'>,
): string {
  return words.maybe(`search.error.${error.code}`, error.facts) ?? words.t('search.error.no_words');
}
