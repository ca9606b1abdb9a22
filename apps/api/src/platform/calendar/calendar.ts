import { createHash } from 'node:crypto';
import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { timeZoneComponent } from './time-zone';

/** A date as people subscribe to it. */
export interface CalendarEntry {
  /** What the date is, for good: a calendar recognises by it that a date moved. */
  readonly identity: readonly (string | number | null)[];
  /** Grows with every change. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly summary: string;
  readonly description?: string;
  readonly url: string;
  /** As typed; a day without a time is a whole day. */
  readonly wallTime: string;
  readonly untilWallTime?: string | null;
  readonly zone: string;
  /** The enforced instant: the end of the last minute, or of an opening the beginning of the first. */
  readonly at: Date;
  readonly opens?: boolean;
  /** A day of the call rather than a moment to act by. */
  readonly wholeDay?: boolean;
}

/** An iCalendar text: each date is the last minute that still counts, in the zone it was typed in, with that zone's rules. */
export function calendarText(name: string, host: string, entries: readonly CalendarEntry[]): string {
  const years = entries.map(({ at }) => at.getUTCFullYear());
  const span = [Math.min(...years) - 1, Math.max(...years) + 1] as const;
  const calendar = ical({
    name,
    prodId: { company: 'Convoke', product: 'Dates' },
    // no zone of the whole calendar: only then are its stamps in UTC
    timezone: { name: null, generator: (zone) => timeZoneComponent(zone, ...span) },
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${createHash('sha256').update(JSON.stringify(entry.identity)).digest('hex').slice(0, 32)}@${host}`,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: entry.summary,
      url: entry.url,
      ...(entry.description ? { description: entry.description } : {}),
      ...timesOf(entry),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function timesOf({ wallTime, untilWallTime, zone, at, opens, wholeDay }: CalendarEntry) {
  if (wholeDay && wallTime.length === 10) {
    const last = Temporal.PlainDate.from(untilWallTime ?? wallTime);
    return { start: Temporal.PlainDate.from(wallTime), end: last.add({ days: 1 }), allDay: true };
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const start = (opens ? instant : instant.subtract({ minutes: 1 })).toZonedDateTimeISO(zone);
  const end = start.add({ minutes: 1 });
  // A calendar reads a time that the clocks show twice as the first of the two: where another is meant it is said in UTC.
  const plain = [start, end].every((one) => one.toPlainDateTime().toZonedDateTime(zone).equals(one));
  return plain ? { start, end, timezone: zone } : { start: start.toInstant(), end: end.toInstant(), timezone: null };
}
