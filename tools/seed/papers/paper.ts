import type { Outcome } from '@convoke/domain';
import type { ReviewerKey } from '../people';

/** What a reviewer of a demo paper has done: a score = submitted with this overall, otherwise where they stand. */
export type Part = number | 'asked' | 'accepted' | 'draft' | 'late' | 'declined';

/** Where a demo submission stands. */
export type Standing =
  | { readonly at: 'draft' | 'complete_draft' | 'abstract' | 'submitted' | 'withdrawn' }
  | { readonly at: 'in_review'; readonly reviewers: Reviewers }
  | { readonly at: 'recommended'; readonly reviewers: Reviewers; readonly outcome: Outcome; readonly reason: string }
  | {
      readonly at: 'decided' | 'released';
      readonly reviewers: Reviewers;
      readonly outcome: Outcome;
      readonly letter?: string;
    };

export type Reviewers = readonly (readonly [ReviewerKey, Part])[];

export interface DemoPaper {
  readonly title: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** Positions in the call's list of topics, from 1. */
  readonly topics: readonly number[];
  /** By name from the cast; the others are dealt from the invented authors. */
  readonly by?: readonly ('ada' | 'bruno' | 'olu' | 'marta')[];
  readonly type?: string;
  readonly file?: 'pdf' | 'docx';
  /** It says about its authors what a paper under blind review should not. */
  readonly telling?: true;
  readonly standing: Standing;
}
