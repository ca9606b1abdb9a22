import { readFileSync } from 'node:fs';
import { doApart } from '../platform/apart';

/** What files made to do harm do to a program that reads them. */
export type Hostility = 'loop' | 'fill_heap' | 'fill_memory' | 'crash' | 'never_end' | 'pour' | 'look_around' | 'none';

const deeds: Readonly<Record<Hostility, () => unknown>> = {
  loop: () => {
    for (;;) Math.sqrt(2);
  },
  fill_heap: () => {
    const all: object[] = [];
    for (;;) all.push({ more: all.length });
  },
  fill_memory: () => {
    const all: Buffer[] = [];
    for (;;) all.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  crash: () => {
    throw new Error('crashed');
  },
  never_end: () => new Promise(() => setInterval(() => undefined, 1000)),
  pour: () => undefined,
  look_around: () => ({
    environment: Object.keys(process.env).filter((name) => !name.startsWith('NODE_CHANNEL')),
    secrets: attempt(() => readFileSync('/etc/passwd', 'utf8')),
    write: process.permission.has('fs.write'),
    run: process.permission.has('child'),
  }),
  none: () => 'done',
};

function attempt(deed: () => unknown): string {
  try {
    deed();
    return 'done';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'refused';
  }
}

if (process.send)
  doApart(async (deed: Hostility, content) => ({
    answer: { of: await deeds[deed](), bytes: content.length },
    bytes: deed === 'pour' ? Buffer.alloc(4 * 1024 * 1024) : Buffer.from('made'),
  }));
