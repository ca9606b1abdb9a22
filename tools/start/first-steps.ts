import { Client } from 'pg';
import { OneTimeLinks } from '../../apps/api/src/accounts/one-time-links';
import { issueSetUpLink } from '../../apps/api/src/accounts/set-up-link';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { connect } from '../../apps/api/src/platform/database/data-source';
import { CryptoRandom } from '../../apps/api/src/platform/random';
import { UnitOfWork } from '../../apps/api/src/platform/unit-of-work';
import { personName } from '../../apps/api/src/platform/database/person-name';

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

/** A link with which the first administrator is made, or null when there is one. Each start makes a new one. */
export async function setUpToken(databaseUrl: string): Promise<string | null> {
  const database = await connect({ url: databaseUrl, applicationName: 'convoke-start' });
  try {
    const clock = new SystemClock();
    const links = new OneTimeLinks(database, clock, new CryptoRandom());
    return await issueSetUpLink(new UnitOfWork(database, clock), links);
  } finally {
    await database.destroy();
  }
}

/** A few demo people to name on the console: who chairs, who writes, who reviews. */
export async function demoPeople(databaseUrl: string): Promise<{ name: string; address: string }[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; address: string }>(
      `select ${personName('p')} as name, e.address::text as address
         from person p join person_email e on e.person_id = p.id and e.is_primary
        where p.is_demo and p.given_name in ('Chidi', 'Ada', 'Ravi')
        order by array_position(array['Chidi', 'Ada', 'Ravi'], p.given_name)`,
    );
    return rows;
  });
}
