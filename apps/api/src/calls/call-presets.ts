import {
  docx,
  megabyte,
  pdf,
  zip,
  type CallKind,
  type FileSlot,
  type ReviewFormField,
  type SubmissionTypeSettings,
} from '@convoke/contract';
import type { DeadlineKind } from '@convoke/domain';

export interface PresetType {
  readonly key: string;
  readonly name: string;
  readonly anonymity: 'none' | null;
  readonly settings: SubmissionTypeSettings;
}

export interface Preset {
  readonly types: readonly PresetType[];
  readonly dates: readonly DeadlineKind[];
  readonly reviewForm: readonly ReviewFormField[];
  readonly track: string;
  /** The office of whoever creates the call. */
  readonly office: 'chair' | 'guest_editor';
}

const supplement: FileSlot = {
  key: 'supplement',
  label: 'Supplementary files',
  required: false,
  mediaTypes: [pdf, zip],
  maxBytes: 50 * megabyte,
  maxFiles: 5,
};

function main(label: string, mediaTypes: FileSlot['mediaTypes']): FileSlot {
  return { key: 'paper', label, required: true, mediaTypes, maxBytes: 50 * megabyte, maxFiles: 1 };
}

function score(key: string, label: string, words: readonly string[]): ReviewFormField {
  const scale = words.map((word, index) => ({ value: index + 1, label: word }));
  return { key, label, kind: 'score', scale, required: true, visibility: 'authors', help: '' };
}

const quality = ['Poor', 'Weak', 'Fair', 'Good', 'Excellent'];
const texts: readonly ReviewFormField[] = [
  {
    key: 'comments',
    label: 'Comments for the authors',
    kind: 'text',
    scale: [],
    required: true,
    visibility: 'authors',
    help: 'What is good, what is missing, what would make it better.',
  },
  {
    key: 'confidential',
    label: 'Comments for the chairs only',
    kind: 'text',
    scale: [],
    required: false,
    visibility: 'chairs',
    help: 'Authors and other reviewers never see this.',
  },
];

const topics = { min: 1, max: 5 };

/** What a new call starts from. Conference and special issue differ by these data alone. */
export const callPresets: Readonly<Record<CallKind, Preset>> = {
  conference: {
    types: [
      { key: 'paper', name: 'Paper', anonymity: null, settings: { slots: [main('Paper', [pdf]), supplement], topics } },
      { key: 'poster', name: 'Poster', anonymity: null, settings: { slots: [main('Poster abstract', [pdf])], topics } },
      {
        key: 'doctoral_consortium',
        name: 'Doctoral consortium',
        anonymity: 'none',
        settings: { slots: [main('Research proposal', [pdf])], topics },
      },
    ],
    reviewForm: [
      score('overall', 'Overall', ['Reject', 'Weak reject', 'Borderline', 'Accept', 'Strong accept']),
      score('relevance', 'Relevance to the track', quality),
      score('originality', 'Originality', quality),
      score('soundness', 'Soundness', quality),
      score('presentation', 'Presentation', quality),
      score('confidence', 'Your confidence', ['Guess', 'Low', 'Some', 'High', 'Expert']),
      ...texts,
    ],
    dates: ['abstract', 'paper', 'review', 'notification', 'final', 'doctoral_consortium', 'event'],
    track: 'General track',
    office: 'chair',
  },
  special_issue: {
    types: [
      {
        key: 'article',
        name: 'Article',
        anonymity: null,
        settings: { slots: [main('Article', [pdf, docx]), supplement], topics: { min: 0, max: 5 } },
      },
    ],
    reviewForm: [
      score('overall', 'Recommendation', ['Reject', 'Major revision', 'Minor revision', 'Accept']),
      score('relevance', 'Fit to the special issue', quality),
      score('contribution', 'Contribution', quality),
      score('method', 'Method', quality),
      ...texts,
    ],
    dates: ['paper', 'review', 'notification', 'final'],
    track: 'Special issue',
    office: 'guest_editor',
  },
};
