import { Injectable } from '@nestjs/common';
import type { InputOf, conflictsApi, SettleConflicts } from '@convoke/contract';
import { type Conflict, type ConflictKind, maySettle, Refusal, strength } from '@convoke/domain';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { LateConflicts } from '../assignments/late-conflicts';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { committeeOf } from '../submissions/draft.queries';
import type { ConflictPair } from '../submissions/found-conflicts';
import { showsWhy } from './conflict.view';
import { lateTerm } from './conflicts.queries';

type Stored = Conflict & { submission_id: string; person_id: string };

/** The chairs' word on conflicts: confirmed, pinned, or dismissed. Nobody settles what concerns themselves. */
@Injectable()
export class Settling {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly late: LateConflicts,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Settles many: each pair as asked or not at all, with the reason; all in one transaction, with everything that follows. */
  async settle(
    viewer: Viewer,
    { params, body }: InputOf<typeof conflictsApi.settle>,
  ): Promise<{ settled: number; refused: { number: number | null; code: string }[] }> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      call.require('seeList');
      const ids = [...new Set(body.pairs.map(({ submissionId }) => submissionId))];
      await tx.manager.query(`select 1 from submission where id = any($1) order by id for update`, [ids]);
      const papers = await this.access.submissions(tx.manager, viewer, call, ids);
      const rows = await this.stored(tx, body.pairs);
      const settled: ConflictPair[] = [];
      const refused: { number: number | null; code: string }[] = [];
      for (const pair of body.pairs) {
        const access = papers.get(pair.submissionId);
        const code = refusalOf(viewer, access, rows.get(keyOf(pair)) ?? [], pair, body.as);
        if (code) refused.push({ number: access?.submission.number ?? null, code });
        else settled.push(pair);
      }
      await this.write(tx, viewer, settled, rows, body);
      await this.follow(tx, viewer, settled, body.as);
      for (const pair of settled)
        await this.record(tx, viewer, call.call.id, pair, `conflict.${past[body.as]}`, body.reason);
      return { settled: settled.length, refused };
    });
  }

  /** Sets a conflict with a member of the committee that nobody declared and nothing shows. */
  async pin(viewer: Viewer, { params, body }: InputOf<typeof conflictsApi.pin>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id: params.id }, { lock: true });
      access.require('settleConflicts');
      if (body.personId === viewer.personId) throw new Refusal('not_permitted', { needs: 'another_chair' });
      const committee = await committeeOf(tx.manager, access.call.id, tx.now, viewer.personId);
      if (!committee.some(({ personId }) => personId === body.personId)) throw new Refusal('not_found');
      const pair = { submissionId: params.id, personId: body.personId };
      await this.putPin(tx, viewer, [{ ...pair, kind: body.kind }], body.reason);
      await this.late.apply(tx, [pair], viewer.personId);
      await this.record(tx, viewer, access.call.id, pair, 'conflict.pinned', body.reason);
    });
  }

  /** Puts aside what a chair has looked at: it is no longer among the things to do. */
  async seen(viewer: Viewer, { params, body }: InputOf<typeof conflictsApi.seen>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      call.require('seeList');
      const rows = await tx.manager.query<{ id: string; submission_id: string }[]>(
        `select a.id, a.submission_id from assignment a join submission s on s.id = a.submission_id
          where a.id = any($1) and s.call_id = $2 and ${lateTerm('a')}`,
        [body.assignmentIds, call.call.id],
      );
      const papers = await this.access.submissions(
        tx.manager,
        viewer,
        call,
        rows.map((row) => row.submission_id),
      );
      const mine = rows.filter((row) => papers.get(row.submission_id)?.may('settleConflicts'));
      await tx.manager.query(`update assignment set revocation_seen_at = $2 where id = any($1)`, [
        mine.map(({ id }) => id),
        tx.now,
      ]);
    });
  }

  private async stored(tx: Tx, pairs: readonly ConflictPair[]): Promise<Map<string, Stored[]>> {
    const rows = await tx.manager.query<Stored[]>(
      `select c.submission_id, c.person_id, c.kind, c.source, c.state
         from conflict c join jsonb_to_recordset($1::jsonb) as p("submissionId" uuid, "personId" uuid)
           on c.submission_id = p."submissionId" and c.person_id = p."personId"`,
      [JSON.stringify(pairs)],
    );
    return Map.groupBy(rows, (row) => keyOf({ submissionId: row.submission_id, personId: row.person_id }));
  }

  private async write(
    tx: Tx,
    viewer: Viewer,
    pairs: readonly ConflictPair[],
    rows: ReadonlyMap<string, Stored[]>,
    { as, reason }: SettleConflicts,
  ): Promise<void> {
    if (as === 'pin') {
      const pins = pairs.map((pair) => ({ ...pair, kind: strongest(rows.get(keyOf(pair)) ?? []) }));
      return this.putPin(tx, viewer, pins, reason);
    }
    const [from, to] = as === 'confirm' ? ['suggested', 'blocking'] : [null, 'dismissed'];
    await tx.manager.query(
      `update conflict c set state = $2, settled_by = $3, settled_at = $4, settled_reason = $5
         from jsonb_to_recordset($1::jsonb) as p("submissionId" uuid, "personId" uuid)
        where c.submission_id = p."submissionId" and c.person_id = p."personId" and c.state <> 'dismissed'
          and ($6::text is null or c.state = $6)`,
      [JSON.stringify(pairs), to, viewer.personId, tx.now, reason, from],
    );
  }

  private async putPin(
    tx: Tx,
    viewer: Viewer,
    pins: readonly (ConflictPair & { kind: ConflictKind })[],
    reason: string,
  ): Promise<void> {
    const rows = pins.map((pin) => ({ id: this.random.uuid(), ...pin }));
    await tx.manager.query(
      `insert into conflict (id, submission_id, person_id, kind, source, state, declared_by, reason, created_at, settled_by, settled_at, settled_reason)
       select id, "submissionId", "personId", kind, 'chair', 'blocking', $2, $3, $4, $2, $4, $3
         from jsonb_to_recordset($1::jsonb) as p(id uuid, "submissionId" uuid, "personId" uuid, kind text)
       on conflict (submission_id, person_id, source) do update
          set state = 'blocking', kind = excluded.kind, reason = excluded.reason, declared_by = excluded.declared_by,
              settled_by = excluded.settled_by, settled_at = excluded.settled_at, settled_reason = excluded.settled_reason`,
      [JSON.stringify(rows), viewer.personId, reason, tx.now],
    );
  }

  private async follow(
    tx: Tx,
    viewer: Viewer,
    pairs: readonly ConflictPair[],
    as: SettleConflicts['as'],
  ): Promise<void> {
    if (as === 'dismiss') await this.late.restore(tx, pairs, viewer.personId);
    else await this.late.apply(tx, pairs, viewer.personId);
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    callId: string,
    { submissionId, personId }: ConflictPair,
    action: string,
    reason: string,
  ): Promise<void> {
    const facts = { personId, reason };
    await this.audit.record(tx, { tag: 'review', action, actorId: viewer.personId, callId, submissionId, facts });
  }
}

const past = { confirm: 'confirmed', pin: 'pinned', dismiss: 'dismissed' } as const;

function keyOf({ submissionId, personId }: ConflictPair): string {
  return `${submissionId} ${personId}`;
}

function refusalOf(
  viewer: Viewer,
  access: SubmissionAccess | undefined,
  rows: readonly Conflict[],
  pair: ConflictPair,
  as: SettleConflicts['as'],
): string | null {
  if (!access || rows.length === 0) return 'not_found';
  const refusal = access.whyNot('settleConflicts');
  if (refusal) return refusal.code;
  if (pair.personId === viewer.personId || (as === 'dismiss' && !showsWhy(access))) return 'not_permitted';
  return maySettle(rows, as) ? null : 'wrong_state';
}

function strongest(rows: readonly Conflict[]): ConflictKind {
  return [...rows].sort((a, b) => strength(b.kind) - strength(a.kind))[0]?.kind ?? 'other';
}
