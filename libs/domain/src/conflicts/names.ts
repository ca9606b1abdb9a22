import { wordsIn } from './plain';

/**
 * The key under which two spellings of a name meet: "Ferri, Ada", "Ada M. Ferri" and "ADA FERRI" are one. Empty where a name says
 * too little to compare (one word, or initials alone).
 */
export function nameKey(name: string): string {
  const words = wordsIn(name).filter((word) => word.length > 1);
  return words.length < 2 ? '' : words.sort().join(' ');
}

/** A line of a list of people: "Ada Ferri (Università di Milano)", the bracket being optional and possibly an address. */
export interface NamedPerson {
  readonly name: string;
  readonly affiliation: string;
  readonly address: string;
}

/** Reads one line of a list of people. */
export function parseNamed(line: string): NamedPerson {
  const found = /^(.*?)\s*[(<]([^()<>]*)[)>]?\s*$/u.exec(line.trim());
  const name = (found?.[1] ?? line).trim();
  const inside = (found?.[2] ?? '').trim();
  return inside.includes('@') && !inside.includes(' ')
    ? { name, affiliation: '', address: inside.toLowerCase() }
    : { name, affiliation: inside, address: '' };
}
