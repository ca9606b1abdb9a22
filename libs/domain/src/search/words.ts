const mark = /\p{M}/gu;
const word = /[\p{L}\p{N}]+/gu;

/** Lower case, without accents: how texts are compared. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(mark, '').toLowerCase();
}

/** The words of a text, as a search takes it apart: “co-produces?” is two. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(word) ?? [];
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
