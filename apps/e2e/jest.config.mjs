import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Journeys in a real browser. tools/e2e.mjs starts the product and says in E2E_URL, E2E_CHROMIUM, E2E_CHROMIUM_ARGS where. */
export default {
  rootDir: root,
  roots: ['<rootDir>/apps/e2e/src'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  testTimeout: 180_000,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        configFile: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs', ignoreDynamic: true },
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@convoke/(domain|contract|texts)$': '<rootDir>/libs/$1/src/index.ts',
  },
};
