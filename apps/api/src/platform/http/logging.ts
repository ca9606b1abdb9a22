import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config';

/**
 * What a log line may say of an address: the path alone, without its query, and with anything that could be a secret link
 * (32 random bytes are 43 characters) or an e-mail address cut out.
 */
export function loggablePath(url: string | undefined): string {
  const path = (url ?? '').split(/[?#]/, 1)[0] ?? '';
  return path.replace(/[A-Za-z0-9_-]{40,}/g, ':token').replace(/[^/\s]*(@|%40)[^/\s]*/gi, ':address');
}

interface LogLine {
  level?: number;
  time?: number;
  msg?: string;
  context?: string;
  req?: { method: string; path: string };
  res?: { status: number };
  responseTime?: number;
  err?: { stack?: string };
}

/** A structured line as one short sentence, for people who watch the console: `09:14:08 GET /c/itais-2016 200 4 ms`. */
export function shortLine(json: string): string {
  let line: LogLine;
  try {
    line = JSON.parse(json) as LogLine;
  } catch {
    return `${json}\n`;
  }
  const time = new Date(line.time ?? 0).toISOString().slice(11, 19);
  const level = (line.level ?? 30) >= 50 ? 'ERROR ' : (line.level ?? 30) >= 40 ? 'WARN ' : '';
  const what =
    line.req && line.res
      ? `${line.req.method} ${line.req.path} ${line.res.status} ${Math.round(line.responseTime ?? 0)} ms`
      : `${line.context ? `${line.context}: ` : ''}${line.msg ?? ''}`;
  return `${time} ${level}${what}\n${line.err?.stack ? `${line.err.stack}\n` : ''}`;
}

/** JSON lines for machines in production, short lines on a console. */
function logStream(config: Config): Writable {
  if (config.mode === 'production') return process.stdout;
  return new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      for (const line of String(chunk).split('\n')) if (line) process.stdout.write(shortLine(line));
      done();
    },
  });
}

/** Structured logs: a request id, method, path, status, time. No bodies, cookies, addresses or query strings. */
export function loggerOptions(config: Config): Params {
  return {
    pinoHttp: [
      {
        level: config.logLevel,
        genReqId: (req: IncomingMessage, res: ServerResponse) => {
          const given = req.headers['x-request-id'];
          const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
          res.setHeader('X-Request-Id', id);
          return id;
        },
        serializers: {
          req: (req: { id: unknown; method: string; url: string }) => ({
            id: req.id,
            method: req.method,
            path: loggablePath(req.url),
          }),
          res: (res: { statusCode: number }) => ({ status: res.statusCode }),
          err: (error: Error & { code?: unknown }) => ({
            type: error.name,
            code: error.code,
            stack: frames(error.stack),
          }),
        },
        customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
        autoLogging: { ignore: (req) => /^\/(health|assets)\//.test(req.url ?? '') },
        quietReqLogger: true,
      },
      logStream(config),
    ],
  };
}

/** Where it happened, without the message: a database error quotes the values it refused. */
function frames(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
