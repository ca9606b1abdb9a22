import type { CallKind } from '../calls/call';
import { effectsOf, idleReason, type PlainSetting, type Steps } from './settingGuide';
import type { VisibilitySettings } from './settings';
import type { Mode } from './visibility';

type Step = keyof Steps;

/** `on` makes no sense, or takes back what it gives, unless `needs` is on too. */
interface Requirement {
  readonly on: PlainSetting | Step;
  readonly needs: PlainSetting;
  readonly only?: CallKind;
}

const requires = (on: Requirement['on'], needs: PlainSetting, only?: CallKind): Requirement => ({
  on,
  needs,
  ...(only ? { only } : {}),
});

/** Each line with its reason in the texts: `see.needs.<on>.<needs>`. */
export const requirements: readonly Requirement[] = [
  // the steps of reviewing
  requires('bids', 'pc_sees_titles', 'conference'),
  requires('response', 'authors_see_reviews_in_rebuttal', 'conference'),
  requires('metaReview', 'authors_see_metareview', 'conference'),
  // the text before the number, the review before its author, the title before the paper
  requires('authors_see_scores', 'authors_see_reviews'),
  requires('authors_see_scores_in_rebuttal', 'authors_see_reviews_in_rebuttal'),
  requires('unassigned_pc_sees_reviewer_names', 'unassigned_pc_sees_reviews'),
  requires('unassigned_pc_sees_discussion', 'unassigned_pc_sees_reviews'),
  requires('reviewers_see_reviewer_names', 'reviewers_see_other_reviews_in_discussion', 'conference'),
  requires('reviewers_see_reviewer_names', 'si_reviewers_see_other_reviews_after_decision', 'special_issue'),
  requires('reviewers_see_confidential_comments', 'reviewers_see_other_reviews_in_discussion', 'conference'),
  requires('reviewers_see_confidential_comments', 'si_reviewers_see_other_reviews_after_decision', 'special_issue'),
  requires('pc_sees_pdfs', 'pc_sees_titles'),
  requires('pc_sees_conflicts', 'pc_sees_titles'),
  requires('pc_sees_decisions', 'pc_sees_titles'),
  requires('unassigned_pc_sees_reviews', 'pc_sees_titles'),
  requires('publish_supplementary', 'publish_pdfs'),
  // nobody is shown earlier what is taken away later
  requires('reviewers_see_other_reviews_after_own', 'reviewers_see_other_reviews_in_discussion'),
  requires('authors_see_reviews_in_rebuttal', 'authors_see_reviews', 'conference'),
  requires('authors_see_scores_in_rebuttal', 'authors_see_scores', 'conference'),
  requires('reviewers_see_metareview_before_notification', 'reviewers_see_metareview'),
  requires('reviewers_see_decision_before_notification', 'reviewers_see_decision'),
  requires('pc_sees_decisions_before_notification', 'pc_sees_decisions'),
  // whoever stands further away does not read more than whoever stands nearer
  requires('pending_reviewers_join_discussion', 'reviewers_see_other_reviews_in_discussion'),
  requires('unassigned_pc_sees_reviews', 'reviewers_see_other_reviews_in_discussion'),
  requires('unassigned_pc_sees_reviewer_names', 'reviewers_see_reviewer_names'),
  requires('pc_sees_decisions', 'reviewers_see_decision'),
  requires('pc_sees_decisions_before_notification', 'reviewers_see_decision_before_notification'),
  requires('pc_sees_pdfs', 'reviewers_see_supplementary'),
  requires('publish_reviews', 'authors_see_reviews'),
  requires('publish_reviews', 'authors_see_scores'),
  requires('publish_reviews', 'authors_see_metareview'),
];

/** Two things set that contradict each other: `needs` null = the setting contradicts the anonymity of the call. */
export interface Contradiction {
  readonly on: PlainSetting | Step;
  readonly needs: PlainSetting | null;
}

const names: readonly (keyof Steps)[] = ['bids', 'discussion', 'response', 'metaReview'];
const isStep = (name: string): name is Step => (names as readonly string[]).includes(name);

/**
 * Everything in these settings that contradicts itself, in calls of these modes (the call's own and those of its types). What
 * cannot matter there is left alone.
 */
export function contradictionsIn(settings: VisibilitySettings, steps: Steps, modes: readonly Mode[]): Contradiction[] {
  const matters = (name: PlainSetting): boolean => idleReason(name, modes, steps) === null;
  const kinds = new Set(modes.map(({ kind }) => kind));
  const broken = requirements
    .filter(({ only }) => only === undefined || kinds.has(only))
    .filter(({ on, needs }) => (isStep(on) ? steps[on] : settings[on] && matters(on)) && !settings[needs])
    .filter(({ needs }) => matters(needs))
    .map(({ on, needs }) => ({ on, needs }));
  // who is in conflict with a paper points to who wrote it: never shown where that is a secret
  const pointing = settings.pc_sees_conflicts && !modes.some((mode) => effectsOf('pc_sees_conflicts', mode).length > 0);
  const conference = modes.some(({ kind }) => kind === 'conference');
  return pointing && conference ? [...broken, { on: 'pc_sees_conflicts', needs: null }] : broken;
}
