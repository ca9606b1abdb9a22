import { folded, type QueryNode, type QueryTerm, type QueryValue, wordsOf } from '@convoke/domain';
import type { SqlParams } from './sql-params';

/** One term as SQL. */
export interface TermSql {
  /** Whether it holds; null is no. */
  readonly sql: string;
  /** Where the asker may know whether it holds; absent = everywhere. */
  readonly known?: string;
}

/** `must` = the term must hold for the whole query to hold: an index may find it. */
export type TermCompiler = (term: QueryTerm, must: boolean) => TermSql;

/**
 * A query as one SQL condition. Negation is carried down to the terms, each of which is asked only where the asker may know the
 * answer: what is hidden is neither true nor false, so that neither `x` nor `NOT x` finds it. `case` keeps the database from looking
 * at a hidden value at all, be it only to drop the row afterwards.
 */
export function searchSql(node: QueryNode, compile: TermCompiler): string {
  return conditionOf(node, compile, { negated: false, must: true });
}

interface Place {
  readonly negated: boolean;
  readonly must: boolean;
}

function conditionOf(node: QueryNode, compile: TermCompiler, { negated, must }: Place): string {
  if (node.is === 'not') return conditionOf(node.of, compile, { negated: !negated, must: false });
  if (node.is !== 'term') {
    const all = (node.is === 'all') !== negated;
    const parts = node.of.map((part) => conditionOf(part, compile, { negated, must: must && all }));
    return `(${parts.join(all ? ' and ' : ' or ')})`;
  }
  const { sql, known } = compile(node, must && !negated);
  const asked = negated ? `not coalesce(${sql}, false)` : `(${sql})`;
  return known === undefined ? asked : `(case when ${known} then ${asked} else false end)`;
}

/** A pattern for `like` that finds the text anywhere: nothing in it is a wildcard. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a number is the one that is asked for, or in the range. */
export function numberSql(p: SqlParams, column: string, value: QueryValue): string {
  if (value.is === 'range') return `${column} between ${p.of(value.from, 'numeric')} and ${p.of(value.to, 'numeric')}`;
  if (value.is !== 'compare') return 'false';
  return `${column} ${value.by === '!=' ? '<>' : value.by} ${p.of(value.n, 'numeric')}`;
}

/** Whether a text holds words, each as the beginning of one, a phrase as it stands; whatever their accents. As `textHolds` says. */
export function wordsSql(p: SqlParams, text: string, value: QueryValue): string {
  if (value.is !== 'text') return 'false';
  const asked = wordsOf(folded(value.text));
  const pieces = value.phrase ? [` ${asked.join(' ')} `] : asked.map((word) => ` ${word}`);
  return `(${pieces.map((piece) => `folded_words(${text}) like ${p.of(anywhere(piece))}`).join(' and ')})`;
}
