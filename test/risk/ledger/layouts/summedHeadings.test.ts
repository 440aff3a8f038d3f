/** Customers in headings that have amounts beside the name: sums of what is below, or what was granted to the customer. */
import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];
const day = dayOf('2024-03-01');
const headers = ['Customer / invoice', 'Due date', 'Amount', 'Credit limit', 'Terms'];

const cells: Row[] = [
  headers,
  ['Northwind Ltd', '', 300, 5000, 30],
  ['A-1', day, 100, '', ''],
  ['A-2', day, 200, '', ''],
  ['Southgate BV', '', 50.5, 800, 60],
  ['A-3', day, 50.5, '', ''],
];

describe('a heading with amounts', () => {
  test('names the rows below it, and gives them its limit and terms', () => {
    const { customers, creditLimit, termsDays, scale } = ledgerOfCells(cells);
    expect(recogniseSheet(cells).customerGroups).toBe('summedHeading');
    expect(customers).toEqual(['Northwind Ltd', 'Southgate BV']);
    expect([...creditLimit].map(limit => limit / scale)).toEqual([5000, 800]);
    expect([...termsDays]).toEqual([30, 60]);
    expect(owedIn(cells)).toEqual({ 'Northwind Ltd': 300, 'Southgate BV': 50.5 });
  });

  test('is a total that is left out, and its rows say that they are named above', () => {
    const { findings } = ledgerOfCells(cells);
    const rowsOf = (kind: string) => findings.filter(finding => finding.kind === kind).map(({ row }) => row);
    expect(rowsOf('totalRow')).toEqual([1, 4]);
    expect(rowsOf('namedAbove')).toEqual([2, 3, 5]);
  });

  test('is none where its amount is not that of the rows below', () => {
    const other = cells.map((row, index) => (index === 1 ? ['Northwind Ltd', '', 299, 5000, 30] : row));
    expect(recogniseSheet(other).customerGroups).toBeUndefined();
  });

  test('is none where the rows below name customers themselves', () => {
    const named: Row[] = [
      headers,
      ['Acme', '', '', 5000, 30],
      ['Acme', day, 100, 5000, 30],
      ['Beta', '', '', 800, 30],
      ['Beta', day, 50, 800, 30],
    ];
    expect(recogniseSheet(named).customerGroups).toBeUndefined();
    expect(owedIn(named)).toEqual({ Acme: 100, Beta: 50 });
  });
});
