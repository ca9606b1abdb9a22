import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateConference } from './generate';

describe('a synthetic conference', () => {
  it('is the same for the same seed and another for another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'convoke-generated-'));
    const papers = async (name: string, seed?: number): Promise<string> => {
      generateConference('S', join(folder, name), seed);
      return readFile(join(folder, name, 'papers.json'), 'utf8');
    };
    expect(await papers('a')).toBe(await papers('b'));
    expect(await papers('c', 1)).not.toBe(await papers('a'));
    await rm(folder, { recursive: true, force: true });
  });
});
