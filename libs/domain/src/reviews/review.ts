import type { Machine } from '../machine';

export const reviewStates = ['draft', 'submitted', 'retracted', 'withheld'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** A submitted review may be submitted again: each submit is a version of its own. Withheld = a conflict was found later. */
export const reviewMachine: Machine<ReviewState> = {
  draft: ['submitted', 'withheld'],
  submitted: ['submitted', 'retracted', 'withheld'],
  retracted: [],
  withheld: ['submitted', 'draft'],
};

/** What counts in means, in completeness, and for readers. */
export function counts(state: ReviewState): boolean {
  return state === 'submitted';
}
