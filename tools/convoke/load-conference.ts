import { basename, resolve } from 'node:path';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { CryptoRandom } from '../../apps/api/src/platform/random';
import { slugOf } from '../../apps/api/src/calls/slug';
import { loadConference } from '../seed/conference/load-conference';
import { UnloadableConference } from '../seed/conference/problems';
import type { AddCommand } from './commands';
import { Impossible } from './impossible';
import { withPlace } from './with-database';

export const loadConferenceCommand: AddCommand = (program, { root }) => {
  program
    .command('load-conference')
    .description('load a conference with papers, committee, bids and reviews from files (see docs/formats.md)')
    .argument('<dir>', 'the folder with conference.json, papers.json and the four CSV files')
    .option('--slug <slug>', 'address of the call, as in /c/<slug>; the name of the folder unless given')
    .action((dir: string, options: { slug?: string }) => {
      // npm runs commands in the project's folder; a relative path is meant from where the person stands
      const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), dir);
      const slug = options.slug ?? slugOf(basename(folder), 'conference');
      return withPlace(root, ({ databaseUrl }) => loadAndTell(databaseUrl, folder, slug));
    });
};

/** Loads a folder into a database and says on the console what came of it. */
export async function loadAndTell(databaseUrl: string, folder: string, slug: string): Promise<void> {
  try {
    const means = { clock: new SystemClock(), random: new CryptoRandom() };
    const loaded = await loadConference({ databaseUrl, folder, slug, ...means });
    process.stdout.write(
      `Loaded /c/${loaded.slug}: ${loaded.papers} papers, ${loaded.reviewers} reviewers, ${loaded.reviews} reviews in ${loaded.seconds.toFixed(1)} s.\n`,
    );
  } catch (error) {
    if (error instanceof UnloadableConference) throw new Impossible(error.message);
    throw error;
  }
}
