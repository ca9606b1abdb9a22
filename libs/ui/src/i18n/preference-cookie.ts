/** Language and theme are kept in cookies that the server's pages read and write alike; nothing personal is in them. */
export type Preference = 'lang' | 'theme';

export function readCookie(document: Document, name: Preference): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

/** Keeps the choice for a year; `null` forgets it. */
export function writeCookie(document: Document, name: Preference, value: string | null): void {
  const secure = document.location.protocol === 'https:' ? '; Secure' : '';
  const age = value === null ? 0 : 365 * 24 * 3600;
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
