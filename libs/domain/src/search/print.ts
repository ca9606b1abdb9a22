import type { QueryNode, Query, QueryTerm, QueryValue } from './query';

/** Writes a query as it could be typed: reading it again gives the same. */
export function printQuery({ where, sort }: Query): string {
  const parts = [where === null ? '' : print(where), sort ? `sort:${sort.descending ? '-' : ''}${sort.key}` : ''];
  return parts.filter(Boolean).join(' ');
}

function print(node: QueryNode): string {
  switch (node.is) {
    case 'term':
      return printTerm(node);
    case 'not':
      return node.of.is === 'term' ? printNot(printTerm(node.of)) : `NOT (${print(node.of)})`;
    case 'all':
      return node.of.map((part) => (part.is === 'any' ? `(${print(part)})` : print(part))).join(' ');
    case 'any':
      return node.of.map((part) => (part.is === 'all' ? `(${print(part)})` : print(part))).join(' OR ');
  }
}

/** Before a word that begins with such a mark itself, a minus would be one more of them. */
function printNot(term: string): string {
  return /^[-!]/u.test(term) ? `NOT ${term}` : `-${term}`;
}

/** One term as it could be typed. */
export function printTerm({ field, value }: Pick<QueryTerm, 'field' | 'value'>): string {
  const text = printValue(value);
  if (field === 'words') return text;
  if (field === 'tag' || field === 'number') return `#${text}`;
  return value.is === 'compare' && value.by !== '=' ? `${field}${text}` : `${field}:${text}`;
}

function printValue(value: QueryValue): string {
  switch (value.is) {
    case 'text':
      return value.phrase ? `"${value.text}"` : value.text;
    case 'choice':
      return value.choice;
    case 'compare':
      return value.by === '=' ? String(value.n) : `${value.by}${value.n}`;
    case 'range':
      return `${value.from}..${value.to}`;
  }
}
