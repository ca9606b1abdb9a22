import { Socket } from 'node:net';
import { DataSource, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { databaseOptions } from './data-source';
import { PreparingClient } from './preparing-client';
import { reading } from './reading';

describe('a connection that prepares', () => {
  let database: TestDatabase;
  let client: PreparingClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new PreparingClient({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const prepared = async (): Promise<string[]> =>
    (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
      ({ statement }) => statement,
    );

  it('keeps a statement with parameters from the second time on, and answers as before', async () => {
    const answers: number[] = [];
    for (const n of [1, 2, 3]) {
      const { rows } = await client.query<{ n: number }>('select $1::int + 1 as n', [n]);
      answers.push(rows[0]?.n ?? 0);
    }
    expect(answers).toEqual([2, 3, 4]);
    expect(await prepared()).toEqual(['select $1::int + 1 as n']);
  });

  it('does not keep what came once, or has no parameters', async () => {
    await client.query('select $1::int as once', [1]);
    for (let n = 0; n < 3; n += 1) await client.query('select 7 as plain');
    expect((await prepared()).filter((statement) => /once|plain/.test(statement))).toEqual([]);
  });

  it('is as usable after a refused statement as before', async () => {
    const divide = (n: number) => client.query<{ n: number }>('select 10 / $1::int as n', [n]);
    await divide(1);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect((await divide(5)).rows).toEqual([{ n: 2 }]);
  });
});

describe('an answer that is read at once', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource(databaseOptions({ url: database.url })).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const ask = (manager: EntityManager, n: number) =>
    manager.query<{ n: number; process: number }[]>('select $1::int as n, pg_backend_pid() as process', [n]);

  it('comes over one connection, asked for in one packet, each statement with its own answer', async () => {
    const packets = jest.spyOn(Socket.prototype, '_writev' as never);
    const single = jest.spyOn(Socket.prototype, '_write' as never);
    try {
      const answers = await reading(source, async (manager) => {
        await ask(manager, 0);
        packets.mockClear();
        single.mockClear();
        const asked = Promise.all([1, 2, 3, 4].map((n) => ask(manager, n)));
        return { rows: (await asked).flat(), sent: packets.mock.calls.length + single.mock.calls.length };
      });
      expect(answers.rows.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
      expect(new Set(answers.rows.map(({ process }) => process)).size).toBe(1);
      expect(answers.sent).toBe(1);
    } finally {
      packets.mockRestore();
      single.mockRestore();
    }
  });

  it('gives its connection back, also where one of the statements is refused', async () => {
    for (let n = 0; n < 30; n += 1) {
      const failing = reading(source, (manager) =>
        Promise.all([ask(manager, n), manager.query('select 1 / $1::int', [0]), ask(manager, n)]),
      );
      await expect(failing).rejects.toMatchObject({ driverError: { code: '22012' } });
    }
    expect(await reading(source, (manager) => ask(manager, 7))).toMatchObject([{ n: 7 }]);
  });
});
