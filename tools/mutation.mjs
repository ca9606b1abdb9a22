// `npm run test:mutation`: puts one seeded fault at a time into the code and runs the specs that must notice; a fault that passes
// unnoticed is a failure. `npm run test:mutation -- pure` tries those of the access rules alone, as `npm test` does;
// `-- fit` only checks that each still fits the code; `-- named WORD…` tries those whose name has one of the words.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pureFaults, serverFaults } from './mutation/faults.mjs';
import apiConfig from '../apps/api/jest.config.mjs';
import libsConfig from '../libs/jest.config.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const configs = { api: apiConfig, libs: libsConfig };
const faults = [...pureFaults, ...serverFaults];

/** Why a fault cannot be tried: the code or a spec that it names is no longer there. */
async function misfit({ file, find, specs }) {
  const missing = [file, ...specs].filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) return `there is no ${missing.join(', ')}`;
  const times = (await readFile(join(root, file), 'utf8')).split(find).length - 1;
  return times === 1 ? null : `found ${times} times in ${file}`;
}

/** The jest project of one fault: the specs that must notice it, compiled with the fault in place. */
function projectOf(fault) {
  const { testTimeout: _, ...config } = configs[fault.suite];
  const transform = Object.fromEntries(
    Object.entries(config.transform).map(([pattern, [, swc]]) => [
      pattern,
      [join(root, 'tools/mutation/transform.cjs'), { fault, swc }],
    ]),
  );
  return {
    ...config,
    // one name for the projects of a suite: what a fault does not touch is compiled once
    id: `convoke-mutation-${fault.suite}`,
    displayName: fault.name,
    testEnvironment: join(root, 'tools/mutation/environment.cjs'),
    testMatch: fault.specs.map((spec) => `<rootDir>/${spec}`),
    transform,
  };
}

/** Tries faults in one jest, with one PostgreSQL; says of each when it is known, and answers which were noticed. */
async function tried(faults) {
  const scratch = await mkdtemp(join(tmpdir(), 'convoke-mutation-'));
  try {
    const report = join(scratch, 'report.json');
    const config = join(scratch, 'jest.json');
    const testTimeout = faults.some(({ suite }) => suite === 'api') ? 120_000 : 20_000;
    const specs = Object.fromEntries(faults.map(({ name, specs }) => [name, specs.length]));
    const reporters = [[join(root, 'tools/mutation/reporter.cjs'), { file: report, specs }]];
    await writeFile(
      config,
      JSON.stringify({ rootDir: root, testTimeout, reporters, maxWorkers: 2, projects: faults.map(projectOf) }),
    );
    const flags = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
    const child = spawn(join(root, 'node_modules/.bin/node'), [...flags, '-c', config], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TZ: 'UTC', PROOF: 'least' },
    });
    await new Promise((resolve) => child.once('close', resolve));
    return JSON.parse(await readFile(report, 'utf8'));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const [mode, ...words] = process.argv.slice(2);
const asked =
  mode === 'pure'
    ? pureFaults
    : mode === 'named'
      ? faults.filter(({ name }) => words.some((w) => name.includes(w)))
      : faults;
let passed = 0;
let failed = 0;
for (const fault of faults) {
  const why = await misfit(fault);
  if (why === null) continue;
  failed += 1;
  process.stdout.write(`DOES NOT FIT  ${fault.name}: ${why}\n`);
}
if (failed === 0) passed = 1;
if (failed === 0 && mode !== 'fit') {
  const noticed = await tried(asked);
  const unnoticed = asked.filter(({ name }) => !noticed.includes(name));
  passed += asked.length - unnoticed.length;
  failed += unnoticed.length;
}
if (process.env.MUTATION_REPORT) await writeFile(process.env.MUTATION_REPORT, JSON.stringify({ passed, failed }));
if (passed > 0) process.stdout.write(`All ${faults.length} faults fit the code.\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
