import {
  parseQuery,
  type Query,
  queryParts,
  type QueryTerm,
  type RecordView,
  recordView,
  submissionLanguage,
  type TypedRecordQuery,
} from '@convoke/contract';

export type ListView = RecordView | 'drafts';

/** The query of a list as it stands in the address; null where it cannot be read. */
export function readQuery(typed: string): Query | null {
  const parsed = parseQuery(typed, submissionLanguage);
  return parsed.ok ? parsed.query : null;
}

/** What the server is asked. */
export function toServer(view: RecordView, typed: string): TypedRecordQuery {
  return { view, query: typed };
}

export interface Filter {
  readonly term: QueryTerm;
  readonly negated: boolean;
}

/** The fields that a query asks for by themselves, so that each can be taken away: not those inside an alternative. */
export function filtersOf(query: Query): readonly Filter[] {
  return queryParts(query).flatMap((part): Filter[] => {
    const term = part.is === 'not' ? part.of : part;
    return term.is === 'term' && term.field !== 'words' ? [{ term, negated: part.is === 'not' }] : [];
  });
}

/** The query without one of its parts. */
export function without({ where, sort }: Query, gone: QueryTerm): Query {
  const left = queryParts({ where, sort }).filter((part) => part !== gone && !(part.is === 'not' && part.of === gone));
  const [only] = left;
  if (!only) return { where: null, sort };
  return { where: left.length === 1 ? only : { is: 'all', of: left }, sort };
}

/** The query with one more condition; of a field that can hold one value only, it takes the place of the former one. */
export function withTerm(query: Query, typed: string): Query {
  const added = readQuery(typed)?.where ?? null;
  if (added === null) return query;
  const replaced = filtersOf(query).find(
    ({ term, negated }) => !negated && added.is === 'term' && term.field === added.field && term.field !== 'tag',
  );
  const rest = queryParts(replaced ? without(query, replaced.term) : query);
  return { where: rest.length === 0 ? added : { is: 'all', of: [...rest, added] }, sort: query.sort };
}

/** The view of an address; anything else is the whole list. */
export function viewOf(text: string | undefined): ListView {
  if (text === 'drafts') return 'drafts';
  const parsed = recordView.safeParse(text);
  return parsed.success ? parsed.data : 'all';
}
