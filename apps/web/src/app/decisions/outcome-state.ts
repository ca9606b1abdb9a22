import type { Outcome, ShownState } from '@convoke/contract';

/** How an outcome is drawn: shape and colour of the state it leads to. */
export const outcomeState: Readonly<Record<Outcome, ShownState>> = {
  accept_paper: 'accepted',
  accept_poster: 'poster',
  accept: 'accepted',
  minor_revision: 'revision',
  major_revision: 'revision',
  reject: 'rejected',
};
