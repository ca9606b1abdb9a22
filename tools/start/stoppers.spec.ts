import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('stopping', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'convoke-stop-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops in order at %s, also when nobody reads any more',
    async (signal) => {
      const file = join(folder, signal);
      const script = `
      import { appendFileSync } from 'node:fs';
      import { Stoppers } from ${JSON.stringify(join(__dirname, 'stoppers.ts'))};
      const stoppers = new Stoppers();
      for (const name of ['first', 'second'])
        stoppers.add(async () => { process.stderr.write(name); await new Promise((done) => setTimeout(done, 20)); appendFileSync(${JSON.stringify(file)}, name + ' '); });
      setInterval(() => undefined, 1000);
      process.stdout.write('up');`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      await once(child.stdout, 'data');
      child.stdout.destroy();
      child.stderr.destroy();
      const ended = once(child, 'exit');
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(await readFile(file, 'utf8')).toBe('second first ');
    },
  );
});
