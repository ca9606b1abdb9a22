import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
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

/** Speaks SMTP to the server of SMTP_URL over a pool of connections. Knows nothing of rows and attempts. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | undefined;

  constructor(private readonly config: Config) {}

  /** Without SMTP_URL letters wait in the outbox. */
  get isConfigured(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  /** Answers what the server said on accepting; throws nodemailer's error (`responseCode`, `code`) when it did not. */
  async send(mail: OutgoingMail): Promise<{ reply: string }> {
    const info: { response?: string } = await this.open().sendMail({
      from: this.config.mailFrom,
      to: { address: mail.to.address, name: mail.to.name ?? '' },
      messageId: mail.messageId,
      subject: mail.subject,
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { reply: info.response ?? '' };
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private open(): Transporter {
    if (!this.config.smtpUrl) throw new Error('SMTP_URL is not set: letters wait in the outbox.');
    this.transport ??= createTransport({
      url: this.config.smtpUrl,
      pool: true,
      maxConnections: 3,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
    });
    return this.transport;
  }
}
