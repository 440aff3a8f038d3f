import { expect, test } from '@jest/globals';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { sheetOf } from '../exports/exportedSheet';

const sheet = (header: string, day = '2026-05-05') =>
  sheetOf(`Customer|Invoice|Date|Amount|${header}
    Acme Ltd|1|2026-03-01|100|2026-04-04
    Birch Co|2|2026-04-01|200|${day}
    Cole plc|3|2026-04-02|300|${day}
    Dunn KK|4|2026-04-03|400|${day}`);

const dueColumn = (cells: ReturnType<typeof sheetOf>) =>
  recogniseSheet(cells).columns.find(({ field }) => field === 'dueDate')?.column;

test.each(['Expected Date', 'Expected payment date', 'Promise date', '预计回款日期', '承诺付款日'])(
  '%s is the due date where nothing else is',
  header => {
    expect(dueColumn(sheet(header))).toBe(4);
  },
);

test('a promise beside few invoices is no due date', () => {
  expect(dueColumn(sheet('Promise date', ''))).toBeUndefined();
});

test('whoever chooses the column is not told again', () => {
  const cells = sheet('Expected date');
  const found = recogniseSheet(cells);
  const kinds = (recognition = found) =>
    readLedger(cells, recognition, { dateSystem: 1900 }).findings.map(({ kind }) => kind);
  expect(kinds()).toContain('expectedAsDue');
  expect(kinds(remap(found, 'dueDate', 4))).not.toContain('expectedAsDue');
});
