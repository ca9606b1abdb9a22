import {
  callSettingsOf,
  declarations,
  submissionTypeSettings,
  type CallSettings,
  type DraftFields,
  type SubmissionTypeSettings,
} from '@convoke/contract';
import { wordCount, type CutOverride, type WordCount } from '@convoke/domain';
import type { DraftRow } from './draft.queries';

/** Settings of the call and the type a draft belongs to, with their defaults. */
export function settingsOf(row: DraftRow): { call: CallSettings; type: SubmissionTypeSettings } {
  return {
    call: callSettingsOf({ kind: row.callKind, settings: row.callSettings }),
    type: submissionTypeSettings.parse(row.typeSettings),
  };
}

/** The author's correction of the cut as the word count takes it: -1 stands for "there is no reference list". */
export function cutOf(abstractCut: number | null): CutOverride | null {
  return abstractCut === null ? null : { cutAt: abstractCut < 0 ? null : abstractCut };
}

export function wordsOf(row: Pick<DraftRow, 'abstract' | 'abstractCut'>): WordCount {
  return wordCount(row.abstract, cutOf(row.abstractCut));
}

/** What its authors call it: as they are writing it; once that is over (`canEdit` false), as it was submitted. */
export function titleOf(row: Pick<DraftRow, 'title' | 'submittedTitle' | 'submittedAt'>, canEdit: boolean): string {
  return canEdit || row.submittedAt === null ? row.title : row.submittedTitle;
}

export function fieldsOf(row: DraftRow): DraftFields {
  return {
    trackId: row.trackId,
    typeId: row.typeId,
    title: row.title,
    abstract: row.abstract,
    abstractCut: row.abstractCut,
    keywords: row.keywords,
    topicIds: row.topicIds,
    authors: row.authors.map(({ personId: _, ...author }) => author),
    conflicts: row.conflicts,
    declarations: declarations.parse(row.declarations),
  };
}
