import { accessTo } from '../access';
import { type Phase, phases } from '../phase';
import { type VisibilitySetting, visibilitySettings } from '../settings';
import { type Field, fields } from '../visibility';
import { type Cell, type MatrixMode, matrixModes, type MatrixRole, matrixRoles } from './matrix';
import { callIn, factsIn } from './roles';

/** One line of a matrix that somebody else wrote down: `visible` is `yes`, `no` or `setting:NAME`. */
export interface WrittenCell {
  readonly field: string;
  readonly role: string;
  readonly phase: string;
  readonly mode: string;
  readonly visible: string;
}

export interface MatrixComparison {
  /** Cells that both have. */
  readonly compared: number;
  readonly disagreements: readonly { readonly cell: WrittenCell; readonly rule: string }[];
  /** Lines about something that the rules do not know, or written twice. */
  readonly unknown: readonly WrittenCell[];
  readonly twice: readonly WrittenCell[];
  /** Cells of the rules that are not written down there. */
  readonly missing: readonly Omit<WrittenCell, 'visible'>[];
}

type Place = Pick<Cell, 'field' | 'role' | 'phase' | 'mode'>;

const now = new Date('2026-06-01T12:00:00Z');
const off = Object.fromEntries(visibilitySettings.map((name) => [name, false])) as Record<VisibilitySetting, boolean>;
const on = Object.fromEntries(visibilitySettings.map((name) => [name, true])) as Record<VisibilitySetting, boolean>;
const keyOf = ({ field, role, phase, mode }: Omit<WrittenCell, 'visible'>): string => [field, role, phase, mode].join();

/**
 * What the rules themselves say of a cell, asked with settings at both values: `yes` or `no` whatever is set, or the setting that
 * decides alone. Anything else is said as it is, so that it agrees with nothing.
 */
export function ruled({ field, role, phase, mode }: Place): string {
  const { viewer, facts } = factsIn(role, phase, mode);
  const seen = (settings: Partial<Record<VisibilitySetting, boolean>>) =>
    accessTo(facts, viewer, callIn(mode, settings), now).sees(field);
  const [withNone, withAll] = [seen(off), seen(on)];
  const { setting } = accessTo(facts, viewer, callIn(mode, on), now).why(field);
  if (!setting) return withNone === withAll ? (withAll ? 'yes' : 'no') : 'decided by several settings';
  const alone = seen({ ...off, [setting.name]: true }) && !seen({ ...on, [setting.name]: false });
  return alone && !withNone && withAll ? `setting:${setting.name}` : 'decided by several settings';
}

/** Compares a written matrix with the rules, cell by cell. */
export function compareMatrix(written: readonly WrittenCell[]): MatrixComparison {
  const places = new Map<string, Place>(everyPlace().map((place) => [keyOf(place), place]));
  const met = new Set<string>();
  const unknown: WrittenCell[] = [];
  const twice: WrittenCell[] = [];
  const disagreements: { cell: WrittenCell; rule: string }[] = [];
  for (const cell of written) {
    const place = places.get(keyOf(cell));
    if (!place) unknown.push(cell);
    else if (met.has(keyOf(cell))) twice.push(cell);
    else {
      met.add(keyOf(cell));
      const rule = ruled(place);
      if (rule !== cell.visible) disagreements.push({ cell, rule });
    }
  }
  const missing = [...places].filter(([key]) => !met.has(key)).map(([, place]) => place);
  return { compared: met.size, disagreements, unknown, twice, missing };
}

/** Field × role × phase × mode. */
export function everyPlace(): Place[] {
  return fields.flatMap((field: Field) =>
    matrixRoles.flatMap((role: MatrixRole) =>
      phases.flatMap((phase: Phase) => matrixModes.map((mode: MatrixMode) => ({ field, role, phase, mode }))),
    ),
  );
}
