import { Injectable } from '@nestjs/common';
import type { DeclareOwnConflict, OwnConflict } from '@convoke/contract';
import { mayTakeBack, Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService } from '../access/access.service';
import { HandlerRouting } from '../assignments/handler-routing';
import { LateConflicts } from '../assignments/late-conflicts';
import { Audit } from '../platform/audit';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { OwnDeclarations } from '../submissions/own-declarations';
import { type OwnRow, ownRows } from './conflicts.queries';

/** What members of the committee say about themselves: reviewers before they are asked, chairs of papers they would handle. */
@Injectable()
export class Declaring {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly declarations: OwnDeclarations,
    private readonly late: LateConflicts,
    private readonly routing: HandlerRouting,
    private readonly audit: Audit,
  ) {}

  /** Declares the viewer's own conflict: the paper is gone for them at once, and somebody else handles it where that is needed. */
  async declare(viewer: Viewer, submissionId: string, body: DeclareOwnConflict): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id: submissionId }, { lock: true });
      access.require('declareOwnConflict');
      const pair = { submissionId, personId: viewer.personId };
      await this.declarations.write(tx, { ...pair, ...body });
      await this.late.apply(tx, [pair], viewer.personId);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'conflict.declared',
        actorId: viewer.personId,
        callId: access.call.id,
        submissionId,
        facts: { kind: body.kind },
      });
    });
  }

  async mine(viewer: Viewer): Promise<{ rows: OwnConflict[] }> {
    const rows = await ownRows(this.database.manager, viewer.personId);
    return { rows: rows.map(viewOf) };
  }

  /** Takes a declaration back that nothing has followed from yet. */
  async takeBack(viewer: Viewer, id: string): Promise<{ rows: OwnConflict[] }> {
    await this.unitOfWork.run(async (tx) => {
      const before = (await ownRows(tx.manager, viewer.personId)).find((row) => row.id === id);
      if (!before) throw new Refusal('not_found');
      await tx.manager.query(`select 1 from submission where id = $1 for update`, [before.submission_id]);
      // an assignment made in the same moment is seen under the lock
      const row = (await ownRows(tx.manager, viewer.personId)).find((one) => one.id === id);
      if (!row || !isFree(row)) throw new Refusal('wrong_state');
      await tx.manager.query(`delete from conflict where id = $1`, [id]);
      await this.routing.route(tx, [row.submission_id]);
      const [{ call_id: callId } = { call_id: null }] = await tx.manager.query<{ call_id: string | null }[]>(
        `select call_id from submission where id = $1`,
        [row.submission_id],
      );
      await this.audit.record(tx, {
        tag: 'review',
        action: 'conflict.taken_back',
        actorId: viewer.personId,
        callId,
        submissionId: row.submission_id,
        facts: { kind: row.kind, reason: row.reason },
      });
    });
    return this.mine(viewer);
  }
}

function isFree({ state, was_assigned }: OwnRow): boolean {
  return mayTakeBack({ source: 'reviewer', state, wasAssigned: was_assigned });
}

function viewOf(row: OwnRow): OwnConflict {
  return {
    id: row.id,
    callSlug: row.call_slug,
    callName: row.call_name,
    number: row.number,
    kind: row.kind,
    reason: row.reason,
    declaredAt: row.created_at.toISOString(),
    canTakeBack: isFree(row),
  };
}
