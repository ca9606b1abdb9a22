import { Injectable } from '@nestjs/common';
import { TestApp } from '../testing';
import { HandlesJob } from './queue';
import { BullQueue, JobWorker } from './queue-bullmq';

const backends: { backend: string; environment: Record<string, string> }[] = [
  { backend: 'PostgreSQL', environment: {} },
  ...(process.env['REDIS_URL'] ? [{ backend: 'Redis', environment: { REDIS_URL: process.env['REDIS_URL'] } }] : []),
];

describe.each(backends)('the job queue on $backend', ({ environment }) => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start({ environment })));
  afterAll(() => app.stop());

  /** A session that ended long ago: housekeeping removes it, so its absence shows that the job was done. */
  async function oldSession(): Promise<void> {
    const person = await app.given.person(
      `Ada ${Math.random()
        .toString(36)
        .replace(/[^a-z]/g, '')}`,
    );
    await app.signIn(person);
    await app.database.query(`update session set expires_at = $1`, ['2015-01-01T00:00:00Z']);
  }

  async function sessionsLeft(): Promise<number> {
    const [row] = await app.database.query<[{ n: number }]>(`select count(*)::int as n from session`);
    return row.n;
  }

  async function eventually(check: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('It did not happen within ten seconds.');
  }

  it('does what was enqueued before the worker started, and what comes after', async () => {
    await oldSession();
    await app.get(BullQueue).enqueue('sweep-housekeeping', {});
    await app.get(JobWorker).start({ sweeps: false });
    await eventually(async () => (await sessionsLeft()) === 0);
    await oldSession();
    await app.get(BullQueue).enqueue('sweep-housekeeping', {});
    await eventually(async () => (await sessionsLeft()) === 0);
  });

  it('holds a delayed job back', async () => {
    await oldSession();
    await app.get(BullQueue).enqueue('sweep-housekeeping', {}, { delayMs: 600 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await sessionsLeft()).toBe(1);
    await eventually(async () => (await sessionsLeft()) === 0);
  });

  it('sets the sweeps going, however often it is asked', async () => {
    await oldSession();
    const queue = app.get(BullQueue);
    await queue.schedule();
    await queue.schedule();
    await eventually(async () => (await sessionsLeft()) === 0);
  });

  it('is made anew by a worker that runs when all its tables are dropped', async () => {
    if (environment['REDIS_URL']) return;
    await app.database.query('drop schema bullmq cascade');
    await oldSession();
    await eventually(async () => {
      await app
        .get(BullQueue)
        .enqueue('sweep-housekeeping', {})
        .catch(() => undefined);
      return (await sessionsLeft()) === 0;
    });
  });
});

if (!process.env['REDIS_URL']) {
  it.todo('the job queue on Redis: not run, because REDIS_URL is not set');
}

@Injectable()
class SecondHousekeeping {
  @HandlesJob('sweep-housekeeping')
  async run(): Promise<void> {
    await Promise.resolve();
  }
}

describe('at the start', () => {
  it('a job with two handlers is refused', async () => {
    await expect(TestApp.start({ extra: { providers: [SecondHousekeeping] } })).rejects.toThrow(
      'Two handlers for the job sweep-housekeeping',
    );
  });
});
