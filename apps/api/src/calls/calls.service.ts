import { Injectable } from '@nestjs/common';
import type { callsApi, CallSetup, CallSummary, CallView, InputOf } from '@convoke/contract';
import { deadlineFrom, Refusal } from '@convoke/domain';
import { AccessService, type CallAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { CallViews } from './call.view';

type Change = InputOf<typeof callsApi.change>['body'];

const columns = {
  name: 'name',
  kicker: 'kicker',
  tagline: 'tagline',
  body: 'body',
  place: 'place',
  website: 'website',
  timeZone: 'time_zone',
} as const satisfies Partial<Record<keyof Change, string>>;

/** Calls: read, changed, published, closed. Making one is `NewCallsService`. */
@Injectable()
export class CallsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly audit: Audit,
  ) {}

  /** The directory of open calls. */
  async list(): Promise<CallSummary[]> {
    return this.unitOfWork.run((tx) => this.views.directory(tx.manager, tx.now));
  }

  /** A call as its public page shows it; `not_found` while it is in set-up and the viewer holds no office in it. */
  async bySlug(viewer: Viewer | null, slug: string): Promise<CallView> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      return this.views.published(tx.manager, access.call.id, tx.now);
    });
  }

  /** The settings of a call, for those who run it or one of its tracks. */
  async setup(viewer: Viewer, slug: string): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('seeCommittee');
      return this.views.setup(tx.manager, access, tx.now);
    });
  }

  /** Changes the text or the settings; what another chair saved meanwhile is never overwritten. */
  async change(viewer: Viewer, slug: string, change: Change): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      if (change.timeZone !== undefined) deadlineFrom(null, change.timeZone);
      await this.write(tx, access.call, change);
      const { version: _, ...facts } = change;
      await this.audit.record(tx, {
        tag: 'review',
        action: 'call.changed',
        actorId: viewer.personId,
        callId: access.call.id,
        facts: { fields: Object.keys(facts), ...(change.settings ? { settings: change.settings } : {}) },
      });
      return this.views.setup(tx.manager, access, tx.now);
    });
  }

  /** Publishes the call: it appears in the directory and takes submissions, unless an opening date is set. */
  async publish(viewer: Viewer, slug: string, version: number): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('publish');
      const { readiness } = await this.views.setup(tx.manager, access, tx.now);
      const missing = readiness.filter((item) => item.severity === 'blocking').map((item) => item.code);
      if (missing.length > 0) throw new Refusal('incomplete', { missing });
      await this.move(tx, viewer, access.call, version, 'published');
      return this.views.setup(tx.manager, await this.access.call(tx.manager, viewer, slug), tx.now);
    });
  }

  /** Closes the call: it leaves the directory and takes no more submissions. */
  async close(viewer: Viewer, slug: string, version: number): Promise<CallSetup> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('close');
      await this.move(tx, viewer, access.call, version, 'closed');
      return this.views.setup(tx.manager, await this.access.call(tx.manager, viewer, slug), tx.now);
    });
  }

  private async write(tx: Tx, call: CallAccess['call'], change: Change): Promise<void> {
    const entries = Object.entries(columns).flatMap(([key, column]) => {
      const value = change[key as keyof typeof columns];
      return value === undefined ? [] : [{ column, value: value as string }];
    });
    const sets = entries.map(({ column }, index) => `${column} = $${index + 4}`);
    const rows = await tx.manager.query<[unknown[], number]>(
      `update call set ${['version = version + 1', 'settings = settings || $3::jsonb', ...sets].join(', ')}
        where id = $1 and version = $2 returning id`,
      [call.id, change.version, JSON.stringify(change.settings ?? {}), ...entries.map(({ value }) => value)],
    );
    if (rows[1] === 0) throw new Refusal('stale_version');
  }

  private async move(
    tx: Tx,
    viewer: Viewer,
    call: CallAccess['call'],
    version: number,
    state: 'published' | 'closed',
  ): Promise<void> {
    const from = state === 'published' ? 'setup' : 'published';
    const [, affected] = await tx.manager.query<[unknown[], number]>(
      `update call set state = $4, version = version + 1, published_at = coalesce(published_at, $5)
        where id = $1 and version = $2 and state = $3 returning id`,
      [call.id, version, from, state, tx.now],
    );
    if (affected === 0) throw new Refusal('stale_version');
    await this.audit.record(tx, {
      tag: 'review',
      action: state === 'published' ? 'call.published' : 'call.closed',
      actorId: viewer.personId,
      callId: call.id,
    });
  }
}
