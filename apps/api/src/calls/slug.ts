/** An address made of words: "ITAIS 2016: Säule" → `itais-2016-saule`; `fallback` when no letter is left. */
export function slugOf(words: string, fallback: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? fallback : plain;
}

/** `words`, `words-2`, `words-3`…: the first that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
