// `npm start`: builds what changed, then starts the whole product with its own database. `npm start -- --empty` starts a real,
// empty instance instead of the demo. Plain JavaScript that any Node can read: it continues on the Node the project brings.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ownNode = join(root, 'node_modules/.bin/node');

if (Number(process.versions.node.split('.')[0]) < 24) {
  if (!existsSync(ownNode)) fail('The project is not installed yet. Run "npm ci" first.');
  process.exit(spawnSync(ownNode, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--empty');
if (unknown.length > 0) fail(`"npm start" knows only --empty, not ${unknown.join(' ')}.`);
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535) fail('PORT must be a number from 1 to 65535.');
if (!(await isFree(port, '127.0.0.1')) || !(await isFree(port, '0.0.0.0'))) {
  fail(
    `Port ${port} is taken by another program. Choose another one: PORT=${port === 3000 ? 3001 : port + 1} npm start`,
  );
}

/** The web application, built by nx: nothing to do when no source changed since. Output only matters when it fails. */
function buildWeb(stopping) {
  if (!existsSync(join(root, 'apps/web/project.json'))) return Promise.resolve(0);
  const started = performance.now();
  const nx = spawn(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'build', 'web'], {
    cwd: root,
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      // no helpers in groups of their own, which would outlive a build that is stopped
      NX_ISOLATE_PLUGINS: 'false',
      NX_TUI: 'false',
      NX_NO_CLOUD: 'true',
      CI: 'true',
      NG_CLI_ANALYTICS: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  stopping.addEventListener('abort', () => {
    try {
      process.kill(-nx.pid, 'SIGKILL');
    } catch {
      // already gone
    }
  });
  let said = '';
  for (const stream of [nx.stdout, nx.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    nx.once('error', reject);
    nx.once('close', (code) =>
      code === 0
        ? resolve(performance.now() - started)
        : reject(new Error(`The web application was not built:\n${said}`)),
    );
  });
}

const { buildServer } = await import('./build-server.mjs');
const started = performance.now();
await buildServer();
const serverMs = performance.now() - started;
const require = createRequire(import.meta.url);
const { start } = require(join(root, 'dist/server/tools/start/start.js'));
await start({ port, empty: process.argv.includes('--empty'), root, buildWeb, serverMs });
