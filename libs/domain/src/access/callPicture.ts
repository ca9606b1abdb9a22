import type { RoundFacts, SubmissionFacts, Viewer } from './facts';

/** A submission with all its rounds, without anybody's part in it. */
export interface PicturedSubmission {
  readonly submission: SubmissionFacts['submission'];
  readonly currentRound: number;
  readonly rounds: readonly PicturedRound[];
}

export interface PicturedRound extends Pick<RoundFacts, 'n' | 'state'> {
  /** How many submitted reviews it has, by the terms they were written under. */
  readonly reviews: readonly { readonly terms: number; readonly count: number }[];
}

/** Somebody who is more to one submission than their offices make them: author, reviewer, handler, in conflict. */
export interface Tie {
  readonly personId: string;
  readonly submissionId: string;
  readonly author: SubmissionFacts['author'];
  readonly conflicted: boolean;
  readonly rounds: readonly Pick<RoundFacts, 'n' | 'assignment' | 'reviewSubmitted' | 'hasReview'>[];
}

/** A call with its people and submissions, as far as it takes to say who sees what. */
export interface CallPicture {
  readonly submissions: readonly PicturedSubmission[];
  readonly people: readonly Viewer[];
  readonly ties: readonly Tie[];
}
