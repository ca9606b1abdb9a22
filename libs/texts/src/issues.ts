import type { TextParams, Translator } from './translator';

/** The parts of a zod issue that pick its words. */
export interface Issue {
  readonly code: string;
  readonly message: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly input?: unknown;
  /** What fills the placeholders of a message that is a key. */
  readonly params?: TextParams;
}

/** What is wrong with one field, for the person who filled it in; the same words in forms and in the API's answers. */
export function issueWords(issue: Issue, { t, maybe }: Translator): string {
  // A message that zod did not make itself was written for the person, as words or as a key.
  if (!/^(Too (small|big)|Invalid|Unrecognized)\b/.test(issue.message))
    return maybe(issue.message, issue.params) ?? issue.message;
  const minimum = Number(issue.minimum);
  const maximum = Number(issue.maximum);
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return minimum <= 1 ? t('invalid.required') : t('invalid.tooShort', { minimum });
      return issue.origin === 'array' || issue.origin === 'set'
        ? t('invalid.tooFew', { minimum })
        : t('invalid.tooLow', { minimum });
    case 'too_big':
      if (issue.origin === 'string') return t('invalid.tooLong', { maximum });
      return issue.origin === 'array' || issue.origin === 'set'
        ? t('invalid.tooMany', { maximum })
        : t('invalid.tooHigh', { maximum });
    case 'invalid_format':
      return maybe(`invalid.format.${issue.format}`) ?? t('invalid.other');
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? t('invalid.required') : t('invalid.type');
    case 'invalid_value':
      return t('invalid.choice');
    case 'unrecognized_keys':
      return t('invalid.unknownField');
    default:
      return t('invalid.other');
  }
}
