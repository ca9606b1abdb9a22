import { Readable } from 'node:stream';
import { docx, pdf } from '@convoke/contract';
import type { NamedAuthor } from '@convoke/domain';
import type { StoredAnonymity } from '../../apps/api/src/submissions/anonymity';
import { FileReading } from '../../apps/api/src/submissions/file-reading';
import { cleanDocx } from '../../apps/api/src/submissions/clean-docx';
import { cleanPdf } from '../../apps/api/src/submissions/clean-pdf';
import type { Files } from '../../apps/api/src/platform/files';
import { paperDocx, paperPdf, type PaperText } from './paper-files';

/** A paper in the file store, with the copy that reviewers read. */
export interface StoredPaper {
  hash: string;
  bytes: number;
  cleanHash: string;
  cleanBytes: number;
  pages: number | null;
  mediaType: string;
  anonymity: StoredAnonymity;
}

/** Makes a demo paper and keeps it and its clean copy as an upload would be kept. */
export async function storePaper(
  files: Files,
  text: PaperText,
  kind: 'pdf' | 'docx',
  authors: readonly NamedAuthor[],
): Promise<StoredPaper> {
  const original = kind === 'pdf' ? await paperPdf(text) : paperDocx(text);
  const { copy, pages } = kind === 'pdf' ? await cleaned(original) : { copy: cleanDocx(original), pages: null };
  const [kept, clean] = [await keep(files, original), await keep(files, copy)];
  return {
    hash: kept.hash,
    bytes: kept.bytes,
    cleanHash: clean.hash,
    cleanBytes: clean.bytes,
    pages,
    mediaType: kind === 'pdf' ? pdf : docx,
    // of the papers that say nothing it is known already
    anonymity: { hints: text.telling ? await new FileReading(files).hints(kept.hash, kind, authors) : [] },
  };
}

async function cleaned(original: Buffer): Promise<{ copy: Buffer; pages: number }> {
  const result = await cleanPdf(original);
  if (result.verdict !== 'clean') throw new Error('A demo paper cannot be read.');
  return result;
}

function keep(files: Files, content: Buffer): Promise<{ hash: string; bytes: number }> {
  return files.put(Readable.from([content]), { maxBytes: content.length });
}
