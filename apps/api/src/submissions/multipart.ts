import busboy from 'busboy';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import type { IncomingFile } from './submission-files.service';

/** So much is read and thrown away after a refusal, so that a browser hears the answer; who sends more is cut off. */
const patience = 64 * 1024 * 1024;

/**
 * Streams the one file of a multipart request into `take` as it arrives; nothing is buffered. When `take` refuses, the rest of
 * the request is let through unread; when the sender goes away, what `take` reads ends with an error.
 */
export function receiveFile<T>(req: Request, take: (file: IncomingFile) => Promise<T>): Promise<T> {
  const parser = parserFor(req);
  return new Promise<T>((resolve, reject) => {
    let taken = false;
    const refuse = (reason: unknown): void => {
      req.unpipe(parser);
      letThrough(req);
      reject(reason instanceof Error ? reason : new Refusal('upload_aborted'));
    };
    parser.on('file', (_field, content, info) => {
      content.on('error', () => undefined);
      if (taken) return void content.resume();
      taken = true;
      take({ name: info.filename ?? '', content }).then(resolve, refuse);
    });
    parser.on('error', () => (taken ? undefined : refuse(new Refusal('upload_aborted'))));
    parser.on('finish', () => {
      if (!taken)
        refuse(new Refusal('invalid_body', { errors: [{ path: 'file', message: 'No file in the request' }] }));
    });
    req.on('close', () => {
      if (!req.complete) parser.destroy(new Refusal('upload_aborted'));
    });
    req.pipe(parser);
  });
}

function letThrough(req: Request): void {
  let seen = 0;
  req.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > patience) req.destroy();
  });
  req.resume();
}

function parserFor(req: Request): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits: { files: 1, fields: 0 }, defParamCharset: 'utf8' });
  } catch {
    throw new Refusal('invalid_body', { errors: [{ path: '', message: 'Not a multipart upload' }] });
  }
}
