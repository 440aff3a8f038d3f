import { describe, expect, test } from '@jest/globals';
import { readCustomerList } from '../../../src/risk/ledger/customerList';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { recogniseAs } from '../../../src/risk/ledger/recogniseSheet';

function read(headers: string, rows: readonly (readonly Cell[])[]) {
  const cells = [headers.split('|'), ...rows];
  return readCustomerList(cells, recogniseAs('customers', cells), { dateSystem: 1900 });
}

describe('readCustomerList', () => {
  const list = read('Customer|Industry|Credit limit|Terms|Contract end|AR balance|Overdue %|Rating', [
    ['Acme', 'Retail', 50_000, 'Net 30', '2025-06-30', '1,234.50', '35%', 'AA'],
    ['', '', '', '', '', '', '', ''],
    ['明达', '', '5万', 60, 45838, '', 0.35, ''],
    ['', 'Lost', '', '', '', 99, '', ''],
    ['Borealis', 'Steel', '#N/A', '', '', 10, '', 'B'],
    ['Total', '', '', '', '', 1343.5, '', ''],
  ]);

  test('becomes columns', () => {
    expect(list.rowCount).toBe(3);
    expect(list.customers).toEqual(['Acme', '明达', 'Borealis']);
    expect([...list.sheetRow]).toEqual([1, 3, 5]);
    expect([...list.numbers.creditLimit]).toEqual([50_000, 50_000, Number.NaN]);
    expect([...list.numbers.termsDays]).toEqual([30, 60, Number.NaN]);
    // 2025-06-30 is 45838.
    expect([...list.numbers.contractEnd]).toEqual([45838, 45838, Number.NaN]);
    expect([...list.numbers.exposure]).toEqual([1234.5, Number.NaN, 10]);
    expect([...list.numbers.overdueShare]).toEqual([0.35, 0.35, Number.NaN]);
    expect([...list.numbers.dso]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(list.texts.industry).toEqual(['Retail', '', 'Steel']);
    expect(list.texts.rating).toEqual(['AA', '', 'B']);
    expect(list.texts.region).toEqual(['', '', '']);
  });

  test('says what it found, and drops nothing', () => {
    expect(list.unplaced).toEqual([{ row: 4, exposure: 99 }]);
    expect(list.findings.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['textDate', 1, 4],
      ['textAmount', 1, 5],
      ['textAmount', 1, 6],
      ['textAmount', 3, 2],
      ['missingCustomer', 4, 0],
      ['errorCell', 5, 2],
      ['totalRow', 6, -1],
    ]);
  });

  test('shares written in per cents are divided, shares above one are not', () => {
    const shares = (...values: readonly Cell[]) => [
      ...read(
        'Customer|AR balance|Overdue share',
        values.map((value, index) => [`C${index}`, 1, value]),
      ).numbers.overdueShare,
    ];
    expect(shares(35, 0, 12.5, 0.5)).toEqual([0.35, 0, 0.125, 0.005]);
    expect(shares(0.35, 0, 1.2, 1)).toEqual([0.35, 0, 1.2, 1]);
    expect(shares('35%', '120%', 0.2)).toEqual([0.35, 1.2, 0.2]);
    expect(shares('35%', 12, 40)).toEqual([0.35, 0.12, 0.4]);
  });

  test('the same customer twice, or written differently, is a finding each', () => {
    const { findings, rowCount } = read('Customer|AR balance', [
      ['Acme Ltd', 1],
      ['ACME LTD', 2],
      ['Acme', 3],
    ]);
    expect(rowCount).toBe(3);
    expect(findings).toEqual([
      { kind: 'duplicateCustomer', row: 2, column: 0, found: 'ACME LTD' },
      { kind: 'sameCustomerOtherName', row: 3, column: 0, found: 'Acme' },
    ]);
  });

  test('an empty sheet is an empty list', () => {
    expect(readCustomerList([], recogniseAs('customers', []), { dateSystem: 1900 }).rowCount).toBe(0);
  });
});
