import type { Tag, TagScope } from '@convoke/contract';
import { tagActions, tagScopes } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../access/access.service';

/** The tags of some submissions that the viewer may read, by submission; one statement whatever their number. */
export async function readableTags(
  manager: EntityManager,
  personId: string | null,
  submissions: Iterable<SubmissionAccess>,
): Promise<Map<string, Tag[]>> {
  const all = [...submissions];
  const readable = (scope: TagScope): string[] =>
    all.filter((one) => one.may(tagActions[scope])).map((one) => one.submission.id);
  const ids = tagScopes.map(readable);
  if (personId === null || ids.every((list) => list.length === 0)) return new Map();
  const rows = await manager.query<{ id: string; tags: Tag[] }[]>(
    `select g.submission_id as id,
            json_agg(json_build_object('name', g.name, 'scope', g.scope) order by g.name, g.scope) as tags
       from submission_tag g
      where (g.scope = 'private' and g.person_id = $1 and g.submission_id = any($2))
         or (g.scope = 'chairs' and g.submission_id = any($3))
         or (g.scope = 'committee' and g.submission_id = any($4))
      group by g.submission_id`,
    [personId, ...ids],
  );
  return new Map(rows.map(({ id, tags }) => [id, tags]));
}
