import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp } from '../testing';
import { UnitOfWork } from '../platform/unit-of-work';
import { Letters } from './letters';

/** What the server answers to each command, by the recipient where it knows one. */
interface Manners {
  greeting?: string;
  /** The answer to RCPT TO, for addresses that contain the key. */
  rcpt?: Record<string, string>;
  /** The answer to the end of a letter, by the same key; 'cut' = the link breaks, 'slow' = a byte every now and then. */
  dot?: Record<string, string>;
  startTls?: 'refused';
}

/** A mail server with bad manners, on loopback; speaks just enough SMTP. */
class Rude {
  manners: Manners = {};
  connections = 0;
  readonly took: string[] = [];
  private readonly open = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends every connection, as a server does with those that were idle for long. */
  hangUp(): void {
    for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.hangUp();
    this.server.close();
  }

  private talk(socket: Socket): void {
    this.connections += 1;
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let to = '';
    let isData = false;
    let rest = '';
    say(this.manners.greeting ?? '220 rude ESMTP');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isData) {
          if (line !== '.') continue;
          isData = false;
          this.answerDot(socket, to, say);
        } else if (/^EHLO/i.test(line)) {
          say(this.manners.startTls ? '250-rude\r\n250 STARTTLS' : '250 rude');
        } else if (/^STARTTLS/i.test(line)) {
          say('454 TLS not available');
        } else if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)?.[1] ?? '';
          say(pick(this.manners.rcpt, to) ?? '250 ok');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          say('354 go on');
        } else {
          say('250 ok');
        }
      }
    });
  }

  private answerDot(socket: Socket, to: string, say: (line: string) => void): void {
    const answer = pick(this.manners.dot, to) ?? '250 taken';
    if (answer === 'slow') return void this.drip(socket, '250 take');
    if (answer === 'cut') {
      this.took.push(to);
      return void socket.destroy();
    }
    if (answer.startsWith('250')) this.took.push(to);
    say(answer);
  }

  /** A byte at a time, and never the last one. */
  private async drip(socket: Socket, words: string): Promise<void> {
    for (const byte of words) {
      if (socket.destroyed) return;
      socket.write(byte);
      await pause(100);
    }
  }
}

function pick(by: Record<string, string> | undefined, to: string): string | undefined {
  return Object.entries(by ?? {}).find(([key]) => to.includes(key))?.[1];
}

