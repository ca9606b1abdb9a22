// Compiles the server, the libraries and the tools from TypeScript to CommonJS in dist/server, keeping the tree as it is.
// Types are checked elsewhere (`tsc --noEmit -p apps/api`); here only files that changed are written again.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist/server');
const sources = [
  'apps/api/src',
  'apps/e2e/src',
  'libs/domain/src',
  'libs/contract/src',
  'libs/matching/src',
  'libs/texts/src',
  'libs/ui/src/theme',
  'tools',
];
/** Specs are run from their sources by jest; the browser journeys and the command line are compiled. */
const skipped =
  /(^|\/)(apps\/api|libs|tools)\/.*\.spec\.tsx?$|\.d\.ts$|\.mjs$|(^|\/)(project\.json|tsconfig.*\.json|jest\.config.*)$/;

/** Options shared with the jest transform, so that tests run what the server runs. */
export function swcOptions(filename) {
  return {
    filename,
    swcrc: false,
    configFile: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx: filename.endsWith('x'), decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      keepClassNames: true,
    },
  };
}

async function* filesBelow(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

async function isFresh(source, target) {
  if (!existsSync(target)) return false;
  return (await stat(target)).mtimeMs >= (await stat(source)).mtimeMs;
}

/** `@convoke/domain` at run time: one small module per alias of tsconfig.base.json, found by the usual look-up. */
async function writeAliases() {
  const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.base.json'), 'utf8'));
  for (const [alias, [source]] of Object.entries(compilerOptions.paths)) {
    if (alias === '@convoke/ui') continue;
    const folder = join(out, 'node_modules', alias);
    const target = join(out, source.replace(/^\.\//, '').replace(/\.ts$/, '.js'));
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'index.js'),
      `module.exports = require(${JSON.stringify(relative(folder, target))});\n`,
    );
  }
}

async function compile(source, target) {
  const code = await readFile(source, 'utf8');
  const result = await transform(code, swcOptions(source));
  await writeFile(target, result.code);
}

/** Brings dist/server up to date; answers how many files were written. */
export async function buildServer() {
  const stamp = createHash('sha256')
    .update(await readFile(fileURLToPath(import.meta.url)))
    .digest('hex');
  const stampFile = join(out, '.stamp');
  const sameCompiler = existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp;
  if (!sameCompiler) await rm(out, { recursive: true, force: true });
  const wanted = new Set([stampFile]);
  const work = [];
  for (const folder of sources) {
    if (!existsSync(join(root, folder))) continue;
    for await (const source of filesBelow(join(root, folder))) {
      const path = relative(root, source);
      if (skipped.test(path)) continue;
      const isCode = /\.tsx?$/.test(path);
      const target = join(out, isCode ? path.replace(/\.tsx?$/, '.js') : path);
      wanted.add(target);
      if (await isFresh(source, target)) continue;
      await mkdir(dirname(target), { recursive: true });
      work.push(isCode ? compile(source, target) : copyFile(source, target));
    }
  }
  await Promise.all(work);
  await writeAliases();
  await removeLeftovers(wanted);
  await mkdir(out, { recursive: true });
  await writeFile(stampFile, stamp);
  return work.length;
}

async function removeLeftovers(wanted) {
  for await (const path of filesBelow(out)) if (!wanted.has(path)) await rm(path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const written = await buildServer();
  process.stdout.write(`Server built: ${written} files in ${Math.round(performance.now() - started)} ms\n`);
}
