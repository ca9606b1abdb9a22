import { Injectable } from '@nestjs/common';
import type { ExtendRequest, ExtensionView } from '@convoke/contract';
import { deadlineFrom, Refusal } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { AccessService, type CallAccess } from '../../access/access.service';
import { isKnown } from '../../access/known';
import { People } from '../../accounts/people';
import { Audit } from '../../platform/audit';
import { personName } from '../../platform/database/person-name';
import { Random } from '../../platform/random';
import type { Viewer } from '../../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../../platform/unit-of-work';
import { datesInForce, replaced, type LiveDate } from './dates-change';
import { DeadlineNotices } from './deadline-notices';

/** Whom an extension is for. */
interface Scope {
  readonly submissionId: string | null;
  readonly personId: string | null;
}

/** More time for one submission or one person: given with a reason, told at once, and kept in a history. */
@Injectable()
export class Extensions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly notices: DeadlineNotices,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Who was given more time, by whom and why, latest first; of papers those alone that are no secret to the viewer. */
  async list(viewer: Viewer, slug: string): Promise<ExtensionView[]> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.permitted(tx.manager, viewer, slug);
      return extensionsOf(tx.manager, access.call.id, viewer.personId);
    });
  }

  /**
   * Gives a submission or a person another date. A person may then also begin a submission though the call is closed to others. An
   * earlier extension of the same kind is superseded and stays in the history.
   */
  async extend(viewer: Viewer, slug: string, request: ExtendRequest): Promise<ExtensionView[]> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const access = await this.permitted(tx.manager, viewer, slug);
        const scope = await this.scope(tx.manager, viewer, slug, request);
        const before = await datesInForce(tx.manager, access.call.id);
        const time = deadlineFrom(request.wallTime, request.zone, request.which);
        if (!time.closesAt || time.closesAt <= tx.now)
          throw new Refusal('invalid_body', {
            errors: [{ path: 'wallTime', message: 'This moment has passed already' }],
          });
        const former = before.filter((row) => row.kind === request.kind && isOf(row, scope));
        await supersede(tx, former);
        const row: LiveDate = {
          ...{
            id: this.random.uuid(),
            callId: access.call.id,
            kind: request.kind,
            trackId: null,
            submissionTypeId: null,
          },
          ...{ ...scope, label: '', note: '', untilWallTime: null, position: 0, createdAt: tx.now, setAt: tx.now },
          ...time,
        };
        await insert(tx, row, request.reason, viewer.personId);
        const change = {
          id: row.id,
          before,
          after: replaced(
            before,
            former.map(({ id }) => id),
            [row],
          ),
        };
        const told = await this.notices.send(tx, access, change);
        if (scope.personId !== null && !told.has(scope.personId) && (row.kind === 'paper' || row.kind === 'abstract'))
          await this.notices.lateEntry(tx, access, row.id, await addresseeOf(tx.manager, scope.personId), row);
        await this.audit.record(tx, {
          tag: 'review',
          action: 'deadline.extended',
          actorId: viewer.personId,
          callId: access.call.id,
          ...(scope.submissionId ? { submissionId: scope.submissionId } : {}),
          facts: {
            kind: request.kind,
            to: time.wallTime,
            zone: time.zone,
            reason: request.reason,
            person: scope.personId,
          },
        });
        return extensionsOf(tx.manager, access.call.id, viewer.personId);
      });
    } catch (error) {
      if (isDuplicate(error, 'deadline_scope_idx')) throw new Refusal('stale_version');
      throw error;
    }
  }

  /** Takes an extension back: the general date holds again. It stays in the history. */
  async end(viewer: Viewer, slug: string, id: string, reason: string): Promise<ExtensionView[]> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.permitted(tx.manager, viewer, slug);
      const [row] = (await datesInForce(tx.manager, access.call.id)).filter((one) => one.id === id && !isGeneral(one));
      if (!row) throw new Refusal('not_found');
      if (row.submissionId) {
        const paper = await this.access.submission(tx.manager, viewer, { id: row.submissionId });
        paper.require('extend');
      }
      await supersede(tx, [row]);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'deadline.extension_ended',
        actorId: viewer.personId,
        callId: access.call.id,
        ...(row.submissionId ? { submissionId: row.submissionId } : {}),
        facts: { kind: row.kind, from: row.wallTime, zone: row.zone, reason, person: row.personId },
      });
      return extensionsOf(tx.manager, access.call.id, viewer.personId);
    });
  }

  private async permitted(manager: EntityManager, viewer: Viewer, slug: string): Promise<CallAccess> {
    const access = await this.access.call(manager, viewer, slug);
    access.require('editCall');
    access.require('seeCommittee');
    return access;
  }

  private async scope(manager: EntityManager, viewer: Viewer, slug: string, request: ExtendRequest): Promise<Scope> {
    if (request.number !== null) {
      const paper = await this.access.submission(manager, viewer, { call: slug, number: request.number });
      paper.require('extend');
      return { submissionId: paper.submission.id, personId: null };
    }
    const personId = await this.people.ownerOf(manager, request.address ?? '');
    if (personId) return { submissionId: null, personId };
    throw new Refusal('invalid_body', {
      errors: [{ path: 'address', message: 'Nobody here has confirmed this address. Ask them to sign up first.' }],
    });
  }
}

