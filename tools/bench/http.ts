import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  json?: unknown;
  /** A file for a multipart upload. */
  file?: Buffer;
  headers?: Readonly<Record<string, string>>;
}

const boundary = 'convoke-bench-boundary';
const opening = Buffer.from(
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="paper.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
);
const closing = Buffer.from(`\r\n--${boundary}--\r\n`);

/** A signed-in person's browser, reduced to what a request costs: connections are kept, answers are read to the end. */
export class Caller {
  private static readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** Asks and reads the answer; anything but success is an error, because a refusal is quick and would count as fast. */
  async ask(path: string, asked: Asked = {}): Promise<Answer> {
    const answer = await this.send(path, asked);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new Error(`${asked.method ?? 'GET'} ${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  }

  async json<T>(path: string, asked: Asked = {}): Promise<T> {
    return JSON.parse((await this.ask(path, asked)).body) as T;
  }

  static close(): void {
    Caller.agent.destroy();
  }

  private send(path: string, { method = 'GET', json, file, headers }: Asked): Promise<Answer> {
    const body = file
      ? Buffer.concat([opening, file, closing])
      : json === undefined
        ? null
        : Buffer.from(JSON.stringify(json));
    const type = file ? `multipart/form-data; boundary=${boundary}` : 'application/json';
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.origin),
        {
          method,
          agent: Caller.agent,
          headers: {
            cookie: this.cookie,
            'sec-fetch-site': 'same-origin',
            ...(body ? { 'content-type': type, 'content-length': body.length } : {}),
            ...headers,
          },
        },
        (received) => {
          const chunks: Buffer[] = [];
          received.on('data', (chunk: Buffer) => chunks.push(chunk));
          received.on('error', reject);
          received.on('end', () =>
            resolve({
              status: received.statusCode ?? 0,
              headers: received.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }
}
