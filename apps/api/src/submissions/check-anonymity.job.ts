import { Injectable } from '@nestjs/common';
import type { NamedAuthor } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { DiedApart } from '../platform/apart';
import { Files } from '../platform/files';
import { HandlesJob, type Jobs } from '../platform/queue';
import type { StoredAnonymity } from './anonymity';
import { FileReading, kindOf } from './file-reading';

interface FileToRead {
  id: string;
  hash: string;
  mediaType: string;
  anonymous: boolean;
  authors: NamedAuthor[];
  /** Of the authors' names: what is found holds for these alone. */
  authorsText: string;
}

const authors = `(select coalesce(json_agg(json_build_object('givenName', a.given_name, 'familyName', a.family_name,
    'address', a.address, 'affiliation', a.affiliation) order by a.position), '[]')
  from submission_author a where a.submission_id = f.submission_id)`;

/** Looks for what in a file may tell who wrote it, and keeps it for its authors. */
@Injectable()
export class CheckAnonymityJob {
  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
    private readonly reading: FileReading,
  ) {}

  /** Safe to run twice. A look whose authors were changed meanwhile is not kept: the change asks for another. */
  @HandlesJob('check-anonymity')
  async run({ fileId }: Jobs['check-anonymity']): Promise<void> {
    const [file] = await this.database.query<FileToRead[]>(
      `select f.id, f.blob_hash as hash, f.media_type as "mediaType", ${authors} as authors, ${authors}::text as "authorsText",
              coalesce(y.anonymity, c.anonymity) in ('double', 'triple') as anonymous
         from submission_file f
         join submission s on s.id = f.submission_id
         join submission_type y on y.id = s.type_id
         join call c on c.id = s.call_id
        where f.id = $1 and f.state = 'clean'`,
      [fileId],
    );
    if (!file) return;
    const found = file.anonymous ? await this.look(file) : null;
    await this.database.query(`update submission_file f set anonymity = $2 where id = $1 and ${authors}::text = $3`, [
      file.id,
      found,
      file.authorsText,
    ]);
  }

  private async look({ hash, mediaType, authors }: FileToRead): Promise<StoredAnonymity | null> {
    const kind = kindOf(mediaType);
    if (!kind) return null;
    if (!(await this.files.has(hash))) return { failed: 'missing' };
    try {
      return { hints: await this.reading.hints(hash, kind, authors) };
    } catch (error) {
      if (!(error instanceof DiedApart)) throw error;
      return { failed: error.reason };
    }
  }
}
