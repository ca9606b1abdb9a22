import { migrate } from '../../apps/api/src/platform/database/migrate';
import type { AddCommand } from './commands';
import { withPlace } from './with-database';

export const migrateCommand: AddCommand = (program, { root }) => {
  program
    .command('migrate')
    .description('bring the schema of the database up to date')
    .action(() =>
      withPlace(root, async ({ databaseUrl }) => {
        const applied = await migrate(databaseUrl);
        process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'Nothing to do.\n');
      }),
    );
};
