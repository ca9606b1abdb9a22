/**
 * What a word is, in browser and server alike. Words are divided by white space (zero-width space included) and by the
 * long dash "—"; what holds at least one letter or digit counts. So a hyphenated word, a number with its marks, a URL or
 * an e-mail address is one word, and a lone "–" or "&" is none. Scripts written without spaces (Chinese, Japanese) count
 * by character, as word processors do.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const [token] of text.matchAll(/[^\s\u200B\u2014]+/gu)) words += wordsOf(token);
  return words;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const UNSPACED_ALL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

function wordsOf(token: string): number {
  if (!UNSPACED.test(token)) return /[\p{L}\p{N}]/u.test(token) ? 1 : 0;
  const others = token.replace(UNSPACED_ALL, ' ').split(' ');
  return (token.match(UNSPACED_ALL)?.length ?? 0) + others.filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
