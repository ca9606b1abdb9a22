import { Command, CommanderError } from 'commander';
import { ConfigError } from '../../apps/api/src/platform/config';
import { CannotStart } from '../start/instance';
import { commands } from './commands';
import { Impossible } from './impossible';

/** Runs one command of the operator's command line; answers the exit code. */
export async function run(argv: readonly string[], root: string): Promise<number> {
  const program = new Command('npm run convoke --')
    .description('Operate Convoke from the command line.')
    .addHelpText(
      'after',
      `
The database is the one of DATABASE_URL. Without it, it is the embedded one in DATA_DIR (.data unless set), whether the product
is running on it or not.`,
    )
    .exitOverride()
    .showHelpAfterError();
  for (const command of commands) command(program, { root });
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    const isTold = error instanceof Impossible || error instanceof CannotStart || error instanceof ConfigError;
    process.stderr.write(`${error instanceof Error ? (!isTold && error.stack) || error.message : String(error)}\n`);
    return 1;
  }
}
