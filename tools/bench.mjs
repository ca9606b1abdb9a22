// `npm run bench`: loads conferences of three sizes into an embedded stack of its own and measures the product over HTTP.
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
const { run } = createRequire(import.meta.url)(join(root, 'dist/server/tools/bench/bench.js'));
process.exitCode = await run(process.argv, root);
