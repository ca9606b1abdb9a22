import { Injectable } from '@nestjs/common';
import type { CallSetup } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { AccessService, type CallAccess } from '../../access/access.service';
import { Audit } from '../../platform/audit';
import { Random } from '../../platform/random';
import type { Viewer } from '../../platform/session/viewer';
import { isDuplicate, UnitOfWork, type Tx } from '../../platform/unit-of-work';
import { liveDeadlines } from '../calls.queries';
import { CallViews } from '../call.view';
import { freeSlug, slugOf } from '../slug';
import { shiftedBy } from './shifting.service';

interface CopyRequest {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly days: number;
}

/** A new edition of a call: what was set up once is there again, the people and the papers are not. */
@Injectable()
export class CallCopies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /**
   * Copies text, settings, tracks, topics, types, the current review forms and the dates, moved by some days, into a call in
   * set-up that the copier runs. Place and website are left empty, and so is a date that the clocks skip or repeat: the list of what
   * is still unset names them.
   */
  async copy(viewer: Viewer, slug: string, request: CopyRequest): Promise<CallSetup> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const source = await this.access.call(tx.manager, viewer, slug);
        source.require('editCall');
        const made = await this.insertCall(tx, viewer, source, request);
        await this.copyParts(tx, source.call.id, made.id);
        await this.copyDates(tx, viewer, source.call.id, made.id, request.days);
        await this.audit.record(tx, {
          tag: 'review',
          action: 'call.created',
          actorId: viewer.personId,
          callId: made.id,
          facts: { kind: source.call.kind, slug: made.slug, copyOf: slug },
        });
        return this.views.setup(tx.manager, await this.access.call(tx.manager, viewer, made.slug), tx.now);
      });
    } catch (error) {
      if (isDuplicate(error, 'call_slug_idx')) throw new Refusal('already_exists', { path: 'slug' });
      throw error;
    }
  }

  private async insertCall(
    tx: Tx,
    viewer: Viewer,
    source: CallAccess,
    request: CopyRequest,
  ): Promise<{ id: string; slug: string }> {
    const id = this.random.uuid();
    const wanted = request.slug ?? slugOf(request.name, 'call');
    const taken = await tx.manager.query<{ slug: string }[]>(
      `select slug from call where slug = $1 or slug like $1 || '-%'`,
      [wanted],
    );
    const slug = request.slug ?? freeSlug(wanted, new Set(taken.map((row) => row.slug)));
    await tx.manager.query(
      `insert into call (id, slug, kind, journal_id, name, kicker, tagline, body, time_zone, anonymity, created_by, created_at, settings)
       select $1, $2, kind, journal_id, $3, kicker, tagline, body, time_zone, anonymity, $4, $5, settings from call where id = $6`,
      [id, slug, request.name, viewer.personId, tx.now, source.call.id],
    );
    await tx.manager.query(
      `insert into membership (id, person_id, role, call_id, display_name, starts_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        this.random.uuid(),
        viewer.personId,
        source.call.kind === 'conference' ? 'chair' : 'guest_editor',
        id,
        viewer.name,
        tx.now,
      ],
    );
    return { id, slug };
  }

  /** The same keys and names again under new ids; what refers to a track refers to its copy. */
  private async copyParts(tx: Tx, from: string, to: string): Promise<void> {
    await tx.manager.query(
      `insert into track (id, call_id, name, slug, description, position)
       select gen_random_uuid(), $2, name, slug, description, position from track where call_id = $1`,
      [from, to],
    );
    await tx.manager.query(
      `insert into topic (id, call_id, track_id, name, position)
       select gen_random_uuid(), $2, n.id, t.name, t.position
         from topic t left join track o on o.id = t.track_id left join track n on n.call_id = $2 and n.slug = o.slug
        where t.call_id = $1`,
      [from, to],
    );
    await tx.manager.query(
      `insert into submission_type (id, call_id, key, name, position, anonymity, is_open, settings)
       select gen_random_uuid(), $2, key, name, position, anonymity, is_open, settings from submission_type where call_id = $1`,
      [from, to],
    );
    await tx.manager.query(
      `with copied as (
         insert into form (id, call_id, track_id, purpose, created_at)
         select gen_random_uuid(), $2, n.id, f.purpose, $3
           from form f left join track o on o.id = f.track_id left join track n on n.call_id = $2 and n.slug = o.slug
          where f.call_id = $1
         returning id, track_id, purpose)
       insert into form_version (id, form_id, n, fields, created_by, created_at)
       select gen_random_uuid(), c.id, 1, v.fields, v.created_by, $3
         from copied c
         left join track n on n.id = c.track_id
         join form f on f.call_id = $1 and f.purpose = c.purpose
         left join track o on o.id = f.track_id
         join lateral (select fields, created_by from form_version v where v.form_id = f.id order by v.n desc limit 1) v on true
        where o.slug is not distinct from n.slug`,
      [from, to, tx.now],
    );
  }

  private async copyDates(tx: Tx, viewer: Viewer, from: string, to: string, days: number): Promise<void> {
    const rows = await liveDeadlines(tx.manager, [from]);
    const moved = shiftedBy(rows, days).map((date) => {
      const { note = '', position = 0 } = rows.find(({ id }) => id === date.id) ?? {};
      const set = date.fault === null;
      return {
        ...date,
        id: this.random.uuid(),
        note,
        position,
        newWallTime: set ? date.newWallTime : null,
        newUntilWallTime: set ? date.newUntilWallTime : null,
      };
    });
    await tx.manager.query(
      `insert into deadline (id, call_id, track_id, submission_type_id, kind, wall_time, until_wall_time, zone, closes_at, label, note,
                             position, set_by, created_at)
       select r.id, $2, tn.id, yn.id, r.kind, r."newWallTime", r."newUntilWallTime", r.zone, r."newClosesAt", r.label, r.note,
              r.position, $3, $4
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "trackId" uuid, "submissionTypeId" uuid, kind text, "newWallTime" text,
              "newUntilWallTime" text, zone text, "newClosesAt" timestamptz, label text, note text, position integer)
         left join track t on t.id = r."trackId" left join track tn on tn.call_id = $2 and tn.slug = t.slug
         left join submission_type y on y.id = r."submissionTypeId" left join submission_type yn on yn.call_id = $2 and yn.key = y.key`,
      [JSON.stringify(moved), to, viewer.personId, tx.now],
    );
  }
}
