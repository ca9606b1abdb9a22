import { Injectable } from '@nestjs/common';
import type { ReceiptView, VersionView } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service';
import { DeadlinesService } from '../calls/deadlines.service';
import type { Viewer } from '../platform/session/viewer';
import { editRefusal, existing, scopeOf } from './drafts.service';
import { checkOf, type CheckedFile } from './anonymity';
import { dueOf } from './stage-dates';
import { contactAddresses } from './contacts';

interface VersionRow extends Omit<VersionView, 'submittedAt'> {
  submittedAt: Date;
}

/** Frozen versions and the receipts that vouch for them. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** All versions of a submission, newest first, for its authors and whoever may know its authors' side. */
  async versions(viewer: Viewer, id: string): Promise<{ items: VersionView[] }> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    if (!access.sees('file.original_filename_and_metadata')) throw new Refusal('not_permitted', { needs: 'author' });
    return { items: await versionsOf(manager, id) };
  }

  /** The receipt of the latest version, for its authors. */
  async receipt(viewer: Viewer, id: string): Promise<ReceiptView> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    if (access.facts.author === null) throw new Refusal('not_permitted', { needs: 'author' });
    const view = await this.view(manager, id);
    return editRefusal(access) === null ? view : { ...view, canReplace: false, replaceUntil: null, paperNext: false };
  }

  /** The receipt as it stands in this transaction. */
  async view(manager: EntityManager, id: string): Promise<ReceiptView> {
    const draft = await existing(manager, id);
    const [version] = await versionsOf(manager, id);
    if (!version || draft.number === null) throw new Refusal('not_found');
    const dates = await this.deadlines.effective(manager, draft.callId, scopeOf(draft, null));
    // A revision stands as sent: reviewers read it next.
    const canReplace = version.kind === 'abstract' || version.kind === 'paper';
    return {
      id,
      number: draft.number,
      callSlug: draft.callSlug,
      callName: draft.callName,
      version,
      mailedTo: (await contactAddresses(manager, id)).map((contact) => contact.address),
      canReplace,
      replaceUntil: canReplace ? dueOf(dates.paper) : null,
      paperNext: version.kind === 'abstract',
      notification: dueOf(dates.notification),
      anonymity: draft.anonymous ? await checksOf(manager, id) : [],
    };
  }
}

/** What was found in the files of the latest version: for nobody but its authors. */
async function checksOf(manager: EntityManager, submissionId: string): Promise<ReceiptView['anonymity']> {
  const rows = await manager.query<(CheckedFile & { id: string; name: string })[]>(
    `select f.id, f.original_name as name, f.state, f.media_type as "mediaType", f.anonymity
       from (select file_ids from submission_version where submission_id = $1 order by n desc limit 1) v
       join submission_file f on f.id = any(v.file_ids) order by f.slot, f.uploaded_at`,
    [submissionId],
  );
  return rows.flatMap(({ id, name, ...file }) => {
    const check = checkOf(file, true);
    return check && (check.state !== 'checked' || check.hints.length > 0) ? [{ id, name, ...check }] : [];
  });
}

async function versionsOf(manager: EntityManager, submissionId: string): Promise<VersionView[]> {
  const rows = await manager.query<VersionRow[]>(
    `select v.n, v.kind, v.title, v.abstract_words as words, v.submitted_at as "submittedAt", v.digest,
            nullif(trim(coalesce(p.given_name, '') || ' ' || coalesce(p.family_name, '')), '') as "submittedBy",
       (select coalesce(json_agg(json_build_object('id', f.id, 'slot', f.slot, 'name', f.original_name, 'bytes', f.bytes,
                 'pages', f.pages, 'hash', f.blob_hash) order by f.slot, f.uploaded_at), '[]')
          from submission_file f where f.id = any(v.file_ids)) as files
       from submission_version v left join person p on p.id = v.submitted_by
      where v.submission_id = $1 order by v.n desc`,
    [submissionId],
  );
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}
