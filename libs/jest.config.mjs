import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The pure libraries: plain node environment, compiled by swc to CommonJS as the server is. */
export default {
  rootDir: root,
  roots: [
    '<rootDir>/libs/domain/src',
    '<rootDir>/libs/contract/src',
    '<rootDir>/libs/matching/src',
    '<rootDir>/libs/texts/src',
  ],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@convoke/domain/testing$': '<rootDir>/libs/domain/src/testing/index.ts',
    '^@convoke/(domain|contract|matching|texts)$': '<rootDir>/libs/$1/src/index.ts',
  },
};
