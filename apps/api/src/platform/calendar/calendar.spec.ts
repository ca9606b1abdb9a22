import { Temporal } from 'temporal-polyfill';
import { calendarText, type CalendarEntry } from './calendar';
import { timeZoneComponent } from './time-zone';

const entry = (closesAt: string, zone: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  identity: ['call', 'paper'],
  sequence: 2,
  changedAt: new Date('2016-01-01T00:00:00Z'),
  summary: 'Full paper',
  url: 'https://convoke.test/c/itais-2016',
  wallTime: '2016-06-05T23:59',
  zone,
  at: new Date(closesAt),
  ...more,
});

describe('a calendar', () => {
  it('shows the last minute that counts, in the zone it was typed in', () => {
    const text = calendarText('ITAIS 2016', 'convoke.test', [entry('2016-06-06T12:00:00Z', 'Etc/GMT+12')]);
    expect(text).toContain('DTSTART;TZID=Etc/GMT+12:20160605T235900\r\n');
    expect(text).toContain('DTEND;TZID=Etc/GMT+12:20160606T000000\r\n');
    expect(text).toContain('SEQUENCE:2\r\n');
    expect(text).toContain('DTSTAMP:20160101T000000Z\r\n');
    expect(text).toContain('TZID:Etc/GMT+12\r\nBEGIN:STANDARD\r\nDTSTART:20150101T000000\r\nTZOFFSETFROM:-1200\r\n');
  });

  it('names a date for good, whatever becomes of it', () => {
    const uid = (one: CalendarEntry) => /UID:(.*)/.exec(calendarText('x', 'convoke.test', [one]))?.[1];
    const first = uid(entry('2016-06-06T12:00:00Z', 'UTC'));
    expect(uid(entry('2017-01-01T12:00:00Z', 'Europe/Rome', { sequence: 9, summary: 'Else' }))).toBe(first);
    expect(uid(entry('2016-06-06T12:00:00Z', 'UTC', { identity: ['call', 'final'] }))).not.toBe(first);
  });

  it('says a time that the clocks show twice in UTC where the second is meant', () => {
    const of = (closesAt: string) => calendarText('x', 'y', [entry(closesAt, 'Europe/Berlin')]);
    expect(of('2026-10-25T00:31:00Z')).toContain('DTSTART;TZID=Europe/Berlin:20261025T023000');
    expect(of('2026-10-25T01:31:00Z')).toContain('DTSTART:20261025T013000Z');
  });

  it('takes a day of the call as a whole day, to its last', () => {
    const days = { wallTime: '2016-10-07', untilWallTime: '2016-10-08', wholeDay: true };
    const text = calendarText('x', 'y', [entry('2016-10-08T22:00:00Z', 'Europe/Rome', days)]);
    expect(text).toContain('DTSTART;VALUE=DATE:20161007\r\nDTEND;VALUE=DATE:20161009\r\n');
  });

  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
  ])('carries the clocks of %s, change by change', (zone) => {
    const read = observancesOf(timeZoneComponent(zone, 2015, 2017));
    for (let hour = 0; hour < 24 * 700; hour += 7) {
      const at = Temporal.Instant.from('2015-02-01T00:30:00Z').add({ hours: hour });
      expect(offsetAt(read, at)).toBe(at.toZonedDateTimeISO(zone).offsetNanoseconds / 1e9);
    }
  });
});

interface Observance {
  at: number;
  to: number;
}

/** As a calendar reads it: each observance begins at its wall time under the offset of before. */
function observancesOf(component: string): Observance[] {
  const seconds = (typed: string) =>
    (typed.startsWith('-') ? -1 : 1) * (Number(typed.slice(1, 3)) * 3600 + Number(typed.slice(3, 5)) * 60);
  return [...component.matchAll(/DTSTART:(\S+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)/g)].map(
    ([, wall = '', from = '', to = '']) => ({
      at: Date.parse(`${wall.replace(/(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6')}Z`) / 1000 - seconds(from),
      to: seconds(to),
    }),
  );
}

function offsetAt(observances: readonly Observance[], at: Temporal.Instant): number | undefined {
  return observances.findLast((one) => one.at <= at.epochMilliseconds / 1000)?.to;
}
