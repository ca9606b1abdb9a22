import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { NamedAuthor } from '@convoke/domain';
import { apart, type ApartLimits } from '../platform/apart';
import { Files } from '../platform/files';
import { DOCX, PDF } from './upload-verdict';
import type { CleanAnswer, FileAsk, HintsAnswer } from './file-task';

const script = join(__dirname, __filename.endsWith('.ts') ? 'file-task.ts' : 'file-task.js');
const megabyte = 1024 * 1024;
const limits: ApartLimits = { seconds: 60, megabytes: 1024, bytesBack: 200 * megabyte };
/** Of one process of the worker: memory is shared with the database on a small machine. */
const atOnce = 2;

/** Reads what people uploaded, never in this process. A file that cannot be read in time and space rejects with `DiedApart`. */
@Injectable()
export class FileReading {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly files: Files) {}

  /** The copy for reviewers, or why there can be none. */
  async clean(hash: string, kind: FileAsk['kind']): Promise<{ answer: CleanAnswer; copy: Buffer }> {
    const { answer, bytes } = await this.ask(hash, { task: 'clean', kind });
    return { answer: answer as CleanAnswer, copy: bytes };
  }

  /** What in the file may tell that these people wrote it. */
  async hints(hash: string, kind: FileAsk['kind'], authors: readonly NamedAuthor[]): Promise<HintsAnswer> {
    const { answer } = await this.ask(hash, { task: 'hints', kind, authors });
    return answer as HintsAnswer;
  }

  private async ask(hash: string, ask: FileAsk): Promise<{ answer: unknown; bytes: Buffer }> {
    await this.turn();
    try {
      const { content } = await this.files.open(hash);
      return await apart(script, ask, content, limits);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.running >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }
}

/** What a file is to the task that reads it; null for what nobody reads but its downloader. */
export function kindOf(mediaType: string): FileAsk['kind'] | null {
  return mediaType === PDF ? 'pdf' : mediaType === DOCX ? 'docx' : null;
}
