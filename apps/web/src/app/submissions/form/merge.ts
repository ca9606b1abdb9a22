import type { DraftFields } from '@convoke/contract';

export type FieldName = keyof DraftFields;

/** One field that both changed. */
export interface Clash<K extends FieldName = FieldName> {
  readonly field: K;
  readonly mine: DraftFields[K];
  readonly theirs: DraftFields[K];
}

/** Equal as saved: blanks at the ends of a text are no difference. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, trimmed) === JSON.stringify(b, trimmed);
}

/** The fields in which a working copy differs from the state it began from. */
export function changedFields(base: DraftFields, mine: DraftFields): FieldName[] {
  return (Object.keys(mine) as FieldName[]).filter((field) => !same(base[field], mine[field]));
}

/** Only some fields of a working copy. */
export function pickFields(fields: DraftFields, names: readonly FieldName[]): Partial<DraftFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** What both changed since the common base, differently. Everything else goes together without asking. */
export function clashes(base: DraftFields, mine: DraftFields, theirs: DraftFields): Clash[] {
  return changedFields(base, mine)
    .filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
}

/** Theirs, with what only I changed, and of what both changed the fields where mine is to be kept. */
export function merged(
  base: DraftFields,
  mine: DraftFields,
  theirs: DraftFields,
  keepMine: ReadonlySet<FieldName>,
): DraftFields {
  const contested = new Set(clashes(base, mine, theirs).map((clash) => clash.field));
  const own = changedFields(base, mine).filter((field) => !contested.has(field) || keepMine.has(field));
  return { ...theirs, ...pickFields(mine, own) };
}

function trimmed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
