/** The tests that mutation is held against: those of the changed files themselves, and the published numbers. */
const { projects, testTimeout } = require('./jest.config.js');

const { displayName, ...unit } = projects.find(project => project.displayName === 'unit');

module.exports = {
  ...unit,
  testTimeout,
  // Tells Stryker which test reaches which mutant, so that only those run.
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  // What only a test of something larger would notice counts as unnoticed, so the score is the lower bound of what is noticed.
  testMatch: [
    '<rootDir>/test/risk/metrics/formulas/*.test.ts',
    '<rootDir>/test/risk/metrics/customers/{openPosition,paymentRecord,receivablesHistory}.test.ts',
    '<rootDir>/test/risk/byHand.test.ts',
    '<rootDir>/test/risk/metrics/customers/customerListMetrics.test.ts',
    '<rootDir>/test/risk/metrics/{openAmounts,portfolio}.test.ts',
    '<rootDir>/test/risk/oracles/{ageing,allowance,altmanZ,concentration,daysSalesOutstanding}.test.ts',
    '<rootDir>/test/risk/scoring/{assess,breaches,customerSelection,knockOuts,proposals,score,tierMovers,verdicts,whatIf,worstFirst}.test.ts',
    '<rootDir>/test/risk/policy/{policyCode,presets,shape,shareThresholds}.test.ts',
    '<rootDir>/test/risk/ledger/cells/{amountText,currencyCode,entrySide,readAmount,readDate,serialDate}.test.ts',
    '<rootDir>/test/risk/ledger/currency/*.test.ts',
    '<rootDir>/test/risk/{join,report,tiering}/*.test.ts',
    '<rootDir>/test/risk/ledger/settlement/{settleRows,settlements}.test.ts',
    '<rootDir>/test/risk/{collection,contracts,history,statement}/*.test.ts',
    '<rootDir>/test/functions/{ageing,allowance,cei,concentration,creditLimit,delayRate,dso,rollRates,tier}.test.ts',
  ],
};
