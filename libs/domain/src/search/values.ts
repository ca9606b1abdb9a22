import { QueryFault } from './fault';
import type { Language } from './language';
import type { Comparison, QueryError, QuerySort, QueryValue } from './query';
import { hasWords } from './words';

interface Typed {
  readonly raw: string;
  readonly at: number;
  readonly length: number;
}

/** What a tag may be called: letters, digits, - and _, not digits alone. */
export const tagPattern = /^(?=.*[a-z_-])[a-z0-9_-]{1,40}$/u;

const comparison = /^(<=|>=|!=|[<>=≤≥])?\s*(\d{1,9}(?:[.,]\d{1,3})?)$/u;
const range = /^(\d{1,9}(?:[.,]\d{1,3})?)(?:\.\.|–)(\d{1,9}(?:[.,]\d{1,3})?)$/u;
const marks: Readonly<Record<string, Comparison>> = { '≤': '<=', '≥': '>=' };

/** The value of a field as its rule reads it. */
export function valueOf(
  { field, name, raw, phrase, at, length }: Typed & { field: string; name: string; phrase: boolean },
  language: Language,
): QueryValue {
  const rule = language.fields[field] ?? {};
  const fault = (code: QueryError['code'], facts: QueryError['facts'] = {}): QueryFault =>
    new QueryFault({ at, length, code, facts: { field: name, value: raw, ...facts } });
  if (rule.number && !phrase) {
    const counted = numberOf(raw);
    if (counted?.is === 'range' && counted.from > counted.to) throw fault('bad_range');
    if (counted) return counted;
    if (/^[<>=!≤≥]/u.test(raw)) throw fault('bad_number');
  }
  const choice = rule.choices?.find((one) => alike(one) === alike(raw));
  if (choice !== undefined && !(phrase && rule.text)) return { is: 'choice', choice };
  if (rule.text) {
    if (!hasWords(raw)) throw fault('no_value');
    return { is: 'text', text: raw, phrase };
  }
  throw rule.choices ? fault('bad_choice', { allowed: rule.choices.join(', ') }) : fault('bad_number');
}

/** What follows a hash. */
export function tagOrNumber({ raw, at, length }: Typed): { field: 'tag' | 'number'; value: QueryValue } {
  const counted = /^\d+(\.\.\d+)?$/u.test(raw) ? numberOf(raw) : null;
  if (counted) {
    if (counted.is === 'range' && counted.from > counted.to)
      throw new QueryFault({ at, length, code: 'bad_range', facts: { value: raw } });
    return { field: 'number', value: counted };
  }
  const name = raw.toLowerCase();
  if (!tagPattern.test(name)) throw new QueryFault({ at, length, code: 'bad_tag', facts: { value: raw } });
  return { field: 'tag', value: { is: 'text', text: name, phrase: false } };
}

export function sortOf({ raw, at, length }: Typed, language: Language): QuerySort {
  const key = raw.replace(/^-/u, '').toLowerCase();
  if (language.sorts.includes(key)) return { key, descending: raw.startsWith('-') };
  const facts = { value: raw, allowed: language.sorts.join(', ') };
  throw new QueryFault({ at, length, code: 'bad_sort', facts });
}

function numberOf(raw: string): Extract<QueryValue, { is: 'compare' | 'range' }> | null {
  const between = range.exec(raw);
  if (between) return { is: 'range', from: amount(between[1]), to: amount(between[2]) };
  const [, by = '=', n] = comparison.exec(raw) ?? [];
  if (n === undefined) return null;
  return { is: 'compare', by: marks[by] ?? (by as Comparison), n: amount(n) };
}

const amount = (text = ''): number => Number(text.replace(',', '.'));

/** `accept-paper`, `Accept_Paper` and `accept paper` are the same. */
const alike = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '_');