const isGeneral = (row: LiveDate): boolean => row.submissionId === null && row.personId === null;
const isOf = (row: LiveDate, scope: Scope): boolean =>
  row.submissionId === scope.submissionId && row.personId === scope.personId;

async function supersede(tx: Tx, rows: readonly LiveDate[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [, affected] = await tx.manager.query<[unknown, number]>(
    `update deadline set superseded_at = $2 where id = any($1) and superseded_at is null`,
    [ids, tx.now],
  );
  if (affected !== ids.length) throw new Refusal('stale_version');
}

async function insert(tx: Tx, row: LiveDate, reason: string, by: string): Promise<void> {
  await tx.manager.query(
    `insert into deadline (id, call_id, submission_id, person_id, kind, wall_time, zone, closes_at, reason, set_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.callId,
      row.submissionId,
      row.personId,
      row.kind,
      row.wallTime,
      row.zone,
      row.closesAt,
      reason,
      by,
      tx.now,
    ],
  );
}

interface AddresseeRow {
  personId: string;
  name: string;
  address: string;
  locale: string;
  timeZone: string;
}

async function addresseeOf(manager: EntityManager, personId: string): Promise<AddresseeRow> {
  const [row] = await manager.query<AddresseeRow[]>(
    `select p.id as "personId", ${personName('p')} as name, e.address, p.locale, p.time_zone as "timeZone"
       from person p join person_email e on e.person_id = p.id and e.is_primary where p.id = $1`,
    [personId],
  );
  if (!row) throw new Refusal('not_found');
  return row;
}

type ExtensionRow = Omit<ExtensionView, 'closesAt' | 'setAt' | 'endedAt'> & {
  closesAt: Date | null;
  setAt: Date;
  endedAt: Date | null;
};

async function extensionsOf(manager: EntityManager, callId: string, viewerId: string): Promise<ExtensionView[]> {
  const rows = await manager.query<ExtensionRow[]>(
    `select d.id, d.kind, s.number, s.title, d.wall_time as "wallTime", d.zone, d.closes_at as "closesAt", d.reason,
            case when p.id is not null then json_build_object('name', ${personName('p')}, 'address', e.address) end as person,
            nullif(${personName('b')}, '') as "setBy", d.created_at as "setAt", d.superseded_at as "endedAt"
       from deadline d
       left join submission s on s.id = d.submission_id
       left join person p on p.id = d.person_id
       left join person_email e on e.person_id = p.id and e.is_primary
       left join person b on b.id = d.set_by
      where d.call_id = $1 and (d.person_id is not null or (s.state <> 'draft' and ${isKnown('s', '$2')}))
      order by d.created_at desc, s.number, d.id`,
    [callId, viewerId],
  );
  return rows.map((row) => ({
    ...row,
    closesAt: row.closesAt?.toISOString() ?? null,
    setAt: row.setAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}
