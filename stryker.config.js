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
    'src/risk/metrics/formulas/{ageing,allowance,altmanZ,anomaly,churn,collectionEffectiveness,concentration}.ts',
    'src/risk/metrics/formulas/{creditLimit,dso,externalRating,monthAgeing,paymentDelay,rollRates}.ts',
    'src/risk/metrics/formulas/{statementRatios,turnover}.ts',
    'src/risk/metrics/customers/{invoicePayments,openPosition,paymentRecord,receivablesHistory}.ts',
    'src/functions/tier.ts',
    'src/risk/metrics/{exactSum,openAmounts,portfolio}.ts',
    'src/risk/scoring/{breaches,gravestFirst,knockOuts,proposals,reviews,score,tierMovers,verdicts,whatIf,worstFirst}.ts',
    'src/risk/policy/{policyCode,presets,shape}.ts',
    'src/risk/policy/cells/shareThreshold.ts',
    'src/risk/ledger/cells/{currencyCode,entrySide,readAmount,readDate}.ts',
    'src/risk/ledger/currency/*.ts',
    'src/risk/ledger/settlement/settlements.ts',
    'src/risk/join/*.ts',
    'src/risk/tiering/*.ts',
    'src/risk/report/{ageingSheet,allowanceSheet,concentrationSheet}.ts',
    'src/risk/collection/{caseItems,customerCase,letterTable,owedItems,worklist}.ts',
    'src/risk/history/{reviewLog,scoreFalls,snapshotMoves,snapshotRates,tierMigration}.ts',
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
