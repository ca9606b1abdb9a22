import { Injectable } from '@nestjs/common';
import type { InputOf, visibilityApi, VisibilityPreview, VisibilityView } from '@convoke/contract';
import { contradictionsIn, Refusal, sightChanges, type Contradiction } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import type { EntityManager } from 'typeorm';
import { AccessService, type CallAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { beginTerms, hasReviews } from './begin-terms';
import { formerTerms, pictureOf, typesOf, type TypeRow } from './visibility.queries';
import { differenceOf, modesOf, proposed, sameSight, termsOf, type Terms } from './visibility-terms';
import { changesView, visibilityViewOf } from './visibility.view';

type Change = Omit<InputOf<typeof visibilityApi.change>['body'], 'version' | 'reason'>;

/** Who sees what in a call: read, tried out on the people there are, changed. */
@Injectable()
export class VisibilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
  ) {}

  /** The settings with what each decides, for all who run the call or a part of it. */
  async view(viewer: Viewer, slug: string): Promise<VisibilityView> {
    return this.unitOfWork.run(async ({ manager }) => {
      const access = await this.access.call(manager, viewer, slug);
      access.require('seeCommittee');
      return this.viewOf(manager, access);
    });
  }

  /** Who would newly see what, counted over the people and submissions there are; not over those the chair wrote or is in conflict with. */
  async preview(viewer: Viewer, slug: string, change: Change): Promise<VisibilityPreview> {
    return this.unitOfWork.run(async ({ manager, now }) => {
      const access = await this.access.call(manager, viewer, slug);
      access.require('editCall');
      const types = await typesOf(manager, access.call.id);
      const before = termsOf(access.call, types);
      const after = proposed(before, change);
      const picture = await pictureOf(manager, access.call, viewer.personId, now);
      const changes = sightChanges(access.facts, access.call.terms, picture, {
        anonymity: after.anonymity,
        types: after.types,
        settings: { visibility: after.visibility },
        steps: after.steps,
      });
      return {
        changes: changesView(changes),
        contradictions: contradictionsOf(access, after, types),
        needsReason: !sameSight(before, after) && (await hasReviews(manager, access.call.id)),
      };
    });
  }

  /** Changes who sees what, on the version that was read. What contradicts itself is refused, each with its reason. */
  async change(
    viewer: Viewer,
    slug: string,
    { version, reason, ...change }: InputOf<typeof visibilityApi.change>['body'],
  ): Promise<VisibilityView> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('editCall');
      const types = await typesOf(tx.manager, access.call.id);
      if (change.types.some(({ id }) => !types.some((type) => type.id === id))) throw new Refusal('stale_version');
      const before = termsOf(access.call, types);
      const after = proposed(before, change);
      requireSound(contradictionsOf(access, after, types), viewer);
      if (!sameSight(before, after)) await beginTerms(tx, access.call, { version, reason, personId: viewer.personId });
      await this.write(tx, access, version, after);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'visibility.changed',
        actorId: viewer.personId,
        callId: access.call.id,
        facts: { changed: differenceOf(before, after, types), reason },
      });
      return this.viewOf(tx.manager, await this.access.call(tx.manager, viewer, slug));
    });
  }

  private async viewOf(manager: EntityManager, access: CallAccess): Promise<VisibilityView> {
    const { id } = access.call;
    const types = await typesOf(manager, id);
    const [former, needsReason] = [await formerTerms(manager, id), await hasReviews(manager, id)];
    return visibilityViewOf(access, types, former, needsReason);
  }

  private async write(tx: Tx, { call }: CallAccess, version: number, after: Terms): Promise<void> {
    const settings = JSON.stringify({ visibility: after.visibility, ...after.steps });
    const [, affected] = await tx.manager.query<[unknown[], number]>(
      `update call set anonymity = $3, settings = settings || $4::jsonb, version = version + 1
        where id = $1 and version = $2 returning id`,
      [call.id, version, after.anonymity, settings],
    );
    if (affected === 0) throw new Refusal('stale_version');
    await tx.manager.query(
      `update submission_type t set anonymity = n.anonymity
         from jsonb_each_text($2::jsonb) as n(id, anonymity) where t.call_id = $1 and t.id = n.id::uuid`,
      [call.id, JSON.stringify(after.types)],
    );
  }
}

function contradictionsOf({ call }: CallAccess, after: Terms, types: readonly TypeRow[]): Contradiction[] {
  return contradictionsIn(after.visibility, after.steps, modesOf(call.kind, after, types));
}

/** Refuses what contradicts itself, and says of each setting why. */
function requireSound(found: readonly Contradiction[], viewer: Viewer): void {
  if (found.length === 0) return;
  const { maybe } = translator(pickLocale(viewer.locale));
  const errors = found.map(({ on, needs }) => ({
    path: `visibility.${on}`,
    message: maybe(`see.needs.${on}.${needs ?? 'anonymity'}`) ?? on,
  }));
  throw new Refusal('contradictory_settings', { errors });
}
