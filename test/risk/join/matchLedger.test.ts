/** A ledger joined with the cells of a customer list: what is owed, by whom, at which limit, and who is left out. */
import { expect, test } from '@jest/globals';
import {
  joinMatchedInSlices,
  type MeasuredLedger,
  matchLedgerInSlices,
} from '../../../src/risk/join/matchLedger';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseAs } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { finishSlices } from '../../../src/risk/slices';

type Row = readonly Cell[];

const asOf = 45_473;

function measured(cells: readonly Row[]): MeasuredLedger {
  const ledger = readLedger(cells, recogniseAs('ledger', cells), { dateSystem: 1900, asOf });
  return { ledger, table: measureLedger(ledger, asOf, defaultPolicy) };
}

function join(whole: MeasuredLedger, cells: readonly Row[], dateSystem: 1900 | 1904 = 1900) {
  const listSheet = { cells, recognition: recogniseAs('customers', cells) };
  const matched = finishSlices(matchLedgerInSlices(whole, listSheet, dateSystem, []));
  return { matched, joined: finishSlices(joinMatchedInSlices(whole, matched, defaultPolicy)) };
}

const ledger: Row[] = [
  ['Customer no.', 'Customer', 'Due date', 'Amount', 'Credit limit'],
  ['7', 'Acme', asOf - 30, 100, 900],
  ['8', 'Beta', asOf - 30, 50, 900],
  ['9', 'Sister', asOf - 30, 1000, 900],
  ['7', 'Acme', asOf + 5, 20, 900],
];

test('customers are found by the number in their rows, and those whom the list excludes leave rows and figures', () => {
  const { matched, joined } = join(measured(ledger), [
    ['Customer number', 'Customer', 'Credit limit', 'Exclude'],
    ['7', 'Renamed Inc', 200, ''],
    ['9', 'Sister', 500, 'yes'],
  ]);
  expect([...matched.matches.entry]).toEqual([0, -1, 1]);
  const { table } = joined;
  expect([...table.customers]).toEqual(['Acme', 'Beta']);
  expect([...table.metrics.exposure]).toEqual([120, 50]);
  // The list's limit is the lower one, and counts: it says what was agreed. Beta keeps that of its rows.
  expect([...table.metrics.creditLimit]).toEqual([200, 900]);
  expect([...table.metrics.utilization]).toEqual([0.6, 50 / 900]);
  expect([...joined.ledger.customers]).toEqual(['Acme', 'Beta']);
  expect(joined.ledger.excluded).toEqual([{ row: 3, amount: 1000 }]);
});

test('dates of the list are of the date system of the workbook', () => {
  const said: Row[] = [
    ['Customer', 'Last review'],
    ['Acme', '2024-06-20'],
  ];
  const days = (dateSystem: 1900 | 1904, whole = measured(ledger)) =>
    join(whole, said, dateSystem).joined.table.metrics.daysSinceReview[0];
  expect(days(1900)).toBe(10);
  expect(days(1904)).toBe(10 + 1462);
});
