import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import type { Viewer } from '../platform/session/viewer';
import { extensionOf } from './upload-verdict';

/** What may be read, and under which name it leaves. */
export interface Download {
  hash: string;
  bytes: number;
  mediaType: string;
  /** Never the name the file came with. */
  name: string;
}

interface FileFacts extends CopyFacts {
  id: string;
  hash: string;
  cleanBytes: string | null;
  bytes: string;
  mediaType: string;
  callSlug: string;
  number: number | null;
}

const fileSql = `
select f.id, f.slot, f.blob_hash as hash, f.clean_hash as "cleanHash", b.bytes as "cleanBytes",
       f.bytes, f.media_type as "mediaType", c.slug as "callSlug", s.number,
       (select max(v.n) from submission_version v where v.submission_id = s.id and f.id = any(v.file_ids)) as "versionN",
       coalesce((select f.id = any(v.file_ids) from submission_version v
                  where v.submission_id = s.id and v.round = s.current_round and v.kind in ('paper', 'revision')
                  order by v.n desc limit 1), false) as "inRound"
  from submission_file f
  join submission s on s.id = f.submission_id
  join call c on c.id = s.call_id
  left join blob b on b.hash = f.clean_hash
 where f.id = $1`;

/** Decides which copy of a file somebody reads: the original, the one without metadata, or none. */
@Injectable()
export class FileDownloadsService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
  ) {}

  /** Authors and their chairs read what was sent; reviewers only the clean copy of the version their round reads. */
  async find(viewer: Viewer, fileId: string): Promise<Download> {
    const { manager } = this.database;
    // the submission comes first: asking for a hidden file costs what asking for none costs
    const access = await this.access.submission(manager, viewer, { file: fileId });
    if (!access.sees('file.pdf') && !access.sees('file.supplementary')) throw new Refusal('not_found');
    const [file] = await manager.query<FileFacts[]>(fileSql, [fileId]);
    if (!file) throw new Refusal('not_found');
    const copy = copyFor(access, file);
    if (copy === null) throw new Refusal('not_found');
    return copy === 'original'
      ? download(file, file.hash, file.bytes)
      : download(file, file.cleanHash, file.cleanBytes);
  }
}

/** What decides which copy of a file somebody may have. */
export interface CopyFacts {
  slot: string;
  cleanHash: string | null;
  /** The latest frozen version that holds the file; null = only the working copy does. */
  versionN: number | null;
  /** It belongs to the version that the current round reads. */
  inRound: boolean;
}

/** Authors and their chairs have what was sent; reviewers only the clean copy of the version their round reads. */
export function copyFor(access: SubmissionAccess, file: CopyFacts): 'original' | 'clean' | null {
  if (access.facts.author !== null) return 'original';
  if (file.versionN !== null && access.sees('file.original_filename_and_metadata')) return 'original';
  return cleanCopyFor(access, file) ? 'clean' : null;
}

/** Whether somebody may have the copy that reviewers get. */
export function cleanCopyFor(access: SubmissionAccess, { slot, inRound, cleanHash }: CopyFacts): boolean {
  return inRound && cleanHash !== null && access.sees(slot === 'paper' ? 'file.pdf' : 'file.supplementary');
}

function download(file: FileFacts, hash: string | null, bytes: string | null): Download {
  if (hash === null || bytes === null) throw new Refusal('not_found');
  const parts = [
    'convoke',
    file.callSlug,
    file.number ?? 'draft',
    file.slot,
    file.versionN === null ? null : `v${file.versionN}`,
  ];
  const name = `${parts.filter((part) => part !== null).join('-')}.${extensionOf(file.mediaType)}`;
  return { hash, bytes: Number(bytes), mediaType: file.mediaType, name };
}
