import type { AuthorRow } from './draft.queries';

/** "Ada Ferri, Tala Brandt": how lists name the authors. */
export function authorsLine(authors: readonly AuthorRow[]): string {
  return authors
    .map((author) => `${author.givenName} ${author.familyName}`.trim())
    .filter((name) => name !== '')
    .join(', ');
}

/** What a search for authors looks in: names, affiliations and addresses, lower case, without accents. */
export function authorsSearch(authors: readonly AuthorRow[]): string {
  return authors
    .map((author) =>
      [author.givenName, author.familyName, author.affiliation, author.address].filter(Boolean).join(' '),
    )
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}
