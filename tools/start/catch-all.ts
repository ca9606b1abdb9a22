import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { Pool } from 'pg';
import { SMTPServer } from 'smtp-server';
import { startRelayLog } from './relay-log';

export interface CatchAll {
  url: string;
  /** Where it says what it took. */
  askUrl: string;
  stop(): Promise<void>;
}

/**
 * The demo's mail server: takes every letter by real SMTP on loopback and keeps it where the mailbox page finds it. Nothing
 * leaves the machine.
 */
export async function startCatchAll(databaseUrl: string): Promise<CatchAll> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2, application_name: 'convoke-mailbox' });
  pool.on('error', () => undefined);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 30 * 1024 * 1024,
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => parts.push(chunk));
      stream.once('error', done);
      stream.once('end', () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        keep(pool, Buffer.concat(parts), recipients).then(
          () => done(null),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (!address || typeof address !== 'object') throw new Error('The catch-all mail server has no port.');
  const log = await startRelayLog(async (messageIds) => {
    const { rows } = await pool.query<{ message_id: string }>(
      `select distinct message_id from caught_mail where message_id = any($1)`,
      [messageIds],
    );
    return rows.map((row) => row.message_id);
  });
  return {
    url: `smtp://127.0.0.1:${address.port}?ignoreTLS=true`,
    askUrl: log.url,
    stop: async () => {
      await log.stop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await pool.end();
    },
  };
}

async function keep(pool: Pool, raw: Buffer, recipients: readonly string[]): Promise<void> {
  const mail = await simpleParser(raw, { skipImageLinks: true });
  for (const recipient of recipients) {
    await pool.query(
      `insert into caught_mail (id, message_id, from_address, to_address, subject, body, raw, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())`,
      [
        randomUUID(),
        mail.messageId ?? '',
        mail.from?.value[0]?.address ?? '',
        recipient,
        mail.subject ?? '',
        mail.text ?? '',
        raw,
      ],
    );
  }
}
