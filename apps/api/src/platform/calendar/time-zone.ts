import { Temporal } from 'temporal-polyfill';

type Zoned = Temporal.ZonedDateTime;

const stamp = (at: Temporal.PlainDateTime): string =>
  at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '').slice(0, 15);
const offset = ({ offset: of }: Zoned): string => of.replaceAll(':', '').slice(0, 5);
/** Standard time is the smaller offset of a year; the other is daylight saving, also where the year begins with it. */
const isDaylight = (at: Zoned): boolean => {
  const months = [1, 4, 7, 10].map((month) => at.with({ month, day: 1 }).offsetNanoseconds);
  return at.offsetNanoseconds > Math.min(...months);
};

/**
 * The VTIMEZONE of a zone between two years: each change of its clocks by itself, as the time zone database has it. Calendars then
 * show the instant that is enforced even where their own rules for the zone are older.
 */
export function timeZoneComponent(zone: string, firstYear: number, lastYear: number): string {
  const start = Temporal.PlainDateTime.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const blocks = [observance(start, start.toPlainDateTime(), offset(start))];
  for (
    let next = start.getTimeZoneTransition('next');
    next && next.year <= lastYear;
    next = next.getTimeZoneTransition('next')
  ) {
    const before = next.subtract({ nanoseconds: 1 });
    // it begins at the moment that the clocks of before would have shown
    const onset = next
      .toInstant()
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .add({ nanoseconds: before.offsetNanoseconds });
    blocks.push(observance(next, onset, offset(before)));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...blocks.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function observance(at: Zoned, onset: Temporal.PlainDateTime, from: string): string[] {
  const kind = isDaylight(at) ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(onset)}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${offset(at)}`,
    `TZNAME:${offset(at)}`,
    `END:${kind}`,
  ];
}
