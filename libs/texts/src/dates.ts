import { intlLocale, translator } from './translator';
import type { Locale } from './locales';

/** A deadline as the API sends it: the instant that is enforced, and what the chair typed. */
export interface ShownDeadline {
  /** The instant from which it is too late, ISO 8601. */
  readonly closesAt: string;
  /** What was typed, `YYYY-MM-DDTHH:mm`, in `zone`. */
  readonly wallTime: string;
  /** IANA name; `Etc/GMT+12` is shown as AoE. */
  readonly zone: string;
}

export type Urgency = 'calm' | 'soon' | 'late' | 'closed';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(intlLocale[locale], options)));
  return found;
}

/** "AoE" for anywhere on earth, else the short name of the zone at that instant ("CEST"). */
export function zoneName(zone: string, at: Date, locale: Locale): string {
  if (zone === 'Etc/GMT+12') return 'AoE';
  const parts = format(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** "Sun 26 June, 13:59", with the year where `withYear` says so. */
export function dateTime(at: Date, zone: string | undefined, locale: Locale, withYear = false): string {
  const timeZone = zone ? { timeZone: zone } : {};
  const date = format(locale, {
    ...timeZone,
    weekday: 'short',
    day: 'numeric',
    month: monthLength(at, zone, locale),
    ...(withYear ? { year: 'numeric' } : {}),
  });
  const time = format(locale, { ...timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${date.format(at).replace(/^(\p{L}+),/u, '$1')}, ${time.format(at)}`;
}

/** Short month names are written out, long ones would push the time out of its column: "June", but "Nov". */
function monthLength(at: Date, zone: string | undefined, locale: Locale): 'long' | 'short' {
  return format(locale, { ...(zone ? { timeZone: zone } : {}), month: 'long' }).format(at).length > 5
    ? 'short'
    : 'long';
}

/** "26 June 2016". */
export function longDate(at: Date, zone: string | undefined, locale: Locale): string {
  return format(locale, { ...(zone ? { timeZone: zone } : {}), day: 'numeric', month: 'long', year: 'numeric' }).format(
    at,
  );
}

/** "11 July", on the reader’s calendar. */
export function dayAndMonth(at: Date, locale: Locale): string {
  return format(locale, { day: 'numeric', month: monthLength(at, undefined, locale) }).format(at);
}

/** "7 January 2027": the day of a deadline as the call says it, whatever the reader's clock. */
export function deadlineDay(deadline: ShownDeadline, locale: Locale): string {
  return longDate(lastMinute(deadline), deadline.zone, locale);
}

/** "7 January", the same without the year. */
export function deadlineDayAndMonth(deadline: ShownDeadline, locale: Locale): string {
  const at = lastMinute(deadline);
  const month = monthLength(at, deadline.zone, locale);
  return format(locale, { timeZone: deadline.zone, day: 'numeric', month }).format(at);
}

/** "Sunday" within the coming six days, else "11 July". */
export function weekday(at: Date, now: Date, locale: Locale): string {
  const near = at.getTime() - now.getTime() < 6 * day;
  return near ? format(locale, { weekday: 'long' }).format(new Date(at.getTime() - minute)) : dayAndMonth(at, locale);
}

/** "09:14:08", on the reader's clock. */
export function clockTime(at: Date, locale: Locale): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
}

export function number(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(intlLocale[locale], options).format(value);
}

/** "50 MB", in the megabytes that limits are set in (1024 × 1024); rounded up, so that too much never reads like the limit. */
export function megabytes(bytes: number, locale: Locale): string {
  const value = Math.ceil((bytes / (1024 * 1024)) * 10) / 10;
  return number(value, locale, { style: 'unit', unit: 'megabyte', unitDisplay: 'short', maximumFractionDigits: 1 });
}

/** "6.4 MB". */
export function fileSize(bytes: number, locale: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return number(value, locale, {
    style: 'unit',
    unit: units[unit],
    unitDisplay: 'short',
    maximumFractionDigits: unit > 1 ? 1 : 0,
  });
}

/** The last minute that still counts: what was typed, as an instant. */
function lastMinute(deadline: ShownDeadline): Date {
  return new Date(Date.parse(deadline.closesAt) - minute);
}

/**
 * A deadline twice: on the reader's clock, and as the call says it ("Sat 25 June, 23:59 AoE"). `readerZone` is the
 * browser's zone when left out.
 */
export function deadlineTwice(
  deadline: ShownDeadline,
  locale: Locale,
  readerZone?: string,
): { reader: string; call: string } {
  const at = lastMinute(deadline);
  return {
    reader: dateTime(at, readerZone, locale),
    call: `${dateTime(at, deadline.zone, locale)} ${zoneName(deadline.zone, at, locale)}`,
  };
}

/** "4 d 4 h left", "12 min left", "closed 2 h ago": in whole minutes, the two largest units. */
export function countdown(closesAt: string, now: Date, locale: Locale): { words: string; urgency: Urgency } {
  const left = Date.parse(closesAt) - now.getTime();
  const t = translator(locale).t;
  const urgency: Urgency = left <= 0 ? 'closed' : left <= day ? 'late' : left <= 3 * day ? 'soon' : 'calm';
  const span = duration(Math.abs(left), locale);
  return { words: t(left > 0 ? 'time.left' : 'time.closedAgo', { span }), urgency };
}

function duration(ms: number, locale: Locale): string {
  const t = translator(locale).t;
  const days = Math.floor(ms / day);
  const hours = Math.floor((ms % day) / hour);
  const minutes = Math.floor((ms % hour) / minute);
  if (days > 0) return hours > 0 && days < 30 ? t('time.daysHours', { days, hours }) : t('time.days', { days });
  if (hours > 0) return minutes > 0 ? t('time.hoursMinutes', { hours, minutes }) : t('time.hours', { hours });
  return minutes > 0 ? t('time.minutes', { minutes }) : t('time.underMinute');
}

/** "2 minutes ago", "yesterday". What another clock says is ahead happened just now. */
export function ago(at: Date, now: Date, locale: Locale): string {
  const relative = new Intl.RelativeTimeFormat(intlLocale[locale], { numeric: 'auto' });
  const past = Math.max(0, now.getTime() - at.getTime());
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
  if (past < day) return relative.format(-Math.floor(past / hour), 'hour');
  return relative.format(-Math.floor(past / day), 'day');
}
