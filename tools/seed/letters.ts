import { createHash } from 'node:crypto';
import { invitationLetter } from '../../apps/api/src/assignments/assignments.mail';
import { letterFacts } from '../../apps/api/src/assignments/letter-facts';
import { Letters } from '../../apps/api/src/notifications/letters';
import type { Config } from '../../apps/api/src/platform/config';
import { InvitationLinks } from '../../apps/api/src/platform/invitation-links';
import { JobQueue } from '../../apps/api/src/platform/queue';
import type { Random } from '../../apps/api/src/platform/random';
import type { Tx } from '../../apps/api/src/platform/unit-of-work';

/** The outbox as the product writes it. Its jobs are never enqueued while the demo is loaded. */
export function outbox(config: Config, random: Random): Letters {
  return new Letters(random, config, Object.create(JobQueue.prototype) as JobQueue);
}

/** The letters that asked people to review, with links that work. */
export async function inviteByLetter(
  tx: Tx,
  letters: Letters,
  config: Config,
  assignments: readonly string[],
): Promise<void> {
  const links = new InvitationLinks(config);
  const facts = await letterFacts(tx.manager, assignments);
  for (const fact of facts) {
    const hash = createHash('sha256').update(links.tokenOf(fact.assignment_id)).digest();
    await tx.manager.query(`update assignment set token_hash = $2 where id = $1`, [fact.assignment_id, hash]);
  }
  await letters.queueAll(
    tx,
    facts.map((fact) => invitationLetter(fact, links.urlOf(fact.assignment_id), fact.expires_at ?? tx.now)),
  );
}

/** Past letters and all notices count as delivered; other letters to the persons given are left for the worker, so that the mailbox shows some. */
export async function settlePastLetters(tx: Tx, leaveFor: readonly string[]): Promise<void> {
  await tx.manager.query(
    `update email_message set state = 'accepted', attempt = 1, settled_at = created_at, last_reply = '250 accepted'
      where state = 'queued' and (class = 'notice' or person_id is null or person_id <> all($1))`,
    [leaveFor],
  );
}
