import { Refusal } from '../refusal';
import { wordCount } from '../submissions/wordCount';

/** What authors answer: one text on the paper, and one on each review where the call asks for that; by the review's id. */
export interface ResponseTexts {
  readonly paper: string;
  readonly reviews: Readonly<Record<string, string>>;
}

export interface ResponseLimits {
  /** Of each text; null = no limit. Counted like an abstract. */
  readonly maxWords: number | null;
  /** The released reviews that may be answered one by one; empty where the call wants one answer to all. */
  readonly reviewIds: readonly string[];
}

/** Beyond any limit of words: what is longer is a document. */
export const MAX_RESPONSE = 50_000;

/** Words of all texts together, each without its own reference list. */
export function responseWords({ paper, reviews }: ResponseTexts): number {
  return [paper, ...Object.values(reviews)].reduce((sum, text) => sum + wordCount(text).words, 0);
}

/** The texts that this paper's authors may write: none for a review that was not released to them, empty ones left out. */
export function keptTexts({ paper, reviews }: ResponseTexts, { reviewIds }: ResponseLimits): ResponseTexts {
  const kept = reviewIds.flatMap((id) => (reviews[id]?.trim() ? [[id, reviews[id]] as const] : []));
  return { paper, reviews: Object.fromEntries(kept) };
}

/** Throws unless the response may be submitted: something is written, and no text is over the limit. A draft may be both. */
export function requireSubmittable(texts: ResponseTexts, { maxWords }: ResponseLimits): void {
  const all = [texts.paper, ...Object.values(texts.reviews)];
  if (all.every((text) => text.trim() === '')) throw new Refusal('incomplete', { field: 'text' });
  if (maxWords === null) return;
  for (const text of all) {
    const { words } = wordCount(text);
    if (words > maxWords) throw new Refusal('word_limit', { words, limit: maxWords, over: words - maxWords });
  }
}
