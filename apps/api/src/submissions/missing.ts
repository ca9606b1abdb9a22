import type { MissingItem } from '@convoke/contract';
import { missingFor } from '@convoke/domain';
import type { DraftRow } from './draft.queries';
import { cutOf, fieldsOf, settingsOf } from './draft-settings';

/** All that stands between a working copy and submitting this stage, in the order of the form's steps. */
export function missingFrom(draft: DraftRow, stage: 'abstract' | 'paper'): MissingItem[] {
  const settings = settingsOf(draft);
  const { title, abstract, topicIds, authors, declarations } = fieldsOf(draft);
  const rules = {
    type: settings.type,
    topicsOffered: draft.topicsOffered,
    maxAbstractWords: settings.call.abstract.maxWords,
  };
  const files = draft.files.map((file) => ({ ...file, bytes: Number(file.bytes) }));
  const cut = cutOf(draft.abstractCut);
  return missingFor(stage, { title, abstract, cut, topicIds, authors, files, declarations }, rules).map((item) => ({
    ...item,
    facts: { ...item.facts },
  }));
}
