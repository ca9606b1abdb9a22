import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { connect } from './data-source';

/** Any number that only migrating uses; two processes that start together migrate one after the other. */
const migrationLock = 6_283_185;

/** Brings the schema of the application and of the job queue up to date; answers the names of what was applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'convoke-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const database = await connect({ url: databaseUrl, applicationName: 'convoke-migrate' });
    try {
      const applied = await database.runMigrations({ transaction: 'each' });
      await runMigrations(client);
      return applied.map((migration) => migration.name);
    } finally {
      await database.destroy();
    }
  } finally {
    await client.end();
  }
}
