import { Refusal } from '../refusal';
import { proposedListStart, referenceListStart } from './referenceList';
import { countWords } from './words';

export interface WordCount {
  /** What counts against the limit: everything before the cut. */
  readonly words: number;
  /** What does not: the reference list with its heading. */
  readonly referenceWords: number;
  /** Offset in the text at which the reference list begins; null = all of it counts. */
  readonly cutAt: number | null;
  /** Who made the cut: the routine by a heading, the author, or nobody. */
  readonly how: 'heading' | 'author' | 'none';
  /** Where a list without heading seems to begin. Nothing is cut there until the author says so. */
  readonly proposedAt: number | null;
}

/** The author's correction: an offset, or null for "there is no reference list". */
export interface CutOverride {
  readonly cutAt: number | null;
}

/** The correction as it is stored in one number: null = none, −1 = "there is no list", else the offset. */
export function cutOverride(stored: number | null): CutOverride | null {
  if (stored === null) return null;
  return { cutAt: stored < 0 ? null : stored };
}

/** Counts the words of an abstract without its reference list; the author's correction wins over what the routine finds. */
export function wordCount(text: string, override?: CutOverride | null): WordCount {
  if (override) return counted(text, clamp(override.cutAt, text.length), 'author', null);
  const cutAt = referenceListStart(text);
  if (cutAt !== null) return counted(text, cutAt, 'heading', null);
  return counted(text, null, 'none', proposedListStart(text));
}

/** Throws `word_limit` with the figures if the abstract is over the limit. Exactly the limit passes. */
export function requireWordLimit(text: string, limit: number, override?: CutOverride | null): WordCount {
  const count = wordCount(text, override);
  if (count.words <= limit) return count;
  throw new Refusal('word_limit', { words: count.words, limit, over: count.words - limit });
}

/** Moves an author's cut along with an edit of the text, so that a correction survives typing before it. */
export function moveCut(before: string, after: string, cutAt: number): number {
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before[same] === after[same]) same += 1;
  if (same >= cutAt) return Math.min(cutAt, after.length);
  return clamp(cutAt + after.length - before.length, after.length) ?? 0;
}

function counted(text: string, cutAt: number | null, how: WordCount['how'], proposedAt: number | null): WordCount {
  if (cutAt === null) return { words: countWords(text), referenceWords: 0, cutAt, how, proposedAt };
  const [body, list] = [text.slice(0, cutAt), text.slice(cutAt)];
  return { words: countWords(body), referenceWords: countWords(list), cutAt, how, proposedAt };
}

function clamp(cutAt: number | null, length: number): number | null {
  return cutAt === null ? null : Math.min(Math.max(Math.trunc(cutAt), 0), length);
}
