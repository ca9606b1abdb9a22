import { IntlMessageFormat } from 'intl-messageformat';
import { catalogs, fetchCatalog, isAtHand } from './catalogs';
import { en } from './en/index';
import type { Locale } from './locales';

/** Every key there is; a key that does not exist does not compile. */
export type TextKey = keyof typeof en;
export type TextParams = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

export interface Translator {
  readonly locale: Locale;
  readonly t: Translate;
  /** For keys put together at run time (`refusal.${code}`): the text, or `null` when there is none. */
  readonly maybe: (key: string, params?: TextParams) => string | null;
}

export type Catalog = Readonly<Partial<Record<TextKey, string>>>;

/** English with British dates: day before month, 24 hours, as everywhere in the product. */
export const intlLocale: Readonly<Record<Locale, string>> = { en: 'en-GB', it: 'it-IT', de: 'de-DE' };

const translators = new Map<Locale, Translator>();

/** The translator of a language: made once, keeps its compiled messages. A missing text is shown in English. */
export function translator(locale: Locale): Translator {
  let found = translators.get(locale);
  if (!found) translators.set(locale, (found = makeTranslator(locale)));
  return found;
}

/** Whether a language can be read now; in the browser only English is, until `loadTexts` has fetched another. */
export function hasTexts(locale: Locale): boolean {
  return isAtHand(locale);
}

/** Fetches a language where it is not at hand yet. Translators made before are forgotten: they spoke English. */
export async function loadTexts(locale: Locale): Promise<void> {
  if (isAtHand(locale)) return;
  await fetchCatalog(locale);
  translators.delete(locale);
}

function makeTranslator(locale: Locale): Translator {
  const compiled = new Map<string, IntlMessageFormat>();
  const maybe = (key: string, params?: TextParams): string | null => {
    const own = catalogs[locale][key as TextKey];
    const text = own ?? (en as Catalog)[key as TextKey];
    if (text === undefined) return null;
    if (!text.includes('{') && !text.includes("'")) return text;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, intlLocale[own === undefined ? 'en' : locale], undefined, {
        ignoreTag: true,
      });
      compiled.set(key, message);
    }
    return String(message.format({ ...params }));
  };
  return { locale, maybe, t: (key, params) => maybe(key, params) ?? key };
}

/** The messages of one language as written, for the spec that compares languages. */
export function catalogOf(locale: Locale): Catalog {
  return catalogs[locale];
}
