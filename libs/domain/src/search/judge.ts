import type { Comparison, QueryNode, QueryValue } from './query';
import { folded } from './words';

/**
 * Whether a query holds, in three values: `null` = the asker may not know. What is not known is neither true nor false, so that
 * neither a term nor its negation finds it. A row belongs to a list only where this is `true`.
 */
export function judge(
  node: QueryNode | null,
  holds: (field: string, value: QueryValue) => boolean | null,
): boolean | null {
  if (node === null) return true;
  if (node.is === 'term') return holds(node.field, node.value);
  if (node.is === 'not') {
    const inner = judge(node.of, holds);
    return inner === null ? null : !inner;
  }
  const decides = node.is === 'any';
  let known = true;
  for (const part of node.of) {
    const found = judge(part, holds);
    if (found === decides) return decides;
    if (found === null) known = false;
  }
  return known ? !decides : null;
}

/** Whether texts hold a value's words, each as the beginning of a word; a phrase as it stands. */
export function textHolds(texts: readonly string[], value: QueryValue): boolean {
  if (value.is !== 'text') return false;
  const asked = piecesOf(value.text);
  if (asked.length === 0) return false;
  const lines = texts.map((text) => ` ${piecesOf(text).join(' ')} `);
  if (value.phrase) return lines.some((line) => line.includes(` ${asked.join(' ')} `));
  return asked.every((piece) => lines.some((line) => line.includes(` ${piece}`)));
}

export function numberHolds(n: number | null, value: QueryValue): boolean {
  if (n === null) return false;
  if (value.is === 'range') return n >= value.from && n <= value.to;
  return value.is === 'compare' && compare[value.by](n, value.n);
}

const compare: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
};

const piecesOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
