import { type Issue, issueWords, translator } from '@convoke/texts';
import type { Texts } from '../i18n/texts';

/** The words for one error of a form: zod's issues in our texts, a text key as its text, anything else as it stands. */
export function fieldErrorWords(error: { kind: string; message?: string; issue?: unknown }, texts: Texts): string {
  if (error.kind === 'standardSchema' && isIssue(error.issue))
    return issueWords(error.issue, translator(texts.locale()));
  return (error.message && texts.maybe(error.message)) || error.message || texts.t('invalid.other');
}

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
