import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The server's specs: real PostgreSQL, real HTTP. Nest is published as ES modules, hence NODE_OPTIONS=--experimental-vm-modules. */
export default {
  rootDir: root,
  roots: ['<rootDir>/apps/api/src', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testEnvironment: 'node',
  testTimeout: 20_000,
  globalSetup: '<rootDir>/apps/api/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/apps/api/src/testing/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        configFile: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs', ignoreDynamic: true },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          keepClassNames: true,
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    '^@convoke/domain/testing$': '<rootDir>/libs/domain/src/testing/index.ts',
    '^@convoke/(domain|contract|matching|texts)$': '<rootDir>/libs/$1/src/index.ts',
  },
};
