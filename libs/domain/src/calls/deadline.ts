import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal';

export const deadlineKinds = [
  'opening',
  'abstract',
  'paper',
  'bids',
  'review',
  'review_hard',
  'response',
  'decision',
  'notification',
  'revision',
  'final',
  'doctoral_consortium',
  'event',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Anywhere on Earth: a fixed offset of −12 hours, without daylight saving. */
export const AOE = 'Etc/GMT+12';

/** What was typed and what it means. `closesAt` null = nothing was typed: no limit, shown as "to be announced". */
export interface DeadlineTime {
  readonly wallTime: string | null;
  readonly zone: string;
  readonly closesAt: Date | null;
}

export interface Deadline extends DeadlineTime {
  readonly kind: DeadlineKind;
  /** Nobody may begin before this; null = from the publication of the call on. */
  readonly opensAt?: Date | null;
}

/** For whom a row holds; what is left out or null means "for all". */
export interface DeadlineScope {
  readonly trackId?: string | null;
  readonly submissionTypeId?: string | null;
  readonly submissionId?: string | null;
  readonly personId?: string | null;
}

/** One row of the history: changes and extensions are new rows, the latest of a scope holds. */
export interface DeadlineRow extends Deadline, DeadlineScope {
  readonly setAt: Date;
}

export type DeadlineState = 'unset' | 'upcoming' | 'open' | 'closed';

/** Work begun in time may be finished this long after closing. Announced to nobody. */
export const DEFAULT_GRACE_SECONDS = 300;

const MINUTE = 60_000;
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const WALL_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The zone as people read it: "AoE" for −12, else its IANA name. */
export function zoneLabel(zone: string): string {
  return zone === AOE ? 'AoE' : zone;
}

/** The IANA name of a typed zone ("AoE" included); refuses what no time zone database knows. */
export function zoneFrom(typed: string): string {
  if (/^aoe$/i.test(typed.trim())) return AOE;
  const zone = typed.trim();
  try {
    if (!/[A-Za-z]/.test(zone)) throw new RangeError('an offset is not a zone');
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    throw new Refusal('invalid_body', { path: 'zone', value: typed });
  }
}

/**
 * The instant at which a wall time begins in a zone. A time that the clocks skip or show twice is refused, with what
 * could have been meant in `facts.alternatives`; `which` answers that question for a doubled time.
 */
export function instantOf(wallTime: string, zone: string, which?: 'earlier' | 'later'): Date {
  const typed = plainTime(wallTime);
  const iana = zoneFrom(zone);
  const earlier = typed.toZonedDateTime(iana, { disambiguation: 'earlier' });
  const later = typed.toZonedDateTime(iana, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return new Date(earlier.epochMilliseconds);
  const alternatives = [earlier, later].map((time) => ({
    wallTime: minuteOf(time.toPlainDateTime()),
    offset: time.offset,
    at: time.toInstant().toString(),
  }));
  const doubled = earlier.toPlainDateTime().equals(typed);
  if (doubled && which) return new Date((which === 'earlier' ? earlier : later).epochMilliseconds);
  throw new Refusal(doubled ? 'wall_time_doubled' : 'wall_time_gap', { wallTime, zone: zoneLabel(iana), alternatives });
}

/**
 * A deadline from what was typed. What is typed is included: the minute "23:59" closes when the next minute begins, a
 * day ("2016-10-07") when the next day does.
 */
export function deadlineFrom(wallTime: string | null, zone: string, which?: 'earlier' | 'later'): DeadlineTime {
  const iana = zoneFrom(zone);
  if (wallTime === null || wallTime === '') return { wallTime: null, zone: iana, closesAt: null };
  const closesAt = WALL_DAY.test(wallTime)
    ? endOfDay(wallTime, iana)
    : new Date(instantOf(wallTime, iana, which).getTime() + MINUTE);
  return { wallTime, zone: iana, closesAt };
}

/** An opening from what was typed: the minute itself or the first moment of the day; until then nothing may begin. */
export function openingFrom(wallTime: string | null, zone: string, which?: 'earlier' | 'later'): DeadlineTime {
  const iana = zoneFrom(zone);
  if (wallTime === null || wallTime === '') return { wallTime: null, zone: iana, closesAt: null };
  const begins = WALL_DAY.test(wallTime) ? startOfDay(plainDay(wallTime), iana) : instantOf(wallTime, iana, which);
  return { wallTime, zone: iana, closesAt: begins };
}

/** True while nothing stands in the way of beginning: after the opening and before `closesAt`, or no limit is set. */
export function isOpen(deadline: Pick<Deadline, 'closesAt' | 'opensAt'>, now: Date): boolean {
  if (deadline.opensAt && now < deadline.opensAt) return false;
  return deadline.closesAt === null || now < deadline.closesAt;
}

/** True if a save or submit counts: it is open, or the form or upload was opened in time and the grace still runs. */
export function acceptsWork(
  deadline: Pick<Deadline, 'closesAt' | 'opensAt'>,
  now: Date,
  begunAt: Date | null,
  graceSeconds = DEFAULT_GRACE_SECONDS,
): boolean {
  if (isOpen(deadline, now)) return true;
  const { closesAt, opensAt } = deadline;
  if (!begunAt || !closesAt || (opensAt && begunAt < opensAt)) return false;
  return begunAt < closesAt && now.getTime() < closesAt.getTime() + graceSeconds * 1000;
}

/** Throws the reason in plain terms unless `acceptsWork`. */
export function requireOpen(deadline: Deadline, now: Date, begunAt: Date | null = null, graceSeconds?: number): void {
  if (acceptsWork(deadline, now, begunAt, graceSeconds)) return;
  const { kind, wallTime, opensAt } = deadline;
  if (opensAt && now < opensAt) throw new Refusal('not_open_yet', { kind, opensAt: opensAt.toISOString() });
  const closesAt = deadline.closesAt?.toISOString() ?? null;
  throw new Refusal('deadline_passed', { kind, wallTime, zone: zoneLabel(deadline.zone), closesAt });
}

/** Where a deadline stands. `unset` = nothing typed: no limit, "to be announced". */
export function deadlineState(deadline: Pick<Deadline, 'closesAt' | 'opensAt'>, now: Date): DeadlineState {
  if (deadline.opensAt && now < deadline.opensAt) return 'upcoming';
  if (deadline.closesAt === null) return 'unset';
  return now < deadline.closesAt ? 'open' : 'closed';
}

/**
 * The row that holds for a kind and a scope: the most specific (person, submission, type, track, call), and of one scope
 * the latest. An older extension for one person or submission gives way to a newer general one that gives more time.
 */
export function effectiveDeadline<Row extends DeadlineRow>(
  rows: readonly Row[],
  kind: DeadlineKind,
  scope: DeadlineScope,
): Row | null {
  const bySpecificity = rows
    .filter((row) => row.kind === kind && holdsFor(row, scope))
    .sort((a, b) => specificity(b) - specificity(a) || b.setAt.getTime() - a.setAt.getTime());
  const [first] = bySpecificity;
  if (!first) return null;
  const general = bySpecificity.find((row) => !isPersonal(row));
  if (!isPersonal(first) || !general) return first;
  return general.setAt > first.setAt && endOf(general) > endOf(first) ? general : first;
}

export interface UpcomingDeadline<D extends Deadline> {
  readonly deadline: D;
  readonly state: DeadlineState;
  readonly isNext: boolean;
}

/** All deadlines in order of time (unset ones last), each with its state, the next one to close marked. */
export function timeline<D extends Deadline>(deadlines: readonly D[], now: Date): UpcomingDeadline<D>[] {
  const next = whatIsNext(deadlines, now);
  return [...deadlines]
    .sort((a, b) => endOf(a) - endOf(b) || deadlineKinds.indexOf(a.kind) - deadlineKinds.indexOf(b.kind))
    .map((deadline) => ({ deadline, state: deadlineState(deadline, now), isNext: deadline === next }));
}

/** The deadline that closes next, or null if nothing with a date lies ahead. */
export function whatIsNext<D extends Deadline>(deadlines: readonly D[], now: Date): D | null {
  const ahead = deadlines.filter((deadline) => deadline.closesAt !== null && now < deadline.closesAt);
  return ahead.sort((a, b) => endOf(a) - endOf(b))[0] ?? null;
}

/** Whether a change takes time away that people were promised: it then needs a reason once the call is published. */
export function takesTimeAway(before: DeadlineTime | null, after: DeadlineTime): boolean {
  return before !== null && endOf(after) < endOf(before);
}

/** Whether a change gives more time: both have a date, and the new one is later. */
export function givesTime(
  before: Pick<DeadlineTime, 'closesAt'> | null,
  after: Pick<DeadlineTime, 'closesAt'> | null,
): boolean {
  return before?.closesAt != null && after?.closesAt != null && before.closesAt < after.closesAt;
}

/** What was typed, so many days later by the calendar: the time of day and the zone stay, whatever the clocks do in between. */
export function shiftedWallTime(wallTime: string, days: number): string {
  if (WALL_DAY.test(wallTime)) return plainDay(wallTime).add({ days }).toString();
  return minuteOf(plainTime(wallTime).add({ days }));
}

/** Until when a second set of fields stays open after a deadline, so many hours later; null = no limit. */
export function hoursAfter(closesAt: Date | null, hours: number): Date | null {
  return closesAt && new Date(closesAt.getTime() + hours * 60 * MINUTE);
}

function plainTime(wallTime: string): Temporal.PlainDateTime {
  try {
    if (!WALL_TIME.test(wallTime)) throw new RangeError('not YYYY-MM-DDTHH:mm');
    return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' });
  } catch {
    throw new Refusal('invalid_body', { path: 'wallTime', value: wallTime });
  }
}

function plainDay(day: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' });
  } catch {
    throw new Refusal('invalid_body', { path: 'wallTime', value: day });
  }
}

function startOfDay(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

function endOfDay(day: string, zone: string): Date {
  return startOfDay(plainDay(day).add({ days: 1 }), zone);
}

function minuteOf(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function endOf(deadline: Pick<DeadlineTime, 'closesAt'>): number {
  return deadline.closesAt?.getTime() ?? Infinity;
}

const scopeKeys = ['trackId', 'submissionTypeId', 'submissionId', 'personId'] as const;

function holdsFor(row: DeadlineScope, scope: DeadlineScope): boolean {
  return scopeKeys.every((key) => row[key] == null || row[key] === scope[key]);
}

function specificity(row: DeadlineScope): number {
  return scopeKeys.reduce((sum, key, rank) => sum + (row[key] == null ? 0 : 2 ** rank), 0);
}

function isPersonal(row: DeadlineScope): boolean {
  return row.personId != null || row.submissionId != null;
}
