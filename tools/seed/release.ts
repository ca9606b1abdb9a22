import { letterKey } from '@convoke/domain';
import { cast } from '@convoke/domain/testing';
import { translator } from '@convoke/texts';
import { AccessService } from '../../apps/api/src/access/access.service';
import { decisionLetter } from '../../apps/api/src/decisions/decision-letter';
import { recipientsOf } from '../../apps/api/src/decisions/decisions.queries';
import { LetterFactsService } from '../../apps/api/src/decisions/letter-facts.service';
import { openDecisions } from '../../apps/api/src/decisions/release.effects';
import { decidedPapers } from '../../apps/api/src/decisions/release.queries';
import { letterHash, type Letters } from '../../apps/api/src/notifications/letters';
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
  const batchId = random.uuid();
  const clock: Clock = { now: () => tx.now };
  const viewer = {
    ...{ personId: by, name: cast.chidi.givenName, verified: true, isAdmin: false, sessionId: '' },
    ...{ locale: 'en', timeZone: 'UTC' },
  };
  const access = await new AccessService(clock).call(tx.manager, viewer, call.slug);
  const facts = await new LetterFactsService(config).gather(tx.manager, access, papers);
  await tx.manager.query(
    `insert into release_batch (id, call_id, state, created_by, created_at, released_by, released_at, version)
     values ($1, $2, 'released', $3, $4, $3, $4, 2)`,
    [batchId, call.id, by, tx.now],
  );
  const items = (await recipientsOf(tx.manager, submissionIds)).map((recipient) => {
    const paper = papers.find(({ submission_id }) => submission_id === recipient.submission_id);
    const letter = facts.get(recipient.submission_id);
    if (!paper || !letter) throw new Error('A released demo paper is not decided.');
    const { subject, body } = decisionLetter(translator('en').t, letter, recipient.name);
    return {
      id: random.uuid(),
      batch_id: batchId,
      decision_id: paper.decision_id,
      decision_version: paper.decision_version,
      submission_id: paper.submission_id,
      recipient_address: recipient.address,
      recipient_name: recipient.name,
      recipient_id: recipient.person_id,
      subject,
      body,
      body_hash: letterHash(subject, body),
      review_version_ids: letter.reviews.map(({ versionId }) => versionId),
    };
  });
  await tx.manager.query(
    `insert into release_item select * from jsonb_populate_recordset(null::release_item, $1::jsonb)`,
    [JSON.stringify(items)],
  );
  await tx.manager.query(`update decision set state = 'in_batch' where submission_id = any($1)`, [submissionIds]);
  await openDecisions(tx, batchId);
  await letters.queueAll(
    tx,
    items.map((item) => ({
      class: 'decision' as const,
      dedupeKey: letterKey(item.decision_id, item.decision_version, batchId, item.recipient_address),
      to: { address: item.recipient_address, name: item.recipient_name, personId: item.recipient_id },
      subject: item.subject,
      text: item.body,
      callId: call.id,
      submissionId: item.submission_id,
    })),
  );
  await tx.manager.query(
    `insert into audit_entry (id, at, tag, action, actor_id, call_id, facts) values ($1, $2, 'review', 'release.released', $3, $4, $5)`,
    [random.uuid(), tx.now, by, call.id, { batchId }],
  );
}
