import { Injectable } from '@nestjs/common';
import {
  callSettingsOf,
  type DraftView,
  type InputOf,
  type SaveDraftRequest,
  type StartView,
  type SubmissionForm,
  type submissionsApi,
} from '@convoke/contract';
import { hoursAfter, Refusal } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { callParts } from '../calls/calls.queries';
import { DeadlinesService } from '../calls/deadlines.service';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { alwaysEditing } from './contacts';
import { DraftChanges } from './draft-changes';
import { addCreator, committeeOf, draftOf, sentFilesOf, type DraftRow } from './draft.queries';
import { settingsOf } from './draft-settings';
import { draftViewOf, typeChoiceOf } from './draft.view';
import { OpenForms } from './open-form';
import { stageDatesOf } from './stage-dates';

/** Drafts: started, opened in a form, saved as often as wanted. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly deadlines: DeadlinesService,
    private readonly changes: DraftChanges,
    private readonly forms: OpenForms,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly clock: Clock,
  ) {}

  /** What can be submitted to the call and until when, and the asker's own drafts there. */
  async start(viewer: Viewer, slug: string): Promise<StartView> {
    const { manager } = this.database;
    const access = await this.access.call(manager, viewer, slug);
    const parts = await callParts(manager, access.call.id, this.clock.now());
    const dates = await this.deadlines.effective(manager, access.call.id, { personId: viewer.personId });
    const drafts = await manager.query<{ id: string; title: string; editedAt: Date }[]>(
      `select s.id, w.title, s.edited_at as "editedAt" from submission s
         join working_copy w on w.submission_id = s.id
         join submission_contact c on c.submission_id = s.id and c.person_id = $2
        where s.call_id = $1 and s.state = 'draft' order by s.edited_at desc`,
      [access.call.id, viewer.personId],
    );
    return {
      call: callOfForm(access),
      tracks: parts.tracks,
      types: parts.types.filter((type) => type.isOpen),
      dates: stageDatesOf(dates),
      closed: access.whyNot('startSubmission')?.code ?? null,
      drafts: drafts.map((draft) => ({ ...draft, editedAt: draft.editedAt.toISOString() })),
    };
  }

  /** Begins a draft: whoever begins it is its contact and, until the list is changed, its first author. */
  async create(
    viewer: Viewer,
    slug: string,
    body: InputOf<typeof submissionsApi.create>['body'],
  ): Promise<{ id: string }> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.call(tx.manager, viewer, slug);
      access.require('startSubmission');
      await this.changes.requireChoices(tx.manager, access.call.id, body);
      const id = this.random.uuid();
      tx.write(
        `with begun as (
           insert into submission (id, call_id, track_id, type_id, created_by, created_at, edited_at, terms)
           values ($1, $2, $3, $4, $5, $6, $6, $7) returning id)
         insert into working_copy (submission_id) select id from begun`,
        [id, access.call.id, body.trackId, body.typeId, viewer.personId, tx.now, access.call.terms],
      );
      tx.write(`insert into submission_contact (submission_id, person_id, added_at) values ($1, $2, $3)`, [
        id,
        viewer.personId,
        tx.now,
      ]);
      addCreator(tx, this.random.uuid(), id, viewer.personId);
      await this.audit.record(tx, {
        tag: 'author',
        action: 'submission.started',
        actorId: viewer.personId,
        callId: access.call.id,
        submissionId: id,
      });
      return { id };
    });
  }

  /** Opens the form: the working copy, what there is to choose from, and the proof of when it was opened. */
  async form(viewer: Viewer, id: string): Promise<SubmissionForm> {
    const { manager } = this.database;
    const now = this.clock.now();
    const access = await this.access.submission(manager, viewer, { id });
    const draft = await existing(manager, id);
    requireContact(access);
    const call = await this.access.call(manager, viewer, draft.callSlug);
    const parts = await callParts(manager, draft.callId, now);
    const dates = await this.deadlines.effective(manager, draft.callId, scopeOf(draft, viewer));
    const { call: settings } = settingsOf(draft);
    const types = parts.types.filter((type) => type.isOpen || type.id === draft.typeId);
    return {
      call: callOfForm(call),
      draft: draftViewOf(draft),
      tracks: parts.tracks,
      types: types.map((type) => typeChoiceOf(type, { anonymity: call.call.anonymity, settings })),
      topics: parts.topics,
      committee: await committeeOf(manager, draft.callId, now, viewer.personId),
      alwaysEdit: await alwaysEditing(manager, draft, viewer.personId),
      dates: stageDatesOf(dates),
      asks: access.may('submitRevision') ? 'revision' : 'paper',
      sentFiles: await sentFilesOf(manager, id),
      closed: editRefusal(access)?.code ?? null,
      details: {
        until: hoursAfter(dates.paper?.closesAt ?? null, settings.detailsHours)?.toISOString() ?? null,
        only: editRefusal(access) !== null && access.may('editDetails'),
      },
      opened: this.forms.issue(id, viewer.personId, now),
      serverNow: now.toISOString(),
    };
  }

  /**
   * Saves the changed fields. A save made on another version than the one on the server is refused with the current state, so that
   * the person can compare; nothing is ever overwritten unseen.
   */
  async save(viewer: Viewer, id: string, body: SaveDraftRequest): Promise<DraftView> {
    const { version, opened, ...fields } = body;
    return this.unitOfWork.run(async (tx) => {
      const begunAt = this.forms.read(opened, id, viewer.personId);
      // both are begun at once; the draft is read behind the lock, on the same connection
      const [access, draft] = await Promise.all([
        this.access.submission(tx.manager, viewer, { id }, { lock: true, begunAt }),
        existing(tx.manager, id),
      ]);
      if (!onlyDetails(fields) || !access.may('editDetails')) requireEditable(access);
      if (draft.version !== version) throw staleVersion(draft);
      await this.changes.apply(tx, draft, fields, viewer.personId);
      return draftViewOf(await existing(tx.manager, id));
    });
  }
}

