import { Injectable } from '@nestjs/common';
import type { CallSetup, ReviewFormField } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { AccessService } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { isDuplicate, UnitOfWork } from '../platform/unit-of-work';
import { CallViews } from './call.view';

/** The review form of a call, in versions: a review stays on the version it was begun with. */
@Injectable()
export class ReviewFormsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly views: CallViews,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** Makes version `n + 1`; refused as stale when the latest is not `n`. No version is ever changed. */
  async set(viewer: Viewer, slug: string, n: number, fields: readonly ReviewFormField[]): Promise<CallSetup> {
    requireDistinctKeys(fields);
    try {
      return await this.unitOfWork.run(async (tx) => {
        const access = await this.access.call(tx.manager, viewer, slug);
        access.require('editCall');
        const [form] = await tx.manager.query<{ id: string; n: number }[]>(
          `select f.id, (select coalesce(max(v.n), 0) from form_version v where v.form_id = f.id) as n
             from form f where f.call_id = $1 and f.track_id is null and f.purpose = 'review' for update of f`,
          [access.call.id],
        );
        if ((form?.n ?? 0) !== n) throw new Refusal('stale_version');
        const formId = form?.id ?? this.random.uuid();
        if (!form) {
          await tx.manager.query(`insert into form (id, call_id, purpose, created_at) values ($1, $2, 'review', $3)`, [
            formId,
            access.call.id,
            tx.now,
          ]);
        }
        await tx.manager.query(
          `insert into form_version (id, form_id, n, fields, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
          [this.random.uuid(), formId, n + 1, JSON.stringify(fields), viewer.personId, tx.now],
        );
        await this.audit.record(tx, {
          tag: 'review',
          action: 'review_form.changed',
          actorId: viewer.personId,
          callId: access.call.id,
          facts: { n: n + 1 },
        });
        return this.views.setup(tx.manager, access, tx.now);
      });
    } catch (error) {
      if (isDuplicate(error, 'form_version_form_id_n_key')) throw new Refusal('stale_version');
      throw error;
    }
  }
}

function requireDistinctKeys(fields: readonly ReviewFormField[]): void {
  const keys = fields.map((field) => field.key);
  const doubled = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (doubled === -1) return;
  throw new Refusal('invalid_body', {
    errors: [{ path: `fields.${doubled}.key`, message: 'Each question needs its own key' }],
  });
}
