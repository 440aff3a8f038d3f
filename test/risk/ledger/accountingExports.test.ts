/** Lists as accounting programs export them, read whole: what each customer owes, against sums made by hand. */
import { expect, test } from '@jest/globals';
import type { Cell } from '../../../src/risk/ledger/ledger';
import { dayOf, ledgerOfCells, owedIn } from '../sheetLedger';

const day = dayOf;
const asOf = day('2026-06-30');

test("Sage's aged list: what is outstanding (O/S Amount) is open, not what was invoiced", () => {
  const cells: Cell[][] = [
    ['A/C', 'Name', 'Type', 'Date', 'Due Date', 'Ref', 'Details', 'Amount', 'O/S Amount'],
    ['ABC01', 'ABC Fencing', 'SI', day('2026-03-02'), day('2026-04-01'), '10231', 'Panels', 4200, 4200],
    ['BRO02', 'Brown & Sons', 'SI', day('2026-06-01'), day('2026-07-01'), '10301', '', 2500.55, 1000.55],
    ['BRO02', 'Brown & Sons', 'SI', day('2026-01-15'), day('2026-02-14'), '10150', '', 900, 0],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'ABC Fencing': 4200, 'Brown & Sons': 1000.55 });
});

test("Sage's transactions: receipts (SR) and credits (SC) lower what is owed, though they are written above 0", () => {
  const cells: Cell[][] = [
    ['No', 'Type', 'A/C', 'Date', 'Ref', 'Details', 'Gross'],
    [1, 'SI', 'ABC01', day('2026-03-02'), '1001', 'Goods', 1200],
    [2, 'SR', 'ABC01', day('2026-04-02'), 'BACS', 'Sales Receipt', 1200],
    [3, 'SI', 'ABC01', day('2026-05-02'), '1002', 'Goods', 600],
    [4, 'SC', 'ABC01', day('2026-05-05'), 'CN9', 'Return', 120],
    [5, 'SI', 'DEF01', day('2026-06-01'), '1003', 'Goods', 1200],
    [6, 'SR', 'DEF01', day('2026-06-02'), 'BACS', 'Sales Receipt', 300],
  ];
  expect(owedIn(cells, asOf)).toEqual({ ABC01: 480, DEF01: 900 });
  const kinds = ledgerOfCells(cells).findings.map(({ kind }) => kind);
  expect(kinds).not.toContain('duplicateDocument');
});

test("Xero's invoices: what is due (Invoice Due) is open, after payments and credits", () => {
  const cells: Cell[][] = [
    ['Invoice Date', 'Due Date', 'Invoice Number', 'Contact', 'Invoice Total', 'Invoice Paid', 'Invoice Due'],
    [day('2026-03-02'), day('2026-04-01'), 'INV-1', 'Acme Ltd', 1200, 200, 900],
    [day('2026-05-02'), day('2026-06-01'), 'INV-2', 'Acme Ltd', 500, 500, 0],
    [day('2026-06-12'), day('2026-07-12'), 'INV-3', 'Bolt', 700, 0, 700],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'Acme Ltd': 900, Bolt: 700 });
});

test.each([
  ['本期应收', '本期收款', '余额'],
  ['本期应收', '本期实收', '期末余额'],
  ['本期应收', '本期收回', '余额'],
])('金蝶、用友的应收明细账（%s、%s、%s）是借贷两方，余额为逐笔累计余额', (debit, credit, balance) => {
  const cells: Cell[][] = [
    ['单据日期', '单据号', '客户名称', '摘要', debit, credit, balance],
    [day('2026-01-05'), 'XS001', '苏州恒力机械有限公司', '销售', 10_000, '', 10_000],
    [day('2026-02-05'), 'SK001', '苏州恒力机械有限公司', '收款', '', 6_000, 4_000],
    [day('2026-03-05'), 'XS002', '昆山泰丰电子', '销售', 5_000, '', 5_000],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 苏州恒力机械有限公司: 4_000, 昆山泰丰电子: 5_000 });
});
