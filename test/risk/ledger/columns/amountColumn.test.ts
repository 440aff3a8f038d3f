import { describe, expect, test } from '@jest/globals';
import { AmountColumn } from '../../../../src/risk/ledger/columns/amountColumn';
import { FindingLog } from '../../../../src/risk/ledger/findings/findingLog';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { sheetOf } from '../exports/exportedSheet';

function read(cells: readonly Cell[]) {
  const findings = new FindingLog();
  const column = new AmountColumn(2, findings);
  cells.forEach((cell, row) => {
    column.add(cell, row);
  });
  column.settle();
  return { amounts: [...column.amounts.values], findings: findings.sorted() };
}

test('one mark before three digits means what the rest of the column says, wherever that stands', () => {
  expect(read(['1.234', '99,50']).amounts).toEqual([1234, 99.5]);
  expect(read(['1.234', '99.50']).amounts).toEqual([1.234, 99.5]);
  expect(read(['1,234', '99,50']).amounts).toEqual([1.234, 99.5]);
  expect(read(['1,234', '99.50']).amounts).toEqual([1234, 99.5]);
  expect(read(['1,234', '5']).amounts).toEqual([1234, 5]);
  expect(read(['-1.234', '(2.345)', '1.000.000']).amounts).toEqual([-1234, -2345, 1_000_000]);
});

describe('texts that their column does not explain', () => {
  const owed = (headers: string, ...rows: readonly string[]) => {
    const cells = sheetOf([headers, ...rows].join('\n'));
    const { amount, scale } = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
    return Array.from(amount, value => value / scale);
  };

  test('are read by another column of amounts', () => {
    expect(owed('Customer|Due|Amount|Credit limit', "Acme|2026-03-31|'1.234|'5.000,00")).toEqual([1234]);
    expect(owed('Customer|Due|Amount|Credit limit', "Acme|2026-03-31|'1.234|'5,000.00")).toEqual([1.234]);
  });

  test('are thousands beside dates with points, and below continental headers', () => {
    expect(owed('Customer|Due|Amount', "Acme|'31.03.2026|'1.234")).toEqual([1234]);
    expect(owed('Kunde|Fälligkeit|Betrag', "Acme|2026-03-31|'1.234")).toEqual([1234]);
  });

  test('stay a fraction where nothing tells, and where amounts are in a larger unit', () => {
    expect(owed('Customer|Due|Amount', "Acme|2026-03-31|'1.234")).toEqual([1.234]);
    expect(owed('Customer|Due|Amount (k)', "Acme|'31.03.2026|'1.234")).toEqual([1234]);
  });

  test('with a comma stay thousands below such headers: an English program writes them', () => {
    expect(owed('Kunde|Fälligkeit|Betrag', "Acme|2026-03-31|'1,234")).toEqual([1234]);
  });
});

test('blanks are missing, errors and words are found where they are', () => {
  expect(read([5, '', null, '#DIV/0!', 'none', true, '7']).amounts).toEqual([
    5,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    7,
  ]);
  expect(read(['', '#DIV/0!', 'none', true, '7']).findings).toEqual([
    { kind: 'errorCell', row: 1, column: 2, found: '#DIV/0!' },
    { kind: 'unreadableAmount', row: 2, column: 2, found: 'none' },
    { kind: 'unreadableAmount', row: 3, column: 2, found: 'true' },
    { kind: 'textAmount', row: 4, column: 2, found: '7' },
  ]);
});
