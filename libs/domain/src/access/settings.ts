/** What a chair may open or close, with the default: the safe side, except where a venue cannot work otherwise. */
export const visibilityDefaults = {
  pc_sees_titles: true,
  pc_sees_pdfs: false,
  invited_reviewers_see_pdf: false,
  reviewers_see_supplementary: true,
  chairs_see_drafts: false,
  other_tracks_visible: false,
  conflicted_pc_sees_titles: false,
  reviewers_see_other_reviews_after_own: true,
  reviewers_see_other_reviews_in_discussion: true,
  pending_reviewers_join_discussion: false,
  si_reviewers_see_other_reviews_after_decision: true,
  si_discussion: false,
  reviewers_see_reviewer_names: false,
  reviewers_see_confidential_comments: false,
  reviewers_see_review_status: true,
  reviewers_see_handling_chair: true,
  reviewers_see_metareview_before_notification: false,
  reviewers_see_metareview: true,
  reviewers_see_decision_before_notification: false,
  reviewers_see_decision: true,
  reviewers_see_authors_after_notification: false,
  reviewers_keep_access_after_close: false,
  unassigned_pc_sees_reviews: false,
  unassigned_pc_sees_reviewer_names: false,
  unassigned_pc_sees_discussion: false,
  pc_sees_decisions_before_notification: false,
  pc_sees_decisions: true,
  pc_sees_conflicts: false,
  chairs_see_review_drafts: false,
  authors_see_reviews_in_rebuttal: true,
  authors_see_scores_in_rebuttal: false,
  authors_see_reviews: true,
  authors_see_scores: true,
  authors_see_metareview: true,
  authors_see_handling_chair: true,
  chair_break_glass: false,
  admin_break_glass: false,
  publish_pdfs: false,
  publish_supplementary: false,
  publish_reviews: false,
} as const satisfies Record<string, boolean>;

export type VisibilitySetting = keyof typeof visibilityDefaults;
export type VisibilitySettings = Readonly<Record<VisibilitySetting, boolean>>;

export const visibilitySettings = Object.keys(visibilityDefaults) as VisibilitySetting[];

/** Opened for one paper, for a while, with a reason and a second person: never by a plain setting of a call. */
export const breakGlassSettings = ['chair_break_glass', 'admin_break_glass'] as const satisfies VisibilitySetting[];
