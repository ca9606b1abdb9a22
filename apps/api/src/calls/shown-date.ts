import type { DeadlineView } from '@convoke/contract';
import { dateTime, intlLocale, zoneName, type Locale, type Translate } from '@convoke/texts';

const minute = 60_000;

/** A date of a call in words, in the call's zone and on the reader's clock. */
export interface ShownDate {
  /** "5 June 2016", "7–8 October 2016", "To be announced". */
  readonly day: string;
  /** "23:59 AoE", or the weekday of a whole day; empty when unset. */
  readonly time: string;
  /** "Sunday 5 June 2016, 23:59 AoE". */
  readonly full: string;
  /** "Monday 6 June, 13:59", on a clock that shows something else than the call's; null when it would say the same. */
  readonly reader: string | null;
}

/** The words of one date. `readerZone` null = the reader's clock is not known. */
export function shownDate(date: DeadlineView, readerZone: string | null, locale: Locale, t: Translate): ShownDate {
  const { wallTime, untilWallTime, zone, closesAt } = date;
  if (wallTime === null || closesAt === null)
    return { day: t('calls.date.unset'), time: '', full: t('calls.date.unset'), reader: null };
  const first = dayOf(wallTime);
  const last = untilWallTime ? dayOf(untilWallTime) : first;
  const day = format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(first, last);
  const clock = wallTime.length > 10 ? wallTime.slice(11) : null;
  if (clock === null) {
    const weekday = format(locale, { weekday: untilWallTime ? 'short' : 'long' }).formatRange(first, last);
    const full = format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
      first,
      last,
    );
    return { day, time: weekday, full, reader: null };
  }
  const at = lastMinute(date);
  const zoned = `${clock} ${zoneName(zone, at, locale)}`;
  const full = `${format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(first)}, ${zoned}`;
  const reader = readerZone === null ? null : dateTime(at, readerZone, locale);
  return { day, time: zoned, full, reader: reader === dateTime(at, zone, locale) ? null : reader };
}

/** The last minute that still counts (of an opening: the first). */
export function lastMinute(date: Pick<DeadlineView, 'closesAt' | 'kind'>): Date {
  return new Date(Date.parse(date.closesAt ?? '') - (date.kind === 'opening' ? 0 : minute));
}

/** The place a zone is named after: "Rome" of `Europe/Rome`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "in 10 days", "today", "in 3 hours": the time until an instant, in one unit. */
export function spanUntil(at: Date, now: Date, locale: Locale): string {
  const minutes = Math.max(0, Math.floor((at.getTime() - now.getTime()) / minute));
  const relative = new Intl.RelativeTimeFormat(intlLocale[locale], { numeric: 'always' });
  if (minutes < 120) return relative.format(minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(Math.floor(minutes / 60), 'hour');
  return relative.format(Math.floor(minutes / (24 * 60)), 'day');
}

/** A typed day as an instant that every formatter shows as that day. */
function dayOf(wallTime: string): Date {
  return new Date(Date.parse(`${wallTime.slice(0, 10)}T12:00:00Z`));
}

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(intlLocale[locale], { ...options, timeZone: 'UTC' });
}
