import type { LogEntry } from '../../../src/risk/collection/collectionLog';
import { customerCase } from '../../../src/risk/collection/customerCase';
import { owedByList, owedItemsInSlices } from '../../../src/risk/collection/owedItems';
import { worklist } from '../../../src/risk/collection/worklist';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { identitiesOf } from '../../../src/risk/metrics/table/customerNumbers';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';
import { ledgerOf } from '../metrics/ledgerOf';
import { tableOf } from '../scoring/tableOf';

const day = 45_000;

test('is what the worklist of all says of the customer', () => {
  const ledger = ledgerOf([
    { customer: 'Acme', amount: 5000, invoiced: day - 90, due: day - 60 },
    { customer: 'Acme', amount: 300, invoiced: day - 40, due: day - 10 },
    { customer: 'Acme', amount: 200, invoiced: day - 10, due: day + 20 },
    { customer: 'Beta', amount: 700, invoiced: day - 40, due: day - 9 },
    { customer: 'Gamma', amount: 700, invoiced: day - 40, due: day - 9, paid: day - 1 },
  ]);
  const table = measureLedger(ledger, day, defaultPolicy);
  const log: readonly LogEntry[] = [
    {
      day: day - 3,
      customer: 'Beta',
      customerNumber: '',
      step: 'mail',
      channel: '',
      amount: 700,
      promiseDay: day + 4,
      promisedAmount: 700,
      note: '',
      by: '',
    },
  ];
  const all = worklist(
    finishSlices(owedItemsInSlices(ledger, table)),
    identitiesOf(table),
    defaultPolicy,
    log,
    day,
  );
  for (const customer of [0, 1, 2]) {
    expect(customerCase(ledger, table, customer, defaultPolicy, log)).toEqual(
      all.find(found => found.customer === customer) ?? null,
    );
  }
  expect(all.length).toBe(2);
});

test('of a list it is about the sum that the list states', () => {
  const table = tableOf(
    [
      { overdue: 0 },
      { overdue: 900, oldestDays: 35 },
      { overdue: 5 },
      { overdue: 700, oldestDays: 0 },
      { overdue: 0, oldestDays: 5 },
    ],
    day,
  );
  const all = worklist(owedByList(table), identitiesOf(table), defaultPolicy, [], day);
  expect(all.length).toBe(1);
  expect(customerCase(null, table, 1, defaultPolicy, [])).toEqual(all[0]);
  for (const customer of [0, 2, 3, 4]) {
    expect(customerCase(null, table, customer, defaultPolicy, [])).toBeNull();
  }
});
