import { execFile, execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** Who PostgreSQL runs as; `undefined` = as ourselves. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: then it runs as `postgres` where that account exists, else as `nobody`. */
export function databaseAccount(): Account {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody".');
}

/** Whether `account` can enter `folder` by its path (a parent may be closed to others: /root usually is). */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  if (!account) return true;
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }, (error) => resolve(!error));
  });
}
