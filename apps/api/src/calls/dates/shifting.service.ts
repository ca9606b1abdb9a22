import { Injectable } from '@nestjs/common';
import { timeOf, type CallSetup, type ShiftedDate, type ShiftPreview } from '@convoke/contract';
import { Refusal, shiftedWallTime, takesTimeAway } from '@convoke/domain';
import { AccessService } from '../../access/access.service';
import { Audit } from '../../platform/audit';
import { Random } from '../../platform/random';
import type { Viewer } from '../../platform/session/viewer';
import { UnitOfWork, type Tx } from '../../platform/unit-of-work';
import { CallViews } from '../call.view';
import type { DeadlineRecord } from '../calls.queries';
import { datesInForce, replaced, type LiveDate } from './dates-change';
import { DeadlineNotices, type DatesChange } from './deadline-notices';

/** Moves all dates of a call together. The time of day and the zone stay as they were typed. */
@Injectable()
export class Shifting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly notices: DeadlineNotices,
    private readonly views: CallViews,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Every date before and after, and how many people would hear of it. */
  async preview(viewer: Viewer, slug: string, days: number): Promise<ShiftPreview> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      const before = await datesInForce(tx.manager, access.call.id);
      const dates = shiftedBy(before.filter(isGeneral), days);
      const change = this.change(tx, before, dates);
      return { dates, notice: await this.notices.preview(tx.manager, access, change, tx.now) };
    });
  }

  /** Moves them all or none: on the rows that the chair saw, with a reason where a published date comes earlier. */
  async shift(
    viewer: Viewer,
    slug: string,
    request: { days: number; reason: string; replaces: readonly string[] },
  ): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      const before = await datesInForce(tx.manager, access.call.id);
      const dates = shiftedBy(before.filter(isGeneral), request.days);
      if (!sameIds(dates, request.replaces)) throw new Refusal('stale_version');
      const faulty = dates.find(({ fault }) => fault !== null);
      if (faulty)
        throw new Refusal(faulty.fault === 'gap' ? 'wall_time_gap' : 'wall_time_doubled', {
          wallTime: faulty.newWallTime,
          zone: faulty.zone,
          alternatives: [],
        });
      if (access.call.state !== 'setup' && request.reason === '' && takesAway(before, dates))
        throw new Refusal('invalid_body', {
          errors: [{ path: 'reason', message: 'Published dates that move forward need a reason' }],
        });
      const change = this.change(tx, before, dates);
      const rows = change.after.filter((row) => !before.includes(row));
      await write(tx, rows, dates, request.reason, viewer);
      await this.notices.send(tx, access, change);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'deadline.shifted',
        actorId: viewer.personId,
        callId: access.call.id,
        facts: { days: request.days, dates: dates.length, reason: request.reason },
      });
      return this.views.setup(tx.manager, access, tx.now);
    });
  }

  private change(tx: Tx, before: readonly LiveDate[], dates: readonly ShiftedDate[]): DatesChange {
    const moved = dates.filter(({ newWallTime, fault }) => newWallTime !== null && fault === null);
    const rows = moved.flatMap((date) => {
      const row = before.find(({ id }) => id === date.id);
      return row ? [{ ...row, ...movedTo(date), id: this.random.uuid(), createdAt: tx.now, setAt: tx.now }] : [];
    });
    return {
      id: this.random.uuid(),
      before,
      after: replaced(
        before,
        moved.map(({ id }) => id),
        rows,
      ),
    };
  }
}

const isGeneral = (row: DeadlineRecord): boolean => row.submissionId === null && row.personId === null;

const sameIds = (dates: readonly ShiftedDate[], seen: readonly string[]): boolean =>
  dates.length === seen.length && dates.every(({ id }) => seen.includes(id));

function takesAway(before: readonly LiveDate[], dates: readonly ShiftedDate[]): boolean {
  return dates.some((date) => {
    const row = before.find(({ id }) => id === date.id);
    return row && date.kind !== 'opening' && takesTimeAway(row, { ...row, ...movedTo(date) });
  });
}

function movedTo({
  newWallTime,
  newUntilWallTime,
  newClosesAt,
}: ShiftedDate): Pick<LiveDate, 'wallTime' | 'untilWallTime' | 'closesAt'> {
  const at = newClosesAt === null ? null : instant(newClosesAt);
  return { wallTime: newWallTime, untilWallTime: newUntilWallTime, closesAt: at };
}

/** The dates of a call some days later; what is "to be announced" stays so. */
export function shiftedBy(rows: readonly DeadlineRecord[], days: number): ShiftedDate[] {
  return [...rows]
    .sort((a, b) => (Number(a.closesAt) || Infinity) - (Number(b.closesAt) || Infinity))
    .map((row) => {
      const { id, kind, trackId, submissionTypeId, label, wallTime, untilWallTime, zone } = row;
      const closesAt = row.closesAt?.toISOString() ?? null;
      const shown = { id, kind, trackId, submissionTypeId, label, wallTime, untilWallTime, zone, closesAt };
      const newWallTime = wallTime && shiftedWallTime(wallTime, days);
      const newUntilWallTime = untilWallTime && shiftedWallTime(untilWallTime, days);
      try {
        const time = timeOf({ kind, wallTime: newWallTime, untilWallTime: newUntilWallTime, zone });
        return {
          ...shown,
          newWallTime,
          newUntilWallTime,
          newClosesAt: time.closesAt?.toISOString() ?? null,
          fault: null,
        };
      } catch (error) {
        if (!(error instanceof Refusal) || !error.code.startsWith('wall_time')) throw error;
        const fault = error.code === 'wall_time_gap' ? ('gap' as const) : ('doubled' as const);
        return { ...shown, newWallTime, newUntilWallTime, newClosesAt: null, fault };
      }
    });
}

async function write(
  tx: Tx,
  rows: readonly LiveDate[],
  dates: readonly ShiftedDate[],
  reason: string,
  viewer: Viewer,
): Promise<void> {
  const gone = dates.filter(({ newWallTime }) => newWallTime !== null).map(({ id }) => id);
  const [, affected] = await tx.manager.query<[unknown, number]>(
    `update deadline set superseded_at = $2 where id = any($1) and superseded_at is null`,
    [gone, tx.now],
  );
  if (affected !== gone.length) throw new Refusal('stale_version');
  await tx.manager.query(
    `insert into deadline (id, call_id, track_id, submission_type_id, kind, wall_time, until_wall_time, zone, closes_at, label, note,
                           position, reason, set_by, created_at)
     select r.id, r."callId", r."trackId", r."submissionTypeId", r.kind, r."wallTime", r."untilWallTime", r.zone, r."closesAt", r.label,
            r.note, r.position, $2, $3, $4
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "callId" uuid, "trackId" uuid, "submissionTypeId" uuid, kind text, "wallTime" text,
            "untilWallTime" text, zone text, "closesAt" timestamptz, label text, note text, position integer)`,
    [JSON.stringify(rows), reason, viewer.personId, tx.now],
  );
}

/** An instant of a date, not the present. */
function instant(iso: string): Date {
  return new Date(iso);
}
