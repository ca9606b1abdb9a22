import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import ts from 'typescript-eslint';

/** Which project may import which: `name:` tags of the project.json files. What is not listed is refused. */
const projects = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  matching: ['matching'],
  texts: ['texts'],
  ui: ['ui', 'texts', 'contract'],
  api: ['api', 'domain', 'contract', 'matching', 'texts'],
  web: ['web', 'contract', 'texts', 'ui'],
  e2e: ['e2e', 'contract', 'texts'],
};

/** The slices of the server: each may import those before it, never those after it. */
const slices = [
  'platform',
  'accounts',
  'notifications',
  'access',
  'calls',
  'submissions',
  'assignments',
  'conflicts',
  'reviews',
  'decisions',
  'tags',
  'records',
  'proceedings',
  'home',
  'testing',
];

const sliceOrder = slices.slice(0, -1).map((slice, index) => ({
  files: [`apps/api/src/${slice}/**/*.{ts,tsx}`],
  ignores: ['**/*.spec.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${slices.slice(index + 1).join('|')})(/|$)`,
            message: `${slice} stands to the left: it may import only ${slices.slice(0, index).join(', ') || 'itself'}.`,
          },
        ],
      },
    ],
  },
}));

const readsTheClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only Clock knows the present: pass `tx.now` or an instant down.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only Clock knows the present: pass `tx.now` or an instant down.',
  },
];

export default ts.config(
  {
    ignores: ['dist/', 'node_modules/', '.nx/', '.angular/', '.data/', 'tmp/', 'coverage/'],
  },
  // rules are kept, not switched off line by line
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...ts.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // the embedded database is a tool, of no project; the specs' database is made with it
          allow: ['tools/postgres/[a-z-]+$'],
          depConstraints: Object.entries(projects).map(([name, may]) => ({
            sourceTag: `name:${name}`,
            onlyDependOnLibsWithTags: may.map((other) => `name:${other}`),
          })),
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  // Nest reads the types of constructor parameters at run time, so what looks like a type import is a value
  {
    files: ['apps/api/src/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/api/src/**/*.{ts,tsx}', 'libs/{domain,contract,matching,texts}/src/**/*.ts'],
    ignores: ['apps/api/src/platform/clock.ts', '**/*.spec.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...readsTheClock] },
  },
  ...sliceOrder,
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}/|temporal-polyfill$|tldts$)',
              message: 'The domain is pure: no framework, no I/O, no clock.',
            },
          ],
        },
      ],
    },
  },
  // jest and TypeORM load these by their default export
  {
    files: ['apps/api/src/testing/global-*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['apps/web/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@angular-eslint/directive-selector': 'off',
      '@angular-eslint/component-selector': 'off',
    },
  },
  {
    files: ['apps/web/src/**/*.html', 'libs/ui/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
