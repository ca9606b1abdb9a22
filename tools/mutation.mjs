// `npm run test:mutation`: puts one seeded fault at a time into the code and runs the specs that must notice; a fault that passes
// unnoticed is a failure. `npm run test:mutation -- pure` tries those of the access rules alone, as `npm test` does.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pureFaults, serverFaults } from './mutation/faults.mjs';
import apiConfig from '../apps/api/jest.config.mjs';
import libsConfig from '../libs/jest.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const configs = { api: apiConfig, libs: libsConfig };

/** The jest project of one fault: the specs that must notice it, compiled with the fault in place. */
function projectOf(fault) {
  const { testTimeout: _, ...config } = configs[fault.suite];
  const transform = Object.fromEntries(
    Object.entries(config.transform).map(([pattern, [, swc]]) => [
      pattern,
      [join(root, 'tools/mutation/transform.cjs'), { fault, swc }],
    ]),
  );
  const testMatch = fault.specs.map((spec) => `<rootDir>/${spec}`);
  return { ...config, displayName: fault.name, transform, testMatch };
}

/** Runs the projects of some faults in one jest; answers what was noticed of each. */
async function jest(faults, scratch, n) {
  const report = join(scratch, `report-${n}.json`);
  const config = join(scratch, `jest-${n}.json`);
  const testTimeout = faults.some(({ suite }) => suite === 'api') ? 60_000 : 20_000;
  const reporters = [[join(root, 'tools/mutation/reporter.cjs'), { file: report }]];
  await writeFile(config, JSON.stringify({ rootDir: root, testTimeout, reporters, projects: faults.map(projectOf) }));
  const flags = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
  const child = spawn(join(root, 'node_modules/.bin/node'), [...flags, '-c', config], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TZ: 'UTC' },
  });
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(await readFile(report, 'utf8'));
}

const pureOnly = process.argv.includes('pure');
const scratch = await mkdtemp(join(tmpdir(), 'convoke-mutation-'));
const rows = [];
try {
  // the pure ones share one run; of the server's, each has a database of its own
  const runs = [pureFaults, ...(pureOnly ? [] : serverFaults.map((fault) => [fault]))];
  for (const [n, faults] of runs.entries()) {
    const { caught, broken } = await jest(faults, scratch, n);
    for (const { name } of faults) {
      const error = broken.find((line) => line.startsWith(`${name}: `));
      const noticed = error === undefined && caught[name] > 0;
      rows.push({ name, noticed });
      process.stdout.write(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${name}${error ? ` (${error})` : ''}\n`);
    }
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
const passed = rows.filter(({ noticed }) => noticed).length;
if (process.env.MUTATION_REPORT)
  await writeFile(process.env.MUTATION_REPORT, JSON.stringify({ passed, failed: rows.length - passed }));
process.stdout.write(`${passed} noticed, ${rows.length - passed} unnoticed\n`);
process.exit(passed === rows.length ? 0 : 1);
