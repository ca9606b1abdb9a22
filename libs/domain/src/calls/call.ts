import type { VisibilitySettings } from '../access/settings';

export const callKinds = ['conference', 'special_issue'] as const;
export type CallKind = (typeof callKinds)[number];

export const callStates = ['setup', 'published', 'closed'] as const;
export type CallState = (typeof callStates)[number];

/** Who does not know whom: single = authors not their reviewers, double = nor the other way, triple = nor do editors. */
export const anonymities = ['single', 'double', 'triple'] as const;
export type Anonymity = (typeof anonymities)[number];

/** A submission type may be `none`: its authors are named; who reviews stays hidden as in `single`. */
export type TypeAnonymity = Anonymity | 'none';

export const roles = ['chair', 'track_chair', 'guest_editor', 'editor_in_chief', 'reviewer'] as const;
export type Role = (typeof roles)[number];

/** What a chair sets for the whole call; what is left out has the default of its kind. */
export interface CallSettings {
  readonly visibility: Partial<VisibilitySettings>;
  /** The committee says what it would like to review. */
  readonly bids: boolean;
  /** Reviewers of a conference talk about a paper once their reviews are in; in a special issue `si_discussion` says so. */
  readonly discussion: boolean;
  /** Authors of a conference answer their reviews before anything is decided. */
  readonly response: boolean;
  /** Whoever recommends also writes what authors read of it with the decision. */
  readonly metaReview: boolean;
  readonly reviewsPerSubmission: number;
  /** Papers per reviewer, unless the membership says otherwise. */
  readonly maxLoad: number;
  /** A complete draft that nobody submitted is submitted at closing. */
  readonly autoSubmit: boolean;
  /** Seconds for work begun before closing. */
  readonly graceSeconds: number;
  /** Hours after the paper deadline in which authors and conflicts of what was submitted may still be put right. */
  readonly detailsHours: number;
  /** Co-chairs and guest editors decide themselves; otherwise they recommend. */
  readonly handlersDecide: boolean;
  readonly handlersRelease: boolean;
  /** A chair who reviews a paper hands it over and is only its reviewer. */
  readonly reviewingChairsHandOver: boolean;
  /** Committee members are assigned without asking; others are invited. */
  readonly committeeAcceptsByDefault: boolean;
  readonly invitationDays: number;
  readonly reviewDays: number;
  /** Of each text of the authors' response; null = no limit. */
  readonly responseMaxWords: number | null;
  /** Authors answer each review by itself, besides one text on all of them. */
  readonly responsePerReview: boolean;
  /** Between a release and its first letter, in which the letters can still be stopped. */
  readonly releaseHoldMinutes: number;
}

const common: CallSettings = {
  visibility: {},
  bids: true,
  discussion: true,
  response: true,
  metaReview: true,
  reviewsPerSubmission: 3,
  maxLoad: 6,
  autoSubmit: true,
  graceSeconds: 300,
  detailsHours: 48,
  handlersDecide: false,
  handlersRelease: false,
  reviewingChairsHandOver: false,
  committeeAcceptsByDefault: false,
  invitationDays: 10,
  reviewDays: 28,
  responseMaxWords: 500,
  responsePerReview: false,
  releaseHoldMinutes: 0,
};

/** A conference and a special issue differ by these data, never by module. */
export const callDefaults: Readonly<Record<CallKind, CallSettings>> = {
  conference: common,
  special_issue: {
    ...common,
    bids: false,
    discussion: false,
    response: false,
    reviewsPerSubmission: 2,
    maxLoad: 3,
    handlersDecide: true,
    handlersRelease: true,
  },
};

/** The settings of a call with the defaults of its kind filled in. */
export function settingsOf(call: { kind: CallKind; settings: Partial<CallSettings> }): CallSettings {
  return { ...callDefaults[call.kind], ...call.settings };
}
