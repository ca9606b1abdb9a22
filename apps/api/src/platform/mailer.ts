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

/** How many letters one process has under way at once: each has a connection of its own. */
export const mailConnections = 6;

/** Whatever is not the letter: nothing before its end may take longer, however slowly a server answers. */
const longestTalkMs = 60_000;

/** What an attempt is doing, for those who watch over its time. */
interface Progress {
  /** The whole letter was handed over: from here on silence is doubt, not failure. */
  bodySent: boolean;
  /** Called as the last byte is about to leave; false when it may not leave any more. */
  mayEnd: () => boolean;
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

  /** The longest that one attempt takes; then it has ended, come what may. */
  get longestMs(): number {
    return this.talkMs + this.config.smtpAnswerMs;
  }

  /**
   * Answers what the server said on accepting; throws nodemailer's error (`responseCode`, `code`, `command`) when it did not, and
   * DoubtfulDelivery when the whole message had left without an answer. The server has a minute for everything until the end of the
   * letter, and SMTP_ANSWER_SECONDS for its answer to that.
   */
  async send(mail: OutgoingMail): Promise<{ reply: string }> {
    const patience = new AbortController();
    const begun = performance.now();
    let timer = setTimeout(() => patience.abort(), this.talkMs);
    const progress: Progress = {
      bodySent: false,
      mayEnd: () => {
        // a process that was stopped for a while must not go on where it was
        if (patience.signal.aborted || performance.now() - begun > this.talkMs) return false;
        clearTimeout(timer);
        timer = setTimeout(() => patience.abort(), this.config.smtpAnswerMs);
        return true;
      },
    };
    try {
      return await this.attempt(mail, progress, patience.signal);
    } catch (error) {
      if (progress.bodySent && !(error as { responseCode?: number }).responseCode) throw new DoubtfulDelivery(error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private get talkMs(): number {
    return Math.min(longestTalkMs, this.config.smtpAnswerMs);
  }

  private async attempt(mail: OutgoingMail, progress: Progress, signal: AbortSignal): Promise<{ reply: string }> {
    const message: SendMailOptions & { progress: Progress; signal: AbortSignal } = {
      progress,
      signal,
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
        maxConnections: mailConnections,
        maxMessages: Infinity,
        // the outbox decides about another attempt, never the pool
        maxRequeues: 0,
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        // an attempt watches its own time, which is longer once the letter has left
        socketTimeout: this.longestMs,
      }),
    );
    return this.transport;
  }
}

/** Asks each mail's `progress` before its last byte goes, and notes there that it went. */
function watchBody(transport: Transporter): Transporter {
  transport.use('stream', (mail, done) => {
    const { progress } = mail.data as { progress?: Progress };
    mail.message.transform(
      () =>
        new PassThrough({
          flush: (end) => {
            if (progress && !progress.mayEnd()) return end(new Error('The attempt took too long'));
            if (progress) progress.bodySent = true;
            end();
          },
        }),
    );
    done();
  });
  return transport;
}
