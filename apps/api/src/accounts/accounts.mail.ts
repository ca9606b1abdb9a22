import { translator, type Locale } from '@convoke/texts';

export interface AccountLetter {
  readonly subject: string;
  readonly text: string;
}

interface LinkLetter {
  readonly locale: Locale;
  readonly name: string;
  readonly address: string;
  readonly link: string;
}

/** Confirms an address: the reader may not have asked for it, so the letter says who did and that nothing happens by itself. */
export function verifyLetter(letter: LinkLetter): AccountLetter {
  return written('verify', letter);
}

/** The address is already proven by another account: the link joins the new one into it. */
export function joinLetter(letter: LinkLetter): AccountLetter {
  return written('join', letter);
}

export function resetLetter(letter: LinkLetter): AccountLetter {
  return written('reset', letter);
}

/** Tells the person that the password changed, at an address that proves them. */
export function passwordChangedLetter(letter: LinkLetter): AccountLetter {
  return written('passwordChanged', letter);
}

function written(which: 'verify' | 'join' | 'reset' | 'passwordChanged', letter: LinkLetter): AccountLetter {
  const { t } = translator(letter.locale);
  const { name, address, link } = letter;
  return {
    subject: t(`account.mail.${which}.subject`),
    text: t(`account.mail.${which}.text`, { name, address, link }),
  };
}
