import { Clock } from '../platform/clock';

/** A clock that stands still until it is told otherwise. */
export class TestClock extends Clock {
  private instant: number;

  constructor(start: string) {
    super();
    this.instant = Date.parse(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves to an instant, forward or back: `clock.set('2016-05-31T12:00:00Z')`. */
  set(instant: string | Date): void {
    this.instant = instant instanceof Date ? instant.getTime() : Date.parse(instant);
  }

  /** Lets time pass: `clock.advance({ hours: 2 })`. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const minutes = ((by.days ?? 0) * 24 + (by.hours ?? 0)) * 60 + (by.minutes ?? 0);
    this.instant += (minutes * 60 + (by.seconds ?? 0)) * 1000;
  }
}
