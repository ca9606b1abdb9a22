/** The languages of the product. English is complete; the others fall back to it, text by text. */
export const locales = ['en', 'it', 'de'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own name, for the switch. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', it: 'Italiano', de: 'Deutsch' };

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** The first language we speak out of what a person chose (cookie, profile) or a browser asks for (Accept-Language). */
export function pickLocale(...wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    for (const part of (wish ?? '').split(',')) {
      const language = part.trim().slice(0, 2).toLowerCase();
      if (isLocale(language)) return language;
    }
  }
  return 'en';
}