describe('a mail server that misbehaves', () => {
  let app: TestApp;
  let rude: Rude;
  let n = 0;

  beforeAll(async () => {
    rude = new Rude();
    const url = `smtp://127.0.0.1:${await rude.listen()}`;
    app = await TestApp.start({ environment: { SMTP_URL: url, SMTP_ANSWER_SECONDS: '0.5' } });
  });
  afterAll(async () => {
    await app.stop();
    rude.close();
  });
  beforeEach(async () => {
    rude.hangUp();
    await pause(20);
    rude.manners = {};
    rude.took.length = 0;
    rude.connections = 0;
    app.clock.advance({ days: 3 });
  });

  /** Letters to these people about one call, sent as far as the server lets them. */
  const send = async (
    ...to: string[]
  ): Promise<Record<string, { state: string; attempt: number; last_reply: string }>> => {
    n += 1;
    const letters = to.map((name) => ({
      class: 'decision' as const,
      dedupeKey: `${n}:${name}`,
      to: { address: `${name}@example.org` },
      subject: 'Your submission',
      text: 'Dear author,\n',
    }));
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queueAll(tx, letters));
    await app.drainJobs();
    return states();
  };
  const states = async () => {
    const rows = await app.database.query<{ key: string; state: string; attempt: number; last_reply: string }[]>(
      `select split_part(dedupe_key, ':', 2) as key, state, attempt, last_reply from email_message where dedupe_key like $1`,
      [`${n}:%`],
    );
    return Object.fromEntries(rows.map(({ key, ...row }) => [key, row]));
  };
  const sweepAfter = async (seconds: number) => {
    app.clock.advance({ seconds });
    await app.runJob('sweep-mail');
    return states();
  };

  it('says 421 at the door: nobody else knocks, no letter was tried, all arrive when it is back', async () => {
    rude.manners = { greeting: '421 closing' };
    const people = Array.from({ length: 40 }, (_, i) => `person${i}`);
    const after = await send(...people);
    expect(Object.values(after).every(({ state, attempt }) => state === 'queued' && attempt === 0)).toBe(true);
    expect(rude.connections).toBeLessThanOrEqual(6);
    rude.connections = 0;
    await sweepAfter(5);
    expect(rude.connections).toBe(0);
    await sweepAfter(10);
    expect(rude.connections).toBe(1);
    rude.manners = {};
    expect(Object.values(await sweepAfter(11)).every(({ state }) => state === 'accepted')).toBe(true);
    expect(rude.took).toHaveLength(40);
  });

  it('greylists with 450 or 451: those letters wait their minutes, the others arrive', async () => {
    rude.manners = { rcpt: { grey: '450 4.2.0 come back' }, dot: { busy: '451 4.3.0 later' } };
    const after = await send('grey', 'busy', 'ada', 'ravi');
    expect(after).toMatchObject({
      grey: { state: 'queued', attempt: 1, last_reply: expect.stringContaining('450') },
      busy: { state: 'queued', attempt: 1, last_reply: expect.stringContaining('451') },
      ada: { state: 'accepted' },
      ravi: { state: 'accepted' },
    });
    rude.manners = {};
    expect((await sweepAfter(30))['grey']).toMatchObject({ state: 'queued', attempt: 1 });
    expect(await sweepAfter(31)).toMatchObject({ grey: { state: 'accepted' }, busy: { state: 'accepted' } });
  });

  it('refuses an address with 550: that letter is over and its address marked, the others arrive', async () => {
    rude.manners = { rcpt: { gone: '550 5.1.1 no such person' }, dot: { spam: '554 5.7.1 looks like spam' } };
    expect(await send('gone', 'spam', 'ada')).toMatchObject({
      gone: { state: 'failed' },
      spam: { state: 'failed' },
      ada: { state: 'accepted' },
    });
    const marked = () => app.database.query(`select address, reply from undeliverable_address`);
    // a refusal of the letter says nothing about the address
    expect(await marked()).toEqual([{ address: 'gone@example.org', reply: expect.stringContaining('no such person') }]);
    rude.manners = {};
    await send('gone');
    expect(await marked()).toEqual([]);
  });

  it('drips its answer byte by byte: the letter is in doubt within its time, the others arrive', async () => {
    rude.manners = { dot: { slow: 'slow' } };
    expect(await send('slow', 'ada', 'ravi')).toMatchObject({
      slow: { state: 'ambiguous' },
      ada: { state: 'accepted' },
      ravi: { state: 'accepted' },
    });
  });

  it('cuts the link after the end of the letter: in doubt, then once more and flagged', async () => {
    rude.manners = { dot: { cut: 'cut' } };
    expect(await send('cut', 'ada')).toMatchObject({ cut: { state: 'ambiguous' }, ada: { state: 'accepted' } });
    rude.manners = {};
    expect(await sweepAfter(60)).toMatchObject({ cut: { state: 'accepted', attempt: 2 } });
    expect(rude.took.filter((to) => to.startsWith('cut'))).toHaveLength(2);
  });

  it('refuses TLS that it offered: nothing is sent in the clear and nothing is lost', async () => {
    rude.manners = { startTls: 'refused' };
    expect(await send('ada')).toMatchObject({ ada: { state: 'queued', attempt: 0 } });
    expect(rude.took).toEqual([]);
    rude.manners = {};
    expect(await sweepAfter(11)).toMatchObject({ ada: { state: 'accepted' } });
  });

  it('tells those who lead the call of refusals once a day, naming nobody', async () => {
    const chair = await app.given.person('Chidi Okafor');
    const call = await app.given.call('itais', { name: 'ITAIS 2016' });
    await app.given.role(chair, 'chair', call);
    rude.manners = { rcpt: { gone: '550 no such person' } };
    const letters = ['gone1', 'gone2'].map((name) => ({
      class: 'decision' as const,
      dedupeKey: name,
      to: { address: `${name}@example.org` },
      subject: 'Your submission',
      text: 'Dear author,\n',
      callId: call.id,
    }));
    await app.get(UnitOfWork).run((tx) => app.get(Letters).queueAll(tx, letters));
    await app.drainJobs();
    const told = await app.mails(chair.address);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ class: 'notice', state: 'accepted', subject: 'ITAIS 2016: letters were refused' });
    expect(told[0]?.body).not.toContain('gone');
  });
});
