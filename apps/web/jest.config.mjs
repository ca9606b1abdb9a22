import presets from 'jest-preset-angular/presets/index.js';

const root = '<rootDir>/../..';

export default {
  ...presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src', `${root}/libs/ui/src`],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  moduleNameMapper: {
    '^@convoke/contract$': `${root}/libs/contract/src/index.ts`,
    '^@convoke/domain$': `${root}/libs/domain/src/index.ts`,
    '^@convoke/texts$': `${root}/libs/texts/src/index.ts`,
    '^@convoke/ui$': `${root}/libs/ui/src/index.ts`,
  },
  cacheDirectory: `${root}/node_modules/.cache/jest-web`,
};
