/** What a reviewer wrote, or says of the own field, as one text; and the text of a paper. */
export interface Similarities {
  /** For each paper its best reviewers, best first, with a similarity from 0 to 1 (the cosine of the two texts' weights). */
  reviewers: Int32Array;
  values: Float32Array;
  /** How many of each paper; fewer similar ones leave -1 at the end. */
  most: number;
}

/**
 * Which reviewers' texts resemble each paper's most: TF-IDF with logarithmic weights (1 + ln tf) · ln(1 + N / df) and cosine
 * normalisation (Salton & Buckley 1988), by an inverted index over the reviewers, so that only reviewers who share a word are looked at.
 */
export function similarities(
  papers: Iterable<string>,
  reviewers: readonly string[],
  { most = 50, between = () => undefined }: { most?: number; between?: (paper: number) => void } = {},
): Similarities {
  const index = new TextIndex(reviewers);
  const lists: { reviewer: number; value: number }[][] = [];
  for (const text of papers) {
    between(lists.length);
    lists.push(index.best(text, most));
  }
  const result = {
    reviewers: new Int32Array(lists.length * most).fill(-1),
    values: new Float32Array(lists.length * most),
    most,
  };
  lists.forEach((list, p) =>
    list.forEach(({ reviewer, value }, k) => {
      result.reviewers[p * most + k] = reviewer;
      result.values[p * most + k] = value;
    }),
  );
  return result;
}

/** An inverted index: for each word the texts that hold it, with the word's weight in each. */
export class TextIndex {
  private readonly wordIds = new Map<string, number>();
  private readonly idf: Float64Array;
  private readonly start: Int32Array;
  private readonly text: Int32Array;
  private readonly weight: Float32Array;
  private readonly sums: Float64Array;

  constructor(texts: readonly string[]) {
    const counted = texts.map((text) => this.count(text, true));
    const frequency = new Int32Array(this.wordIds.size);
    for (const counts of counted) for (const word of counts.keys()) frequency[word] += 1;
    this.idf = Float64Array.from(frequency, (df) => Math.log(1 + texts.length / df));
    this.start = new Int32Array(frequency.length + 1);
    frequency.forEach((df, word) => (this.start[word + 1] = this.start[word] + df));
    this.text = new Int32Array(this.start[frequency.length]);
    this.weight = new Float32Array(this.text.length);
    this.sums = new Float64Array(texts.length);
    const at = this.start.slice();
    counted.forEach((counts, t) => {
      for (const [word, weight] of this.weighted(counts)) {
        this.text[at[word]] = t;
        this.weight[at[word]++] = weight;
      }
    });
  }

  /** The texts most similar to this one, best first; none that share no word. */
  best(text: string, most: number): { reviewer: number; value: number }[] {
    const { sums, start, weight } = this;
    sums.fill(0);
    for (const [word, own] of this.weighted(this.count(text, false)))
      for (let at = start[word]; at < start[word + 1]; at += 1) sums[this.text[at]] += own * weight[at];
    const found: { reviewer: number; value: number }[] = [];
    for (let t = 0; t < sums.length; t += 1) {
      const value = sums[t];
      if (value <= 0 || (found.length === most && value <= found[most - 1].value)) continue;
      if (found.length === most) found.pop();
      let place = found.length;
      while (place > 0 && found[place - 1].value < value) place -= 1;
      found.splice(place, 0, { reviewer: t, value: Math.min(1, value) });
    }
    return found;
  }

  private count(text: string, isNew: boolean): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of wordsOf(text)) {
      let id = this.wordIds.get(word);
      if (id === undefined) {
        if (!isNew) continue;
        id = this.wordIds.size;
        this.wordIds.set(word, id);
      }
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }

  private weighted(counts: Map<number, number>): [word: number, weight: number][] {
    const list = [...counts].map(([word, tf]): [number, number] => [word, (1 + Math.log(tf)) * this.idf[word]]);
    const length = Math.sqrt(list.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return length === 0 ? [] : list.map(([word, weight]) => [word, weight / length]);
  }
}

/** Words of three letters or more and numbers with letters, without marks and capitals; plurals of English lose their s. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
  );
}
