// `npm run test:faults`: a release of a thousand letters while the worker is killed two hundred times, with a mail server that can be
// asked and with one that cannot. `npm run test:faults -- --short` is the same in small, as `npm test` runs it; `--kills 50` kills so often.
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ownNode = join(root, 'node_modules/.bin/node');
if (Number(process.versions.node.split('.')[0]) < 24 && existsSync(ownNode)) {
  process.exit(spawnSync(ownNode, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}
await (await import('./build-server.mjs')).buildServer();
const { run } = createRequire(import.meta.url)(join(root, 'dist/server/tools/faults/faults.js'));
const kills = Number(process.argv[process.argv.indexOf('--kills') + 1]) || undefined;
process.exitCode = await run(process.argv.includes('--short'), kills, root);
