import { joinReport } from '../../../src/risk/join/joinReport';
import { matchCustomersInSlices } from '../../../src/risk/join/matchCustomers';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from '../metrics/ledgerOf';
import { listOf } from '../metrics/listOf';

const asOf = 45_000;
const invoice = (customer: string, amount: number) => ({
  customer,
  amount,
  invoiced: asOf - 60,
  due: asOf - 30,
});

test('every customer of the ledger and every entry of the list is in it once, with its money', () => {
  const ledger = ledgerOf([
    invoice('Acme', 100.1),
    invoice('Beta Ltd', 200.2),
    invoice('Gone', 5),
    invoice('Sister', 70),
    invoice('Gamma', 1),
    invoice('Away', 50),
  ]);
  const list = listOf([
    { name: 'Acme', exposure: 1 },
    { name: 'Beta Co., Ltd.' },
    { name: 'Sister', excluded: 1 },
    { name: 'Gamma', customerNumber: '1' },
    { name: 'Gamma', customerNumber: '2' },
    { name: 'Quiet', exposure: 9 },
    { name: 'Unknown' },
    { name: 'Loud', exposure: 90 },
  ]);
  const table = measureLedger(ledger, asOf, defaultPolicy);
  const matches = finishSlices(matchCustomersInSlices({ names: table.customers }, list));
  const report = joinReport(table, list, matches, ledger.scale);
  expect(report.matched).toEqual([
    { reason: 'name', customerCount: 2, exposure: 170.1 },
    { reason: 'similarName', customerCount: 1, exposure: 200.2 },
  ]);
  expect([report.customerCount, report.matchedCount]).toEqual([6, 3]);
  expect(report.unmatchedCustomers).toEqual([
    { customer: 5, name: 'Away', exposure: 50, hasSeveral: false, isChosen: false },
    { customer: 2, name: 'Gone', exposure: 5, hasSeveral: false, isChosen: false },
    { customer: 4, name: 'Gamma', exposure: 1, hasSeveral: true, isChosen: false },
  ]);
  expect(report.excluded).toEqual([{ customer: 3, name: 'Sister', exposure: 70 }]);
  expect(report.doubtful).toEqual([
    { customer: 1, name: 'Beta Ltd', exposure: 200.2, entry: 1, reason: 'similarName' },
  ]);
  expect(report.unmatchedEntries.map(({ name, exposure }) => [name, exposure])).toEqual([
    ['Loud', 90],
    ['Quiet', 9],
    ['Gamma', Number.NaN],
    ['Gamma', Number.NaN],
    ['Unknown', Number.NaN],
  ]);
});

test('what the user decided is listed, and what can no longer be followed', () => {
  const ledger = ledgerOf([
    invoice('Acme', 10),
    invoice('Beta', 20),
    invoice('Gamma', 30),
    invoice('Quiet', 5),
  ]);
  const list = listOf([{ name: 'Acme' }, { name: 'Other' }, { name: 'Quiet' }]);
  const table = measureLedger(ledger, asOf, defaultPolicy);
  const matches = finishSlices(
    matchCustomersInSlices({ names: table.customers }, list, [
      { customer: 'Beta', entry: 'Other', entryNumber: '' },
      { customer: 'Acme', entry: '', entryNumber: '' },
      { customer: 'Gamma', entry: 'Gone', entryNumber: '7' },
    ]),
  );
  const report = joinReport(table, list, matches, ledger.scale);
  expect(report.chosen).toEqual([
    { customer: 1, name: 'Beta', exposure: 20, entry: 1 },
    { customer: 0, name: 'Acme', exposure: 10, entry: -1 },
  ]);
  expect(report.lostChoices).toEqual([{ customer: 2, name: 'Gamma', exposure: 30 }]);
  expect(report.unmatchedCustomers.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['Gamma', false],
    ['Acme', true],
  ]);
  expect(report.unmatchedEntries.map(({ name }) => name)).toEqual(['Acme']);
  expect(report.doubtful).toEqual([]);
  expect(report.matched.map(({ reason }) => reason)).toEqual(['chosen', 'name']);
});
