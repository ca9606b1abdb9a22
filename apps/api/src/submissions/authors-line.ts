import type { AuthorRow } from './draft.queries';

type Named = Pick<AuthorRow, 'givenName' | 'familyName' | 'affiliation' | 'address'>;

/** "Ada Ferri, Tala Brandt": how lists name the authors. */
export function authorsLine(authors: readonly Named[]): string {
  return authors
    .map((author) => `${author.givenName} ${author.familyName}`.trim())
    .filter((name) => name !== '')
    .join(', ');
}

/** “Galli + 2”: how chairs' lists name the authors. */
export function authorsShort(authors: readonly Named[]): string {
  const [first, ...others] = authors;
  if (!first) return '';
  const name = first.familyName || first.givenName || first.address;
  return others.length > 0 ? `${name} + ${others.length}` : name;
}

/** What a search for authors looks in: names, affiliations and addresses, lower case, without accents. */
export function authorsSearch(authors: readonly Named[]): string {
  return authors
    .map((author) =>
      [author.givenName, author.familyName, author.affiliation, author.address].filter(Boolean).join(' '),
    )
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}
