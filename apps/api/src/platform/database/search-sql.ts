import type { QueryNode, QueryTerm } from '@convoke/domain';

/** One term as SQL. */
export interface TermSql {
  /** Holds or does not; never null. */
  readonly sql: string;
  /** Where the asker may know whether it holds; absent = everywhere. */
  readonly known?: string;
}

/**
 * A query as one SQL condition. Negation is carried down to the terms, each of which is asked only where the asker may know the
 * answer: what is hidden is neither true nor false, so that neither `x` nor `NOT x` finds it. `case` keeps the database from looking
 * at a hidden value at all, be it only to drop the row afterwards.
 */
export function searchSql(node: QueryNode, term: (term: QueryTerm) => TermSql): string {
  return conditionOf(node, term, false);
}

function conditionOf(node: QueryNode, term: (term: QueryTerm) => TermSql, negated: boolean): string {
  if (node.is === 'not') return conditionOf(node.of, term, !negated);
  if (node.is !== 'term') {
    const all = (node.is === 'all') !== negated;
    return `(${node.of.map((part) => conditionOf(part, term, negated)).join(all ? ' and ' : ' or ')})`;
  }
  const { sql, known } = term(node);
  const asked = negated ? `not (${sql})` : `(${sql})`;
  return known === undefined ? asked : `(case when ${known} then ${asked} else false end)`;
}
