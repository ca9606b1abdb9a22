import { Injectable } from '@nestjs/common';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Config } from '../platform/config';
import type { Tx } from '../platform/unit-of-work';
import type { ConflictPair } from '../submissions/found-conflicts';
import { unassignedLetter } from './assignments.mail';
import { live, recountReviews } from './assignments.queries';
import { conflictFoundLetter, reinstatedLetter } from './conflicts.mail';
import { HandlerRouting } from './handler-routing';
import { letterFacts, type LetterFacts } from './letter-facts';
import { handlersAmong, officerRows } from './officers.queries';

interface Ended {
  id: string;
  submission_id: string;
  reviewer_id: string;
  revoked_from: string;
}

/** Rounds whose authors have not been told: what is withheld in them counts for nothing from then on. */
const open = `('submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified')`;

/** A conflict that comes to light when work has begun: access ends, the review is kept and withheld, the chairs are told. */
@Injectable()
export class LateConflicts {
  constructor(
    private readonly letters: Letters,
    private readonly routing: HandlerRouting,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  /**
   * Carries out what follows from these conflicts, in the transaction that wrote them and with the submissions locked. `by` is who
   * said so; null = the machine. Who declared it about themselves needs no letter.
   */
  async apply(tx: Tx, pairs: readonly ConflictPair[], by: string | null): Promise<void> {
    if (pairs.length === 0) return;
    const ended = await this.end(tx, pairs);
    const withheld = await this.withhold(tx, ended);
    await leaveOutOfLetters(tx, withheld);
    const ids = [...new Set(pairs.map(({ submissionId }) => submissionId))];
    await recountReviews(tx.manager, ids);
    await this.routing.route(tx, ids);
    await this.tell(tx, ended, by);
    await this.record(tx, ended, by, 'conflict.found_late', withheld);
  }

  /** Undoes it where a chair has settled that there is no conflict: places and withheld reviews are as they were. */
  async restore(tx: Tx, pairs: readonly ConflictPair[], by: string): Promise<void> {
    if (pairs.length === 0) return;
    const [rows] = await tx.manager.query<[Ended[], number]>(
      `update assignment a
          set state = a.revoked_from, revoked_from = null, ended_at = null, revocation_seen_at = null, version = a.version + 1,
              answered_at = case when a.revoked_from = 'invited' then null else a.answered_at end
         from jsonb_to_recordset($1::jsonb) as p("submissionId" uuid, "personId" uuid), round r
        where a.submission_id = p."submissionId" and a.reviewer_id = p."personId" and r.id = a.round_id and r.state in ${open}
          and a.state = 'revoked_conflict' and a.revoked_from is not null
          and not exists (select 1 from conflict c where c.submission_id = a.submission_id and c.person_id = a.reviewer_id
                             and c.state = 'blocking')
          and not exists (select 1 from assignment o where o.round_id = a.round_id and o.reviewer_id = a.reviewer_id and o.state in ${live})
       returning a.id, a.submission_id, a.reviewer_id, a.state as revoked_from`,
      [JSON.stringify(pairs)],
    );
    const [reviews] = await tx.manager.query<[{ id: string }[], number]>(
      `update review set state = 'submitted', version = version + 1 where assignment_id = any($1) and state = 'withheld' returning id`,
      [rows.map(({ id }) => id)],
    );
    const ids = [...new Set(pairs.map(({ submissionId }) => submissionId))];
    await recountReviews(tx.manager, ids);
    await this.routing.route(tx, ids);
    const told = rows.filter(({ revoked_from }) => revoked_from !== 'proposed');
    const facts = await letterFacts(
      tx.manager,
      told.map(({ id }) => id),
    );
    const letters = facts.map((one) => reinstatedLetter(one, this.readUrl(one), tx.now));
    await this.letters.queueAll(tx, letters);
    await this.record(
      tx,
      rows,
      by,
      'conflict.undone',
      reviews.map(({ id }) => id),
    );
  }

  private async end(tx: Tx, pairs: readonly ConflictPair[]): Promise<Ended[]> {
    const [rows] = await tx.manager.query<[Ended[], number]>(
      `update assignment a set state = 'revoked_conflict', revoked_from = a.state, ended_at = $2, version = a.version + 1
         from jsonb_to_recordset($1::jsonb) as p("submissionId" uuid, "personId" uuid), round r
        where a.submission_id = p."submissionId" and a.reviewer_id = p."personId" and r.id = a.round_id
          and (a.state in ('proposed', 'invited', 'accepted') or (a.state = 'completed' and r.state in ${open}))
       returning a.id, a.submission_id, a.reviewer_id, a.revoked_from`,
      [JSON.stringify(pairs), tx.now],
    );
    return rows;
  }

  private async withhold(tx: Tx, ended: readonly Ended[]): Promise<string[]> {
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(
      `update review set state = 'withheld', version = version + 1 where assignment_id = any($1) and state = 'submitted' returning id`,
      [ended.map(({ id }) => id)],
    );
    return rows.map(({ id }) => id);
  }

  /** The reviewer in neutral words, unless it was their own; everybody who handles the paper. A proposal was known to the chairs alone. */
  private async tell(tx: Tx, ended: readonly Ended[], by: string | null): Promise<void> {
    const told = ended.filter(({ revoked_from }) => revoked_from !== 'proposed');
    if (told.length === 0) return;
    const facts = await letterFacts(
      tx.manager,
      told.map(({ id }) => id),
    );
    const officers = Map.groupBy(
      await officerRows(
        tx.manager,
        told.map(({ submission_id }) => submission_id),
        tx.now,
      ),
      (row) => row.submission_id,
    );
    await this.letters.queueAll(tx, [
      ...facts.filter(({ person_id }) => person_id !== by).map(unassignedLetter),
      ...facts.flatMap((one) =>
        handlersAmong(officers.get(one.submission_id) ?? [])
          .filter(({ address }) => address !== '')
          .map((to) => conflictFoundLetter(one, to, one.person_id === by, this.conflictsUrl(one))),
      ),
    ]);
  }

  private async record(
    tx: Tx,
    rows: readonly Ended[],
    by: string | null,
    action: string,
    reviewIds: readonly string[],
  ): Promise<void> {
    const papers = Map.groupBy(rows, ({ submission_id }) => submission_id);
    for (const [submissionId, assignments] of papers) {
      const [call] = await tx.manager.query<{ call_id: string }[]>(`select call_id from submission where id = $1`, [
        submissionId,
      ]);
      await this.audit.record(tx, {
        tag: 'review',
        action,
        actorId: by,
        callId: call?.call_id ?? null,
        submissionId,
        facts: { assignments: assignments.map(({ id, revoked_from }) => ({ id, was: revoked_from })), reviewIds },
      });
    }
  }

  private readUrl(facts: LetterFacts): string {
    return `${this.config.publicUrl}/app/c/${facts.call_slug}/r/${facts.assignment_id}`;
  }

  private conflictsUrl(facts: LetterFacts): string {
    return `${this.config.publicUrl}/app/c/${facts.call_slug}/conflicts?show=late`;
  }
}

/** A rehearsed letter that quotes a withheld review is not sent: its decision waits for another look. */
async function leaveOutOfLetters(tx: Tx, reviewIds: readonly string[]): Promise<void> {
  if (reviewIds.length === 0) return;
  const [rows] = await tx.manager.query<[{ batch_id: string }[], number]>(
    `with quoted as (
       select distinct i.batch_id, i.decision_id from release_item i
         join release_batch b on b.id = i.batch_id and b.state = 'frozen'
         join review_version w on w.id = any(i.review_version_ids)
        where w.review_id = any($1)),
     reopened as (
       update decision d set state = 'decided' from quoted q where d.id = q.decision_id and d.state = 'in_batch' returning d.id)
     delete from release_item i using quoted q where i.batch_id = q.batch_id and i.decision_id = q.decision_id returning i.batch_id`,
    [reviewIds],
  );
  await tx.manager.query(`update release_batch set version = version + 1 where id = any($1)`, [
    [...new Set(rows.map(({ batch_id }) => batch_id))],
  ]);
}
