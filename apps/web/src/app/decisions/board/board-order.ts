import type { DecisionRow } from '@convoke/contract';
import type { TableSort } from '@convoke/ui';

type Value = number | string | null;

const values: Readonly<Record<string, (row: DecisionRow) => Value>> = {
  number: (row) => row.number,
  title: (row) => row.title,
  reviews: (row) => row.reviewsIn,
  score: (row) => row.scoreMean,
  decision: (row) => row.decision?.outcome ?? null,
};

/** The papers in the order asked for; those without a value stand last either way, equal ones by number. */
export function inOrder(rows: readonly DecisionRow[], sort: TableSort | null): readonly DecisionRow[] {
  const value = values[sort?.key ?? 'number'] ?? values['number'];
  if (!value) return rows;
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => compare(value(a), value(b), sign) || a.number - b.number);
}

function compare(a: Value, b: Value, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b));
}
