import { visibilityDefaults, type VisibilitySettings } from '../access/settings';
import type { Steps } from '../access/settingGuide';
import type { Anonymity, CallKind } from './call';

export const presetNames = ['small_conference', 'full_conference', 'journal'] as const;
export type PresetName = (typeof presetNames)[number];

/** A way of reviewing that is in use: its steps, and who sees what. Dates, types and forms come from the kind of call. */
export interface ReviewingPreset {
  readonly kind: CallKind;
  readonly steps: Steps;
  readonly visibility: Partial<VisibilitySettings>;
}

export const reviewingPresets: Readonly<Record<PresetName, ReviewingPreset>> = {
  /** Chairs assign, reviewers write, chairs decide. The committee sees only what it is given to read. */
  small_conference: {
    kind: 'conference',
    steps: { bids: false, discussion: false, response: false, metaReview: false },
    visibility: {
      pc_sees_titles: false,
      pc_sees_decisions: false,
      authors_see_reviews_in_rebuttal: false,
    },
  },
  /** The committee bids; reviewers discuss; authors answer the reviews before anything is decided, and read why with it. */
  full_conference: {
    kind: 'conference',
    steps: { bids: true, discussion: true, response: true, metaReview: true },
    visibility: {},
  },
  /** Guest editors invite; reviewers see each other's reviews with the letter; authors revise. */
  journal: {
    kind: 'special_issue',
    steps: { bids: false, discussion: false, response: false, metaReview: true },
    visibility: {},
  },
};

/** Every switch as a preset sets it; where editors do not know the authors, authors do not know the editor either. */
export function presetVisibility(name: PresetName, anonymity: Anonymity): VisibilitySettings {
  const blinded = anonymity === 'triple' ? { authors_see_handling_chair: false } : {};
  return { ...visibilityDefaults, ...reviewingPresets[name].visibility, ...blinded };
}

/** The preset of a kind of call unless its maker chooses another. */
export const usualPreset: Readonly<Record<CallKind, PresetName>> = {
  conference: 'full_conference',
  special_issue: 'journal',
};
