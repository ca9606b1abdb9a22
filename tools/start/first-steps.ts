import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';

async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'convoke-start' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the application's database inside the cluster on the first start. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Whether nobody has an account yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => (await client.query('select 1 from person limit 1')).rowCount === 0);
}

/**
 * A link with which the first administrator is made, or null when there is one. Each start makes a new link and ends the
 * former ones, so a link lost from the console is no loss.
 */
export async function setUpToken(databaseUrl: string): Promise<string | null> {
  return withClient(databaseUrl, async (client) => {
    if ((await client.query('select 1 from person where is_admin limit 1')).rowCount !== 0) return null;
    const token = randomBytes(32).toString('base64url');
    await client.query(`update one_time_token set used_at = now() where purpose = 'set_up' and used_at is null`);
    await client.query(
      `insert into one_time_token (id, purpose, token_hash, expires_at, created_at)
       values ($1, 'set_up', $2, now() + interval '7 days', now())`,
      [randomUUID(), createHash('sha256').update(token).digest()],
    );
    return token;
  });
}

/** A few demo people to name on the console: who chairs, who writes, who reviews. */
export async function demoPeople(databaseUrl: string): Promise<{ name: string; address: string }[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; address: string }>(
      `select p.given_name || ' ' || p.family_name as name, e.address::text as address
         from person p join person_email e on e.person_id = p.id and e.is_primary
        where p.is_demo and p.given_name in ('Chidi', 'Ada', 'Ravi')
        order by array_position(array['Chidi', 'Ada', 'Ravi'], p.given_name)`,
    );
    return rows;
  });
}
