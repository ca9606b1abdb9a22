import { type RecordQuery, type RecordSort, type RecordView, recordQuery, recordView } from '@convoke/contract';

/** What can be written before a colon in the query: `track:co-production au:galli sort:-mean`. */
export const filterKeys = ['track', 'type', 'state', 'decision', 'reviews', 'au'] as const;
export type FilterKey = (typeof filterKeys)[number];

export type ListView = RecordView | 'drafts';

/** The query as understood; `unknown` holds the parts that mean nothing, as typed. */
export interface ListQuery {
  readonly filters: Readonly<Partial<Record<FilterKey, string>>>;
  readonly words: string;
  readonly sort: RecordSort;
  readonly descending: boolean;
  readonly unknown: readonly string[];
}

const part = /(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/giu;

/** Reads what was typed. Nothing is refused: what is not understood is named, and left out. */
export function parseQuery(typed: string): ListQuery {
  const filters: Partial<Record<FilterKey, string>> = {};
  const words: string[] = [];
  const unknown: string[] = [];
  let sort: RecordSort = 'number';
  let descending = false;
  for (const [whole, name, quoted, plain] of typed.matchAll(part)) {
    const key = name?.toLowerCase();
    const value = quoted ?? plain ?? '';
    if (key === undefined) words.push(value);
    else if (key === 'sort') {
      const parsed = recordQuery.shape.sort.safeParse(value.replace(/^-/, ''));
      if (parsed.success) [sort, descending] = [parsed.data, value.startsWith('-')];
      else unknown.push(whole);
    } else if (isFilter(key) && recordQuery.shape[key].safeParse(value).success) filters[key] = value;
    else unknown.push(whole);
  }
  return { filters, words: words.join(' '), sort, descending, unknown };
}

/** The query as it is typed: what `parseQuery` reads. */
export function writeQuery({ filters, words, sort, descending }: Omit<ListQuery, 'unknown'>): string {
  const parts = filterKeys.flatMap((key) => {
    const value = filters[key];
    return value === undefined ? [] : [`${key}:${/\s/.test(value) ? `"${value}"` : value}`];
  });
  if (sort !== 'number' || descending) parts.push(`sort:${descending ? '-' : ''}${sort}`);
  return [...parts, words].filter(Boolean).join(' ');
}

/** What the server is asked. */
export function toServer(view: RecordView, { filters, words, sort, descending }: ListQuery): RecordQuery {
  const asked = { view, ...filters, ...(words ? { q: words } : {}), sort, dir: descending ? 'desc' : 'asc' };
  return recordQuery.parse(asked);
}

/** The view of an address; anything else is the whole list. */
export function viewOf(text: string | undefined): ListView {
  if (text === 'drafts') return 'drafts';
  const parsed = recordView.safeParse(text);
  return parsed.success ? parsed.data : 'all';
}

function isFilter(key: string): key is FilterKey {
  return (filterKeys as readonly string[]).includes(key);
}
