import { afterRelease, Refusal, type OutcomeClass } from '@convoke/domain';
import type { Tx } from '../platform/unit-of-work';
import { updated } from './deciding.service';

/** SQL: the class of an outcome; outcomes of both kinds of call have different names. */
const classSql = (column: string): string =>
  `case when ${column} in ('minor_revision', 'major_revision') then 'revise' when ${column} = 'reject' then 'reject' else 'accept' end`;

/**
 * What a release changes besides the letters, for a whole batch with a handful of statements: decisions are released, rounds and
 * submissions move on, and the reviews that the letters quote become readable exactly as quoted.
 */
export async function openDecisions(tx: Tx, batchId: string): Promise<void> {
  await tx.manager.query(
    `select 1 from submission where id in (select submission_id from release_item where batch_id = $1) order by id for update`,
    [batchId],
  );
  await releaseDecisions(tx, batchId);
  for (const outcome of ['accept', 'revise', 'reject'] as const) await moveOn(tx, batchId, outcome);
  await openReviews(tx, batchId);
  await openMetaReviews(tx, batchId);
}

async function releaseDecisions(tx: Tx, batchId: string): Promise<void> {
  const released = updated(
    await tx.manager.query(
      `update decision d set state = 'released', released_at = $2
         from (select distinct decision_id, decision_version from release_item where batch_id = $1) i
         join decision o on o.id = i.decision_id
         join submission s on s.id = o.submission_id
        where d.id = i.decision_id and d.version = i.decision_version and d.state = 'in_batch' and s.state = 'submitted'
        returning d.id`,
      [batchId, tx.now],
    ),
  );
  const [expected]: { n: number }[] = await tx.manager.query(
    `select count(distinct decision_id)::int as n from release_item where batch_id = $1`,
    [batchId],
  );
  if (released.length === 0 || released.length !== expected?.n) throw new Refusal('stale_version');
}

async function moveOn(tx: Tx, batchId: string, outcome: OutcomeClass): Promise<void> {
  const after = afterRelease(outcome);
  const inBatch = `select d.round_id, d.submission_id from decision d
    where d.id in (select decision_id from release_item where batch_id = $1) and ${classSql('d.outcome')} = $2`;
  await tx.manager.query(
    `update round r set state = $3, version = version + 1,
            response_opened_at = case when $4 then $5::timestamptz else response_opened_at end
       from (${inBatch}) b
      where r.id = b.round_id and r.state = 'decided_not_notified'`,
    // with a revision the authors answer the reviews that asked for it
    [batchId, outcome, after.round, outcome === 'revise', tx.now],
  );
  await tx.manager.query(
    `update submission s set state = $3, version = version + 1 from (${inBatch}) b where s.id = b.submission_id`,
    [batchId, outcome, after.submission],
  );
  if (after.opensRound) await openRounds(tx, batchId, outcome, inBatch);
}

/** The next round begins at the release, not when decided: its existence alone would tell the decision. */
async function openRounds(tx: Tx, batchId: string, outcome: OutcomeClass, inBatch: string): Promise<void> {
  await tx.manager.query(
    `insert into round (id, submission_id, n, state, form_version_id, created_at)
     select gen_random_uuid(), r.submission_id, r.n + 1, 'submitted', r.form_version_id, $3
       from round r join (${inBatch}) b on b.round_id = r.id`,
    [batchId, outcome, tx.now],
  );
  await tx.manager.query(
    `update submission s set current_round = current_round + 1, reviews_expected = 0, reviews_in = 0,
            score_mean = null, score_min = null, score_max = null
       from (${inBatch}) b where s.id = b.submission_id`,
    [batchId, outcome],
  );
}

async function openReviews(tx: Tx, batchId: string): Promise<void> {
  await tx.manager.query(
    `insert into released_review (review_version_id, review_id, submission_id, batch_id, released_at)
     select distinct w.id, w.review_id, i.submission_id, i.batch_id, $2::timestamptz
       from release_item i
       join review_version w on w.id = any(i.review_version_ids)
      where i.batch_id = $1
     on conflict do nothing`,
    [batchId, tx.now],
  );
}

/** Kept as they stand now: nobody could change them since the letters were frozen. */
async function openMetaReviews(tx: Tx, batchId: string): Promise<void> {
  await tx.manager.query(
    `insert into released_meta_review (id, recommendation_id, round_id, submission_id, batch_id, text, released_at, terms)
     select gen_random_uuid(), m.id, m.round_id, m.submission_id, $1, m.for_authors, $2::timestamptz, m.terms
       from recommendation m
      where m.for_authors <> '' and m.round_id in (
        select d.round_id from decision d join release_item i on i.decision_id = d.id where i.batch_id = $1)
     on conflict do nothing`,
    [batchId, tx.now],
  );
}
