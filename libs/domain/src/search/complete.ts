import { fieldOf, type Language } from './language';
import { folded } from './words';

/** Names that only the list knows: its tracks, topics, tags. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** What can be put in the place of a part of the query. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  /** What stands there already. */
  readonly stem: string;
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  readonly insert: string;
  readonly field: string;
  /** Null for the field itself. */
  readonly value: string | null;
}

const most = 12;
const inQuotes = /(?:^|[\s(])[-!]?([a-z][a-z_-]*):("[^"]*)$/iu;
const inWord = /(?:^|[\s(])[-!]?(?:([a-z][a-z_-]*):)?(#?[^\s()":]*)$/iu;

/** What could stand at the caret, best first: fields while a word is begun, values after a colon, tags after a hash. */
export function completionsAt(text: string, caret: number, language: Language, names: Names = {}): Completion | null {
  const before = text.slice(0, caret);
  const [, name, begun = ''] = inQuotes.exec(before) ?? inWord.exec(before) ?? [];
  const rest = /^[^\s()"]*"?/u.exec(text.slice(caret))?.[0] ?? '';
  const place = { from: caret - begun.length, to: caret + rest.length, stem: begun };
  const found = (options: readonly CompletionOption[]): Completion | null =>
    options.length > 0 ? { ...place, options: options.slice(0, most) } : null;
  if (name === undefined && begun.startsWith('#')) {
    const tags = language.hash ? (names['tag'] ?? []) : [];
    return found(matching(tags, begun.slice(1)).map((tag) => ({ insert: `#${tag} `, field: 'tag', value: tag })));
  }
  if (name === undefined) return found(fieldsFor(begun, language));
  if (name.toLowerCase() === 'sort')
    return found(
      matching(language.sorts, begun.replace(/^-/u, '')).map((key) => ({
        insert: `${begun.startsWith('-') ? '-' : ''}${key} `,
        field: 'sort',
        value: key,
      })),
    );
  const field = fieldOf(language, name);
  if (field === null || language.refused?.includes(field)) return null;
  const values = [...(language.fields[field]?.choices ?? []), ...(names[field] ?? [])];
  return found(
    matching(values, begun.replace(/^"/u, '')).map((value) => ({ insert: `${quotedIfNeeded(value)} `, field, value })),
  );
}

function fieldsFor(begun: string, language: Language): CompletionOption[] {
  const usable = Object.keys(language.fields).filter((field) => !language.refused?.includes(field));
  const starts = (word: string): boolean => word.startsWith(begun.toLowerCase());
  const aliases = (field: string): string[] =>
    Object.entries(language.aliases).flatMap(([alias, of]) => (of === field ? alias : []));
  return [...usable, ...(language.sorts.length > 0 ? ['sort'] : [])]
    .filter((field) => starts(field) || (begun !== '' && aliases(field).some(starts)))
    .map((field) => ({ insert: `${field}:`, field, value: null }));
}

/** Those that begin with what was typed, then those of which another word does. */
function matching(values: readonly string[], begun: string): string[] {
  const stem = folded(begun.trim());
  const first = values.filter((value) => folded(value).startsWith(stem));
  const later = values.filter(
    (value) =>
      !first.includes(value) &&
      folded(value)
        .split(/[\s_-]+/u)
        .some((word) => word.startsWith(stem)),
  );
  return [...first, ...later];
}

const quotedIfNeeded = (value: string): string =>
  /^[\p{L}\p{N}_.-]+$/u.test(value) ? value : `"${value.replace(/"/gu, '')}"`;
