import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import type { IncomingFile } from './submission-files.service';

/**
 * Streams the one file of a multipart request into `take` as it arrives. Nothing is buffered; when `take` refuses or the sender
 * goes away, reading stops.
 */
export async function receiveFile<T>(req: Request, take: (file: IncomingFile) => Promise<T>): Promise<T> {
  const parser = parserFor(req);
  let taken: Promise<T> | null = null;
  parser.on('file', (_field, content, info) => {
    if (taken) {
      content.resume();
      return;
    }
    taken = take({ name: info.filename ?? '', content });
    // A refusal is answered below; until then the rest of the request is let through unread.
    taken.catch(() => content.resume());
  });
  const read = pipeline(req, parser).catch(() => new Refusal('upload_aborted'));
  const broken = await Promise.race([read, refusalOf(() => taken, read)]);
  if (broken instanceof Refusal && !taken) throw broken;
  if (!taken) throw new Refusal('invalid_body', { errors: [{ path: 'file', message: 'No file in the request' }] });
  return taken;
}

/** Settles once the request is read or what takes the file has had enough of it. */
async function refusalOf(taken: () => Promise<unknown> | null, read: Promise<unknown>): Promise<unknown> {
  await read;
  return taken()?.catch(() => undefined);
}

function parserFor(req: Request): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits: { files: 1, fields: 0 }, defParamCharset: 'utf8' });
  } catch {
    throw new Refusal('invalid_body', { errors: [{ path: '', message: 'Not a multipart upload' }] });
  }
}
