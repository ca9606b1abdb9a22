import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { Config } from './config';
import { Random } from './random';

export interface StoredFile {
  /** SHA-256, hex: the file's only name. */
  hash: string;
  bytes: number;
  /** The first 64 KiB (of a shorter file, all of it), to tell the type by content. */
  head: Buffer;
  /** The last so many bytes, at most a mebibyte. */
  end: (bytes: number) => Buffer;
}

export interface ByteRange {
  start: number;
  /** Inclusive, as in the Range header. */
  end: number;
}

/** Where uploaded files live, addressed by their content and never by the name they came with. */
@Injectable()
export abstract class Files {
  /**
   * Keeps the stream and answers once it is safely on disk. More than `maxBytes` is refused (`file_too_large`), an upload
   * that breaks off too (`upload_aborted`); neither leaves anything behind.
   */
  abstract put(content: Readable, limits: { maxBytes: number }): Promise<StoredFile>;
  /** The stored bytes, or a part of them. Throws `not_found` for an unknown hash. */
  abstract open(hash: string, range?: ByteRange): Promise<{ content: Readable; bytes: number }>;
  abstract has(hash: string): Promise<boolean>;
}

const headBytes = 64 * 1024;
const tailBytes = 1024 * 1024;
/** So much is gathered before it is written: uploads come in small pieces, and each write is a journey of its own. */
const writeBytes = 256 * 1024;

/** Files in a folder: `ab/cd/abcd…`, written beside and renamed into place. */
@Injectable()
export class LocalFiles extends Files {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly random: Random,
  ) {
    super();
    this.folder = config.filesDir;
  }

  async put(content: Readable, limits: { maxBytes: number }): Promise<StoredFile> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const half = join(incoming, this.random.uuid());
    try {
      const stored = await this.receive(content, half, limits.maxBytes);
      await this.settle(half, stored.hash);
      return stored;
    } catch (error) {
      content.destroy();
      await rm(half, { force: true });
      throw error;
    }
  }

  async open(hash: string, range?: ByteRange): Promise<{ content: Readable; bytes: number }> {
    const path = this.pathOf(hash);
    const found = await stat(path).catch(() => undefined);
    if (!found) throw new Refusal('not_found');
    return { content: createReadStream(path, range ?? {}), bytes: found.size };
  }

  async has(hash: string): Promise<boolean> {
    return (await stat(this.pathOf(hash)).catch(() => undefined)) !== undefined;
  }

  private async receive(content: Readable, path: string, maxBytes: number): Promise<StoredFile> {
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    const tail = new Tail();
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    let bytes = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of abortable(content)) {
        if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes));
        bytes += chunk.length;
        if (bytes > maxBytes) throw new Refusal('file_too_large', { maxBytes });
        hash.update(chunk);
        tail.add(chunk);
        waiting.push(chunk);
        waitingBytes += chunk.length;
        if (waitingBytes < writeBytes) continue;
        await writeAll(file, waiting);
        waiting = [];
        waitingBytes = 0;
      }
      await writeAll(file, waiting);
      await file.sync();
    } finally {
      await file.close();
    }
    return { hash: hash.digest('hex'), bytes, head: Buffer.concat(head), end: (last) => tail.bytes(last) };
  }

  /** Renaming is atomic; syncing the folders makes it last. The same content twice simply lands on itself. */
  private async settle(half: string, hash: string): Promise<void> {
    const path = this.pathOf(hash);
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(half, path);
    const folders = made ? [dirname(path), dirname(dirname(path)), this.folder] : [dirname(path)];
    await Promise.all(folders.map(syncFolder));
  }

  private pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Refusal('not_found');
    return join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

/** A client that goes away ends the stream with an error of Node's; to us it is a refusal like any other. */
async function* abortable(content: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of content) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('upload_aborted');
  }
  if (content.errored ?? ('aborted' in content && content.aborted === true)) throw new Refusal('upload_aborted');
}

/** The end of a stream that goes by. */
class Tail {
  private readonly chunks: Buffer[] = [];
  private length = 0;

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    for (let first = this.chunks[0]; first && this.length - first.length >= tailBytes; first = this.chunks[0]) {
      this.chunks.shift();
      this.length -= first.length;
    }
  }

  /** Put together when asked for and no longer than asked for: a mebibyte for each upload is what makes memory scarce. */
  bytes(last: number): Buffer {
    const wanted: Buffer[] = [];
    let missing = Math.min(last, tailBytes);
    for (let n = this.chunks.length - 1; n >= 0 && missing > 0; n -= 1) {
      const part = this.chunks[n]?.subarray(-missing) ?? Buffer.alloc(0);
      wanted.unshift(part);
      missing -= part.length;
    }
    return Buffer.concat(wanted);
  }
}

async function writeAll(file: FileHandle, chunks: readonly Buffer[]): Promise<void> {
  if (chunks.length === 0) return;
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  let { bytesWritten: written } = await file.writev([...chunks]);
  if (written === total) return;
  for (const rest = Buffer.concat(chunks); written < total;) {
    written += (await file.write(rest, written, total - written)).bytesWritten;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
