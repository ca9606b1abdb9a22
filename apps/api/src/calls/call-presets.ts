import { docx, megabyte, pdf, zip, type CallKind, type FileSlot, type SubmissionTypeSettings } from '@convoke/contract';
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
    dates: ['paper', 'review', 'notification', 'final'],
    track: 'Special issue',
    office: 'guest_editor',
  },
};
