// `npm run convoke -- COMMAND`: the operator's command line. In an image everything is built already (CONVOKE_BUILT=1).
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (!process.env.CONVOKE_BUILT) await (await import('./build-server.mjs')).buildServer();
const { run } = createRequire(import.meta.url)(join(root, 'dist/server/tools/convoke/convoke.js'));
process.exitCode = await run(process.argv, root);
