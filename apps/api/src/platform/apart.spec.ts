import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Hostility } from '../testing/hostile-task';
import { apart, DiedApart, type Handed } from './apart';

const script = join(__dirname, '../testing/hostile-task.ts');
const limits = { seconds: 1, megabytes: 200, bytesBack: 1024 * 1024 };
const content = (): Readable => Readable.from([Buffer.from('a file')]);
const run = (deed: Hostility): Promise<Handed> => apart(script, deed, content(), limits);

describe('A task apart', () => {
  it('hands back its answer and what it made', async () => {
    expect(await run('none')).toEqual({ answer: { of: 'done', bytes: 6 }, bytes: Buffer.from('made') });
  });

  it.each<[Hostility, DiedApart['reason']]>([
    ['loop', 'too_slow'],
    ['fill_heap', 'too_big'],
    ['fill_memory', 'too_big'],
    ['pour', 'too_big'],
    ['crash', 'crashed'],
    ['never_end', 'too_slow'],
  ])('that does "%s" dies alone, and it is said why: %s', async (deed, reason) => {
    const [died, other] = await Promise.all([run(deed).catch((error: unknown) => error), run('none')]);
    expect(died).toBeInstanceOf(DiedApart);
    expect((died as DiedApart).reason).toBe(reason);
    expect(other.answer).toEqual({ of: 'done', bytes: 6 });
  });

  it('knows no secrets and can read only the program', async () => {
    const { answer } = await run('look_around');
    expect(answer).toMatchObject({
      of: { environment: ['PWD'], secrets: 'ERR_ACCESS_DENIED', write: false, run: false },
    });
  });
});
