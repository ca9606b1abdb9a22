import type { AddCommand } from './commands';
import { Impossible } from './impossible';

export const health: AddCommand = (program) => {
  program
    .command('health')
    .description('ask the running product whether it is ready (PUBLIC_URL, or PORT on this machine)')
    .action(async () => {
      const base = process.env['PUBLIC_URL'] || `http://127.0.0.1:${process.env['PORT'] || 3000}`;
      const answer = await fetch(new URL('/health/ready', base), { signal: AbortSignal.timeout(5000) }).catch(() => {
        throw new Impossible(`Nothing answers at ${base}.`);
      });
      process.stdout.write(`${await answer.text()}\n`);
      if (!answer.ok) throw new Impossible(`Not ready (${answer.status}).`);
    });
};
