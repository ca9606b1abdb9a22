import { PassThrough } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { Config } from './config';

/** One message to one person, complete; the same `messageId` however often it is tried. */
export interface OutgoingMail {
  messageId: string;
  to: { address: string; name?: string };
  subject: string;
  text: string;
  html?: string;
  replyTo?: string;
  headers?: Readonly<Record<string, string>>;
}

/** The link broke after the last byte left: the server may have taken the message or not, and nobody can say which. */
export class DoubtfulDelivery extends Error {
  constructor(cause: unknown) {
    super('The connection ended before the server answered', { cause });
    this.name = 'DoubtfulDelivery';
  }
}

/** Speaks SMTP to the server of SMTP_URL over a pool of connections. Knows nothing of rows and attempts. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(private readonly config: Config) {}

  /** Without SMTP_URL letters wait in the outbox. */
  get isConfigured(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /**
   * Answers what the server said on accepting; throws nodemailer's error (`responseCode`, `code`) when it did not, and
   * DoubtfulDelivery when the whole message had left without an answer.
   */
  async send(mail: OutgoingMail): Promise<{ reply: string }> {
    const progress = { bodySent: false };
    try {
      return await this.attempt(mail, progress);
    } catch (error) {
      if (progress.bodySent && !(error as { responseCode?: number }).responseCode) throw new DoubtfulDelivery(error);
      throw error;
    }
  }

  private async attempt(mail: OutgoingMail, progress: { bodySent: boolean }): Promise<{ reply: string }> {
    const message: SendMailOptions & { progress: typeof progress } = {
      progress,
      from: this.config.mailFrom,
      to: { address: mail.to.address, name: mail.to.name ?? '' },
      messageId: mail.messageId,
      subject: mail.subject,
      text: mail.text,
      // one line of the letter is one line on the wire, however long: no format=flowed
      textEncoding: 'quoted-printable',
      ...(mail.html ? { html: mail.html } : {}),
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    const info = (await this.open().sendMail(message)) as { response?: string };
    return { reply: info.response ?? '' };
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private open(): Transporter {
    if (!this.config.smtpUrl) throw new Error('SMTP_URL is not set: letters wait in the outbox.');
    this.transport ??= watchBody(
      createTransport({
        url: this.config.smtpUrl,
        pool: true,
        maxConnections: 3,
        // the outbox decides about another attempt, never the pool
        maxRequeues: 0,
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        socketTimeout: 60_000,
      }),
    );
    return this.transport;
  }
}

/** Notes on each mail's `progress` when its last byte was handed over: from then on silence is doubt, not failure. */
function watchBody(transport: Transporter): Transporter {
  transport.use('stream', (mail, done) => {
    const { progress } = mail.data as { progress?: { bodySent: boolean } };
    mail.message.transform(
      () =>
        new PassThrough({
          flush: (end) => {
            if (progress) progress.bodySent = true;
            end();
          },
        }),
    );
    done();
  });
  return transport;
}
