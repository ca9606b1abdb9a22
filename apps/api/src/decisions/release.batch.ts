import { letterKey } from '@convoke/domain';
import { translator } from '@convoke/texts';
import { letterHash, type Letters } from '../notifications/letters';
import type { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import { decisionLetter, type LetterFacts } from './decision-letter';
import type { Recipient } from './decisions.queries';
import type { DecidedPaper } from './letter-facts.service';

/** Letters are written in the language of the call; calls speak English so far. */
const t = translator('en').t;

export interface NewBatch {
  callId: string;
  by: string;
  papers: readonly DecidedPaper[];
  recipients: readonly Recipient[];
  /** What each paper's letter says, by submission. */
  facts: ReadonlyMap<string, LetterFacts>;
}

/** Opens a batch with one rendered letter for each recipient of its papers, and locks their decisions. Answers its id. */
export async function freezeBatch(tx: Tx, random: Random, batch: NewBatch): Promise<string> {
  const id = random.uuid();
  await tx.manager.query(`insert into release_batch (id, call_id, created_by, created_at) values ($1, $2, $3, $4)`, [
    id,
    batch.callId,
    batch.by,
    tx.now,
  ]);
  await tx.manager.query(
    `insert into release_item select * from jsonb_populate_recordset(null::release_item, $1::jsonb)`,
    [JSON.stringify(itemsOf(batch).map((item) => ({ ...item, id: random.uuid(), batch_id: id })))],
  );
  await tx.manager.query(`update decision set state = 'in_batch' where id = any($1) and state = 'decided'`, [
    batch.papers.map(({ decision_id }) => decision_id),
  ]);
  return id;
}

function itemsOf({ papers, recipients, facts }: NewBatch) {
  const bySubmission = new Map(papers.map((paper) => [paper.submission_id, paper]));
  return recipients.flatMap((recipient) => {
    const paper = bySubmission.get(recipient.submission_id);
    const letter = facts.get(recipient.submission_id);
    if (!paper || !letter) return [];
    const { subject, body } = decisionLetter(t, letter, recipient.name);
    return {
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
}

interface FrozenLetter {
  decision_id: string;
  decision_version: number;
  submission_id: string;
  recipient_address: string;
  recipient_name: string;
  recipient_id: string | null;
  subject: string;
  body: string;
}

/** Queues exactly the letters that were frozen, to leave at `notBefore`; answers how many. */
export async function queueFrozen(
  tx: Tx,
  letters: Letters,
  batch: { id: string; callId: string; notBefore: Date },
): Promise<number> {
  const items: FrozenLetter[] = await tx.manager.query(
    `select decision_id, decision_version, submission_id, recipient_address, recipient_name, recipient_id, subject, body
       from release_item where batch_id = $1 order by submission_id, recipient_address`,
    [batch.id],
  );
  return letters.queueAll(
    tx,
    items.map((item) => ({
      class: 'decision' as const,
      dedupeKey: letterKey(item.decision_id, item.decision_version, batch.id, item.recipient_address),
      to: { address: item.recipient_address, name: item.recipient_name, personId: item.recipient_id },
      subject: item.subject,
      text: item.body,
      callId: batch.callId,
      submissionId: item.submission_id,
      notBefore: batch.notBefore,
    })),
  );
}
