/** The tests that mutation is held against: the unit tests of the engine and of the formulas over it. */
const { projects } = require('./jest.config.js');

const { displayName, ...unit } = projects.find(project => project.displayName === 'unit');

module.exports = {
  ...unit,
  // Tells Stryker which test reaches which mutant, so that only those run.
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: ['<rootDir>/test/risk/**/*.test.ts', '<rootDir>/test/functions/*.test.ts'],
  // These start the emulated Excel or the compiler, and see of the engine what the others see.
  testPathIgnorePatterns: [
    '<rootDir>/test/functions/inExcel.test.ts',
    '<rootDir>/test/functions/functionsMetadata.test.ts',
    '<rootDir>/test/functions/functionPages.test.ts',
  ],
};
