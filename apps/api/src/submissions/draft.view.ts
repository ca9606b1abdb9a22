import {
  submissionTypeSettings,
  type CallSettings,
  type DraftFileView,
  type DraftView,
  type TypeChoice,
} from '@convoke/contract';
import { checkOf } from './anonymity';
import type { DraftRow, FileRow } from './draft.queries';
import { fieldsOf, settingsOf, wordsOf } from './draft-settings';
import { missingFrom } from './missing';

function fileViewOf(file: FileRow, { anonymous }: Pick<DraftRow, 'anonymous'>): DraftFileView {
  return { ...file, bytes: Number(file.bytes), anonymity: checkOf(file, anonymous) };
}

/** The working copy for its contact authors. */
export function draftViewOf(row: DraftRow): DraftView {
  const settings = settingsOf(row);
  const words = wordsOf(row);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    stage: row.stage,
    version: row.version,
    editedAt: row.editedAt.toISOString(),
    fields: fieldsOf(row),
    files: row.files.map((file) => fileViewOf(file, row)),
    missing: { abstract: missingFrom(row, 'abstract'), paper: missingFrom(row, 'paper') },
    words: { counted: words.words, references: words.referenceWords, limit: settings.call.abstract.maxWords },
  };
}

/** What a type asks for, as the form needs it. */
export function typeChoiceOf(
  type: { id: string; key: string; name: string; anonymity: TypeChoice['anonymity'] | null; settings: unknown },
  call: { anonymity: TypeChoice['anonymity']; settings: CallSettings },
): TypeChoice {
  const settings = submissionTypeSettings.parse(type.settings);
  return {
    id: type.id,
    key: type.key,
    name: type.name,
    anonymity: type.anonymity ?? call.anonymity,
    abstractMaxWords: call.settings.abstract.maxWords,
    topicsMin: settings.topics.min,
    topicsMax: settings.topics.max,
    slots: settings.slots,
  };
}
