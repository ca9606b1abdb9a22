import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { PreparingClient } from './preparing-client';

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
