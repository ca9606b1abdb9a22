import { Injectable } from '@nestjs/common';
import {
  timeOf,
  type callsApi,
  type CallSetup,
  type DeadlineHistoryRow,
  type InputOf,
  type NoticePreview,
} from '@convoke/contract';
import {
  deadlineKinds,
  effectiveDeadline,
  Refusal,
  takesTimeAway,
  type DeadlineKind,
  type DeadlineRow,
  type DeadlineScope,
} from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';
import { CallViews } from './call.view';
import { deadlineColumns, liveDeadlines, type DeadlineRecord } from './calls.queries';
import { datesInForce, replaced, type LiveDate } from './dates/dates-change';
import { DeadlineNotices } from './dates/deadline-notices';

type SetRequest = InputOf<typeof callsApi.setDeadline>['body'];

const insertSql = `
insert into deadline (id, call_id, track_id, submission_type_id, kind, wall_time, until_wall_time, zone, closes_at, label, note,
                      position, reason, set_by, created_at)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
 where ($3::uuid is null or exists (select 1 from track t where t.id = $3 and t.call_id = $2))
   and ($4::uuid is null or exists (select 1 from submission_type t where t.id = $4 and t.call_id = $2))
returning id`;

/** The dates that hold for one scope, by kind; a kind without a row has no limit. */
export type EffectiveDeadlines = Readonly<Partial<Record<DeadlineKind, DeadlineRow>>>;

/** The dates of calls: set, cleared, looked up. One table feeds the public page and every enforcement. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly notices: DeadlineNotices,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** What is enforced for a track, type, submission or person: the most specific row of each kind, with the opening where one is set. */
  async effective(manager: EntityManager, callId: string, scope: DeadlineScope): Promise<EffectiveDeadlines> {
    return (await this.effectiveIn(manager, [callId]))(callId, scope);
  }

  /** The same for several calls at once. */
  async effectiveIn(
    manager: EntityManager,
    callIds: readonly string[],
  ): Promise<(callId: string, scope: DeadlineScope) => EffectiveDeadlines> {
    const rows = await manager.query<DeadlineRecord[]>(
      `select ${deadlineColumns} from deadline d where d.call_id = any($1) and d.superseded_at is null`,
      [callIds],
    );
    const byCall = Map.groupBy(rows, (row) => row.callId);
    return (callId, scope) => effectiveOf(byCall.get(callId) ?? [], scope);
  }

  /** The rows that the public page prints: the same that `effective` chooses from. */
  async publicDates(manager: EntityManager, callId: string): Promise<DeadlineRecord[]> {
    return liveDeadlines(manager, [callId]);
  }

  /**
   * Sets a date, or clears it (`wallTime` null). The earlier row stays as history. Taking time away from people who were promised
   * it needs a reason; giving more time writes to those whom it reaches, in the same transaction.
   */
  async set(viewer: Viewer, slug: string, request: SetRequest): Promise<CallSetup> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const access = await this.access.call(tx.manager, viewer, slug);
        access.require('editCall');
        const before = await this.current(tx, access.call.id, request);
        if ((before?.id ?? null) !== request.replaces) throw new Refusal('stale_version');
        requireReason(access, before, request);
        const inForce = await datesInForce(tx.manager, access.call.id);
        if (before) await this.supersede(tx, before.id);
        const row = rowFrom(this.random.uuid(), access, request, tx.now);
        await this.insert(tx, viewer, row, request.reason);
        await this.notices.send(tx, access, {
          id: row.id,
          before: inForce,
          after: replaced(inForce, idsOf(before), [row]),
        });
        await this.audit.record(tx, {
          tag: 'review',
          action: 'deadline.set',
          actorId: viewer.personId,
          callId: access.call.id,
          facts: {
            kind: request.kind,
            from: before?.wallTime ?? null,
            to: request.wallTime,
            zone: request.zone,
            reason: request.reason,
          },
        });
        return this.views.setup(tx.manager, access, tx.now);
      });
    } catch (error) {
      if (isDuplicate(error, 'deadline_scope_idx')) throw new Refusal('stale_version');
      throw error;
    }
  }

  /** Whom setting this date would write to; changes nothing. */
  async preview(viewer: Viewer, slug: string, request: SetRequest): Promise<NoticePreview> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      const inForce = await datesInForce(tx.manager, access.call.id);
      const row = rowFrom(this.random.uuid(), access, request, tx.now);
      const former = inForce.filter((one) => isSamePlace(one, row));
      const change = {
        id: row.id,
        before: inForce,
        after: replaced(
          inForce,
          former.map(({ id }) => id),
          [row],
        ),
      };
      return this.notices.preview(tx.manager, access, change, tx.now);
    });
  }

  /** Takes a date off the list; the row stays in the history. */
  async remove(viewer: Viewer, slug: string, id: string, reason: string): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      const [row] = await tx.manager.query<DeadlineRecord[]>(
        `select ${deadlineColumns} from deadline d where d.id = $1 and d.call_id = $2`,
        [id, access.call.id],
      );
      if (!row) throw new Refusal('not_found');
      await this.supersede(tx, id);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'deadline.removed',
        actorId: viewer.personId,
        callId: access.call.id,
        facts: { kind: row.kind, from: row.wallTime, zone: row.zone, reason },
      });
      return this.views.setup(tx.manager, access, tx.now);
    });
  }

  /** Every act of setting a date of the call, latest first. */
  async history(viewer: Viewer, slug: string): Promise<DeadlineHistoryRow[]> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      return historyOf(tx.manager, access.call.id);
    });
  }

  private async current(tx: Tx, callId: string, request: SetRequest): Promise<DeadlineRecord | null> {
    const [row] = await tx.manager.query<DeadlineRecord[]>(
      `select ${deadlineColumns} from deadline d
        where d.call_id = $1 and d.kind = $2 and d.track_id is not distinct from $3 and d.submission_type_id is not distinct from $4
          and d.position = $5 and d.submission_id is null and d.person_id is null and d.superseded_at is null
        for update`,
      [callId, request.kind, request.trackId, request.submissionTypeId, request.position],
    );
    return row ?? null;
  }

  private async supersede(tx: Tx, id: string): Promise<void> {
    const [, affected] = await tx.manager.query<[unknown, number]>(
      `update deadline set superseded_at = $2 where id = $1 and superseded_at is null`,
      [id, tx.now],
    );
    if (affected === 0) throw new Refusal('stale_version');
  }

  private async insert(tx: Tx, viewer: Viewer, row: LiveDate, reason: string): Promise<void> {
    const rows = await tx.manager.query<{ id: string }[]>(insertSql, [
      row.id,
      row.callId,
      row.trackId,
      row.submissionTypeId,
      row.kind,
      row.wallTime,
      row.untilWallTime,
      row.zone,
      row.closesAt,
      row.label,
      row.note,
      row.position,
      reason,
      viewer.personId,
      tx.now,
    ]);
    if (rows.length === 0) throw new Refusal('not_found');
  }
}

