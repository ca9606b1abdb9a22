import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const template = 'convoke_template';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated, empty database for one spec file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['CONVOKE_TEST_POSTGRES'];
  if (!server) throw new Error('No test database: run specs with "node tools/jest.mjs api".');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(server, `drop database ${name} with (force)`) };
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
