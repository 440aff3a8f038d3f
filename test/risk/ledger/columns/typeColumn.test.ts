/** Types that mean opposite things in different programs: the whole column says whose they are, never one row. */
import { describe, expect, test } from '@jest/globals';
import { typeSystemOf } from '../../../../src/risk/ledger/cells/sageType';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf, ledgerOfCells, owedIn } from '../../sheetLedger';

const asOf = dayOf('2026-06-30');
const day = dayOf;

const transactions = (
  types: readonly string[],
  headers = ['Customer', 'Type', 'Date', 'Reference', 'Amount'],
): Cell[][] => [
  headers,
  ...types.map((type, index): Cell[] => ['Acme', type, day('2026-03-02') + index, `D${index}`, 100]),
];
const unclearIn = (cells: Cell[][]) =>
  ledgerOfCells(cells).findings.filter(({ kind }) => kind === 'unclearType');

test("Sage's receipts on account (SA) and discounts (SD) lower what is owed, payments to the customer (SP) do not", () => {
  // Sage 50, transaction types: SI sales invoice, SC credit, SR receipt, SA receipt on account, SD discount, SP payment.
  const cells = transactions(['SI', 'SI', 'SI', 'SI', 'SI', 'SA', 'SR', 'SD', 'SP', 'SC']);
  expect(owedIn(cells, asOf)).toEqual({ Acme: 500 - 100 - 100 - 100 + 100 - 100 });
  expect(unclearIn(cells)).toEqual([]);
});

test('a receipt on account that is written below 0, as aged lists do, counts once', () => {
  const cells = transactions(['SI', 'SI', 'SA']);
  cells[3][4] = -100;
  expect(owedIn(cells, asOf)).toEqual({ Acme: 100 });
});

test("SAP's SA, any document of the general ledger, counts as it is written", () => {
  const cells = transactions(['RV', 'RV', 'DZ', 'SA', 'SA']);
  cells[5][4] = -30;
  expect(owedIn(cells, asOf)).toEqual({ Acme: 100 + 100 - 100 + 100 - 30 });
  expect(unclearIn(cells)).toEqual([]);
});

test('headers that only Sage writes tell as well', () => {
  const cells = transactions(['SA', 'SA'], ['A/C', 'Type', 'Date', 'Ref', 'Amount']);
  expect(owedIn(cells, asOf)).toEqual({ Acme: -200 });
});

test('where nothing tells, or the column contradicts itself, each such row counts as written and is a finding with its cell', () => {
  const alone = transactions(['INV', 'SA', 'SA']);
  expect(owedIn(alone, asOf)).toEqual({ Acme: 300 });
  expect(unclearIn(alone)).toEqual([
    { kind: 'unclearType', row: 2, column: 1, found: 'SA' },
    { kind: 'unclearType', row: 3, column: 1, found: 'SA' },
  ]);
  expect(unclearIn(transactions(['SI', 'RV', 'SA']))).toHaveLength(1);
});

test('a single edited row does not say it: the sheet is read again', () => {
  const cells = transactions(['SI', 'SA']);
  const row = readRow(cells[2], 2, recogniseSheet(cells), { dateSystem: 1900 }, { currency: '' });
  expect(row).toBe('readAgain');
});

describe('whose types a column has', () => {
  test.each<[Cell[], string[], string | null]>([
    [['si', ' SA '], [], 'sage'],
    [['RV', 'SA'], ['A/C'], 'sap'],
    [['SI', 'DZ'], ['A/C'], null],
    [['SA', null, 5], ['N/C'], 'sage'],
    [['Invoice', 'SA'], ['Type'], null],
  ])('%j below %j: %j', (cells, headers, system) => {
    expect(typeSystemOf(cells, headers)).toBe(system);
  });
});
