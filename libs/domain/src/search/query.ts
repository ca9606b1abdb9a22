/** What somebody searches for, as understood. A query without terms has no `where`: it finds everything. */
export interface Query {
  readonly where: QueryNode | null;
  readonly sort: QuerySort | null;
}

export interface QuerySort {
  readonly key: string;
  readonly descending: boolean;
}

/** A condition. `all` and `any` have at least two parts, and none of their own kind; `not` holds no other `not`. */
export type QueryNode =
  | QueryTerm
  | { readonly is: 'all' | 'any'; readonly of: readonly QueryNode[] }
  | { readonly is: 'not'; readonly of: QueryNode };

/** One thing that holds of a row or does not. `at` and `length` say where it was typed. */
export interface QueryTerm {
  readonly is: 'term';
  /** `words` without a field, `number` and `tag` after a hash, else a field of the list's language. */
  readonly field: string;
  readonly value: QueryValue;
  readonly at: number;
  readonly length: number;
}

export type QueryValue =
  | { readonly is: 'text'; readonly text: string; readonly phrase: boolean }
  | { readonly is: 'choice'; readonly choice: string }
  | { readonly is: 'compare'; readonly by: Comparison; readonly n: number }
  | { readonly is: 'range'; readonly from: number; readonly to: number };

export const comparisons = ['<', '<=', '=', '!=', '>=', '>'] as const;
export type Comparison = (typeof comparisons)[number];

/** Why a query cannot be read, and exactly where: the words are made from `code` and `facts` in the reader's language. */
export interface QueryError {
  readonly at: number;
  readonly length: number;
  readonly code: QueryErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const queryErrorCodes = [
  'too_long',
  'too_many',
  'too_deep',
  'no_words',
  'unclosed_quote',
  'unclosed_parenthesis',
  'empty_parentheses',
  'stray_parenthesis',
  'nothing_after',
  'nothing_before',
  'unknown_field',
  'not_here',
  'no_value',
  'bad_choice',
  'bad_number',
  'bad_range',
  'bad_tag',
  'bad_sort',
  'sort_inside',
] as const;
export type QueryErrorCode = (typeof queryErrorCodes)[number];

/** Joins conditions; one alone stays as it is, and parts of the same kind become parts of the whole. */
export function joinNodes(is: 'all' | 'any', parts: readonly QueryNode[]): QueryNode {
  const of = parts.flatMap((part) => (part.is === is ? part.of : [part]));
  const [first] = of;
  return of.length === 1 && first ? first : { is, of };
}

export function negate(node: QueryNode): QueryNode {
  return node.is === 'not' ? node.of : { is: 'not', of: node };
}

/** The parts that must all hold, each by itself; a query of one part has that one. */
export function queryParts(query: Query): readonly QueryNode[] {
  if (query.where === null) return [];
  return query.where.is === 'all' ? query.where.of : [query.where];
}

/** All terms of a query, in the order in which they were typed. */
export function queryTerms(node: QueryNode | null): readonly QueryTerm[] {
  if (node === null) return [];
  if (node.is === 'term') return [node];
  return node.is === 'not' ? queryTerms(node.of) : node.of.flatMap(queryTerms);
}
