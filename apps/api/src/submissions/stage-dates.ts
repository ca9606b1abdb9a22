import type { DueView, StageDates } from '@convoke/contract';
import type { DeadlineRow } from '@convoke/domain';
import type { EffectiveDeadlines } from '../calls/deadlines.service';

/** A deadline for display; null = to be announced. */
export function dueOf(row: DeadlineRow | undefined): DueView | null {
  if (!row?.closesAt || row.wallTime === null) return null;
  return { closesAt: row.closesAt.toISOString(), wallTime: row.wallTime, zone: row.zone };
}

/** The two dates an author's form counts down to. */
export function stageDatesOf(dates: EffectiveDeadlines): StageDates {
  return { abstract: dueOf(dates.abstract), paper: dueOf(dates.paper) };
}
