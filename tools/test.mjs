// `npm test`: every check, one after the other, going on after a failure; a table and one last line at the end.
// `npm test -- server` runs only the suites whose name contains one of the words given; `npm test -- all` also those that take long.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const node = bin('node');
const scratch = await mkdtemp(join(tmpdir(), 'convoke-results-'));
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  TZ: 'UTC',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
};
const notRun = [];

function run(command, args, extra = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...extra } });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Checks that pass or fail as one each, at the same time. */
async function check(commands) {
  const codes = await Promise.all(commands.map(([command, ...args]) => run(command, args)));
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: commands.length - failed, failed };
}

/** A jest run, counted by its own report; a file that could not run at all counts as one failure. */
async function jest(config, args = [], extra = {}) {
  const report = join(scratch, `${randomUUID()}.json`);
  const flags = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
  const lanes = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
  const code = await run(node, [...flags, '-c', config, lanes, '--json', `--outputFile=${report}`, ...args], extra);
  return counted(report, code);
}

async function counted(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(await readFile(report, 'utf8'));
  for (const file of result.testResults ?? [])
    for (const test of file.assertionResults ?? [])
      if (test.status === 'todo' || test.status === 'pending') notRun.push(test.fullName || test.title);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** A Redis where one was named or the machine has one: started once, for every suite that wants it. */
async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => undefined };
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
  const child = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', scratch], {
    stdio: 'ignore',
  });
  await pause(500);
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill() };
}

let started;
const redis = () => (started ??= startRedis());

async function server() {
  const running = await redis();
  return jest('apps/api/jest.config.mjs', [], running ? { REDIS_URL: running.url } : {});
}

/** The matrix and the two worlds through HTTP, in all modes and phases. */
const matrix = () => jest('apps/api/jest.config.mjs', ['testing/proof/(visible|worlds)'], { PROOF: 'full' });

/** Seeded faults, each of which a spec must notice: those in the access rules, or all. */
async function faults(which) {
  const report = join(scratch, 'faults.json');
  const code = await run(node, ['tools/mutation.mjs', which], { MUTATION_REPORT: report });
  if (!existsSync(report)) return { passed: 0, failed: code || 1 };
  return JSON.parse(await readFile(report, 'utf8'));
}

/** A release while the worker is killed again and again: five times, or fifty. `npm run test:faults` kills it two hundred times. */
async function crashes() {
  const report = join(scratch, 'crashes.json');
  const length = isAll ? ['--kills', '50'] : ['--short'];
  const code = await run(node, ['tools/faults.mjs', ...length], { FAULTS_REPORT: report });
  if (!existsSync(report)) return { passed: 0, failed: code || 1 };
  return JSON.parse(await readFile(report, 'utf8'));
}

async function journeys(names = [], extra = {}) {
  const report = join(scratch, `e2e-${names.join('-')}.json`);
  const code = await run(node, ['tools/e2e.mjs', ...names], { ...extra, E2E_REPORT: report });
  return counted(report, code);
}

/** In the other suites jobs are kept in PostgreSQL, as `npm start` keeps them. */
async function onRedis() {
  const running = await redis();
  if (running) return journeys(['life-of-a-call'], { REDIS_URL: running.url });
  notRun.push(
    'the life of a call with its jobs on Redis (REDIS_URL is not set and there is no redis-server on the PATH)',
  );
  return { passed: 0, failed: 0 };
}

const nx = [node, join(root, 'node_modules/nx/dist/bin/nx.js')];

/** The rule on which project may import which reads nx's graph and silently does nothing before there is one. */
async function lint() {
  if ((await run(nx[0], [nx[1], 'show', 'projects'])) !== 0) return { passed: 0, failed: 1 };
  return check([[bin('eslint'), '.']]);
}

const words = process.argv.slice(2);
const isAll = words.includes('all');

const suites = [
  ['format', () => check([[bin('prettier'), '--check', '--log-level', 'warn', '.']])],
  ['lint', lint],
  [
    'types',
    () =>
      check([
        [bin('tsc'), '--noEmit', '-p', 'apps/api'],
        [...nx, 'typecheck', 'web'],
      ]),
  ],
  ['libraries', () => jest('libs/jest.config.mjs')],
  ['faults', () => faults(isAll ? 'all' : 'pure')],
  ['server', server],
  ['crashes', crashes],
  ['components', () => jest('apps/web/jest.config.mjs')],
  ['browser', () => journeys([], isAll ? {} : { LOOKS: 'once' })],
  ['redis', onRedis],
];
/** Not part of `npm test`, because they take longer than somebody waits. */
const long = [['matrix', matrix]];

const rows = [];
for (const [name, work] of [...suites, ...long]) {
  const isAsked =
    words.length > 0 ? words.some((word) => name.includes(word)) : !long.some(([other]) => other === name);
  if (!isAll && !isAsked) {
    notRun.push(`${name} (not asked for)`);
    continue;
  }
  process.stdout.write(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`);
  const began = performance.now();
  const { passed, failed } = await work();
  rows.push({ name, passed, failed, seconds: (performance.now() - began) / 1000 });
}
(await started)?.stop();
await rm(scratch, { recursive: true, force: true });

const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
process.stdout.write(`\n${'suite'.padEnd(12)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}\n`);
for (const row of rows) {
  const figures = `${String(row.passed).padStart(8)}${String(row.failed).padStart(8)}${row.seconds.toFixed(1).padStart(9)}`;
  process.stdout.write(`${row.name.padEnd(12)}${figures}\n`);
}
for (const what of notRun) process.stdout.write(`Did not run: ${what}\n`);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
