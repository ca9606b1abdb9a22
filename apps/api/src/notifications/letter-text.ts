import type { Translate } from '@convoke/texts';

export interface LetterParts {
  /** Whom the greeting names; a letter to an unknown name begins without one. */
  name?: string;
  /** Blocks of the letter, in order. Each becomes a paragraph; lines within it stay. */
  paragraphs: readonly string[];
  /** Who signs: the call's name, or nothing for the house itself. */
  signature?: string;
  /** Lines below the signature, set apart as mail readers expect. */
  footer?: readonly string[];
}

/** Puts a letter together: greeting, paragraphs, signature, footer. All letters of the product begin and end alike. */
export function composeLetter(t: Translate, parts: LetterParts): string {
  const name = parts.name?.trim();
  const blocks = [
    name ? t('mail.greeting', { name }) : t('mail.greetingUnknown'),
    ...parts.paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== ''),
    parts.signature ? t('mail.signatureOf', { name: parts.signature }) : t('mail.signature'),
  ];
  const footer = parts.footer?.length ? `\n\n-- \n${parts.footer.join('\n')}` : '';
  return `${blocks.join('\n\n')}${footer}\n`;
}
