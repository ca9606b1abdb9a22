import { Injectable } from '@nestjs/common';
import type { CommitteeRow, CommitteeView, committeeApi, InputOf } from '@convoke/contract';
import { Refusal, settingsOf } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { ConflictChecks } from '../platform/conflict-checks';
import { reading } from '../platform/database/reading';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { invitesOf, mayFill, type Office } from './committee-offices';
import { topicsFor, type PersonRow } from './committee.queries';
import { countPeople, pagePeople, type CommitteeList } from './committee-search';

/** Who serves in a call: the list, and changes to offices that are held. Invitations: see `RoleInvitations`. */
@Injectable()
export class Committee {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly checks: ConflictChecks,
  ) {}

  /** The committee as a whole, for those who run the call. */
  committee(viewer: Viewer, slug: string): Promise<CommitteeView> {
    return reading(this.database, async (manager) => {
      const { access, list } = await this.listed(manager, viewer, slug);
      const { call } = access;
      const [counts, tracks, topics] = await Promise.all([
        countPeople(manager, list),
        tracksOf(manager, call.id),
        topicsFor(manager, call.id, null),
      ]);
      return {
        callName: call.name,
        kind: call.kind,
        maxLoad: settingsOf(call).maxLoad,
        counts,
        tracks: tracks.map(({ name }) => name),
        topics: topics.map(({ name }) => name),
        invites: invitesOf(access, tracks),
        can: { nameSubstitute: access.may('nameSubstitute') },
      };
    });
  }

  /** Who holds an office or is invited to one: a page of those whom a query finds. */
  people(
    viewer: Viewer,
    { params, query: { offset, limit, ...query } }: InputOf<typeof committeeApi.people>,
  ): Promise<{ rows: CommitteeRow[]; total: number }> {
    return reading(this.database, async (manager) => {
      const { access, list } = await this.listed(manager, viewer, params.call);
      const { rows, total } = await pagePeople(manager, list, query, offset, limit);
      return { rows: rows.map((row) => rowView(row, access)), total };
    });
  }

  private async listed(
    manager: EntityManager,
    viewer: Viewer,
    slug: string,
  ): Promise<{ access: CallAccess; list: CommitteeList }> {
    const access = await this.access.call(manager, viewer, slug);
    access.require('seeCommittee');
    return { access, list: { callId: access.call.id, viewerId: viewer.personId, now: this.clock.now() } };
  }

  /** Ends an office. The last head of a call stays; papers assigned before stay assigned. */
  async end(viewer: Viewer, slug: string, membershipId: string): Promise<CommitteeView> {
    await this.unitOfWork.run(async (tx) => {
      const { access, office, personId } = await this.held(tx, viewer, slug, membershipId);
      if (office.role === 'chair' || office.role === 'guest_editor')
        await this.requireAnotherHead(tx, access, membershipId);
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update membership set ends_at = $2 where id = $1 and ends_at is null returning id`,
        [membershipId, tx.now],
      );
      if (rows.length === 0) throw new Refusal('wrong_state');
      await this.checks.ask(tx, { personId });
      await this.record(tx, viewer, access, 'office.ended', { personId, role: office.role, trackId: office.trackId });
    });
    return this.committee(viewer, slug);
  }

  /** Sets a reviewer's own limit of papers; null = as the call says. */
  async setLoad(viewer: Viewer, slug: string, membershipId: string, maxLoad: number | null): Promise<CommitteeView> {
    await this.unitOfWork.run(async (tx) => {
      const { access, office, personId } = await this.held(tx, viewer, slug, membershipId);
      if (office.role !== 'reviewer') throw new Refusal('wrong_state');
      await tx.manager.query(`update membership set max_load = $2 where id = $1 and ends_at is null`, [
        membershipId,
        maxLoad,
      ]);
      await this.record(tx, viewer, access, 'office.load_set', { personId, maxLoad });
    });
    return this.committee(viewer, slug);
  }

  private async held(
    tx: Tx,
    viewer: Viewer,
    slug: string,
    membershipId: string,
  ): Promise<{ access: CallAccess; office: Office; personId: string }> {
    const access = await this.access.call(tx.manager, viewer, slug);
    access.require('manageCommittee');
    const [row] = await tx.manager.query<(Office & { personId: string })[]>(
      `select role, track_id as "trackId", person_id as "personId" from membership
        where id = $1 and call_id = $2 and role <> 'editor_in_chief' for update`,
      [membershipId, access.call.id],
    );
    if (!row) throw new Refusal('not_found');
    if (!mayFill(access, row)) throw new Refusal('not_permitted', { needs: 'chair' });
    return { access, office: row, personId: row.personId };
  }

  /** Two heads who end each other at the same moment are taken one after the other. */
  private async requireAnotherHead(tx: Tx, { call }: CallAccess, membershipId: string): Promise<void> {
    await tx.manager.query(`select 1 from call where id = $1 for update`, [call.id]);
    const others = await tx.manager.query<unknown[]>(
      `select 1 from membership where call_id = $1 and id <> $2 and role in ('chair', 'guest_editor') and ends_at is null limit 1`,
      [call.id, membershipId],
    );
    if (others.length === 0) throw new Refusal('last_in_office');
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    { call }: CallAccess,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { tag: 'security', action, actorId: viewer.personId, callId: call.id, facts });
  }
}

/** The tracks of a call, in their order. */
export function tracksOf(manager: EntityManager, callId: string): Promise<{ id: string; name: string }[]> {
  return manager.query(`select id, name from track where call_id = $1 order by position, name`, [callId]);
}

function rowView(row: PersonRow, access: CallAccess): CommitteeRow {
  const fills = mayFill(access, { role: row.role, trackId: row.track_id });
  const asked = fills && !row.held;
  return {
    id: row.id,
    state: row.state,
    role: row.role,
    trackId: row.track_id,
    trackName: row.track_name,
    name: row.name,
    affiliation: row.affiliation,
    address: row.address,
    topics: row.topics,
    load: row.load,
    maxLoad: row.max_load,
    since: row.since.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    reason: row.reason,
    version: row.version,
    can: {
      withdraw: asked && row.state === 'pending',
      resend: asked && (row.state === 'pending' || row.state === 'expired'),
      end: fills && row.held,
      setLoad: fills && row.held && row.role === 'reviewer',
    },
  };
}