/** The row that a request asks for. */
function rowFrom(id: string, access: CallAccess, request: SetRequest, now: Date): LiveDate {
  const { kind, trackId, submissionTypeId, label, note, position } = request;
  const time = timeOf(request);
  const untilWallTime = time.wallTime === null ? null : request.untilWallTime;
  const scope = { trackId, submissionTypeId, submissionId: null, personId: null };
  const set = { createdAt: now, setAt: now };
  return { id, callId: access.call.id, kind, ...scope, label, note, position, ...time, untilWallTime, ...set };
}

const idsOf = (row: DeadlineRecord | null): string[] => (row ? [row.id] : []);

const isSamePlace = (a: LiveDate, b: LiveDate): boolean =>
  (['kind', 'trackId', 'submissionTypeId', 'submissionId', 'personId', 'position'] as const).every(
    (key) => a[key] === b[key],
  );

/** Chooses by kind for a scope, and gives the first stages the opening date of the same scope. */
export function effectiveOf(rows: readonly DeadlineRecord[], scope: DeadlineScope): EffectiveDeadlines {
  const dated = rows.map((row) => ({ ...row, setAt: row.createdAt }));
  const openings = dated.filter((row) => row.kind === 'opening').map((row) => ({ ...row, kind: 'paper' as const }));
  const opensAt = effectiveDeadline(openings, 'paper', scope)?.closesAt ?? null;
  const closings = dated.flatMap((row) => (row.kind === 'opening' ? [] : [{ ...row, kind: row.kind }]));
  const found = deadlineKinds.flatMap((kind) => {
    const row = effectiveDeadline(closings, kind, scope);
    if (!row) return [];
    const begins = kind === 'abstract' || kind === 'paper' ? opensAt : null;
    return [[kind, { ...row, opensAt: begins }] as const];
  });
  return Object.fromEntries(found);
}

function requireReason(access: CallAccess, before: DeadlineRecord | null, request: SetRequest): void {
  const after = timeOf(request);
  if (access.call.state === 'setup' || request.reason !== '' || request.kind === 'opening') return;
  if (!takesTimeAway(before, after)) return;
  throw new Refusal('invalid_body', {
    errors: [{ path: 'reason', message: 'A published date that moves forward needs a reason' }],
  });
}

async function historyOf(manager: EntityManager, callId: string): Promise<DeadlineHistoryRow[]> {
  const rows = await manager.query<(Omit<DeadlineHistoryRow, 'closesAt' | 'setAt' | 'supersededAt'> & HistoryDates)[]>(
    `select d.id, d.kind, d.track_id as "trackId", d.submission_type_id as "submissionTypeId", d.label, d.wall_time as "wallTime",
            d.until_wall_time as "untilWallTime", d.zone, d.closes_at as "closesAt", d.reason,
            nullif(${personName('p')}, '') as "setBy", d.created_at as "setAt", d.superseded_at as "supersededAt"
       from deadline d left join person p on p.id = d.set_by
      where d.call_id = $1 and d.submission_id is null and d.person_id is null
      order by d.created_at desc, d.kind, d.position`,
    [callId],
  );
  return rows.map((row) => ({
    ...row,
    closesAt: row.closesAt?.toISOString() ?? null,
    setAt: row.setAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }));
}

interface HistoryDates {
  closesAt: Date | null;
  setAt: Date;
  supersededAt: Date | null;
}
