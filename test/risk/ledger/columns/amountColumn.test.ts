import { expect, test } from '@jest/globals';
import { AmountColumn } from '../../../../src/risk/ledger/columns/amountColumn';
import { FindingLog } from '../../../../src/risk/ledger/findings/findingLog';
import type { Cell } from '../../../../src/risk/ledger/ledger';

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
