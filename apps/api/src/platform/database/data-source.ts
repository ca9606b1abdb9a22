import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { PostgresNaming } from './postgres-naming';
import { PreparingClient } from './preparing-client';

export interface DatabaseSettings {
  url: string;
  poolSize?: number;
  applicationName?: string;
}

/** How every process of Convoke talks to PostgreSQL. The schema changes by migrations alone. */
export function databaseOptions(settings: DatabaseSettings) {
  return {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName ?? 'convoke',
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    migrationsRun: false,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: settings.poolSize ?? 10,
    logging: false,
    extra: {
      // the address as it is: TypeORM's own reading of it knows neither sockets nor TLS
      connectionString: settings.url,
      Client: PreparingClient,
      // statements that are begun at once are sent at once, and carried out in their order
      pipeline: true,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 10_000,
    },
  } as const satisfies DataSourceOptions;
}

/** A connected data source without entities, for tools that speak SQL. The caller destroys it. */
export async function connect(settings: DatabaseSettings): Promise<DataSource> {
  return new DataSource({ ...databaseOptions(settings), poolSize: 2 }).initialize();
}
