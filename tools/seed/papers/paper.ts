import type { Outcome } from '@convoke/domain';
import type { ReviewerKey } from '../people';

/** What a reviewer of a demo paper has done: a score = submitted with this overall, otherwise where they stand. */
export type Part = number | 'asked' | 'accepted' | 'draft' | 'late' | 'declined';

/** Where a demo submission stands. */
export type Standing =
  | { readonly at: 'draft' | 'complete_draft' | 'abstract' | 'submitted' | 'withdrawn' }
  | { readonly at: 'in_review'; readonly reviewers: Reviewers }
  | {
      readonly at: 'recommended';
      readonly reviewers: Reviewers;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly metaReview?: string;
    }
  | {
      readonly at: 'decided' | 'released';
      readonly reviewers: Reviewers;
      readonly outcome: Outcome;
      readonly letter?: string;
      readonly metaReview?: string;
    };

export type Reviewers = readonly (readonly [ReviewerKey, Part])[];

/** What one person said in a discussion, days before today. */
export type Said = readonly [by: ReviewerKey | 'tala' | 'chidi', daysAgo: number, text: string];

/** What chairs, reviewers and authors said to each other about a paper, its reviews being in. */
export interface Talk {
  /** Threads, each for an audience; `reviewer` is the one who begins it, with the chairs. */
  readonly threads?: readonly { readonly to: 'chairs' | 'reviewer' | 'reviewers'; readonly said: readonly Said[] }[];
  /** The chairs closed it, so many days ago. */
  readonly closedAgo?: number;
  readonly response?: {
    readonly askedAgo: number;
    readonly writtenAgo: number;
    readonly daysLeft: number;
    readonly text: string;
    readonly isSubmitted: boolean;
  };
}

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
  readonly talk?: Talk;
}
