import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import { miniatureOf } from '../../../../src/risk/metrics/customers/miniature';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

const asOf = 45_473;
const header: Cell[] = ['Customer', 'Invoice no.', 'Invoice date', 'Due date', 'Amount', 'Paid date'];
const rows = Array.from({ length: 200 }, (_, row): Cell[] => [
  `Customer ${row % 9}`,
  `INV-${row}`,
  asOf - 300 + row,
  asOf - 270 + row,
  100.25 + row,
  row % 3 === 0 ? '' : asOf - 260 + row,
]);
const options = { dateSystem: 1900 } as const;

test('a miniature is what reading and measuring the first rows gives, and shares nothing with the ledger', () => {
  const cells = [header, ...rows];
  const recognition = recogniseSheet(cells);
  const { ledger, table, reader, measures } = miniatureOf(cells, recognition, options, asOf, defaultPolicy);
  const first = readLedger(cells.slice(0, 64), recognition, options);
  expect(ledger.rowCount).toBe(63);
  expect(table.metrics.exposure).toEqual(measureLedger(first, asOf, defaultPolicy).metrics.exposure);
  // Its columns are those of rows that were read and not finished.
  expect(reader.finish().rowCount).toBe(63);
  expect(measures.length).toBe(table.measured.size - Number(table.measured.has('ranking')));
});

test.each([
  ['no rows', [header]],
  ['nothing but titles', Array.from({ length: 64 }, () => ['Report', '', '', '', '', ''])],
  ['errors', [header, ...rows.map(row => row.map(() => '#N/A'))]],
])('of a sheet with %s is made all the same', (_, cells) => {
  const recognition = recogniseSheet([header, ...rows]);
  expect(miniatureOf(cells, recognition, options, asOf, defaultPolicy).table.metrics.exposure.length).toBe(0);
});
