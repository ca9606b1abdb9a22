import type { EntityManager } from 'typeorm';
import type { CopyFacts } from '../../submissions/file-downloads.service';

export interface PaperFileRow extends CopyFacts {
  submissionId: string;
  number: number;
  hash: string;
  bytes: string;
  cleanBytes: string | null;
  mediaType: string;
}

/**
 * The files of the latest paper, revision or final version of each submission, and those of the version its round reads, where these
 * are others. Which copy of which may leave, the rule says.
 */
export function paperFilesOf(manager: EntityManager, ids: readonly string[]): Promise<PaperFileRow[]> {
  return manager.query<PaperFileRow[]>(
    `select s.id as "submissionId", s.number, f.slot, f.blob_hash as hash, f.bytes, f.clean_hash as "cleanHash", b.bytes as "cleanBytes",
            f.media_type as "mediaType", case when f.id = any(latest.file_ids) then latest.n end as "versionN",
            coalesce(f.id = any(read.file_ids), false) as "inRound"
       from unnest($1::uuid[]) with ordinality as asked(id, position)
       join submission s on s.id = asked.id
       left join lateral (select n, file_ids from submission_version v
                           where v.submission_id = s.id and v.kind <> 'abstract' order by n desc limit 1) latest on true
       left join lateral (select file_ids from submission_version v
                           where v.submission_id = s.id and v.round = s.current_round and v.kind in ('paper', 'revision')
                           order by n desc limit 1) read on true
       join submission_file f on f.submission_id = s.id and (f.id = any(latest.file_ids) or f.id = any(read.file_ids))
       left join blob b on b.hash = f.clean_hash
      order by asked.position, f.slot <> 'paper', f.slot, f.uploaded_at, f.id`,
    [ids],
  );
}
