import { timeOf } from '@convoke/contract';
import { AOE, type DeadlineKind, type DeadlineTime } from '@convoke/domain';
import { Temporal } from 'temporal-polyfill';
import type { CallContent } from './call-content';

type ContentDate = NonNullable<CallContent['dates']>[number];

/** What a date of a call's file means; the same routine that a chair's typing goes through. */
export function timeOfContent(date: ContentDate, zone: string): DeadlineTime {
  return timeOf({ kind: date.kind, wallTime: date.wallTime, untilWallTime: date.untilWallTime, zone });
}

/** Days from today at which the demo puts each date: abstracts are in, papers are open, the rest lies ahead. */
const demoDays: Readonly<Partial<Record<DeadlineKind, number>>> = {
  abstract: -21,
  paper: 10,
  review: 31,
  notification: 45,
  final: 100,
  doctoral_consortium: 133,
  event: 133,
};

/** The call with its dates moved around today, so that something is always open. What has no date keeps none. */
export function aroundToday(content: CallContent, now: Date): CallContent {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(AOE).toPlainDate();
  const dates = content.dates?.map((date) => {
    const days = demoDays[date.kind];
    if (date.wallTime === null || days === undefined) return date;
    const day = today.add({ days });
    const time = date.wallTime.slice(10);
    const length = date.untilWallTime ? daysBetween(date.wallTime, date.untilWallTime) : 0;
    return {
      ...date,
      wallTime: `${day.toString()}${time}`,
      untilWallTime: date.untilWallTime && day.add({ days: length }).toString(),
    };
  });
  return { ...content, dates };
}

function daysBetween(first: string, last: string): number {
  const from = Temporal.PlainDate.from(first.slice(0, 10));
  return from.until(Temporal.PlainDate.from(last.slice(0, 10))).days;
}
