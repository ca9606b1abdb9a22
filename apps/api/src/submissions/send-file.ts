import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { ByteRange, Files } from '../platform/files';
import type { Download } from './file-downloads.service';
import { PDF } from './upload-verdict';

/**
 * Sends a stored file: as an attachment, or a PDF inline in a sandbox that may run nothing. The tag is the content's hash; the
 * copy is kept only by the reader's own browser and asked for again each time, because access can end.
 */
export async function sendFile(
  files: Files,
  file: Download,
  as: 'attachment' | 'inline',
  req: Request,
  res: Response,
): Promise<void> {
  const tag = `"${file.hash}"`;
  const disposition = as === 'inline' && file.mediaType === PDF ? 'inline' : 'attachment';
  res.set({
    'Content-Type': file.mediaType,
    'Content-Disposition': `${disposition}; filename="${file.name}"`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: tag,
  });
  if (req.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) {
    res.status(304).end();
    return;
  }
  const range = rangeOf(req, file.bytes, tag);
  if (range === 'unsatisfiable') {
    res.status(416).set('Content-Range', `bytes */${file.bytes}`).end();
    return;
  }
  const { content } = await files.open(file.hash, range ?? undefined);
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.bytes}`);
  res.set('Content-Length', String(range ? range.end - range.start + 1 : file.bytes));
  if (req.method === 'HEAD') {
    content.destroy();
    res.end();
    return;
  }
  // A reader who goes away is no error.
  await pipeline(content, res).catch(() => res.destroy());
}

/** One range of bytes, as PDF readers ask for it; several at once are answered with the whole file. */
function rangeOf(req: Request, bytes: number, tag: string): ByteRange | 'unsatisfiable' | null {
  const condition = req.headers['if-range'];
  const match = /^bytes=(\d*)-(\d*)$/.exec(req.headers.range ?? '');
  if (!match || (condition !== undefined && condition !== tag)) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return start > end || start >= bytes ? 'unsatisfiable' : { start, end };
}
