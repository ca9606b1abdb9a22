import type { Outcome, ShownState } from '@convoke/contract';

/** What a state chip says of a decision, for those who know it. */
export const shownOutcome: Readonly<Record<Outcome, ShownState>> = {
  accept: 'accepted',
  accept_paper: 'accepted',
  accept_poster: 'poster',
  reject: 'rejected',
  minor_revision: 'revision',
  major_revision: 'revision',
};