/** The draft, or the same answer as for an id that does not exist. */
export async function existing(manager: EntityManager, id: string): Promise<DraftRow> {
  const draft = await draftOf(manager, id);
  if (!draft) throw new Refusal('not_found');
  return draft;
}

/** Why the working copy cannot be changed now; a revision that was asked for opens it again. */
export function editRefusal(access: SubmissionAccess): Refusal | null {
  if (access.may('submitRevision')) return null;
  return access.whyNot('edit');
}

export function requireEditable(access: SubmissionAccess): void {
  const refusal = editRefusal(access);
  if (refusal) throw refusal;
}

/** What stays open after title, abstract and files are closed. */
function onlyDetails(fields: Omit<SaveDraftRequest, 'version' | 'opened'>): boolean {
  return Object.entries(fields).every(
    ([name, value]) => value === undefined || name === 'authors' || name === 'conflicts',
  );
}

/** Somebody else saved in between: the refusal brings their state along. */
export function staleVersion(draft: DraftRow): Refusal {
  return new Refusal('stale_version', { current: draftViewOf(draft) });
}

/** For whom dates are looked up. */
export function scopeOf(draft: Pick<DraftRow, 'id' | 'trackId' | 'typeId'>, viewer: { personId: string } | null) {
  return {
    trackId: draft.trackId,
    submissionTypeId: draft.typeId,
    submissionId: draft.id,
    personId: viewer?.personId ?? null,
  };
}

function requireContact(access: SubmissionAccess): void {
  if (access.facts.author !== 'contact') throw new Refusal('not_permitted', { needs: 'contact_author' });
}

function callOfForm({ call }: CallAccess): StartView['call'] {
  return {
    slug: call.slug,
    name: call.name,
    kind: call.kind,
    timeZone: call.timeZone,
    autoSubmit: callSettingsOf(call).autoSubmit,
  };
}
