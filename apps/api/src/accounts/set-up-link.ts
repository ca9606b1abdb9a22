import type { Tx, UnitOfWork } from '../platform/unit-of-work';
import type { OneTimeLinks } from './one-time-links';

/**
 * The token of a link by which the first administrator sets up the instance, or null when there is one already. Links made
 * before stop working, so one lost from the console is no loss. Needs no running application: the start calls it, too.
 */
export async function issueSetUpLink(unitOfWork: UnitOfWork, links: OneTimeLinks): Promise<string | null> {
  return unitOfWork.run(async (tx) => {
    if (await hasAdmin(tx)) return null;
    await tx.manager.query(`update one_time_token set used_at = $1 where purpose = 'set_up' and used_at is null`, [
      tx.now,
    ]);
    return links.issue(tx, 'set_up', { personId: null, emailId: null });
  });
}

/** Whether the instance has somebody to administer it. */
export async function hasAdmin(tx: Tx): Promise<boolean> {
  const rows = await tx.manager.query<unknown[]>(`select 1 from person where is_admin limit 1`);
  return rows.length > 0;
}
