import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { type Caller } from '../bench/http';
import { signIn } from '../bench/stack';
import { freePort } from '../postgres/free-port';
import { Child } from '../start/child';
import { points, Relay, type Point } from './relay';
import { Workers } from './workers';
import type { World } from './world';

export interface Plan {
  name: string;
  /** The mail server can be asked what it took. */
  canBeAsked: boolean;
  kills: number;
  restarts: number;
  /** The mail server refuses everybody for a while, and the queue's tables are dropped, once each. */
  letters: number;
}

export interface Report {
  killed: Record<Point, number>;
  lives: number;
  letters: number;
  taken: number;
  lost: number;
  twice: number;
  twiceUnflagged: number;
  byHand: number;
  releases: number[];
  batches: number;
  seconds: number;
}

export interface Ground {
  databaseUrl: () => string;
  /** Stops the database and starts it again. */
  restart: () => Promise<void>;
  folder: string;
  source: string;
}

/** One release under fire. */
export class Campaign {
  private readonly secret = randomBytes(32).toString('base64url');
  private readonly killed: Record<Point, number> = {
    'at RCPT': 0,
    'after the dot': 0,
    'after acceptance': 0,
    'after the reply': 0,
  };

  constructor(
    private readonly plan: Plan,
    private readonly ground: Ground,
    private readonly world: World,
  ) {}

  async run(): Promise<Report> {
    const begun = performance.now();
    const step = (what: string) =>
      process.env['FAULTS_LOG'] && process.stdout.write(`${what} ${((performance.now() - begun) / 1000).toFixed(1)}\n`);
    const relay = await Relay.start();
    const env = await this.environment(relay);
    const api = await Child.start({
      name: 'api',
      script: join(this.ground.source, 'main.js'),
      env,
      logFolder: join(this.ground.folder, `log-${this.plan.name}`),
    });
    const workers = new Workers(env);
    try {
      const chairs = await this.chairs(env['PUBLIC_URL'] ?? '');
      const releases = await this.release(chairs);
      step('released');
      await this.fire(relay, workers);
      step('fired');
      const byHand = await this.finish(workers, chairs);
      return {
        ...(await this.count(relay)),
        releases,
        byHand,
        lives: workers.lives,
        seconds: (performance.now() - begun) / 1000,
      };
    } finally {
      await workers.stop();
      await api.stop();
      await relay.stop();
    }
  }

  private async environment(relay: Relay): Promise<Record<string, string>> {
    const port = await freePort();
    return {
      NODE_ENV: 'production',
      MODE: 'embedded',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: this.ground.databaseUrl(),
      SESSION_SECRET: this.secret,
      REDIS_URL: '',
      SMTP_URL: relay.url,
      SMTP_ASK_URL: this.plan.canBeAsked ? relay.askUrl : '',
      // a worker that was killed is waited for no longer than this
      SMTP_ANSWER_SECONDS: '1',
      FILES_URL: pathToFileURL(join(this.ground.folder, 'files')).href,
    };
  }

  private async chairs(origin: string): Promise<Caller[]> {
    return this.query(async (client) => {
      const callers = [];
      for (const { id } of this.world.chairs) callers.push(await signIn(client, this.secret, origin, id));
      return callers;
    });
  }

  /** Both chairs press the button at the same moment; the answers, in order. */
  private async release(chairs: readonly Caller[]): Promise<number[]> {
    const [first] = chairs;
    if (!first) throw new Error('There is no chair.');
    const batch = await first.json<{ id: string; version: number }>(`/api/calls/${this.world.slug}/releases`, {
      method: 'POST',
      json: {},
      headers: { 'idempotency-key': randomUUID() },
    });
    const presses = chairs.map((chair) =>
      chair.ask(`/api/releases/${batch.id}/release`, { method: 'POST', json: { version: batch.version } }).then(
        ({ status }) => status,
        (error: Error) => Number(/answered (\d+)/.exec(error.message)?.[1]),
      ),
    );
    return (await Promise.all(presses)).sort();
  }

