import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { Config } from './config';
import { LocalFiles } from './files';
import { CryptoRandom } from './random';

describe('local files', () => {
  let folder: string;
  let files: LocalFiles;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'convoke-files-'));
    const config = Config.fromEnvironment({
      DATABASE_URL: 'postgres://localhost/none',
      FILES_URL: pathToFileURL(folder).href,
      PUBLIC_URL: 'http://localhost',
      SESSION_SECRET: 'x'.repeat(32),
    });
    files = new LocalFiles(config, new CryptoRandom());
  });

  afterEach(() => rm(folder, { recursive: true }));

  const everything = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

  it('keeps a file under the hash of its content', async () => {
    const stored = await files.put(Readable.from([Buffer.from('%PDF-'), Buffer.from('1.7')]), { maxBytes: 100 });
    const hash = createHash('sha256').update('%PDF-1.7').digest('hex');
    const whole = Buffer.from('%PDF-1.7');
    expect(stored).toMatchObject({ hash, bytes: 8, head: whole });
    expect(stored.end(100)).toEqual(whole);
    expect(stored.end(3)).toEqual(whole.subarray(-3));
    expect((await everything()).map((entry) => entry.parentPath)).toEqual([
      join(folder, hash.slice(0, 2), hash.slice(2, 4)),
    ]);
  });

  it('keeps the same content once', async () => {
    for (let i = 0; i < 2; i += 1) await files.put(Readable.from([Buffer.from('same')]), { maxBytes: 100 });
    expect(await everything()).toHaveLength(1);
  });

  it('gives back the whole or a range', async () => {
    const { hash } = await files.put(Readable.from([Buffer.from('0123456789')]), { maxBytes: 100 });
    const whole = await files.open(hash);
    expect([await text(whole.content), whole.bytes]).toEqual(['0123456789', 10]);
    expect(await text((await files.open(hash, { start: 2, end: 4 })).content)).toBe('234');
  });

  it('gives the first 64 KiB for telling the type', async () => {
    const stored = await files.put(Readable.from([Buffer.alloc(50_000), Buffer.alloc(50_000)]), { maxBytes: 100_000 });
    expect(stored.bytes).toBe(100_000);
    expect(stored.head).toHaveLength(65_536);
  });

  it('gives the last mebibyte, and every byte again, of a file that came in odd pieces', async () => {
    const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, n) => (n * 31) % 251));
    const pieces = Array.from({ length: 43 }, (_, n) => content.subarray(n * 70_001, (n + 1) * 70_001));
    const stored = await files.put(Readable.from(pieces), { maxBytes: 3_000_000 });
    expect(stored.end(70_000).equals(content.subarray(-70_000))).toBe(true);
    expect(stored.end(Infinity).equals(content.subarray(-1024 * 1024))).toBe(true);
    expect(stored.hash).toBe(createHash('sha256').update(content).digest('hex'));
    expect((await buffer((await files.open(stored.hash)).content)).equals(content)).toBe(true);
  });

  it('takes exactly the limit and refuses one byte more, leaving nothing', async () => {
    await expect(files.put(Readable.from([Buffer.alloc(10)]), { maxBytes: 10 })).resolves.toMatchObject({ bytes: 10 });
    await rm(folder, { recursive: true });
    const tooMuch = files.put(Readable.from([Buffer.alloc(10), Buffer.alloc(1)]), { maxBytes: 10 });
    await expect(tooMuch).rejects.toMatchObject({ code: 'file_too_large' });
    expect(await everything()).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = new Readable({ read() {} });
    broken.push(Buffer.alloc(1000));
    setTimeout(() => broken.destroy(new Error('aborted')), 20);
    await expect(files.put(broken, { maxBytes: 10_000 })).rejects.toMatchObject({ code: 'upload_aborted' });
    expect(await everything()).toEqual([]);
  });

  it('leaves nothing when the client goes away without an error', async () => {
    const silent = new Readable({ read() {} });
    silent.push(Buffer.alloc(1000));
    setTimeout(() => silent.destroy(), 20);
    await expect(files.put(silent, { maxBytes: 10_000 })).rejects.toMatchObject({ code: 'upload_aborted' });
    expect(await everything()).toEqual([]);
  });

  it.each(['../../etc/passwd', '', 'f'.repeat(63), 'F'.repeat(64)])('knows no file called "%s"', async (name) => {
    await expect(files.open(name)).rejects.toMatchObject({ code: 'not_found' });
  });
});
