import type { Action } from '../access/permissions';

/** For whom a tag is: for its owner alone, for those who handle the submission, for reviewers and chairs. Never for authors. */
export const tagScopes = ['private', 'chairs', 'committee'] as const;
export type TagScope = (typeof tagScopes)[number];

/** What one must be allowed in order to set, take away, and read a tag. */
export const tagActions = {
  private: 'tagPrivately',
  chairs: 'tagForChairs',
  committee: 'tagForCommittee',
} as const satisfies Record<TagScope, Action>;
