import type { Tx } from './unit-of-work';

/** One letter to one person, as a slice hands it over. */
export interface OutgoingLetter {
  class: 'account' | 'receipt' | 'invitation' | 'reminder' | 'decision' | 'notice';
  /** Says what the letter is about, once: the same key twice is one letter. */
  dedupeKey: string;
  to: { address: string; name?: string; personId?: string | null };
  subject: string;
  text: string;
  notBefore?: Date;
}

/** Where slices that stand below the notifications put their letters; the notifications slice provides it. */
export abstract class Outbox {
  /** Puts a letter in the outbox, in the transaction of what it reports; delivery begins after the commit. */
  abstract queue(tx: Tx, letter: OutgoingLetter): Promise<void>;
}
