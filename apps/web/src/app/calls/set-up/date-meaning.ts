import { AOE, type CallDeadlineKind, Refusal, timeOf } from '@convoke/contract';
import { type Locale, dateTime, zoneName } from '@convoke/texts';

export interface TypedParts {
  readonly kind: CallDeadlineKind;
  /** `YYYY-MM-DD`, empty = to be announced. */
  readonly day: string;
  /** `HH:mm`, empty = the end of the day. */
  readonly time: string;
  readonly until: string;
  readonly zone: string;
  readonly which: 'earlier' | 'later' | null;
}

export type Meaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'instant'; readonly closesAt: Date; readonly lines: readonly string[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'doubled'; readonly offsets: readonly [string, string] }
  | { readonly kind: 'wrong' };

/** What goes to the server as `wallTime`. */
export function wallTimeOf({ day, time }: Pick<TypedParts, 'day' | 'time'>): string | null {
  if (day === '') return null;
  return time === '' ? day : `${day}T${time}`;
}

/** What typed parts mean: the same routine that the server enforces, shown in the typed zone, in AoE, and on the reader's clock. */
export function meaningOf(parts: TypedParts, readerZone: string, locale: Locale): Meaning {
  const wallTime = wallTimeOf(parts);
  if (wallTime === null) return { kind: 'none' };
  try {
    const time = timeOf({ ...parts, wallTime, untilWallTime: parts.until || null, which: parts.which ?? undefined });
    if (!time.closesAt) return { kind: 'none' };
    const shown = new Date(time.closesAt.getTime() - (parts.kind === 'opening' ? 0 : 60_000));
    const zones = [...new Set([time.zone, AOE, readerZone])];
    const lines = zones.map((zone) => `${dateTime(shown, zone, locale, true)} ${nameOf(zone, shown, locale)}`);
    return { kind: 'instant', closesAt: time.closesAt, lines };
  } catch (error) {
    return problemOfTyping(error);
  }
}

function nameOf(zone: string, at: Date, locale: Locale): string {
  const name = zoneName(zone, at, locale);
  return zone === AOE || zone === 'UTC' ? name : `${name}, ${zone.replaceAll('_', ' ')}`;
}

function problemOfTyping(error: unknown): Meaning {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'wall_time_gap') return { kind: 'gap' };
  if (error.code !== 'wall_time_doubled') return { kind: 'wrong' };
  const [first, second] = error.facts['alternatives'] as readonly { offset: string }[];
  return { kind: 'doubled', offsets: [first?.offset ?? '', second?.offset ?? ''] };
}

/** The zones a chair may choose: the likely ones first. */
export function zonesFor(...likely: readonly string[]): string[] {
  return [...new Set([AOE, ...likely, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
