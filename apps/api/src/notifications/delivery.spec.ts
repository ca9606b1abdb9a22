import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { TestApp } from '../testing';
import { UnitOfWork } from '../platform/unit-of-work';
import { Letters, type NewLetter } from './letters';

/** A mail server on loopback that does as it is told. */
class Relay {
  readonly received: { to: string; raw: string }[] = [];
  behave: 'accept' | 'refuse for now' | 'refuse for good' | 'vanish after the letter' | 'reject the address' = 'accept';
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      done(this.behave === 'reject the address' ? reply(550, 'No such person here') : undefined),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.behave === 'refuse for now') return done(reply(451, 'Greylisted, come back'));
        if (this.behave === 'refuse for good') return done(reply(554, 'Not wanted'));
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
        this.received.push({ to, raw: Buffer.concat(chunks).toString() });
        if (this.behave === 'vanish after the letter') return this.hangUp();
        return done();
      });
    },
  });

  async listen(port = 0): Promise<number> {
    this.server.on('error', () => undefined);
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
    return (this.server.server.address() as AddressInfo).port;
  }

  /** The link breaks between the last byte and the answer. */
  private hangUp(): void {
    for (const connection of (this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
      .connections)
      connection._socket.destroy();
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }
}

function reply(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

const letter = (over: Partial<NewLetter> = {}): NewLetter => ({
  class: 'decision',
  dedupeKey: `letter:${Math.random()}`,
  to: { address: 'ada.ferri@example.org', name: 'Ada Ferri' },
  subject: 'ITAIS 2016: your submission #2',
  text: `Dear Ada Ferri,\n\nwe are glad to accept your submission. ${'A long line that stays one line. '.repeat(6)}\n\nhttp://convoke.test/app/c/itais/s/2\n`,
  ...over,
});

describe('a letter on its way', () => {
  let app: TestApp;
  let relay: Relay;

  beforeAll(async () => {
    relay = new Relay();
    const port = await relay.listen();
    app = await TestApp.start({ environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  });
  afterAll(async () => {
    await app.stop();
    await relay.close();
  });
  beforeEach(() => {
    relay.behave = 'accept';
    relay.received.length = 0;
    app.forgetJobs();
  });

  const queue = async (over: Partial<NewLetter> = {}): Promise<{ id: string; key: string }> => {
    const one = letter(over);
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queue(tx, one));
    const [row] = await app.database.query<{ id: string }[]>('select id from email_message where dedupe_key = $1', [
      one.dedupeKey,
    ]);
    return { id: row?.id ?? '', key: one.dedupeKey };
  };
  const row = async (id: string) => {
    const [found] = await app.database.query<
      {
        state: string;
        attempt: number;
        doubts: number;
        last_reply: string;
        not_before: Date;
        settled_at: Date | null;
        message_id: string;
      }[]
    >('select * from email_message where id = $1', [id]);
    if (!found) throw new Error('no such letter');
    return found;
  };
  const minutes = (n: number) => app.clock.advance({ minutes: n });

  it('is delivered once, as plain text to one person, with the Message-ID of its row', async () => {
    const { id } = await queue();
    await app.drainJobs();
    expect(await row(id)).toMatchObject({ state: 'accepted', attempt: 1 });
    expect(relay.received).toHaveLength(1);
    const { to, raw } = relay.received[0] ?? { to: '', raw: '' };
    expect(to).toBe('ada.ferri@example.org');
    expect(raw).toContain(`Message-ID: ${(await row(id)).message_id}`);
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(raw).not.toMatch(/format=flowed/);
    expect(raw).not.toMatch(/^(Cc|Bcc):/m);
  });

  it('is sent once though its job runs twice at the same time and once more later', async () => {
    const { id } = await queue();
    await Promise.all([app.runJob('deliver-mail'), app.runJob('deliver-mail')]);
    await app.runJob('deliver-mail');
    expect((await row(id)).state).toBe('accepted');
    expect(relay.received).toHaveLength(1);
  });

  it('is one letter though it is queued twice under the same key', async () => {
    const { key } = await queue();
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queue(tx, letter({ dedupeKey: key, subject: 'again' })));
    await app.drainJobs();
    expect(relay.received).toHaveLength(1);
  });

  it('survives the loss of the whole queue: the sweep finds it', async () => {
    const { id } = await queue();
    app.forgetJobs();
    await app.runJob('sweep-mail');
    await app.drainJobs();
    expect((await row(id)).state).toBe('accepted');
  });

  it('waits for its hour', async () => {
    const { id } = await queue({ notBefore: new Date(app.clock.now().getTime() + 5 * 60_000) });
    await app.runJob('sweep-mail');
    await app.drainJobs();
    expect((await row(id)).state).toBe('queued');
    minutes(5);
    await app.runJob('sweep-mail');
    await app.drainJobs();
    expect((await row(id)).state).toBe('accepted');
  });

  it('comes back after 1, 5 and 15 minutes when the server says "later"', async () => {
    relay.behave = 'refuse for now';
    const { id } = await queue();
    await app.drainJobs();
    for (const [attempt, pause] of [1, 5, 15].entries()) {
      const waiting = await row(id);
      expect(waiting).toMatchObject({ state: 'queued', attempt: attempt + 1 });
      expect(waiting.last_reply).toContain('451');
      expect(waiting.not_before).toEqual(new Date(app.clock.now().getTime() + pause * 60_000));
      minutes(pause);
      if (pause === 15) relay.behave = 'accept';
      await app.runJob('sweep-mail');
      await app.drainJobs();
    }
    expect(await row(id)).toMatchObject({ state: 'accepted', attempt: 4 });
    expect(relay.received).toHaveLength(1);
  });

  it('is given up when the server says "never", and keeps what it said', async () => {
    relay.behave = 'refuse for good';
    const { id } = await queue();
    await app.drainJobs();
    expect(await row(id)).toMatchObject({ state: 'failed', attempt: 1 });
    expect((await row(id)).last_reply).toContain('Not wanted');
    relay.behave = 'reject the address';
    const second = await queue();
    await app.drainJobs();
    expect((await row(second.id)).state).toBe('failed');
  });

  it('is sent once more, as the same message and flagged, when the link breaks before the answer', async () => {
    relay.behave = 'vanish after the letter';
    const { id } = await queue();
    await app.drainJobs();
    expect(await row(id)).toMatchObject({ state: 'ambiguous', doubts: 1, settled_at: null });
    minutes(1);
    await app.runJob('sweep-mail');
    expect(await row(id)).toMatchObject({ state: 'ambiguous', doubts: 2 });
    for (let hours = 0; hours < 3; hours += 1) {
      minutes(60);
      await app.runJob('sweep-mail');
    }
    expect(await row(id)).toMatchObject({ state: 'ambiguous', doubts: 2, settled_at: expect.any(Date) });
    expect(relay.received).toHaveLength(2);
    const ids = relay.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  it('is left for a person to judge after a doubt when it is only a reminder', async () => {
    relay.behave = 'vanish after the letter';
    const { id } = await queue({ class: 'reminder' });
    await app.drainJobs();
    minutes(1);
    await app.runJob('sweep-mail');
    expect(await row(id)).toMatchObject({ state: 'ambiguous', settled_at: expect.any(Date) });
    expect(relay.received).toHaveLength(1);
  });

  it('is taken up again when the worker that held it died', async () => {
    const { id } = await queue();
    app.forgetJobs();
    await app.database.query(
      `update email_message set state = 'sending', attempt = 1, lease_until = $2 where id = $1`,
      [id, new Date(app.clock.now().getTime() + 60_000)],
    );
    await app.runJob('sweep-mail');
    await app.drainJobs();
    expect((await row(id)).state).toBe('sending');
    minutes(2);
    await app.runJob('sweep-mail');
    expect(await row(id)).toMatchObject({ state: 'ambiguous', doubts: 1 });
    minutes(1);
    await app.runJob('sweep-mail');
    expect(await row(id)).toMatchObject({ state: 'accepted', doubts: 1 });
  });

  it('cannot smuggle a second header in through a title', async () => {
    await queue({ subject: 'Your paper\r\nBcc: everyone@example.org' });
    await app.drainJobs();
    expect(relay.received[0]?.raw).not.toMatch(/^Bcc:/m);
  });
});

describe('without a mail server', () => {
  it('letters wait in the outbox and nothing fails', async () => {
    const app = await TestApp.start();
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queue(tx, letter({ dedupeKey: 'waits' })));
    await app.drainJobs();
    await app.runJob('sweep-mail');
    await app.drainJobs();
    expect((await app.mails()).map(({ state }) => state)).toEqual(['queued']);
    await app.stop();
  });
});
