import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { embeddedUrl, EmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres';
import { freePort } from './free-port';

/** How the server says it is asked: null means through a socket. */
async function addressSeen(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ address: string | null }>('select inet_server_addr()::text as address');
  await client.end();
  return rows[0]?.address ?? null;
}

describe('the embedded database', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convoke-embedded-'));
    await chmod(folder, 0o711);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const optionsFor = async (dataDir: string): Promise<EmbeddedOptions> => ({
    ...{ dataDir, port: await freePort(), password: 'a:b/c?d', durable: false },
  });

  it('is reached through a socket in its folder, and comes back after it was killed', async () => {
    const options = await optionsFor(join(folder, 'data'));
    const first = await EmbeddedPostgres.start(options);
    expect(await addressSeen(first.url('postgres'))).toBeNull();
    expect(await addressSeen(embeddedUrl(options, 'postgres'))).toBeNull();
    const [pid] = (await readFile(join(options.dataDir, 'postmaster.pid'), 'utf8')).split('\n');
    first.onExit(() => undefined);
    process.kill(Number(pid), 'SIGKILL');
    await pause(300);
    // the number of the killed one is in use again, by something that is no database
    const lock = join(options.dataDir, `.s.PGSQL.${options.port}.lock`);
    await writeFile(lock, (await readFile(lock, 'utf8')).replace(String(pid), String(process.pid)));
    const second = await EmbeddedPostgres.start(options);
    expect(await addressSeen(second.url('postgres'))).toBeNull();
    await second.stop();
  });

  it('is reached by TCP where the path of its folder is too long for a socket', async () => {
    const long = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(long, { recursive: true });
    const postgres = await EmbeddedPostgres.start(await optionsFor(join(long, 'data')));
    expect(postgres.url('postgres')).not.toContain('?');
    expect(await addressSeen(postgres.url('postgres'))).toContain('127.0.0.1');
    await postgres.stop();
  });
});
