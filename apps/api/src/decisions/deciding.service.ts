import { Injectable } from '@nestjs/common';
import { decide, recommend, Refusal } from '@convoke/domain';
import type { InputOf, decisionsApi } from '@convoke/contract';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';

export type NewDecision = InputOf<typeof decisionsApi.decide>['body'];

/** Recommends and decides. Nothing here writes to an author: that is the release's work. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Stores the viewer's recommendation; `version` 0 is the first one, otherwise the one that was read. */
  async recommend(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.recommend>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id: params.id }, { lock: true });
      access.require('recommend');
      if (body.forAuthors) access.require('writeMetaReview');
      recommend(access.call.kind, body.outcome, access.facts.current?.decision ?? 'none');
      const round = roundOf(access);
      const values = [
        round.id,
        params.id,
        viewer.personId,
        body.outcome,
        body.reason,
        tx.now,
        body.forAuthors ?? null,
        access.call.terms,
      ];
      const rows: unknown[] =
        body.version === 0
          ? await tx.manager.query(
              `insert into recommendation (round_id, submission_id, person_id, outcome, reason, created_at, edited_at, for_authors, terms, id)
               values ($1, $2, $3, $4, $5, $6, $6, coalesce($7, ''), $8, $9) on conflict (round_id, person_id) do nothing returning id`,
              [...values, this.random.uuid()],
            )
          : updated(
              await tx.manager.query(
                `update recommendation set outcome = $4, reason = $5, edited_at = $6, for_authors = coalesce($7, for_authors),
                        terms = case when $7::text is null then terms else $8 end, version = version + 1
                  where round_id = $1 and submission_id = $2 and person_id = $3 and version = $9 returning id`,
                [...values, body.version],
              ),
            );
      if (rows.length === 0) throw new Refusal('stale_version');
      await this.record(tx, viewer, access, 'recommendation.made', { outcome: body.outcome });
    });
  }

  /** Decides on one submission. */
  async decide(viewer: Viewer, id: string, decision: NewDecision): Promise<void> {
    await this.unitOfWork.run((tx) => this.decideIn(tx, viewer, id, decision));
  }

  /** Decides in a transaction that does more: the special issue's "decide and send". Answers the decision's id. */
  async decideIn(tx: Tx, viewer: Viewer, id: string, decision: NewDecision): Promise<string> {
    const access = await this.access.submission(tx.manager, viewer, { id }, { lock: true });
    access.require('decide');
    const decided = await this.write(tx, viewer, access, decision);
    await this.record(tx, viewer, access, 'decision.made', { outcome: decision.outcome });
    return decided;
  }

  /** Decides on many: each either as asked or not at all, with the reason; all in one transaction. */
  async decideMany(
    viewer: Viewer,
    { params, body }: InputOf<typeof decisionsApi.decideMany>,
  ): Promise<{ decided: number; refused: { number: number | null; code: string }[] }> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      call.require('decide');
      const ids = body.submissions.map(({ id }) => id).sort();
      await tx.manager.query(`select 1 from submission where id = any($1) order by id for update`, [ids]);
      const known = await this.access.submissions(tx.manager, viewer, call, ids);
      const refused: { number: number | null; code: string }[] = [];
      for (const { id, version } of body.submissions) {
        const code = await this.tryDecide(tx, viewer, known.get(id), {
          outcome: body.outcome,
          reason: '',
          letter: null,
          version,
        });
        if (code) refused.push({ number: known.get(id)?.submission.number ?? null, code });
      }
      return { decided: body.submissions.length - refused.length, refused };
    });
  }

  /** Takes a decision back and puts the round where it stood, unless the decision is part of a release. */
  async undo(viewer: Viewer, { params, query }: InputOf<typeof decisionsApi.undo>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id: params.id }, { lock: true });
      access.require('decide');
      const round = roundOf(access);
      const [gone] = updated<{ outcome: string; round_state_before: string }>(
        await tx.manager.query(
          `delete from decision where round_id = $1 and version = $2 and state = 'decided' returning outcome, round_state_before`,
          [round.id, query.version],
        ),
      );
      if (!gone) throw new Refusal('stale_version');
      await moveRound(tx, round.id, 'decided_not_notified', gone.round_state_before);
      await this.record(tx, viewer, access, 'decision.undone', { outcome: gone.outcome });
    });
  }

  /** Says that a track's recommendations are complete, or opens it again. */
  async completeTrack(viewer: Viewer, { params, body }: InputOf<typeof decisionsApi.completeTrack>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      call.require('completeTrack');
      if (!call.handlesTrack(params.track)) throw new Refusal('not_found');
      const rows = updated(
        await tx.manager.query(
          `update track set completed_at = $3, completed_by = $4, version = version + 1
            where id = $1 and call_id = $2 and version = $5 returning id`,
          [
            params.track,
            call.call.id,
            body.completed ? tx.now : null,
            body.completed ? viewer.personId : null,
            body.version,
          ],
        ),
      );
      if (rows.length === 0) throw new Refusal('stale_version');
      const action = body.completed ? 'track.completed' : 'track.reopened';
      const facts = { trackId: params.track };
      await this.audit.record(tx, { tag: 'review', action, actorId: viewer.personId, callId: call.call.id, facts });
    });
  }

  /** The submissions of a call the viewer handles, judged; the narrowing drops only what the rule would refuse. */
  async handled(tx: Pick<Tx, 'manager'>, viewer: Viewer, call: CallAccess): Promise<Map<string, SubmissionAccess>> {
    const { sql, params } = this.access.narrow(call, 's', 1);
    const rows: { id: string }[] = await tx.manager.query(`select s.id from submission s where ${sql}`, params);
    return this.access.submissions(
      tx.manager,
      viewer,
      call,
      rows.map(({ id }) => id),
    );
  }

  private async tryDecide(
    tx: Tx,
    viewer: Viewer,
    access: SubmissionAccess | undefined,
    decision: NewDecision,
  ): Promise<string | null> {
    const refusal = access ? access.whyNot('decide') : new Refusal('not_found');
    if (refusal || !access) return refusal?.code ?? 'not_found';
    try {
      await this.write(tx, viewer, access, decision);
      await this.record(tx, viewer, access, 'decision.made', { outcome: decision.outcome });
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  private async write(tx: Tx, viewer: Viewer, access: SubmissionAccess, decision: NewDecision): Promise<string> {
    const round = roundOf(access);
    await this.judge(tx, access, round, decision);
    const values = [round.id, decision.outcome, decision.reason, decision.letter, viewer.personId, tx.now];
    if (decision.version > 0) {
      const [changed] = updated<{ id: string }>(
        await tx.manager.query(
          `update decision set outcome = $2, reason = $3, letter = $4, decided_by = $5, decided_at = $6, version = version + 1
            where round_id = $1 and version = $7 and state = 'decided' returning id`,
          [...values, decision.version],
        ),
      );
      if (!changed) throw new Refusal('stale_version');
      return changed.id;
    }
    const [made]: { id: string }[] = await tx.manager.query(
      `insert into decision (round_id, outcome, reason, letter, decided_by, decided_at, id, submission_id, state, round_state_before)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'decided', $9) on conflict (round_id) do nothing returning id`,
      [...values, this.random.uuid(), access.submission.id, round.state],
    );
    if (!made) throw new Refusal('stale_version');
    await moveRound(tx, round.id, round.state, 'decided_not_notified');
    return made.id;
  }

  /** The rule's own word: what may be decided, and that a decision without any review says why. */
  private async judge(tx: Tx, access: SubmissionAccess, round: Round, decision: NewDecision): Promise<void> {
    const [reviews]: { n: number }[] = await tx.manager.query(
      `select count(*)::int as n from review where round_id = $1 and state = 'submitted'`,
      [round.id],
    );
    decide({
      kind: access.call.kind,
      outcome: decision.outcome,
      decision: access.facts.current?.decision ?? 'none',
      round: round.state,
      submittedReviews: reviews?.n ?? 0,
      minimumReviews: 1,
      reason: decision.reason,
    });
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    access: SubmissionAccess,
    action: string,
    facts: Record<string, unknown>,
  ) {
    await this.audit.record(tx, {
      tag: 'review',
      action,
      actorId: viewer.personId,
      callId: access.call.id,
      submissionId: access.submission.id,
      facts,
    });
  }
}

/** The rows of an `update … returning`, which the driver wraps with a count. */
export function updated<T = unknown>(result: [T[], number]): T[] {
  return result[0];
}

type Round = NonNullable<SubmissionAccess['round']>;

function roundOf(access: SubmissionAccess): Round {
  if (!access.round) throw new Refusal('wrong_state', { state: access.submission.state });
  return access.round;
}

async function moveRound(tx: Tx, id: string, from: string, to: string): Promise<void> {
  const rows = updated(
    await tx.manager.query(
      `update round set state = $3, version = version + 1 where id = $1 and state = $2 returning id`,
      [id, from, to],
    ),
  );
  if (rows.length === 0) throw new Refusal('stale_version');
}