  /** Kills one worker after the other, each at the next point and after a few letters; between them the other calamities. */
  private async fire(relay: Relay, workers: Workers): Promise<void> {
    const { kills, restarts } = this.plan;
    const restartAt = new Set(
      Array.from({ length: restarts }, (_, n) => Math.floor(((n + 1) * kills) / (restarts + 1))),
    );
    for (let n = 0; n < kills; n += 1) {
      const point = points[n % points.length] ?? 'at RCPT';
      let countdown = 1 + (n % 3);
      relay.onPoint = (at) => {
        if (at !== point || countdown === 0 || (countdown -= 1) > 0) return false;
        workers.kill();
        this.killed[point] += 1;
        return true;
      };
      if (!(await this.workUntil(workers, () => countdown === 0))) break;
      if (restartAt.has(n)) await this.ground.restart();
      if (n === Math.floor(kills / 2)) await this.loseQueue(workers);
      if (n === Math.floor(kills / 3)) await this.refuseForAWhile(relay, workers);
    }
    relay.onPoint = () => false;
  }

  /** Workers at work until something has happened; a worker that ends by itself is replaced. False when all letters are settled. */
  private async workUntil(workers: Workers, hasHappened: () => boolean): Promise<boolean> {
    const patience = performance.now() + 60_000;
    for (;;) {
      if (!workers.isAlive) await workers.begin();
      for (let looks = 1; workers.isAlive; looks += 1) {
        if (hasHappened()) {
          await workers.ended();
          return true;
        }
        await pause(20);
        if (looks % 25 === 0 && (await this.open()) === 0) return hasHappened();
        if (performance.now() > patience) throw new Error('Nothing happened for a minute.');
      }
      if (hasHappened()) return true;
    }
  }

  /** In the middle of work. */
  private async loseQueue(workers: Workers): Promise<void> {
    await workers.begin('whole');
    for (let isThere = true; isThere;) isThere = !(await this.query(dropQueue));
  }

  private async refuseForAWhile(relay: Relay, workers: Workers): Promise<void> {
    relay.isRefusing = true;
    await workers.begin();
    await pause(1500);
    relay.isRefusing = false;
    workers.kill();
    await workers.ended();
  }

  /** The last worker sends what is left; then a chair sends again what waits for a person. Answers how many letters that were. */
  private async finish(workers: Workers, [chair]: readonly Caller[]): Promise<number> {
    await this.workUntil(workers, () => false);
    const again = await chair?.json<{ resent: number }>(`/api/calls/${this.world.slug}/mail/resend`, {
      method: 'POST',
      json: {},
    });
    if (again?.resent) await this.workUntil(workers, () => false);
    return again?.resent ?? 0;
  }

  /** Letters that still go somewhere. */
  private open(): Promise<number> {
    return this.query(async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from email_message
          where class = 'decision' and (state in ('queued', 'sending') or (state = 'ambiguous' and settled_at is null))`,
      );
      return rows[0]?.n ?? 0;
    });
  }

  private async count(relay: Relay) {
    return this.query(async (client) => {
      const { rows } = await client.query<{ message_id: string; doubts: number }>(
        `select message_id, doubts from email_message where class = 'decision'`,
      );
      const batches = await client.query(`select 1 from release_batch where state = 'released'`);
      const times = rows.map((row) => ({ ...row, n: relay.taken.get(row.message_id) ?? 0 }));
      const twice = times.filter(({ n }) => n > 1);
      return {
        killed: this.killed,
        letters: rows.length,
        taken: times.filter(({ n }) => n > 0).length,
        lost: times.filter(({ n }) => n === 0).length,
        twice: twice.length,
        twiceUnflagged: twice.filter(({ doubts }) => doubts === 0).length,
        batches: batches.rows.length,
      };
    });
  }

  private async query<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.ground.databaseUrl() });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Takes the tables away from a worker that uses them; false when PostgreSQL chose this session to break a deadlock between the two. */
async function dropQueue(client: Client): Promise<boolean> {
  try {
    await client.query('drop schema if exists bullmq cascade');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '40P01') return false;
    throw error;
  }
}
