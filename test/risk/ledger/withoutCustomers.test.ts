import fc from 'fast-check';
import type { Ledger } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { withoutCustomersInSlices } from '../../../src/risk/ledger/withoutCustomers';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';

const withoutCustomers = (ledger: Ledger, isOut: (customer: number) => boolean): Ledger =>
  finishSlices(withoutCustomersInSlices(ledger, isOut));

const asOf = 45_100;
const header = ['Customer', 'Type', 'Document no.', 'Applies to', 'Invoice date', 'Due date', 'Amount'];
const names = ['Acme', 'Beta', 'Gamma'];

/** Somebody who paid and stays: without a single payment it would be a list of open items alone, and sales not known. */
const paidByAnother = [
  ['Delta', 'Invoice', 'P-1', '', asOf - 90, asOf - 60, 5],
  ['Delta', 'Payment', 'P-2', 'P-1', asOf - 50, '', -5],
];

const rowOf = fc.tuple(
  fc.nat(names.length - 1),
  fc.constantFrom('Invoice', 'Invoice', 'Payment'),
  fc.integer({ min: 1, max: 9000 }),
  fc.integer({ min: 0, max: 300 }),
  fc.nat(8),
);

test('property: those who stay are measured as before, and what leaves is set apart to the cent', () => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 3, maxLength: 25 }), fc.nat(2), (rows, out) => {
      const cells = [
        header,
        ...rows.map(([customer, type, amount, age, applied], index) => [
          names[customer],
          type,
          `D-${index}`,
          type === 'Payment' ? `D-${applied}` : '',
          asOf - age,
          asOf - age + 30,
          type === 'Payment' ? -amount : amount,
        ]),
        ...paidByAnother,
      ];
      const ledger = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
      const kept = withoutCustomers(ledger, customer => ledger.customers[customer] === names[out]);
      const all = measureLedger(ledger, asOf, defaultPolicy);
      const rest = measureLedger(kept, asOf, defaultPolicy);
      rest.customers.forEach((name, customer) => {
        const before = all.customers.indexOf(name);
        for (const metric of ['exposure', 'overdue', 'openCount', 'sales', 'unappliedCredits'] as const) {
          expect([name, metric, rest.metrics[metric][customer]]).toEqual([
            name,
            metric,
            all.metrics[metric][before],
          ]);
        }
        expect([...rest.rowsOf(customer)].map(row => cells[row][0])).toEqual(
          [...all.rowsOf(before)].map(() => name),
        );
      });
      const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);
      const setApart = sum(kept.excluded.map(({ amount }) => amount));
      expect(sum(kept.amount) + setApart).toBe(
        sum(ledger.amount) + sum(ledger.excluded.map(({ amount }) => amount)),
      );
    }),
    { numRuns: 60 },
  );
});

test('nobody left out: the very same ledger', () => {
  const cells = [header, ['Acme', 'Invoice', 'D-1', '', 45_000, 45_030, 10]];
  const ledger = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
  expect(withoutCustomers(ledger, () => false)).toBe(ledger);
});
