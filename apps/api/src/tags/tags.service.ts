import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, Tag, tagsApi } from '@convoke/contract';
import { Refusal, tagActions } from '@convoke/domain';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { Audit, type AuditRecord } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { readableTags } from './tags.queries';

type Api = typeof tagsApi;

interface Changed extends Tag {
  submission_id: string;
}

/** Sets tags and takes them away, on one submission or on many. */
@Injectable()
export class TagsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /**
   * All of the change or nothing; the number of statements does not depend on the number of submissions. A tag that is there
   * already, or is not there to be taken away, is no mistake. What others can read is recorded; a private tag is not.
   */
  async change(viewer: Viewer, { params, body }: InputOf<Api['change']>): Promise<ResponseOf<Api['change']>> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.access.call(tx.manager, viewer, params.call);
      const ids = [...new Set(body.submissions)];
      const known = await this.access.submissions(tx.manager, viewer, call, ids);
      const targets = ids.map((id) => {
        const access = known.get(id);
        if (!access) throw new Refusal('not_found');
        return access;
      });
      for (const { scope } of [...body.remove, ...body.add])
        for (const access of targets) access.require(tagActions[scope]);
      const removed = await this.remove(tx, viewer, ids, body.remove);
      const added = await this.add(tx, viewer, ids, body.add);
      await this.audit.recordAll(tx, [
        ...removed.flatMap((tag) => entryOf(tag, 'tag.removed', viewer, known)),
        ...added.flatMap((tag) => entryOf(tag, 'tag.added', viewer, known)),
      ]);
      const tags = await readableTags(tx.manager, viewer.personId, targets);
      return { submissions: ids.map((id) => ({ id, tags: tags.get(id) ?? [] })) };
    });
  }

  private async add(tx: Tx, viewer: Viewer, ids: readonly string[], tags: readonly Tag[]): Promise<Changed[]> {
    const rows = ids.flatMap((id) => tags.map((tag) => ({ id, key: this.random.uuid(), ...tag })));
    if (rows.length === 0) return [];
    return tx.manager.query<Changed[]>(
      `insert into submission_tag (id, submission_id, name, scope, person_id, created_at)
       select key, id, name, scope, $5, $6 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t(key, id, name, scope)
       on conflict do nothing returning submission_id, name, scope`,
      [
        rows.map(({ key }) => key),
        rows.map(({ id }) => id),
        rows.map(({ name }) => name),
        rows.map(({ scope }) => scope),
        viewer.personId,
        tx.now,
      ],
    );
  }

  /** One's own where it is private. */
  private async remove(tx: Tx, viewer: Viewer, ids: readonly string[], tags: readonly Tag[]): Promise<Changed[]> {
    if (tags.length === 0) return [];
    const [rows] = await tx.manager.query<[Changed[], number]>(
      `delete from submission_tag g using unnest($2::text[], $3::text[]) as t(name, scope)
        where g.submission_id = any($1) and g.name = t.name and g.scope = t.scope
          and (g.scope <> 'private' or g.person_id = $4)
       returning g.submission_id, g.name, g.scope`,
      [ids, tags.map(({ name }) => name), tags.map(({ scope }) => scope), viewer.personId],
    );
    return rows;
  }
}

function entryOf(
  { submission_id: submissionId, name, scope }: Changed,
  action: string,
  viewer: Viewer,
  known: ReadonlyMap<string, SubmissionAccess>,
): AuditRecord[] {
  if (scope === 'private') return [];
  const callId = known.get(submissionId)?.call.id ?? null;
  return [{ tag: 'review', action, actorId: viewer.personId, callId, submissionId, facts: { tag: name, scope } }];
}
