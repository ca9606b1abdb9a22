import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Files } from '../../platform/files';

/** A stored file under the name it has in an archive. */
export interface Packed {
  path: string;
  hash: string;
  bytes: number;
}

/** The same archive from the same files, whenever it is made. */
const mtime = new Date(Date.UTC(1980, 0, 1));

/**
 * An archive written while it is read: each file is opened when its turn comes and stored as it is (papers are packed already), so that
 * the size is known before.
 */
export async function archiveOf(
  files: Files,
  packed: readonly Packed[],
  texts: Readonly<Record<string, string>>,
): Promise<{ content: Readable; bytes: number }> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(texts)) zip.addBuffer(Buffer.from(text), path, { mtime, compress: false });
  for (const { path, hash, bytes } of packed)
    zip.addReadStreamLazy(path, { mtime, compress: false, size: bytes }, (done) => {
      files.open(hash).then(
        ({ content }) => done(null, content),
        (error: unknown) => done(error, Readable.from([])),
      );
    });
  const content = zip.outputStream as Readable;
  zip.on('error', (error: Error) => content.destroy(error));
  const bytes = await new Promise<number>((resolve) => zip.end(undefined, resolve as () => void));
  return { content, bytes };
}
