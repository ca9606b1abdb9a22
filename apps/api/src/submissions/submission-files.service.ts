import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { submissionTypeSettings, type DraftFileView, type DraftView, type FileSlot } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { Files, type StoredFile } from '../platform/files';
import { JobQueue } from '../platform/queue';
import { Random } from '../platform/random';
import { RateLimits } from '../platform/rate-limits';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { checkOf, isAnonymous } from './anonymity';
import { draftViewOf } from './draft.view';
import { existing, requireEditable } from './drafts.service';
import { typeSettingsOf } from './draft.queries';
import { OpenForms } from './open-form';
import { headBytes, judgeUpload } from './upload-verdict';

/** A file on its way in: begun when its first byte came, which is what the deadline asks. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Readable;
}

/** A place that was found for an upload before its bytes are read. */
export interface UploadPlace {
  readonly slot: FileSlot;
  readonly begunAt: Date;
}

/** Files of the working copy: taken in, judged at once, handed to the check, taken out again. */
@Injectable()
export class SubmissionFilesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly files: Files,
    private readonly forms: OpenForms,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  /** Says whether this person may put a file there now, before a byte of it is read. */
  async place(viewer: Viewer, id: string, slotKey: string, opened: string | undefined): Promise<UploadPlace> {
    const formOpened = this.forms.read(opened, id, viewer.personId);
    const access = await this.access.submission(this.database.manager, viewer, { id }, { begunAt: formOpened });
    requireEditable(access);
    const [settings] = await Promise.all([
      typeSettingsOf(this.database.manager, id),
      this.limits.spend('uploadByPerson', viewer.personId),
    ]);
    return { slot: slotOf(settings, slotKey), begunAt: formOpened ?? this.clock.now() };
  }

  /** Keeps the bytes, then the row. What breaks off or is refused leaves neither. */
  async receive(viewer: Viewer, id: string, place: UploadPlace, incoming: IncomingFile): Promise<DraftFileView> {
    const stored = await this.files.put(incoming.content, { maxBytes: place.slot.maxBytes });
    const sample = {
      head: stored.head.subarray(0, headBytes),
      end: stored.end,
      bytes: stored.bytes,
      name: incoming.name,
    };
    const { mediaType } = await judgeUpload(sample, place.slot.mediaTypes);
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id }, { lock: true, begunAt: place.begunAt });
      requireEditable(access);
      await this.makeRoom(tx, id, place.slot);
      const file = await this.addFile(tx, access, viewer, place.slot, { ...stored, mediaType, name: incoming.name });
      tx.afterCommit(() => this.jobs.enqueue('check-file', { fileId: file.id }));
      return file;
    });
  }

  /** Takes a file out of the working copy; versions that hold it keep it. */
  async remove(viewer: Viewer, id: string, fileId: string, opened: string | undefined): Promise<DraftView> {
    return this.unitOfWork.run(async (tx) => {
      const begunAt = this.forms.read(opened, id, viewer.personId);
      const access = await this.access.submission(tx.manager, viewer, { id }, { lock: true, begunAt });
      requireEditable(access);
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update submission_file set replaced_at = $3 where id = $1 and submission_id = $2 and replaced_at is null returning id`,
        [fileId, id, tx.now],
      );
      if (rows.length === 0) throw new Refusal('not_found');
      await this.record(tx, access, viewer, 'submission.file_removed', { fileId });
      return draftViewOf(await existing(tx.manager, id));
    });
  }

  private async addFile(
    tx: Tx,
    access: SubmissionAccess,
    viewer: Viewer,
    slot: FileSlot,
    { hash, bytes, mediaType, name: givenName }: StoredFile & { mediaType: string; name: string },
  ): Promise<DraftFileView> {
    const id = this.random.uuid();
    const name = shownName(givenName);
    tx.write(
      `with kept as (insert into blob (hash, bytes, media_type, created_at) values ($4, $7, $6, $9) on conflict (hash) do nothing)
       insert into submission_file (id, submission_id, slot, blob_hash, original_name, media_type, bytes, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, access.submission.id, slot.key, hash, name, mediaType, bytes, viewer.personId, tx.now],
    );
    await this.record(tx, access, viewer, 'submission.file_uploaded', { fileId: id, slot: slot.key, hash });
    const uploadedAt = tx.now.toISOString();
    const unread = { pages: null, state: 'checking', stateReason: '' } as const;
    const anonymity = checkOf({ ...unread, mediaType, anonymity: null }, isAnonymous(access));
    return { id, slot: slot.key, hash, name, mediaType, bytes, uploadedAt, ...unread, anonymity };
  }

  /** In a slot for one file the new one takes the place of the old; a slot for several refuses one too many. */
  private async makeRoom(tx: Tx, submissionId: string, slot: FileSlot): Promise<void> {
    if (slot.maxFiles === 1) {
      tx.write(
        `update submission_file set replaced_at = $3 where submission_id = $1 and slot = $2 and replaced_at is null`,
        [submissionId, slot.key, tx.now],
      );
      return;
    }
    const [row] = await tx.manager.query<{ count: number }[]>(
      `select count(*)::int as count from submission_file where submission_id = $1 and slot = $2 and replaced_at is null`,
      [submissionId, slot.key],
    );
    if ((row?.count ?? 0) >= slot.maxFiles)
      throw new Refusal('too_many_files', { maxFiles: slot.maxFiles, slot: slot.label });
  }

  private async record(
    tx: Tx,
    access: SubmissionAccess,
    viewer: Viewer,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    const { id: submissionId, callId } = access.submission;
    await this.audit.record(tx, { tag: 'author', action, actorId: viewer.personId, callId, submissionId, facts });
  }
}

function slotOf(settings: unknown, key: string): FileSlot {
  const slot = submissionTypeSettings.parse(settings).slots.find((one) => one.key === key);
  if (!slot) throw new Refusal('not_found');
  return slot;
}

/** The last part of a name without control characters: shown to its authors and chairs, never used as a path. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(-200) || 'file'
  );
}
