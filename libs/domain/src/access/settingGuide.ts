import type { CallKind, CallSettings } from '../calls/call';
import { type Phase, phases } from './phase';
import { type breakGlassSettings, type VisibilitySetting, visibilitySettings } from './settings';
import { type Standing, standings } from './standing';
import { type Field, fields, lineFor, type Mode } from './visibility';

/** Who learns something by a setting: how a chair finds it. */
export const settingGroups = ['reviewers', 'committee', 'authors', 'chairs', 'published'] as const;
export type SettingGroup = (typeof settingGroups)[number];

export type PlainSetting = Exclude<VisibilitySetting, (typeof breakGlassSettings)[number]>;

const groups: Readonly<Record<PlainSetting, SettingGroup>> = {
  invited_reviewers_see_pdf: 'reviewers',
  reviewers_see_supplementary: 'reviewers',
  reviewers_see_other_reviews_after_own: 'reviewers',
  reviewers_see_other_reviews_in_discussion: 'reviewers',
  pending_reviewers_join_discussion: 'reviewers',
  si_reviewers_see_other_reviews_after_decision: 'reviewers',
  si_discussion: 'reviewers',
  reviewers_see_reviewer_names: 'reviewers',
  reviewers_see_confidential_comments: 'reviewers',
  reviewers_see_review_status: 'reviewers',
  reviewers_see_handling_chair: 'reviewers',
  reviewers_see_metareview_before_notification: 'reviewers',
  reviewers_see_metareview: 'reviewers',
  reviewers_see_decision_before_notification: 'reviewers',
  reviewers_see_decision: 'reviewers',
  reviewers_see_authors_after_notification: 'reviewers',
  reviewers_keep_access_after_close: 'reviewers',
  pc_sees_titles: 'committee',
  pc_sees_pdfs: 'committee',
  unassigned_pc_sees_reviews: 'committee',
  unassigned_pc_sees_reviewer_names: 'committee',
  unassigned_pc_sees_discussion: 'committee',
  pc_sees_decisions_before_notification: 'committee',
  pc_sees_decisions: 'committee',
  pc_sees_conflicts: 'committee',
  conflicted_pc_sees_titles: 'committee',
  authors_see_reviews_in_rebuttal: 'authors',
  authors_see_scores_in_rebuttal: 'authors',
  authors_see_reviews: 'authors',
  authors_see_scores: 'authors',
  authors_see_metareview: 'authors',
  authors_see_handling_chair: 'authors',
  chairs_see_drafts: 'chairs',
  other_tracks_visible: 'chairs',
  chairs_see_review_drafts: 'chairs',
  publish_pdfs: 'published',
  publish_supplementary: 'published',
  publish_reviews: 'published',
};

/** What a chair may set for a whole call: all but what is opened for one paper in an emergency. */
export const plainSettings = visibilitySettings.filter(isPlain);

export function isPlain(name: string): name is PlainSetting {
  return name in groups;
}

export function groupOf(setting: PlainSetting): SettingGroup {
  return groups[setting];
}

/** The steps of reviewing that a call may do without. */
export type Steps = Pick<CallSettings, 'bids' | 'discussion' | 'response' | 'metaReview'>;

export const allSteps: Steps = { bids: true, discussion: true, response: true, metaReview: true };

/** The phases that reviewing goes through; in a special issue `rebuttal` is the time of revision, whatever the steps. */
export function phasesIn(kind: CallKind, { discussion, response }: Steps): Phase[] {
  if (kind === 'special_issue') return [...phases];
  return phases.filter((phase) => (phase !== 'discussion' || discussion) && (phase !== 'rebuttal' || response));
}

/** What anybody can be to a submission: only a conference has a committee that reads papers unasked. */
export function standingsIn(kind: CallKind): Standing[] {
  return standings.filter((standing) => standing !== 'pool' || kind === 'conference');
}

/** What one setting decides: a field, for somebody, in these phases. */
export interface Effect {
  readonly field: Field;
  readonly standing: Standing;
  readonly phases: readonly Phase[];
}

const known = new Map<string, Map<VisibilitySetting, Effect[]>>();

/** All that a setting decides in calls of this kind and anonymity; nothing = it cannot matter there. Read off the table itself. */
export function effectsOf(setting: VisibilitySetting, mode: Mode, steps: Steps = allSteps): readonly Effect[] {
  const key = [mode.kind, mode.anonymity, steps.discussion, steps.response].join();
  const effects = known.get(key) ?? new Map(visibilitySettings.map((name) => [name, readEffects(name, mode, steps)]));
  known.set(key, effects);
  return effects.get(setting) ?? [];
}

function readEffects(setting: VisibilitySetting, mode: Mode, steps: Steps): Effect[] {
  const reached = phasesIn(mode.kind, steps);
  return fields.flatMap((field) =>
    standingsIn(mode.kind).flatMap((standing) => {
      const decided = reached.filter((phase) => lineFor(field, standing, phase, mode)?.setting === setting);
      return decided.length > 0 ? [{ field, standing, phases: decided }] : [];
    }),
  );
}

const anonymities = ['single', 'double', 'triple'] as const;

/** Whether a call of this kind can have any use for a setting. */
export function isOffered(setting: PlainSetting, kind: CallKind): boolean {
  return anonymities.some((anonymity) => effectsOf(setting, { kind, anonymity }).length > 0);
}

/** Settings of a step that there may not be: without a response no review is ever released for it, without meta-reviews there is none. */
const stepOf: Partial<Record<PlainSetting, keyof Steps>> = {
  authors_see_reviews_in_rebuttal: 'response',
  authors_see_scores_in_rebuttal: 'response',
  authors_see_metareview: 'metaReview',
  reviewers_see_metareview: 'metaReview',
  reviewers_see_metareview_before_notification: 'metaReview',
};

/** Why a setting changes nothing in a call as it is: null = it does. */
export function idleReason(
  setting: PlainSetting,
  modes: readonly Mode[],
  steps: Steps,
): 'kind' | 'anonymity' | 'steps' | null {
  const step = stepOf[setting];
  const taken = step === undefined || steps[step];
  if (taken && modes.some((mode) => effectsOf(setting, mode, steps).length > 0)) return null;
  if (modes.some((mode) => effectsOf(setting, mode).length > 0)) return 'steps';
  return modes.some(({ kind }) => isOffered(setting, kind)) ? 'anonymity' : 'kind';
}
