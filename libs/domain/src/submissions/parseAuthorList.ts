import { ADDRESS } from './submit';

export interface ParsedAuthor {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly affiliation: string;
}

export interface ParsedRow extends ParsedAuthor {
  /** Line of the pasted text, from 1. */
  readonly line: number;
  /** What to look at: nothing is guessed silently. */
  readonly problems: readonly ParseProblem[];
}

export type ParseProblem = 'no_name' | 'no_address' | 'address_malformed' | 'address_twice';

/** Most people a paste may bring, so that a book pasted by mistake stays harmless. */
export const MAX_PASTED = 1000;

/**
 * People from a pasted list, in the forms they come in: "Ada Ferri, U Milano, ada@x.it" one a line,
 * "Ada Ferri <ada@x.it>; Ravi Menon <ravi@x.in>" in one, CSV or tab-separated rows with or without a header.
 */
export function parseAuthorList(text: string): ParsedRow[] {
  const lines = text.split(/\r?\n/u).map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const filled = lines.filter(({ content }) => content !== '');
  const header = filled[0] ? headerOf(cellsOf(filled[0].content)) : null;
  const rows = (header ? filled.slice(1) : filled).flatMap(({ content, line }) =>
    header ? [rowBy(header, cellsOf(content), line)] : peopleOf(content).map((person) => rowOf(person, line)),
  );
  return withProblems(rows.slice(0, MAX_PASTED));
}

/** Cells of a line: by tab if there is one, else by semicolon or comma; quotes protect both. */
export function cellsOf(line: string): string[] {
  const bare = line.replace(/"[^"]*"/gu, '');
  const separator = bare.includes('\t') ? '\t' : /^[^,]*;/u.test(bare) ? ';' : ',';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const char = line[index] as string;
    if (char === '"' && quoted && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

type Column = keyof ParsedAuthor | 'name' | 'topics';
export type Header = readonly (Column | null)[];

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(e-?mail|mail|address|e-mail address|email address|posta.*|correo.*|courriel)$/u, 'address'],
  [/^(first|given|first name|given name|firstname|vorname|nome|prénom|nombre)$/u, 'givenName'],
  [/^(last|family|last name|family name|lastname|surname|nachname|cognome|nom|apellidos?)$/u, 'familyName'],
  [/^(name|full name|author|reviewer|member)$/u, 'name'],
  [/^(affiliation|institution|organi[sz]ation|university|company|affiliazione|ente|einrichtung)$/u, 'affiliation'],
  [/^(topics?|keywords?|expertise|areas?|interests?|themen|temi|argomenti)$/u, 'topics'],
];

/** The columns of a header row, or null if the row is a person: a header names an address column and holds no address. */
export function headerOf(cells: readonly string[]): Header | null {
  const found = cells.map((cell) => columns.find(([pattern]) => pattern.test(cell.toLowerCase()))?.[1] ?? null);
  return found.includes('address') && !cells.some((cell) => cell.includes('@')) ? found : null;
}

/** A cell by its column. */
export function cellBy(header: Header, cells: readonly string[], column: Column): string {
  return cells[header.indexOf(column)] ?? '';
}

export type UncheckedRow = Omit<ParsedRow, 'problems'>;

export function rowBy(header: Header, cells: readonly string[], line: number): UncheckedRow {
  const whole = nameOf(cellBy(header, cells, 'name'));
  return {
    line,
    givenName: cellBy(header, cells, 'givenName') || whole.givenName,
    familyName: cellBy(header, cells, 'familyName') || whole.familyName,
    address: bareAddress(cellBy(header, cells, 'address')),
    affiliation: cellBy(header, cells, 'affiliation'),
  };
}

/** Several people stand in one line only where each has an address of its own. */
function peopleOf(line: string): string[] {
  const bySemicolon = line
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  if (bySemicolon.length > 1 && bySemicolon.every((part) => part.includes('@'))) return bySemicolon;
  const byBracket = line
    .split(/(?<=>)\s*,\s*/u)
    .map((part) => part.trim())
    .filter(Boolean);
  return byBracket.length > 1 && byBracket.every((part) => part.includes('@')) ? byBracket : [line];
}

/** One person without header: "Name <address>, affiliation" or cells, the address being the one with an @. */
export function rowOf(person: string, line: number): UncheckedRow {
  const bracketed = /^([^<]*)<([^<>]*)>[\s,;]*(.*)$/u.exec(person);
  if (bracketed) {
    const [name = '', ...affiliation] = cellsOf(bracketed[1] ?? '').filter(Boolean);
    const rest = bracketed[3] || affiliation.join(', ');
    // "Ferri, Ada <ada@x.it>": a lone word after the comma is the given name
    const inverted = affiliation.length === 1 && !name.includes(' ') && !bracketed[3];
    const parts = inverted ? { familyName: name, givenName: affiliation[0] ?? '' } : nameOf(name);
    return { line, ...parts, address: bareAddress(bracketed[2] ?? ''), affiliation: inverted ? '' : rest };
  }
  const cells = cellsOf(person);
  const at = cells.findIndex((cell) => cell.includes('@'));
  const others = cells.filter((cell, index) => index !== at && cell !== '');
  const [name = '', ...rest] = others;
  return { line, ...nameOf(name), address: bareAddress(cells[at] ?? ''), affiliation: rest.join(', ') };
}

/** "Ada Maria Ferri" → Ada Maria · Ferri; "Ferri, Ada" → Ada · Ferri; particles stay with the family name. */
export function nameOf(name: string): { givenName: string; familyName: string } {
  const trimmed = name.trim().replace(/\s+/gu, ' ');
  const inverted = /^([^,]+),\s*(.+)$/u.exec(trimmed);
  if (inverted) return { givenName: inverted[2] ?? '', familyName: inverted[1] ?? '' };
  const words = trimmed.split(' ');
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && /^\p{Ll}/u.test(word));
  const split = particle > 0 ? particle : words.length - 1;
  return { givenName: words.slice(0, split).join(' '), familyName: words.slice(split).join(' ') };
}

export function withProblems<R extends UncheckedRow>(rows: readonly R[]): (R & { problems: ParseProblem[] })[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const problems: ParseProblem[] = [];
    const key = row.address.toLowerCase();
    if (row.familyName === '') problems.push('no_name');
    if (key === '') problems.push('no_address');
    else if (!ADDRESS.test(key)) problems.push('address_malformed');
    else if (seen.has(key)) problems.push('address_twice');
    seen.add(key);
    return { ...row, problems };
  });
}

function bareAddress(address: string): string {
  return address
    .trim()
    .replace(/^<|>$/gu, '')
    .replace(/^mailto:/iu, '');
}
