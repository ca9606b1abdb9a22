import { Injectable } from '@nestjs/common';
import type { callsApi, CallSetup, InputOf } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { QueryFailedError } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../platform/unit-of-work';
import { CallViews, isOwnTrack } from './call.view';
import { freeSlug, slugOf } from './slug';

type TrackText = InputOf<typeof callsApi.addTrack>['body'];
type Topics = InputOf<typeof callsApi.setTopics>['body'];
type Types = InputOf<typeof callsApi.setTypes>['body'];

interface Story {
  readonly action: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Tracks, topics and submission types of a call. */
@Injectable()
export class TracksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Adds a track at the end; its address is made of its name. */
  async add(viewer: Viewer, slug: string, track: TrackText): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      access.require('editCall');
      const id = this.random.uuid();
      await tx.manager.query(`select 1 from call where id = $1 for update`, [access.call.id]);
      const rows = await tx.manager.query<{ slug: string }[]>(`select slug from track where call_id = $1`, [
        access.call.id,
      ]);
      const address = freeSlug(slugOf(track.name, 'track'), new Set(rows.map((row) => row.slug)));
      await tx.manager.query(
        `insert into track (id, call_id, name, slug, description, position)
         select $1, $2, $3, $4, $5, coalesce(max(position) + 1, 0) from track where call_id = $2`,
        [id, access.call.id, track.name, address, track.description],
      );
      return { action: 'track.added', facts: { trackId: id, name: track.name } };
    });
  }

  /** Changes name and text of a track. Its own co-chairs may change the text; the name stays with the chairs. */
  async change(viewer: Viewer, slug: string, id: string, change: TrackText & { version: number }): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      const [track] = await tx.manager.query<{ name: string }[]>(
        `select name from track where id = $1 and call_id = $2`,
        [id, access.call.id],
      );
      if (!track) throw new Refusal('not_found');
      if (!isOwnTrack(access, id) || track.name !== change.name) access.require('editCall');
      const [, affected] = await tx.manager.query<[unknown[], number]>(
        `update track set name = $3, description = $4, version = version + 1 where id = $1 and version = $2 returning id`,
        [id, change.version, change.name, change.description],
      );
      if (affected === 0) throw new Refusal('stale_version');
      return { action: 'track.changed', facts: { trackId: id } };
    });
  }

  /** Removes a track that no submission, office or date refers to; its topics go with it. */
  async remove(viewer: Viewer, slug: string, id: string): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      access.require('editCall');
      await tx.manager.query(
        `delete from topic_interest i using topic t where t.id = i.topic_id and t.track_id = $1 and t.call_id = $2`,
        [id, access.call.id],
      );
      await tx.manager.query(`delete from topic where track_id = $1 and call_id = $2`, [id, access.call.id]);
      const [, affected] = await tx.manager.query<[unknown[], number]>(
        `delete from track where id = $1 and call_id = $2 returning id`,
        [id, access.call.id],
      );
      if (affected === 0) throw new Refusal('not_found');
      return { action: 'track.removed', facts: { trackId: id } };
    });
  }

  /** Puts the tracks in order; tracks that are not named keep their place after the others. */
  async order(viewer: Viewer, slug: string, version: number, ids: readonly string[]): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      access.require('editCall');
      await touchCall(tx, access.call.id, version);
      await tx.manager.query(
        `update track t set position = coalesce(array_position($2::uuid[], t.id), 1000 + t.position) where t.call_id = $1`,
        [access.call.id, ids],
      );
      return { action: 'track.ordered', facts: {} };
    });
  }

  /** Replaces the topics of the call (`trackId` null) or of one track, which its own co-chairs may do too. */
  async setTopics(viewer: Viewer, slug: string, change: Topics): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      const { trackId, topics } = change;
      if (trackId === null || !isOwnTrack(access, trackId)) access.require('editCall');
      await (trackId === null
        ? touchCall(tx, access.call.id, change.version)
        : touchTrack(tx, access.call.id, trackId, change.version));
      const kept = topics.flatMap((topic) => topic.id ?? []);
      await tx.manager.query(
        `delete from topic_interest i using topic t where t.id = i.topic_id and t.call_id = $1
            and t.track_id is not distinct from $2 and not (t.id = any($3))`,
        [access.call.id, trackId, kept],
      );
      await requireUnused(tx, access.call.id, trackId, kept);
      await tx.manager.query(
        `delete from topic where call_id = $1 and track_id is not distinct from $2 and not (id = any($3))`,
        [access.call.id, trackId, kept],
      );
      // names may change places among themselves: out of the way first
      await tx.manager.query(
        `update topic set name = id::text where call_id = $1 and track_id is not distinct from $2`,
        [access.call.id, trackId],
      );
      for (const [position, topic] of topics.entries())
        await this.putTopic(tx, access.call.id, trackId, position, topic);
      return { action: 'topics.set', facts: { trackId, count: topics.length } };
    });
  }

  /** Replaces the submission types; a type in use can be renamed or closed, not removed. */
  async setTypes(viewer: Viewer, slug: string, change: Types): Promise<CallSetup> {
    return this.carryOut(viewer, slug, async (tx, access) => {
      access.require('editCall');
      await requireSameAnonymity(tx, access.call.id, change.types);
      await touchCall(tx, access.call.id, change.version);
      const kept = change.types.flatMap((type) => type.id ?? []);
      await tx.manager.query(`delete from submission_type where call_id = $1 and not (id = any($2))`, [
        access.call.id,
        kept,
      ]);
      for (const [position, type] of change.types.entries()) await this.putType(tx, access.call.id, position, type);
      return { action: 'types.set', facts: { keys: change.types.map((type) => type.key) } };
    });
  }

  private async putTopic(
    tx: Tx,
    callId: string,
    trackId: string | null,
    position: number,
    topic: Topics['topics'][number],
  ): Promise<void> {
    if (topic.id === undefined) {
      await tx.manager.query(`insert into topic (id, call_id, track_id, name, position) values ($1, $2, $3, $4, $5)`, [
        this.random.uuid(),
        callId,
        trackId,
        topic.name,
        position,
      ]);
      return;
    }
    const [, affected] = await tx.manager.query<[unknown[], number]>(
      `update topic set name = $3, position = $4 where id = $1 and call_id = $2 and track_id is not distinct from $5 returning id`,
      [topic.id, callId, topic.name, position, trackId],
    );
    if (affected === 0) throw new Refusal('stale_version');
  }

  private async putType(tx: Tx, callId: string, position: number, type: Types['types'][number]): Promise<void> {
    if (type.id === undefined) {
      await tx.manager.query(
        `insert into submission_type (id, call_id, key, name, position, anonymity, is_open, settings) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [this.random.uuid(), callId, type.key, type.name, position, type.anonymity, type.isOpen, type.settings],
      );
      return;
    }
    const [, affected] = await tx.manager.query<[unknown[], number]>(
      `update submission_type set key = $3, name = $4, position = $5, anonymity = $6, is_open = $7, settings = $8
        where id = $1 and call_id = $2 returning id`,
      [type.id, callId, type.key, type.name, position, type.anonymity, type.isOpen, type.settings],
    );
    if (affected === 0) throw new Refusal('stale_version');
  }

  /** One change of a call: access first, the work, its line of history, the call as it is now. */
  private async carryOut(
    viewer: Viewer,
    slug: string,
    work: (tx: Tx, access: CallAccess) => Promise<Story>,
  ): Promise<CallSetup> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const access = await this.access.call(tx.manager, viewer, slug);
        const story = await work(tx, access);
        await this.audit.record(tx, { tag: 'review', actorId: viewer.personId, callId: access.call.id, ...story });
        return this.views.setup(tx.manager, access, tx.now);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('already_exists');
      if (isReferred(error)) throw new Refusal('in_use');
      throw error;
    }
  }
}

async function touchCall(tx: Tx, callId: string, version: number): Promise<void> {
  const [, affected] = await tx.manager.query<[unknown[], number]>(
    `update call set version = version + 1 where id = $1 and version = $2 returning id`,
    [callId, version],
  );
  if (affected === 0) throw new Refusal('stale_version');
}

async function touchTrack(tx: Tx, callId: string, trackId: string, version: number): Promise<void> {
  const [, affected] = await tx.manager.query<[unknown[], number]>(
    `update track set version = version + 1 where id = $1 and call_id = $2 and version = $3 returning id`,
    [trackId, callId, version],
  );
  if (affected === 0) throw new Refusal('stale_version');
}

/** The anonymity of a type that exists is changed where it is shown first who would see what. */
async function requireSameAnonymity(tx: Tx, callId: string, types: Types['types']): Promise<void> {
  const rows = await tx.manager.query<{ id: string; anonymity: string | null }[]>(
    `select id, anonymity from submission_type where call_id = $1`,
    [callId],
  );
  const changed = types.findIndex((type) =>
    rows.some(({ id, anonymity }) => id === type.id && anonymity !== type.anonymity),
  );
  if (changed < 0) return;
  const errors = [{ path: `types.${changed}.anonymity`, message: 'Change this under “Who sees what”' }];
  throw new Refusal('invalid_body', { errors });
}

/** What was submitted names topics in an array, which no foreign key guards; those of working copies have one. */
async function requireUnused(tx: Tx, callId: string, trackId: string | null, kept: readonly string[]): Promise<void> {
  const [used] = await tx.manager.query<{ name: string }[]>(
    `select t.name from topic t where t.call_id = $1 and t.track_id is not distinct from $2 and not (t.id = any($3))
        and exists (select 1 from submission s where s.call_id = $1 and t.id = any(s.topic_ids)) limit 1`,
    [callId, trackId, kept],
  );
  if (used) throw new Refusal('in_use', { name: used.name });
}

/** PostgreSQL keeping a row that others point at. */
function isReferred(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503';
}
