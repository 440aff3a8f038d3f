/** The figures and formulas of the report's tables, without the Excel that calculates them: who is named, who is added up, and what is left. */
import { expect, test } from '@jest/globals';
import {
  isFormula,
  type ReportSheetId,
  type ReportTable,
  reportTables,
} from '../../../src/risk/report/reportSheet';
import { reportOf } from '../../excel/report/source';
import { asOf } from '../../smallLedger';

type Row = readonly (string | number)[];

const letters = 'ABCDEFGHIJ';

/** The rows of a table whose first one stands in row 2, with formulas as they are written there. */
function rowsOf(rows: readonly Row[], name: string, chosen?: readonly ReportSheetId[]): unknown[][] {
  const blocks = reportOf({ rows, ...(chosen && { chosen }) }).flatMap(sheet => sheet.blocks);
  const table = blocks.find((block): block is ReportTable => block.kind === 'table' && block.name === name)!;
  return Array.from({ length: table.rowCount }, (_, index) =>
    table
      .row(index)
      .map(cell =>
        isFormula(cell) ? cell.formulaAt({ row: index + 2, column: column => letters[column] }) : cell,
      ),
  );
}

const invoice = (customer: string, amount: number, daysLate: number): Row => [
  customer,
  `I-${customer}-${amount}`,
  asOf - daysLate - 30,
  asOf - daysLate,
  amount,
  '',
  1000,
];

/** C1 owes 1.01, C2 2.02 and so on. */
const customers = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => invoice(`C${index + 1}`, (101 * (index + 1)) / 100, 10));

test('of more than fifty customers the rest is one line to the cent, and so is who is in credit', () => {
  const rows = rowsOf(
    [...customers(53), invoice('Credit', -7.5, 5), invoice('Other credit', -0.2, 5)],
    reportTables.concentration,
  );
  expect(rows).toHaveLength(52);
  expect(rows[0].slice(0, 3)).toEqual([1, 'C53', 53.53]);
  expect(rows[49].slice(0, 3)).toEqual([50, 'C4', 4.04]);
  expect(rows[50][0]).toBe(51);
  expect(String(rows[50][1])).toContain('3');
  // 1.01 + 2.02 + 3.03.
  expect([rows[50][2], rows[50][4]]).toEqual([6.06, 1]);
  expect([rows[51][0], rows[51][2], rows[51][4]]).toEqual([52, -7.7, 1]);
  expect(rows[51][3]).toBe('=IF(C53>0,C53/SUMIF(TiercelReportShares[Exposure],">0"),0)');
  // 53.53 of 53 × 54 / 2 × 1.01.
  expect(rows[0][4]).toBeCloseTo(53.53 / 1445.31, 9);
});

test('of fifty customers who all owe there is neither line', () => {
  const rows = rowsOf(customers(50), reportTables.concentration);
  expect(rows).toHaveLength(50);
  expect(rows.at(-1)!.slice(0, 3)).toEqual([50, 'C1', 1.01]);
});

test('the ageing has every customer with something open once, the largest first, with a total of the row', () => {
  const settled = ['Settled', 'I-0', asOf - 90, asOf - 60, 500, asOf - 50, 1000];
  const rows = rowsOf(
    [
      invoice('Late', 10, 40),
      invoice('Late', 5, -3),
      invoice('Credit', -7.5, 5),
      invoice('Even', 20, 100),
      invoice('Even', -20, 5),
      settled,
      invoice('Large', 90, 5),
    ],
    reportTables.ageing,
  );
  expect(rows).toEqual([
    ['Large', 0, 90, 0, 0, 0, 0, '=SUM(B2:G2)'],
    ['Late', 5, 0, 10, 0, 0, 0, '=SUM(B3:G3)'],
    ['Even', 0, 0, 0, 0, 20, -20, '=SUM(B4:G4)'],
    ['Credit', 0, 0, 0, 0, 0, -7.5, '=SUM(B5:G5)'],
  ]);
});

test('beside fifteen customers who are named all others are what the ageing has more', () => {
  const rows = rowsOf(customers(18), reportTables.largest);
  expect(rows).toHaveLength(16);
  expect(rows.slice(0, 15).map(([name]) => name)).toEqual(
    Array.from({ length: 15 }, (_, index) => `C${18 - index}`),
  );
  const [name, notDue, ...others] = rows[15];
  expect(String(name)).toContain('3');
  expect(notDue).toBe('=SUM(TiercelReportAgeing[Not due])-SUM(B2:B16)');
  expect(others.at(-1)).toBe('=SUM(B17:G17)');
  expect(rowsOf(customers(15), reportTables.largest)).toHaveLength(15);
});

test('the allowance is worked out from the ageing where the report has it, else from the figures', () => {
  const rows = [invoice('Late', 100, 40), invoice('Late', 5, -3)];
  const beside = rowsOf(rows, reportTables.allowance, ['allowance', 'ageing']);
  expect(beside.map(([, amount]) => amount)[2]).toBe('=SUM(TiercelReportAgeing[31–60])');
  const alone = rowsOf(rows, reportTables.allowance, ['allowance']);
  expect(alone.map(([, amount]) => amount)).toEqual([5, 0, 100, 0, 0]);
  expect(alone.map(([, , rate]) => rate)).toEqual([0.003, 0.016, 0.036, 0.066, 0.106]);
  expect(alone.map(([, , , loss]) => loss)[2]).toBe('=ROUND(B4*C4,2)');
});

test('the entry books what is required less what is booked, on the debit side first', () => {
  const rows = [invoice('Late', 100, 40)];
  const [required, booked, toBook] = rowsOf(rows, reportTables.entry);
  expect([required[1], booked[1], toBook[1]]).toEqual([
    '=MAX(0,SUM(TiercelReportAllowance[Allowance]))',
    null,
    '=ROUND(B2-N(B3),2)',
  ]);
  const [debit, credit] = rowsOf(rows, reportTables.journal);
  const amount = '=ABS(INDEX(TiercelReportEntry[Amount],3))';
  expect([debit.slice(3), credit.slice(3)]).toEqual([
    [amount, null],
    [null, amount],
  ]);
  const names = (account: unknown) => [...String(account).matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  // Where less is required than booked, the sides change places.
  expect(names(debit[1])).toEqual(names(credit[1]).toReversed());
  expect(String(names(debit[1])[0])).toMatch(/impairment|loss/i);
});
