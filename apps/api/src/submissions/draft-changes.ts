import { Injectable } from '@nestjs/common';
import type { ConflictInput, DraftFields } from '@convoke/contract';
import { declaredState, Refusal } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { Audit } from '../platform/audit';
import { ConflictChecks } from '../platform/conflict-checks';
import { JobQueue } from '../platform/queue';
import { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import { admitEditors, dismissEditors } from './contacts';
import { committeeOf, replaceAuthors, type DraftRow } from './draft.queries';

type Columns = Partial<Record<keyof DraftFields, string>>;
type Changes = { readonly [K in keyof DraftFields]?: DraftFields[K] | undefined };

/** Columns of the submission that a save sets as they are; they change before the first submit alone. */
const placeColumns = { trackId: 'track_id', typeId: 'type_id' } as const satisfies Columns;

/** Columns of the working copy that a save sets as they are. */
const textColumns = {
  title: 'title',
  abstract: 'abstract',
  abstractCut: 'abstract_cut',
  keywords: 'keywords',
  topicIds: 'topic_ids',
  declarations: 'declarations',
} as const satisfies Columns;

const pauseMs = 15_000;

/** Writes changed fields into a working copy, under the version they were made on. */
@Injectable()
export class DraftChanges {
  constructor(
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly jobs: JobQueue,
    private readonly checks: ConflictChecks,
  ) {}

  /** Applies the changes and raises the version; `stale_version` if somebody was faster. */
  async apply(tx: Tx, draft: DraftRow, changes: Changes, personId: string): Promise<void> {
    await this.requireSensible(tx, draft, changes, personId);
    await this.update(tx, draft, changes);
    if (changes.topicIds) setTopics(tx, draft.id, changes.topicIds);
    if (changes.authors) {
      const authors = changes.authors.map((author) => ({ ...author, id: this.random.uuid() }));
      await replaceAuthors(tx.manager, draft.id, authors);
      await this.setEditors(tx, draft, personId);
    }
    if (changes.authors ?? changes.typeId) this.lookAgain(tx, draft);
    if (changes.conflicts) await this.setConflicts(tx, draft, changes.conflicts, personId);
    if (draft.state !== 'draft' && (changes.authors ?? changes.conflicts))
      await this.checks.ask(tx, { submissionId: draft.id });
    await this.audit.record(tx, {
      tag: 'author',
      action: 'submission.saved',
      actorId: personId,
      callId: draft.callId,
      submissionId: draft.id,
      facts: { fields: Object.keys(changes), version: draft.version + 1 },
    });
  }

  /** Track and type must be open ones of this call. */
  async requireChoices(
    manager: EntityManager,
    callId: string,
    chosen: { trackId?: string | undefined; typeId?: string | undefined },
  ): Promise<void> {
    const [found] = await manager.query<{ track: boolean; type: boolean }[]>(
      `select $2::uuid is null or exists (select from track where id = $2 and call_id = $1) as track,
              $3::uuid is null or exists (select from submission_type where id = $3 and call_id = $1 and is_open) as type`,
      [callId, chosen.trackId ?? null, chosen.typeId ?? null],
    );
    const errors = [
      ...(found?.track ? [] : [{ path: 'trackId', message: 'Not a track of this call' }]),
      ...(found?.type ? [] : [{ path: 'typeId', message: 'Not an open submission type of this call' }]),
    ];
    if (errors.length > 0) throw new Refusal('invalid_body', { errors });
  }

  private async requireSensible(tx: Tx, draft: DraftRow, changes: Changes, personId: string): Promise<void> {
    const moved = {
      trackId: changes.trackId === draft.trackId ? undefined : changes.trackId,
      typeId: changes.typeId === draft.typeId ? undefined : changes.typeId,
    };
    if (moved.trackId ?? moved.typeId) {
      // Chairs already work with it where it was sent to; moving it is then theirs.
      if (draft.state !== 'draft') throw new Refusal('wrong_state', { state: draft.state });
      await this.requireChoices(tx.manager, draft.callId, moved);
    }
    if (changes.topicIds) await requireTopics(tx.manager, draft.callId, changes.topicIds);
    if (changes.conflicts) await requireCommittee(tx, draft.callId, changes.conflicts, personId);
  }

  private async update(tx: Tx, draft: DraftRow, changes: Changes): Promise<void> {
    const values: unknown[] = [draft.id, draft.version, tx.now];
    const place = setting(placeColumns, changes, values);
    const text = setting(textColumns, changes, values);
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `with saved as (
         update submission set ${[...place, 'version = version + 1', 'edited_at = $3'].join(', ')}
          where id = $1 and version = $2 returning id)
       update working_copy w set ${[...text, 'submission_id = saved.id'].join(', ')}
         from saved where w.submission_id = saved.id returning saved.id`,
      values,
    );
    if (rows.length === 0) throw new Refusal('stale_version');
  }

  /** Other authors are other names to look for. Typing saves often, so that the look waits for a pause. */
  private lookAgain(tx: Tx, draft: DraftRow): void {
    const pause = Math.floor(tx.now.getTime() / pauseMs);
    for (const { id, state } of draft.files)
      if (state === 'clean')
        tx.afterCommit(() =>
          this.jobs.enqueue(
            'check-anonymity',
            { fileId: id },
            { jobId: `check-anonymity-${id}-${pause}`, delayMs: pauseMs },
          ),
        );
  }

  /** Who may edit follows the list of authors; a change of it is recorded by itself. */
  private async setEditors(tx: Tx, draft: DraftRow, personId: string): Promise<void> {
    const formerly = draft.authors.flatMap((author) => (author.mayEdit && author.personId ? [author.personId] : []));
    const added = await admitEditors(tx, draft.id);
    const removed = await dismissEditors(tx, draft.id, formerly);
    if (added.length + removed.length === 0) return;
    await this.audit.record(tx, {
      tag: 'author',
      action: 'submission.editors_changed',
      actorId: personId,
      callId: draft.callId,
      submissionId: draft.id,
      facts: { added, removed },
    });
  }

  /**
   * The list of whom the authors are in conflict with. What a chair settled about one of them stays until its kind changes. Whoever
   * was assigned meanwhile is found by the check that follows.
   */
  private async setConflicts(
    tx: Tx,
    draft: DraftRow,
    conflicts: readonly ConflictInput[],
    personId: string,
  ): Promise<void> {
    const rows = conflicts.map(({ personId: member, kind, reason }) => ({
      ...{ id: this.random.uuid(), person_id: member, kind, reason, state: declaredState(kind, 'author') },
    }));
    await tx.manager.query(
      `delete from conflict where submission_id = $1 and source = 'author' and person_id <> all($2)`,
      [draft.id, conflicts.map((conflict) => conflict.personId)],
    );
    await tx.manager.query(
      `insert into conflict (id, submission_id, person_id, kind, source, state, declared_by, reason, created_at)
       select id, $1, person_id, kind, 'author', state, $3, reason, $4
         from jsonb_to_recordset($2::jsonb) as r(id uuid, person_id uuid, kind text, state text, reason text)
       on conflict (submission_id, person_id, source) do update set kind = excluded.kind, reason = excluded.reason,
          state = case when conflict.kind = excluded.kind then conflict.state else excluded.state end,
          settled_at = case when conflict.kind = excluded.kind then conflict.settled_at end,
          settled_by = case when conflict.kind = excluded.kind then conflict.settled_by end,
          settled_reason = case when conflict.kind = excluded.kind then conflict.settled_reason else '' end`,
      [draft.id, JSON.stringify(rows), personId, tx.now],
    );
    await this.audit.record(tx, {
      tag: 'author',
      action: 'conflicts.declared',
      actorId: personId,
      callId: draft.callId,
      submissionId: draft.id,
      facts: {
        count: rows.length,
        declared: conflicts.map(({ personId: member, kind }) => ({ personId: member, kind })),
      },
    });
  }
}

