import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { startRelayLog, type RelayLog } from '../start/relay-log';

/** Where in the life of a letter the worker is killed. */
export const points = ['at RCPT', 'after the dot', 'after acceptance', 'after the reply'] as const;
export type Point = (typeof points)[number];

type Done = (error?: Error | null) => void;

/** A mail server that remembers every letter it took, and at whose every step something may be made to happen. */
export class Relay {
  /** How often each Message-ID was taken. */
  readonly taken = new Map<string, number>();
  /** Called at each step of each letter, before the mail server goes on; answers whether that killed the worker. */
  onPoint: (point: Point) => boolean = () => false;
  isRefusing = false;
  private drops = 0;
  private log: RelayLog | undefined;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_session: SMTPServerSession, done: Done) => done(this.isRefusing ? refusal(421) : undefined),
    onRcptTo: (_address: unknown, _session: SMTPServerSession, done: Done) => {
      this.onPoint('at RCPT');
      done();
    },
    onData: (stream: SMTPServerDataStream, _session: SMTPServerSession, done: Done) =>
      this.take(stream, done).catch(() => done(refusal(451))),
  });

  private constructor() {
    this.server.on('error', () => undefined);
  }

  static async start(): Promise<Relay> {
    const relay = new Relay();
    await new Promise<void>((resolve) => relay.server.listen(0, '127.0.0.1', () => resolve()));
    relay.log = await startRelayLog((ids) => Promise.resolve(ids.filter((id) => relay.taken.has(id))));
    return relay;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  get askUrl(): string {
    return this.log?.url ?? '';
  }

  async stop(): Promise<void> {
    await this.log?.stop();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(stream: SMTPServerDataStream, done: Done): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const id = /^Message-ID:\s*(<[^>]+>)/im.exec(Buffer.concat(parts).toString())?.[1] ?? '';
    const killed = this.onPoint('after the dot');
    // of those that lose their client here, every other letter is thrown away, and the others are taken a little later
    if (killed && (this.drops += 1) % 2 === 0) return done(refusal(451));
    if (killed) await pause(100);
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    this.onPoint('after acceptance');
    done();
    this.onPoint('after the reply');
  }
}

function refusal(code: number): Error {
  return Object.assign(new Error('Not now'), { responseCode: code });
}
