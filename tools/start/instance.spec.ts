import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock, openInstance } from './instance';

describe('an instance on the embedded database', () => {
  let dataDir: string;

  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'convoke-instance-'))));
  afterEach(() => rm(dataDir, { recursive: true }));

  it('keeps its secrets and its port from one start to the next', async () => {
    const first = await openInstance(dataDir, false);
    expect(first.mode).toBe('demo');
    expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(await openInstance(dataDir, false)).toEqual(first);
  });

  it('stays a demo, and a real one stays real', async () => {
    await openInstance(dataDir, false);
    await expect(openInstance(dataDir, true)).rejects.toThrow('holds the demo');
    const real = await mkdtemp(join(tmpdir(), 'convoke-instance-'));
    await openInstance(real, true);
    expect((await openInstance(real, false)).mode).toBe('embedded');
    await rm(real, { recursive: true });
  });

  it('runs once on the same data', () => {
    const unlock = lock(dataDir);
    expect(() => lock(dataDir)).toThrow(`already running on ${dataDir} (process ${process.pid})`);
    unlock();
    lock(dataDir)();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 999_999_999, startedAt: '1' })],
    ['a number that another process has now', JSON.stringify({ pid: process.pid, startedAt: 'earlier' })],
    ['a file cut short', '{"pid":'],
  ])('is not held up by %s', async (_, left) => {
    await writeFile(join(dataDir, 'running.json'), left);
    lock(dataDir)();
  });
});
