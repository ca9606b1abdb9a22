import { deadlineFrom, instantOf, Refusal, zoneFrom, type DeadlineKind, type DeadlineTime } from '@convoke/domain';

// What a typed date means must be the same in the browser's preview and on the server: it is one routine.
export { AOE, Refusal, zoneLabel } from '@convoke/domain';

export interface TypedDate {
  readonly kind: DeadlineKind;
  readonly wallTime: string | null;
  readonly untilWallTime: string | null;
  readonly zone: string;
  readonly which?: 'earlier' | 'later' | undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant that what was typed means. A minute and a day are inclusive: it closes when the next one begins; an event of several
 * days closes with the last. An opening is the instant at which its minute begins.
 */
export function timeOf(typed: TypedDate): DeadlineTime {
  const { wallTime, untilWallTime, zone, which } = typed;
  if (wallTime === null) return deadlineFrom(null, zone);
  if (typed.kind === 'opening') {
    const begins = day.test(wallTime) ? `${wallTime}T00:00` : wallTime;
    return { wallTime, zone: zoneFrom(zone), closesAt: instantOf(begins, zone, which) };
  }
  if (untilWallTime !== null && untilWallTime < wallTime.slice(0, 10)) {
    throw new Refusal('invalid_body', {
      errors: [{ path: 'untilWallTime', message: 'The last day cannot be before the first' }],
    });
  }
  const last = untilWallTime ?? wallTime;
  return { ...deadlineFrom(day.test(last) ? `${last}T23:59` : last, zone, which), wallTime };
}
