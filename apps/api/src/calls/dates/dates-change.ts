import type { DeadlineRow } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { deadlineColumns, type DeadlineRecord } from '../calls.queries';

export type LiveDate = DeadlineRecord & DeadlineRow;

/** All dates of a call in force, of all scopes. */
export async function datesInForce(manager: EntityManager, callId: string): Promise<LiveDate[]> {
  const rows = await manager.query<DeadlineRecord[]>(
    `select ${deadlineColumns} from deadline d where d.call_id = $1 and d.superseded_at is null`,
    [callId],
  );
  return rows.map(rowOf);
}

/** A stored date as the domain speaks of it. */
export function rowOf(record: DeadlineRecord): LiveDate {
  return { ...record, setAt: record.createdAt };
}

/** The dates as they are after some rows were replaced; rows that stay are the same objects. */
export function replaced(before: readonly LiveDate[], gone: readonly string[], rows: readonly LiveDate[]): LiveDate[] {
  return [...before.filter(({ id }) => !gone.includes(id)), ...rows];
}
