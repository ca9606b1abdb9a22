import { docx, mainSlot, pdf, supplementSlot, type CallKind, type SubmissionTypeSettings } from '@convoke/contract';
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

const topics = { min: 1, max: 5 };

/** What a new call starts from. Conference and special issue differ by these data alone. */
export const callPresets: Readonly<Record<CallKind, Preset>> = {
  conference: {
    types: [
      {
        key: 'paper',
        name: 'Paper',
        anonymity: null,
        settings: { slots: [mainSlot('Paper', [pdf]), supplementSlot], topics },
      },
      {
        key: 'poster',
        name: 'Poster',
        anonymity: null,
        settings: { slots: [mainSlot('Poster abstract', [pdf])], topics },
      },
      {
        key: 'doctoral_consortium',
        name: 'Doctoral consortium',
        anonymity: 'none',
        settings: { slots: [mainSlot('Research proposal', [pdf])], topics },
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
        settings: { slots: [mainSlot('Article', [pdf, docx]), supplementSlot], topics: { min: 0, max: 5 } },
      },
    ],
    dates: ['paper', 'review', 'notification', 'final'],
    track: 'Special issue',
    office: 'guest_editor',
  },
};
