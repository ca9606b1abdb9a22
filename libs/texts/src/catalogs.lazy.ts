import { en } from './en/index';
import type { Locale } from './locales';
import type { Catalog } from './translator';

/** English at hand and every other language fetched when somebody reads it, so that nobody downloads three. */
export const catalogs: Record<Locale, Catalog> = { en, it: {}, de: {} };

const atHand = new Set<Locale>(['en']);

export function isAtHand(locale: Locale): boolean {
  return atHand.has(locale);
}

export async function fetchCatalog(locale: Locale): Promise<void> {
  if (locale === 'it') catalogs.it = (await import('./it/index.js')).it;
  if (locale === 'de') catalogs.de = (await import('./de/index.js')).de;
  atHand.add(locale);
}
