import { expect, test } from '@jest/globals';
import { createLedgerReader, readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { sheetOf } from '../exports/exportedSheet';

const account = sheetOf(`
  Customer|Date|Voucher|Details|Debit|Credit|Balance
  Acme Ltd||||||1000
  Acme Ltd|2026-01-05|1|Sale|500||1500
  Cole plc||||||60
  Birch Co|||||0|800
  Birch Co|2026-02-05|2|Payment||300|500
  Dunn KK||||||70
  Dunn KK|2026-03-05|3|Sale|30||90
  Eden Oy||||||5`);
const recognition = recogniseSheet(account);
const options = { dateSystem: 1900 } as const;

test('a first row with a balance alone is an opening balance where the next row follows from it, and a balance is all there is', () => {
  const { customers, customer, amount, findings, scale } = readLedger(account, recognition, options);
  const opened = findings.filter(({ kind }) => kind === 'openingBalance').map(({ row }) => row);
  expect(opened).toEqual([1, 3, 4, 8]);
  expect([...customer].map((code, row) => [customers[code], amount[row]! / scale])).toEqual([
    ['Acme Ltd', 1000],
    ['Acme Ltd', 500],
    ['Cole plc', 60],
    ['Birch Co', 800],
    ['Birch Co', -300],
    ['Dunn KK', 30],
    ['Eden Oy', 5],
  ]);
  // 70 and 30 are not 90: the row before says something else.
  expect(findings).toContainEqual({ kind: 'missingAmount', row: 6, column: 4, found: '' });
});

test('where nothing proves that such rows are opening balances, they lack an amount', () => {
  const cells = account.filter((_, row) => [0, 2, 3, 5].includes(row));
  const { findings, amount } = readLedger(cells, recogniseSheet(cells), options);
  expect(amount).toHaveLength(2);
  expect(findings.filter(({ kind }) => kind === 'openingBalance')).toEqual([]);
  expect(findings).toContainEqual({ kind: 'missingAmount', row: 2, column: 4, found: '' });
});

test.each(account.map((_, row) => row))('rows may come in two pieces, the second from row %i on', row => {
  const reader = createLedgerReader(recognition, options);
  reader.add(account.slice(0, row), 0);
  reader.add(account.slice(row), row);
  expect(reader.finish()).toEqual(readLedger(account, recognition, options));
});
