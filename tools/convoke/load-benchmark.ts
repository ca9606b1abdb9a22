import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument } from 'commander';
import { generateConference, scales, type Scale } from '../bench/generate';
import type { AddCommand } from './commands';
import { loadAndTell } from './load-conference';
import { withPlace } from './with-database';

export const loadBenchmark: AddCommand = (program, { root }) => {
  program
    .command('load-benchmark')
    .description('make a synthetic conference (100, 1,000, 2,000 or 10,000 papers) and load it')
    .addArgument(new Argument('<scale>', 'its size').choices(Object.keys(scales)))
    .option('--slug <slug>', 'address of the call; bench-<scale> unless given')
    .action(async (scale: Scale, options: { slug?: string }) => {
      const folder = await mkdtemp(join(tmpdir(), 'convoke-conference-'));
      try {
        generateConference(scale, folder);
        const slug = options.slug ?? `bench-${scale.toLowerCase()}`;
        await withPlace(root, ({ databaseUrl }) => loadAndTell(databaseUrl, folder, slug));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
};
