import { cast } from '@convoke/domain/testing';
import { AccessService } from '../../apps/api/src/access/access.service';
import { recipientsOf } from '../../apps/api/src/decisions/decisions.queries';
import { LetterFactsService } from '../../apps/api/src/decisions/letter-facts.service';
import { freezeBatch, queueFrozen } from '../../apps/api/src/decisions/release.batch';
import { openDecisions } from '../../apps/api/src/decisions/release.effects';
import { decidedPapers } from '../../apps/api/src/decisions/release.queries';
import type { Letters } from '../../apps/api/src/notifications/letters';
import { Audit } from '../../apps/api/src/platform/audit';
import type { Clock } from '../../apps/api/src/platform/clock';
import type { Config } from '../../apps/api/src/platform/config';
import type { Random } from '../../apps/api/src/platform/random';
import type { Tx } from '../../apps/api/src/platform/unit-of-work';

interface Means {
  config: Config;
  random: Random;
  letters: Letters;
}

/** Releases decided papers as the product does it, at `tx.now`: rehearsed letters, visible decisions and reviews, mail. */
export async function releaseDecided(
  tx: Tx,
  call: { id: string; slug: string },
  submissionIds: readonly string[],
  by: string,
  { config, random, letters }: Means,
): Promise<void> {
  const papers = await decidedPapers(tx.manager, submissionIds, 'decided');
  const clock: Clock = { now: () => tx.now };
  const viewer = {
    ...{ personId: by, name: cast.chidi.givenName, verified: true, isAdmin: false, sessionId: '' },
    ...{ locale: 'en', timeZone: 'UTC' },
  };
  const access = await new AccessService(clock).call(tx.manager, viewer, call.slug);
  const facts = await new LetterFactsService(config).gather(tx.manager, access, papers);
  const recipients = await recipientsOf(tx.manager, submissionIds);
  const batchId = await freezeBatch(tx, random, { callId: call.id, by, papers, recipients, facts });
  await tx.manager.query(
    `update release_batch set state = 'released', version = 2, released_by = $2, released_at = $3 where id = $1`,
    [batchId, by, tx.now],
  );
  await openDecisions(tx, batchId);
  await queueFrozen(tx, letters, { id: batchId, callId: call.id, notBefore: tx.now });
  await new Audit(random).record(tx, {
    tag: 'review',
    action: 'release.released',
    actorId: by,
    callId: call.id,
    facts: { batchId },
  });
}
