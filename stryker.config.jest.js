/** The tests that mutation is held against: those of the metrics, the scoring and the formulas over them. */
const { projects, testTimeout } = require('./jest.config.js');

const { displayName, ...unit } = projects.find(project => project.displayName === 'unit');

module.exports = {
  ...unit,
  testTimeout,
  // Tells Stryker which test reaches which mutant, so that only those run.
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  // Without the properties of whole ledgers, which take seconds each: what they alone would notice counts as unnoticed.
  testMatch: [
    '<rootDir>/test/risk/{metrics,oracles,scoring}/**/*.test.ts',
    '<rootDir>/test/functions/{ageing,ageingBucket,dso,riskScore,tier}.test.ts',
  ],
};
