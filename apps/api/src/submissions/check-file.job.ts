import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiedApart } from '../platform/apart';
import { Files } from '../platform/files';
import { HandlesJob, JobQueue, type Jobs } from '../platform/queue';
import { UnitOfWork } from '../platform/unit-of-work';
import { uncheckedForAnonymity } from './anonymity';
import { FileReading, kindOf } from './file-reading';

interface UncheckedFile {
  id: string;
  hash: string;
  mediaType: string;
}

type Verdict = { state: 'clean'; pages: number | null; copy: Buffer | null } | { state: 'rejected'; reason: string };

const maxCopyBytes = 200 * 1024 * 1024;

/** Reads an uploaded file to the end and makes the copy that reviewers get. */
@Injectable()
export class CheckFileJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    private readonly files: Files,
    private readonly reading: FileReading,
    private readonly jobs: JobQueue,
  ) {}

  /** Safe to run twice: a file that has its verdict is left alone. */
  @HandlesJob('check-file')
  async run({ fileId }: Jobs['check-file']): Promise<void> {
    const [file] = await this.database.query<UncheckedFile[]>(
      `select id, blob_hash as hash, media_type as "mediaType" from submission_file where id = $1 and state = 'checking'`,
      [fileId],
    );
    if (!file) return;
    const verdict = await this.judge(file);
    if (verdict.state === 'rejected') return this.settle(file, { state: 'rejected', reason: verdict.reason });
    const stored = verdict.copy
      ? await this.files.put(Readable.from([verdict.copy]), { maxBytes: maxCopyBytes })
      : null;
    await this.settle(file, { state: 'clean', reason: '', pages: verdict.pages, copy: stored });
  }

  /** A file that takes too long or swells too much is said to be so; this process and its other jobs go on. */
  private async judge({ hash, mediaType }: UncheckedFile): Promise<Verdict> {
    const kind = kindOf(mediaType);
    if (!kind) return { state: 'clean', pages: null, copy: null };
    try {
      const { answer, copy } = await this.reading.clean(hash, kind);
      return answer.verdict === 'clean'
        ? { state: 'clean', pages: answer.pages, copy }
        : { state: 'rejected', reason: answer.verdict };
    } catch (error) {
      if (!(error instanceof DiedApart)) throw error;
      return { state: 'rejected', reason: error.reason === 'crashed' ? 'broken' : error.reason };
    }
  }

  private async settle(
    file: UncheckedFile,
    verdict: {
      state: 'clean' | 'rejected';
      reason: string;
      pages?: number | null;
      copy?: { hash: string; bytes: number } | null;
    },
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (verdict.copy) {
        await tx.manager.query(
          `insert into blob (hash, bytes, media_type, created_at) values ($1, $2, $3, $4) on conflict (hash) do nothing`,
          [verdict.copy.hash, verdict.copy.bytes, file.mediaType, tx.now],
        );
      }
      await tx.manager.query(
        `update submission_file set state = $2, state_reason = $3, pages = $4, clean_hash = $5 where id = $1 and state = 'checking'`,
        [file.id, verdict.state, verdict.reason, verdict.pages ?? null, verdict.copy?.hash ?? null],
      );
      if (verdict.state === 'clean' && kindOf(file.mediaType))
        tx.afterCommit(() => this.jobs.enqueue('check-anonymity', { fileId: file.id }));
    });
  }
}

/** Finds files whose check was lost with its job. */
@Injectable()
export class SweepFilesJob {
  constructor(
    private readonly database: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  @HandlesJob('sweep-files')
  async run(): Promise<void> {
    const rows = await this.database.query<{ id: string }[]>(
      `select id from submission_file where state = 'checking' limit 200`,
    );
    for (const row of rows)
      await this.jobs.enqueue('check-file', { fileId: row.id }, { jobId: `check-file-${row.id}` });
    for (const fileId of await uncheckedForAnonymity(this.database.manager))
      await this.jobs.enqueue('check-anonymity', { fileId }, { jobId: `check-anonymity-${fileId}` });
  }
}
