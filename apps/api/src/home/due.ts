import type { DueView } from '@convoke/contract';
import { effectiveDeadline, type DeadlineKind, type DeadlineScope } from '@convoke/domain';
import type { CallAccess } from '../access/access.service';

/** The date of a kind that holds for a scope, for display; null = to be announced. */
export function dueIn(call: CallAccess, kind: DeadlineKind, scope: DeadlineScope = {}): DueView | null {
  const row = effectiveDeadline(call.facts.deadlines, kind, scope);
  if (!row?.closesAt || row.wallTime === null) return null;
  return { closesAt: row.closesAt.toISOString(), wallTime: row.wallTime, zone: row.zone };
}

/** An instant as the last minute in which it can still be done, in a zone. */
export function dueBy(closesAt: Date | null, wallTime: string | null, zone: string): DueView | null {
  return closesAt && wallTime ? { closesAt: closesAt.toISOString(), wallTime, zone } : null;
}

/** What is due first comes first; without a date last. */
export function byDue(a: { due: DueView | null }, b: { due: DueView | null }): number {
  return (a.due?.closesAt ?? '9999').localeCompare(b.due?.closesAt ?? '9999');
}
