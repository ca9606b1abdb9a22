import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { databaseOptions } from './data-source';
import { migrate } from './migrate';

describe('the schema', () => {
  let database: TestDatabase;

  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('is what the entities say: after migrating nothing is left to change', async () => {
    const source = join(__dirname, '../..');
    const files: string[] = [];
    for await (const file of glob('**/*.entity.ts', { cwd: source })) files.push(file);
    expect(files.length).toBeGreaterThan(20);
    const modules = await Promise.all(files.map(async (file) => (await import(join(source, file))) as object));
    const entities = modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === 'function');
    const dataSource = await new DataSource({ ...databaseOptions({ url: database.url }), entities }).initialize();
    try {
      const left = await dataSource.driver.createSchemaBuilder().log();
      expect(left.upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('migrates a second time without doing anything', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it('keeps the queue apart', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as tables from information_schema.tables where table_schema = 'bullmq'`,
    );
    await client.end();
    expect(rows[0].tables).toBeGreaterThan(3);
  });
});
