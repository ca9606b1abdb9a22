// `npm run e2e -- NAME`: starts the demo on data of its own and drives it with a real browser through the journeys whose file
// name contains NAME (all of them without a name). `E2E_URL` takes a product that is running already, `DATA_DIR` then says where.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules/.bin/node');
const scratch = await mkdtemp(join(tmpdir(), 'convoke-e2e-'));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const dataDir = process.env.E2E_URL ? process.env.DATA_DIR : join(scratch, 'data');

async function startProduct() {
  const port = await freePort();
  const product = spawn(node, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    product.once('exit', (code) => reject(new Error(`The product did not start (${code}).`)));
    product.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      const ready = /Convoke is ready: (\S+)/.exec(String(chunk));
      if (ready) resolve(ready[1]);
    });
  });
  const stop = async () => {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}

/** Unpacked into a folder of our own: an older Chromium that lies in the common one would be taken as it is. */
async function chromium() {
  const folder = join(scratch, 'chromium');
  await mkdir(folder);
  process.env.TMPDIR = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: packed.args };
}

async function jest(env) {
  const report = process.env.E2E_REPORT ? ['--json', `--outputFile=${process.env.E2E_REPORT}`] : [];
  const names = process.argv.slice(2).map((name) => `apps/e2e/src/[^/]*${name}`);
  const flags = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
  const child = spawn(node, [...flags, '-c', 'apps/e2e/jest.config.mjs', '--runInBand', ...report, ...names], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env, TZ: 'UTC' },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

let code = 1;
let product;
try {
  if (!existsSync(join(root, 'apps/e2e/jest.config.mjs'))) throw new Error('There are no journeys in apps/e2e.');
  product = process.env.E2E_URL ? { url: process.env.E2E_URL, stop: async () => undefined } : await startProduct();
  const browser = await chromium();
  code = await jest({
    E2E_URL: product.url,
    E2E_DATA_DIR: dataDir ?? join(root, '.data'),
    E2E_CHROMIUM: browser.path,
    E2E_CHROMIUM_ARGS: JSON.stringify(browser.args),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
} finally {
  await product?.stop();
  await rm(scratch, { recursive: true, force: true });
}
process.exit(code);