/** `column = $n` for every column whose field changed; its value joins those of the statement. */
function setting(columns: Columns, changes: Changes, values: unknown[]): string[] {
  return Object.entries(columns).flatMap(([field, column]) => {
    const value = changes[field as keyof DraftFields];
    return value === undefined ? [] : [`${column} = $${values.push(value)}`];
  });
}

function setTopics(tx: Tx, submissionId: string, topicIds: readonly string[]): void {
  tx.write(`delete from submission_topic where submission_id = $1 and topic_id <> all($2)`, [submissionId, topicIds]);
  tx.write(
    `insert into submission_topic (submission_id, topic_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
    [submissionId, topicIds],
  );
}

async function requireTopics(manager: EntityManager, callId: string, topicIds: readonly string[]): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from topic where call_id = $1 and id = any($2)`,
    [callId, topicIds],
  );
  if (row?.count !== new Set(topicIds).size || topicIds.length !== row.count) {
    throw new Refusal('invalid_body', {
      errors: [{ path: 'topicIds', message: 'Not topics of this call, or one twice' }],
    });
  }
}

async function requireCommittee(
  tx: Tx,
  callId: string,
  conflicts: readonly ConflictInput[],
  personId: string,
): Promise<void> {
  const committee = await committeeOf(tx.manager, callId, tx.now, personId);
  const known = new Set(committee.map((member) => member.personId));
  const errors = conflicts.flatMap((conflict, index) =>
    known.has(conflict.personId)
      ? []
      : [{ path: `conflicts.${index}.personId`, message: 'Not on the committee of this call' }],
  );
  if (errors.length > 0) throw new Refusal('invalid_body', { errors });
}
