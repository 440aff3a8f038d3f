/** The suite: pure code and the emulated Excel in Node, the pane's parts in jsdom, whole stories in a browser. */
const { availableParallelism } = require('node:os');

const esmPackages = ['preact', '@preact', '@testing-library/preact', '@formulajs', 'numfmt', '@fluentui'];

const shared = {
  transform: {
    '\\.m?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/stylesheet.cjs',
    '\\.svg$': '<rootDir>/test/picture.cjs',
    '^fast-check$': '<rootDir>/test/properties.cjs',
    '^tr46$': '<rootDir>/test/hostNames.cjs',
  },
};

module.exports = {
  // A shared machine may be slow; a test that hangs still ends.
  testTimeout: 120_000,
  // On two processors too; `npm test` runs the browser stories after the others and one at a time, as each is a browser and a server at work.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    {
      ...shared,
      displayName: 'view',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/messageChannel.cjs'],
      setupFilesAfterEnv: ['<rootDir>/test/patience.cjs'],
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/test/e2e/startWorkbench.ts',
      globalTeardown: '<rootDir>/test/e2e/stopWorkbench.ts',
    },
  ],
};
