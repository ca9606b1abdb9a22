import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../../../../tools/postgres/embedded-postgres';
import { freePort } from '../../../../tools/postgres/free-port';
import { migrate } from '../platform/database/migrate';

export const templateDatabase = 'convoke_template';

const running = globalThis as { stopTestDatabase?: () => Promise<void> };

/** What runs in processes of its own runs compiled. */
async function compile(): Promise<void> {
  const tool = join(__dirname, '../../../../tools/build-server.mjs');
  const { buildServer } = (await import(tool)) as { buildServer(): Promise<number> };
  await buildServer();
}

/** One PostgreSQL per jest run with one migrated template; every spec file clones it. */
export default async function globalSetup(): Promise<void> {
  await compile();
  const dataDir = await mkdtemp(join(tmpdir(), 'convoke-test-'));
  const postgres = await EmbeddedPostgres.start({
    dataDir,
    port: await freePort(),
    password: 'test',
    durable: false,
    settings: { max_connections: '200', shared_buffers: '256MB', autovacuum: 'off' },
  });
  running.stopTestDatabase = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  process.once('exit', () => postgres.stopNow());
  const admin = new Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${templateDatabase}`);
  await admin.end();
  await migrate(postgres.url(templateDatabase));
  process.env['CONVOKE_TEST_POSTGRES'] = postgres.url('postgres');
}
