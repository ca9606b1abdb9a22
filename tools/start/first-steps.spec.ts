import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/testing/test-database';
import { setUpToken } from './first-steps';

describe('The link for the first administrator', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const ask = async (sql: string): Promise<number> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  };

  it('is made anew at each start, ends the one before, and is not made once there is an administrator', async () => {
    const [one, two] = [await setUpToken(database.url), await setUpToken(database.url)];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(two).not.toBe(one);
    expect(await ask(`select 1 from one_time_token where purpose = 'set_up' and used_at is null`)).toBe(1);
    await ask(
      `insert into person (id, given_name, family_name, is_admin, created_at) values (gen_random_uuid(), 'Chidi', 'Eze', true, now())`,
    );
    expect(await setUpToken(database.url)).toBeNull();
  });
});
