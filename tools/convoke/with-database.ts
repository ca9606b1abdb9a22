import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSource } from 'typeorm';
import { Audit } from '../../apps/api/src/platform/audit';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { connect } from '../../apps/api/src/platform/database/data-source';
import { CryptoRandom } from '../../apps/api/src/platform/random';
import { UnitOfWork } from '../../apps/api/src/platform/unit-of-work';
import { embeddedUrl, EmbeddedPostgres } from '../postgres/embedded-postgres';
import { isFree } from '../postgres/free-port';
import { lock, type Instance } from '../start/instance';
import { Impossible } from './impossible';

export interface Place {
  databaseUrl: string;
  filesUrl: string;
  publicUrl: string;
}

export interface Operator {
  place: Place;
  database: DataSource;
  unitOfWork: UnitOfWork;
  audit: Audit;
  random: CryptoRandom;
}

/** Where the product's data is: as the environment says, else the embedded database, started for the while if it is not running. */
export async function withPlace<T>(root: string, work: (place: Place) => Promise<T>): Promise<T> {
  const env = process.env;
  const publicUrl = (env['PUBLIC_URL'] || `http://localhost:${env['PORT'] || 3000}`).replace(/\/+$/, '');
  const dataDir = resolve(root, env['DATA_DIR'] || '.data');
  const filesUrl = env['FILES_URL'] || pathToFileURL(join(dataDir, 'files')).href;
  if (env['DATABASE_URL']) return work({ databaseUrl: env['DATABASE_URL'], filesUrl, publicUrl });
  const instance = readInstance(dataDir);
  const port = instance.databasePort;
  const password = instance.databasePassword;
  if (!(await isFree(port))) {
    const databaseUrl = embeddedUrl({ dataDir: join(dataDir, 'postgres'), port, password }, 'convoke');
    return work({ databaseUrl, filesUrl, publicUrl });
  }
  const unlock = lock(dataDir);
  const postgres = await EmbeddedPostgres.start({ dataDir: join(dataDir, 'postgres'), port, password, durable: true });
  try {
    return await work({ databaseUrl: postgres.url('convoke'), filesUrl, publicUrl });
  } finally {
    await postgres.stop();
    unlock();
  }
}

/** `withPlace` with a connection and what a use case needs. */
export async function withDatabase<T>(root: string, work: (operator: Operator) => Promise<T>): Promise<T> {
  return withPlace(root, async (place) => {
    const database = await connect({ url: place.databaseUrl, applicationName: 'convoke-cli' });
    const random = new CryptoRandom();
    try {
      const unitOfWork = new UnitOfWork(database, new SystemClock());
      return await work({ place, database, unitOfWork, audit: new Audit(random), random });
    } finally {
      await database.destroy();
    }
  });
}

function readInstance(dataDir: string): Instance {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as Instance;
  } catch {
    throw new Impossible(
      `There is no database: DATABASE_URL is not set and ${dataDir} holds none. Run "npm start" once.`,
    );
  }
}
