import { Injectable } from '@nestjs/common';
import type { InputOf, Outcome, decisionsApi } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { letterHash, Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { translator } from '@convoke/texts';
import { DecidingService, updated, type NewDecision } from './deciding.service';
import { recipientsOf } from './decisions.queries';
import { LetterFactsService, type DecidedPaper } from './letter-facts.service';
import { freezeBatch, queueFrozen } from './release.batch';
import { wrongLetters } from './letter-fits';
import { batchRow, decidedPapers, lettersOfBatch, writtenLetters, type BatchRow } from './release.queries';
import { openDecisions } from './release.effects';

const t = translator('en').t;

/** Freezes letters for rehearsal and releases them: from then on authors see their decisions, and only then. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly deciding: DecidingService,
    private readonly facts: LetterFactsService,
    private readonly letters: Letters,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /**
   * Renders one letter per author of the decided papers (all of them, or those asked for) and locks their decisions. Answers what
   * `shown` makes of the new batch.
   */
  async freeze<T>(
    viewer: Viewer,
    { params, body }: InputOf<typeof decisionsApi.freeze>,
    shown: (tx: Tx, batchId: string) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      call.require('release');
      const handled = await this.deciding.handled(tx, viewer, call);
      const wanted = body.submissionIds ?? [...handled.keys()];
      const mine = wanted.filter((id) => handled.get(id)?.may('release'));
      return shown(tx, await this.freezeIn(tx, viewer, call, await this.withinCompletedTracks(tx, call, mine)));
    });
  }

  /** Takes papers out of a rehearsal; their decisions stay and can be changed again. */
  async leaveOut(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.leaveOut>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { batch } = await this.openBatch(tx, viewer, params.id);
      await leaveOut(tx, batch.id, body.submissionIds);
      await tx.manager.query(`update release_batch set version = version + 1 where id = $1`, [batch.id]);
    });
  }

  /** Ends a rehearsal without releasing anything. */
  async cancel(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.cancel>): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const { batch, call } = await this.openBatch(tx, viewer, params.id);
      await this.turn(tx, batch, body.version, 'cancelled', viewer);
      await tx.manager.query(
        `update decision d set state = 'decided' from release_item i
          where i.batch_id = $1 and d.id = i.decision_id and d.state = 'in_batch'`,
        [batch.id],
      );
      await this.record(tx, viewer, call, 'release.cancelled', batch.id);
      return batch.slug;
    });
  }

  /** Stores an edited letter; `hash` is the text that was read, so that two editors do not overwrite each other. */
  async editLetter(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.editLetter>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { batch, papers } = await this.openBatch(tx, viewer, params.id);
      const rows = updated<{ submission_id: string }>(
        await tx.manager.query(
          `update release_item set subject = $3, body = $4, body_hash = $5 where id = $1 and batch_id = $2 and body_hash = $6
           returning submission_id`,
          [params.letter, batch.id, body.subject, body.body, letterHash(body.subject, body.body), body.hash],
        ),
      );
      if (!rows[0]) throw new Refusal('stale_version');
      if (!papers.has(rows[0].submission_id)) throw new Refusal('not_found');
      await tx.manager.query(`update release_batch set version = version + 1 where id = $1`, [batch.id]);
    });
  }

  /** Releases a rehearsed batch: decisions, rounds, reviews and letters change together or not at all. */
  async release(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.release>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { batch, call, kept } = await this.openBatch(tx, viewer, params.id);
      // papers the viewer is kept from wait for whoever handles them
      await leaveOut(tx, batch.id, [...kept]);
      await this.releaseIn(tx, viewer, call, batch, body.version);
    });
  }

  /** Decides on one paper and releases it at once; answers how many letters that makes. */
  async send(
    viewer: Viewer,
    submissionId: string,
    decision: NewDecision,
  ): Promise<{ letters: number; outcome: Outcome }> {
    return this.unitOfWork.run(async (tx) => {
      await this.deciding.decideIn(tx, viewer, submissionId, decision);
      const access = await this.access.submission(tx.manager, viewer, { id: submissionId });
      access.require('release');
      const call = await this.access.call(tx.manager, viewer, access.call.slug);
      const id = await this.freezeIn(tx, viewer, call, [submissionId]);
      const { batch } = await this.openBatch(tx, viewer, id);
      const letters = await this.releaseIn(tx, viewer, call, batch, batch.version);
      return { letters, outcome: decision.outcome };
    });
  }

  /** Stops the letters of a release that have not left yet; the decisions stay visible. */
  async stop(viewer: Viewer, batchId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { batch, call, papers } = await this.batchFor(tx, viewer, batchId);
      await tx.manager.query(
        `update email_message set state = 'cancelled', settled_at = $2
          where state = 'queued' and submission_id = any($3) and id in (${lettersOfBatch})`,
        [batch.id, tx.now, [...papers.keys()]],
      );
      await this.record(tx, viewer, call, 'release.letters_stopped', batch.id);
    });
  }

  /** A batch and the papers in it that the viewer may see; a batch without any is one that does not exist. */
  async batchFor(
    tx: Pick<Tx, 'manager'>,
    viewer: Viewer,
    id: string,
    lock = false,
  ): Promise<{
    batch: BatchRow;
    call: CallAccess;
    papers: Map<string, SubmissionAccess>;
    kept: ReadonlySet<string>;
    complete: boolean;
  }> {
    const batch = await batchRow(tx.manager, id, lock);
    if (!batch) throw new Refusal('not_found');
    const call = await this.access.call(tx.manager, viewer, batch.slug);
    if (!call.may('release')) throw new Refusal('not_found');
    const rows: { id: string }[] = await tx.manager.query(
      `select distinct submission_id as id from release_item where batch_id = $1`,
      [id],
    );
    const ids = rows.map((row) => row.id);
    const judged = await this.access.submissions(tx.manager, viewer, call, ids);
    const kept = await this.access.keptFrom(tx.manager, viewer, ids);
    // A released decision is told; of the current round there may be none yet, where a revision was asked for.
    const over = batch.state === 'released';
    const papers = new Map(
      [...judged].filter(
        ([id, access]) =>
          !kept.has(id) && access.sees('email_log.to_authors') && (over || access.sees('decision.value')),
      ),
    );
    if (rows.length > 0 && papers.size === 0) throw new Refusal('not_found');
    return { batch, call, papers, kept, complete: papers.size === rows.length - kept.size };
  }

  private async openBatch(tx: Tx, viewer: Viewer, id: string) {
    const found = await this.batchFor(tx, viewer, id, true);
    if (found.batch.state !== 'frozen') throw new Refusal('wrong_state', { state: found.batch.state });
    if (!found.complete) throw new Refusal('not_permitted', { needs: 'all_papers' });
    return found;
  }

  private async freezeIn(tx: Tx, viewer: Viewer, call: CallAccess, ids: readonly string[]): Promise<string> {
    await tx.manager.query(`select 1 from submission where id = any($1) order by id for update`, [ids]);
    const decided = await decidedPapers(tx.manager, ids, 'decided');
    if (decided.length === 0) throw new Refusal('incomplete', { field: 'decisions' });
    // A paper that no letter can reach stays decided and is named among the problems of the rehearsal.
    const { reachable: papers, recipients } = await this.reachable(tx, decided);
    if (papers.length === 0) throw new Refusal('incomplete', { field: 'address' });
    const facts = await this.facts.gather(tx.manager, call, papers);
    const made = { callId: call.call.id, by: viewer.personId, papers, recipients, facts };
    const batchId = await freezeBatch(tx, this.random, made);
    await this.record(tx, viewer, call, 'release.frozen', batchId);
    return batchId;
  }

  private async reachable(tx: Tx, decided: readonly DecidedPaper[]) {
    const recipients = await recipientsOf(
      tx.manager,
      decided.map((paper) => paper.submission_id),
    );
    const reached = new Set(recipients.map((recipient) => recipient.submission_id));
    return { recipients, reachable: decided.filter((paper) => reached.has(paper.submission_id)) };
  }

  private async releaseIn(tx: Tx, viewer: Viewer, call: CallAccess, batch: BatchRow, version: number): Promise<number> {
    await this.turn(tx, batch, version, 'released', viewer);
    await openDecisions(tx, batch.id);
    const written = await writtenLetters(tx.manager, batch.id);
    if (wrongLetters(t, call.call.kind, written).size > 0) throw new Refusal('wrong_state', { state: 'wrong_letter' });
    const hold = (call.call.settings.releaseHoldMinutes ?? 0) * 60_000;
    const notBefore = new Date(tx.now.getTime() + hold);
    const queued = await queueFrozen(tx, this.letters, { id: batch.id, callId: call.call.id, notBefore });
    await this.record(tx, viewer, call, 'release.released', batch.id);
    return queued;
  }

  private async turn(
    tx: Tx,
    batch: BatchRow,
    version: number,
    to: 'released' | 'cancelled',
    viewer: Viewer,
  ): Promise<void> {
    const rows = updated(
      await tx.manager.query(
        `update release_batch set state = $3, version = version + 1, released_by = $4, released_at = $5
          where id = $1 and version = $2 and state = 'frozen' returning id`,
        [batch.id, version, to, to === 'released' ? viewer.personId : null, to === 'released' ? tx.now : null],
      ),
    );
    if (rows.length === 0) throw new Refusal('stale_version');
  }

  /** Co-chairs to whom releasing is delegated release their track once it is complete, not before. */
  private async withinCompletedTracks(tx: Tx, call: CallAccess, ids: readonly string[]): Promise<string[]> {
    if (call.offices.some((office) => office !== 'track_chair' && office !== 'reviewer')) return [...ids];
    // a paper named for somebody, because its chairs may not see it, waits for no track
    const rows: { id: string }[] = await tx.manager.query(
      `select s.id from submission s join track k on k.id = s.track_id
        where s.id = any($1) and (k.completed_at is not null or s.handler_id = $2)`,
      [ids, call.viewer.personId],
    );
    return rows.map(({ id }) => id);
  }

  private async record(tx: Tx, viewer: Viewer, call: CallAccess, action: string, batchId: string): Promise<void> {
    await this.audit.record(tx, {
      tag: 'review',
      action,
      actorId: viewer.personId,
      callId: call.call.id,
      facts: { batchId },
    });
  }
}

/** Takes papers out of a rehearsal; their decisions stay. */
async function leaveOut(tx: Tx, batchId: string, submissionIds: readonly string[]): Promise<void> {
  if (submissionIds.length === 0) return;
  await tx.manager.query(
    `update decision d set state = 'decided' from release_item i
      where i.batch_id = $1 and d.id = i.decision_id and i.submission_id = any($2) and d.state = 'in_batch'`,
    [batchId, submissionIds],
  );
  await tx.manager.query(`delete from release_item where batch_id = $1 and submission_id = any($2)`, [
    batchId,
    submissionIds,
  ]);
}
