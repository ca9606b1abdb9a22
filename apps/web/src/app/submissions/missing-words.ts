import type { MissingItem } from '@convoke/contract';
import type { Texts } from '@convoke/ui';

/** "Affiliation of author 2": what is missing, as a link or in a list. */
export function missingWords(item: MissingItem, texts: Texts): string {
  return texts.maybe(`submission.missing.${item.code}`, item.facts) ?? item.field;
}
