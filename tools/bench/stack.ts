import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client } from 'pg';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { freePort } from '../postgres/free-port';
import { Child } from '../start/child';
import { databaseSettings } from '../start/start';
import { ensureDatabase } from '../start/first-steps';
import { cpuMilliseconds } from './cpu';
import { Caller } from './http';

export interface Served {
  origin: string;
  /** Processor time so far of the API and the database together. */
  cpu: () => number | null;
  stop: () => Promise<void>;
}

/** The product as `npm start` runs it, with a database cluster of its own in a folder that goes away again. */
export class Stack {
  private readonly secret = randomBytes(32).toString('base64url');

  private constructor(
    private readonly postgres: EmbeddedPostgres,
    private readonly folder: string,
    private readonly source: string,
  ) {}

  static async start(source: string): Promise<Stack> {
    const folder = await mkdtemp(join(tmpdir(), 'convoke-bench-'));
    await chmod(folder, 0o711);
    const port = await freePort();
    const password = randomBytes(18).toString('base64url');
    const dataDir = join(folder, 'postgres');
    const postgres = await EmbeddedPostgres.start({
      dataDir,
      port,
      password,
      durable: true,
      settings: databaseSettings,
    });
    return new Stack(postgres, folder, source);
  }

  /** An empty, migrated database: one per scale, so that a scale is measured alone. */
  async database(name: string): Promise<string> {
    await ensureDatabase(this.postgres.url('postgres'), name);
    const url = this.postgres.url(name);
    await migrate(url);
    return url;
  }

  /** API and worker on a database, until `stop`. */
  async serve(databaseUrl: string, name: string): Promise<Served> {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = {
      ...{ NODE_ENV: 'production', MODE: 'embedded', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: origin },
      ...{ DATABASE_URL: databaseUrl, SESSION_SECRET: this.secret, SMTP_URL: '', REDIS_URL: '' },
      FILES_URL: pathToFileURL(join(this.folder, `files-${name}`)).href,
    };
    const logFolder = join(this.folder, `log-${name}`);
    const api = await Child.start({ name: 'api', script: join(this.source, 'main.js'), env, logFolder });
    const worker = await Child.start({ name: 'worker', script: join(this.source, 'worker.js'), env, logFolder });
    const database = Number(readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    return {
      origin,
      cpu: () => cpuMilliseconds([api.pid, database]),
      stop: async () => {
        await worker.stop();
        await api.stop();
      },
    };
  }

  signIn(client: Client, origin: string, personId: string): Promise<Caller> {
    return signIn(client, this.secret, origin, personId);
  }

  async stop(): Promise<void> {
    Caller.close();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Somebody signed in: the session is written as signing in writes it, without the password's 40 ms. */
export async function signIn(client: Client, secret: string, origin: string, personId: string): Promise<Caller> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHmac('sha256', secret).update(`session:${token}`).digest();
  await client.query(
    `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
    [randomUUID(), personId, hash],
  );
  return new Caller(origin, `convoke=${token}`);
}
