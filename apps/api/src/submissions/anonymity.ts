import type { AnonymityCheck, AnonymityHint } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../access/access.service';
import { kindOf } from './file-reading';
import { DOCX, PDF } from './upload-verdict';

/** As it stands in the row of a file. */
export type StoredAnonymity = { readonly hints: AnonymityHint[] } | { readonly failed: string };

export interface CheckedFile {
  readonly state: 'checking' | 'clean' | 'rejected';
  readonly mediaType: string;
  readonly anonymity: StoredAnonymity | null;
}

/** What authors are told of a file; null where there is nothing to look for. */
export function checkOf({ state, mediaType, anonymity }: CheckedFile, anonymous: boolean): AnonymityCheck | null {
  if (!anonymous || state === 'rejected' || !kindOf(mediaType)) return null;
  if (anonymity === null) return { state: 'checking', hints: [] };
  return 'failed' in anonymity ? { state: 'failed', hints: [] } : { state: 'checked', hints: [...anonymity.hints] };
}

/** Whether reviewers of a submission may not know who wrote it. */
export function isAnonymous({ facts, call }: Pick<SubmissionAccess, 'facts' | 'call'>): boolean {
  const anonymity = facts.submission.anonymity ?? call.anonymity;
  return anonymity === 'double' || anonymity === 'triple';
}

/** Files of anonymous submissions that nobody has looked at: their job was lost, or they are older than the look. */
export async function uncheckedForAnonymity(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select f.id from submission_file f
       join submission s on s.id = f.submission_id
       join submission_type y on y.id = s.type_id
       join call c on c.id = s.call_id
      where f.anonymity is null and f.state = 'clean' and f.replaced_at is null and f.media_type = any($1)
        and s.state in ('draft', 'submitted') and coalesce(y.anonymity, c.anonymity) in ('double', 'triple') limit 50`,
    [[PDF, DOCX]],
  );
  return rows.map(({ id }) => id);
}
