// Runs jest on the project's own Node with the flag it needs: `node tools/jest.mjs api [paths…]` or `… libs [paths…]`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const configs = { api: 'apps/api/jest.config.mjs', libs: 'libs/jest.config.mjs', web: 'apps/web/jest.config.mjs' };
const [suite, ...rest] = process.argv.slice(2);
const config = configs[suite];
if (!config) {
  process.stderr.write(`Say which suite: ${Object.keys(configs).join(', ')}\n`);
  process.exit(2);
}
const { status } = spawnSync(
  join(root, 'node_modules/.bin/node'),
  ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), '-c', config, ...rest],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
);
process.exit(status ?? 1);
