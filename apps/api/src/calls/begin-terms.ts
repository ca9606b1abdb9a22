import {
  Refusal,
  visibilityDefaults,
  visibilitySettings,
  type CallSettings,
  type VisibilitySettings,
} from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { CallRow } from '../access/facts.queries';
import type { Tx } from '../platform/unit-of-work';

/** Every switch with its value, the defaults filled in: what is kept must not change when a default does. */
export function visibilityOf(settings: Partial<CallSettings>): VisibilitySettings {
  return { ...visibilityDefaults, ...settings.visibility };
}

/** Whether two sets of switches open the same. */
export function sameVisibility(one: VisibilitySettings, other: VisibilitySettings): boolean {
  return visibilitySettings.every((name) => one[name] === other[name]);
}

/**
 * Ends the terms of today, which are kept, and begins the next. Call it before anonymity or visibility are written, in the same
 * transaction: what was written until then stays under the terms that end here. A stale `version` is
 * refused, and so is a change without a reason once reviews are being written.
 */
export async function beginTerms(
  tx: Tx,
  call: Pick<CallRow, 'id' | 'settings'>,
  by: { version: number; personId: string; reason: string },
): Promise<void> {
  const [, affected] = await tx.manager.query<[unknown[], number]>(
    `update call set terms = terms + 1 where id = $1 and version = $2 returning id`,
    [call.id, by.version],
  );
  if (affected === 0) throw new Refusal('stale_version');
  if (by.reason === '' && (await hasReviews(tx.manager, call.id)))
    throw new Refusal('reason_required', { path: 'reason' });
  await tx.manager.query(
    `insert into call_terms (call_id, n, anonymity, types, visibility, ended_at, ended_by, reason)
     select c.id, c.terms - 1, c.anonymity,
            (select coalesce(jsonb_object_agg(t.id, t.anonymity), '{}') from submission_type t
              where t.call_id = c.id and t.anonymity is not null), $2, $3, $4, $5
       from call c where c.id = $1`,
    [call.id, visibilityOf(call.settings), tx.now, by.personId, by.reason],
  );
}

/** Whether anybody has begun to write under the terms of today. */
export async function hasReviews(manager: EntityManager, callId: string): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    `select 1 from review v join submission s on s.id = v.submission_id where s.call_id = $1 limit 1`,
    [callId],
  );
  return found.length > 0;
}
