import { expect, test } from '@jest/globals';
import { CarefulLedger, type Figures } from '../../scripts/bench/carefulMap';
import { asOf, headers, inventRows } from '../../scripts/bench/ledgerCells';
import type { Cell } from '../../src/risk/ledger/ledger';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';

/** Invoices paid in part and of after the as-of day among them. */
const rows = inventRows(3_000, 5).map((row, index): Cell[] => {
  const [customer, number, invoiced, due, amount, open, paid, disputed] = row as [
    string,
    string,
    ...number[],
  ];
  if (index % 40 === 0)
    return [customer, number, invoiced, due, amount, Math.round(amount * 40) / 100, paid, disputed];
  if (index % 97 === 0) return [customer, number, invoiced + 900, due + 900, amount, open, '', disputed];
  return row;
});

test('a Map of row objects that is to do the same work comes to the same figures', () => {
  const cells = [[...headers], ...rows];
  const ledger = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900, asOf });
  const { metrics } = measureLedger(ledger, asOf, defaultPolicy, []);
  const careful = new CarefulLedger();
  careful.add(rows);
  const measured = careful.measure();

  expect(careful.customers.map(({ name }) => name).sort()).toEqual([...ledger.customers].sort());
  careful.customers.forEach(({ name }, index) => {
    const code = ledger.customers.indexOf(name);
    for (const [figure, value] of Object.entries(measured[index])) {
      const ours = metrics[figure as keyof Figures][code];
      if (!Object.is(value, ours)) expect(value).toBeCloseTo(ours, 9);
    }
  });
});
