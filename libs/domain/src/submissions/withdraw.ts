import { requireMove } from '../machine';
import { type SubmissionState, submissionMachine } from './submission';

export interface WithdrawalFollowUp {
  /** Reviewers are told in neutral words, and only if there is something they were told of before. */
  readonly tellReviewers: boolean;
  readonly tellChairs: boolean;
  /** A draft that nobody ever saw leaves without letters. */
  readonly tellAuthors: boolean;
}

/** What follows a withdrawal; throws `wrong_state` where it is too late (after publication only a retraction notice). */
export function withdraw(submission: {
  state: SubmissionState;
  number: number | null;
  toldReviewers: number;
}): WithdrawalFollowUp {
  requireMove(submissionMachine, submission.state, 'withdrawn');
  const known = submission.number !== null;
  return { tellReviewers: submission.toldReviewers > 0, tellChairs: known, tellAuthors: known };
}
