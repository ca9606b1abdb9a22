import { Injectable } from '@nestjs/common';
import type { callsApi, CallSetup, InputOf } from '@convoke/contract';
import {
  defaultForms,
  presetVisibility,
  Refusal,
  reviewingPresets,
  usualPreset,
  visibilityDefaults,
  visibilitySettings,
  zoneFrom,
  type CallSettings,
} from '@convoke/domain';
import { AccessService } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../platform/unit-of-work';
import { callPresets, type Preset } from './call-presets';
import { CallViews } from './call.view';
import { freeSlug, slugOf } from './slug';

type NewCall = InputOf<typeof callsApi.create>['body'];

/** Makes calls: a conference or special issue from the data of its preset. */
@Injectable()
export class NewCallsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /**
   * Creates a call in set-up, with types, dates "to be announced" and a review form, and gives its maker the office that runs it.
   * Administrators, chairs of any call and editors of a journal may.
   */
  async create(viewer: Viewer, request: NewCall): Promise<CallSetup> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const journalId = await this.journal(tx, viewer, request);
        if (!viewer.isAdmin && journalId === null) await requireOffice(tx, viewer);
        if (request.preset && reviewingPresets[request.preset].kind !== request.kind)
          throw new Refusal('invalid_body', {
            errors: [{ path: 'preset', message: 'This preset is for another kind of call' }],
          });
        const preset = callPresets[request.kind];
        const slug = await this.slug(tx, request);
        const callId = await this.insertCall(tx, viewer, request, slug, journalId);
        await this.insertParts(tx, viewer, callId, request, preset);
        await this.audit.record(tx, {
          tag: 'review',
          action: 'call.created',
          actorId: viewer.personId,
          callId,
          facts: { kind: request.kind, slug },
        });
        return this.views.setup(tx.manager, await this.access.call(tx.manager, viewer, slug), tx.now);
      });
    } catch (error) {
      if (isDuplicate(error, 'call_slug_idx')) throw new Refusal('already_exists', { path: 'slug' });
      throw error;
    }
  }

  /** The journal of a special issue; only its editor-in-chief or an administrator may make an issue of it. */
  private async journal(tx: Tx, viewer: Viewer, request: NewCall): Promise<string | null> {
    if (request.journal === null) return null;
    if (request.kind === 'conference') {
      throw new Refusal('invalid_body', { errors: [{ path: 'journal', message: 'A conference has no journal' }] });
    }
    const [row] = await tx.manager.query<{ id: string; isEditor: boolean }[]>(
      `select j.id, exists (select 1 from membership m where m.journal_id = j.id and m.person_id = $2
          and m.role = 'editor_in_chief' and (m.ends_at is null or m.ends_at > $3)) as "isEditor"
         from journal j where j.slug = $1`,
      [request.journal, viewer.personId, tx.now],
    );
    if (!row) throw new Refusal('invalid_body', { errors: [{ path: 'journal', message: 'There is no such journal' }] });
    if (!viewer.isAdmin && !row.isEditor) throw new Refusal('not_permitted', { needs: 'editor_in_chief' });
    return row.id;
  }

  private async slug(tx: Tx, request: NewCall): Promise<string> {
    if (request.slug !== undefined) return request.slug;
    const wanted = slugOf(request.name, 'call');
    const rows = await tx.manager.query<{ slug: string }[]>(
      `select slug from call where slug = $1 or slug like $1 || '-%'`,
      [wanted],
    );
    return freeSlug(wanted, new Set(rows.map((row) => row.slug)));
  }

  private async insertCall(
    tx: Tx,
    viewer: Viewer,
    request: NewCall,
    slug: string,
    journalId: string | null,
  ): Promise<string> {
    const id = this.random.uuid();
    await tx.manager.query(
      `insert into call (id, slug, kind, journal_id, name, kicker, tagline, time_zone, anonymity, created_by, created_at, settings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        slug,
        request.kind,
        journalId,
        request.name,
        request.kicker,
        request.tagline,
        zoneFrom(request.timeZone),
        request.anonymity,
        viewer.personId,
        tx.now,
        reviewingOf(request),
      ],
    );
    return id;
  }

  private async insertParts(tx: Tx, viewer: Viewer, callId: string, request: NewCall, preset: Preset): Promise<void> {
    const { manager, now } = tx;
    const uuid = () => this.random.uuid();
    const zone = zoneFrom(request.timeZone);
    await manager.query(
      `insert into membership (id, person_id, role, call_id, display_name, starts_at) values ($1, $2, $3, $4, $5, $6)`,
      [uuid(), viewer.personId, preset.office, callId, viewer.name, now],
    );
    await manager.query(`insert into track (id, call_id, name, slug, position) values ($1, $2, $3, $4, 0)`, [
      uuid(),
      callId,
      preset.track,
      slugOf(preset.track, 'track'),
    ]);
    for (const [position, type] of preset.types.entries()) {
      await manager.query(
        `insert into submission_type (id, call_id, key, name, position, anonymity, settings) values ($1, $2, $3, $4, $5, $6, $7)`,
        [uuid(), callId, type.key, type.name, position, type.anonymity, type.settings],
      );
    }
    for (const kind of preset.dates) {
      await manager.query(
        `insert into deadline (id, call_id, kind, zone, set_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [uuid(), callId, kind, zone, viewer.personId, now],
      );
    }
    const formId = uuid();
    await manager.query(`insert into form (id, call_id, purpose, created_at) values ($1, $2, 'review', $3)`, [
      formId,
      callId,
      now,
    ]);
    await manager.query(
      `insert into form_version (id, form_id, n, fields, created_by, created_at) values ($1, $2, 1, $3, $4, $5)`,
      [uuid(), formId, JSON.stringify(defaultForms[request.kind]), viewer.personId, now],
    );
  }
}

/** How the new call reviews: what its preset sets otherwise than usual. */
function reviewingOf({ kind, anonymity, preset = usualPreset[kind] }: NewCall): Partial<CallSettings> {
  const { steps } = reviewingPresets[preset];
  const all = presetVisibility(preset, anonymity);
  const visibility = Object.fromEntries(
    visibilitySettings.flatMap((name) => (all[name] === visibilityDefaults[name] ? [] : [[name, all[name]]])),
  );
  return { ...steps, visibility };
}

/** Who already runs something here may start a call; everyone else asks an administrator. */
async function requireOffice(tx: Tx, viewer: Viewer): Promise<void> {
  const held = await tx.manager.query<unknown[]>(
    `select 1 from membership where person_id = $1 and role in ('chair', 'guest_editor', 'editor_in_chief')
        and starts_at <= $2 and (ends_at is null or ends_at > $2) limit 1`,
    [viewer.personId, tx.now],
  );
  if (held.length === 0) throw new Refusal('not_permitted', { needs: 'chair' });
}
