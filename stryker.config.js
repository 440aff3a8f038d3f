/**
 * Mutation of the engine's key lines: what no test notices is not tested. How to run and read it: docs/testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
module.exports = {
  testRunner: 'jest',
  jest: { configFile: 'stryker.config.jest.js' },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/risk/metrics/formulas/{ageing,allowance,collectionEffectiveness,concentration}.ts',
    'src/risk/metrics/formulas/{creditLimit,dso,monthAgeing,paymentDelay,rollRates}.ts',
    'src/risk/metrics/customers/{invoicePayments,openPosition,paymentRecord,receivablesHistory}.ts',
    'src/functions/tier.ts',
    'src/risk/metrics/openAmounts.ts',
    'src/risk/scoring/{breaches,knockOuts,proposals,reviews,score,tierMovers}.ts',
    'src/risk/ledger/settlement/settlements.ts',
    'src/risk/collection/{caseItems,customerCase,letterTable,owedItems,worklist}.ts',
    'src/risk/history/{reviewLog,snapshotMoves,snapshotRates,tierMigration}.ts',
    'src/risk/statement/{paymentTimeline,statementOfAccount}.ts',
    'src/risk/contracts/{contractRemarks,contractSelection}.ts',
  ],
  concurrency: 1,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { reportTests: false, allowColor: false },
  tempDirName: '.stryker',
  ignorePatterns: ['dist'],
};
