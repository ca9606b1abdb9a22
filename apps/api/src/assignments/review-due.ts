import type { DueView } from '@convoke/contract';
import { deadlineFrom } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { bindingDeadline } from '../platform/database/binding-deadline';

/** The columns that `reviewDue` adds to a query. */
export interface DueColumns {
  due_at: Date | null;
  due_wall: string | null;
  due_zone: string | null;
}

/**
 * SQL: a lateral join that finds when a review of a submission is due. The most specific date wins: the one agreed for the
 * assignment, then the person's, the submission's, the type's, the track's, the call's. `assignment` is the alias of an
 * assignment row or null where only the general date is asked for.
 */
export function reviewDue(submission: string, assignment: string | null): string {
  const own = assignment ? `${assignment}.due_at` : 'null::timestamptz';
  return `${bindingDeadline('review', submission, assignment && `${assignment}.reviewer_id`, 'general')}
  left join lateral (
    select coalesce(${own}, general.closes_at) as due_at,
           case when ${own} is null then general.wall_time
                else to_char((${own} - interval '1 minute') at time zone dc.time_zone, 'YYYY-MM-DD"T"HH24:MI') end as due_wall,
           case when ${own} is null then general.zone else dc.time_zone end as due_zone
      from call dc where dc.id = ${submission}.call_id) due on true`;
}

/** The date of a row for display; null = to be announced. */
export function dueOf(row: DueColumns): DueView | null {
  if (!row.due_at || !row.due_wall || !row.due_zone) return null;
  return { closesAt: row.due_at.toISOString(), wallTime: row.due_wall, zone: row.due_zone };
}

/** When reviews of a call as a whole are due. */
export async function callDue(manager: EntityManager, callId: string): Promise<DueView | null> {
  const [row] = await manager.query<DueColumns[]>(
    `select closes_at as due_at, wall_time as due_wall, zone as due_zone from deadline
      where call_id = $1 and kind = 'review' and superseded_at is null and track_id is null and submission_type_id is null
        and submission_id is null and person_id is null order by created_at desc limit 1`,
    [callId],
  );
  return row ? dueOf(row) : null;
}

/** The end of the day so many days from now, as the call's clocks show it. */
export function dayEndAfter(now: Date, days: number, zone: string): DueColumns {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);
  const last = new Date(Date.parse(`${today}T00:00Z`) + days * 24 * 3600 * 1000);
  const wall = `${last.toISOString().slice(0, 10)}T23:59`;
  return { due_at: deadlineFrom(wall, zone, 'later').closesAt, due_wall: wall, due_zone: zone };
}
