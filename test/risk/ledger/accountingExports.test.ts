/** Lists as accounting programs export them, read whole: what each customer owes, against sums made by hand. */
import { expect, test } from '@jest/globals';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
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

test("Business Central's entries: the money of the books, refunds owed again", () => {
  const headers = [
    'Posting Date',
    'Document Type',
    'Document No.',
    'Customer No.',
    'Customer Name',
    'Currency Code',
    'Amount',
  ];
  const rest = ['Amount (LCY)', 'Remaining Amount', 'Remaining Amt. (LCY)', 'Due Date'];
  const entries: Cell[][] = [
    [day('2026-03-01'), 'Invoice', '103001', '10000', 'Adatum', '', 1000, 1000, 400, 400, day('2026-03-31')],
    [day('2026-03-20'), 'Payment', '2596', '10000', 'Adatum', '', -600, -600, 0, 0, day('2026-03-20')],
    [
      day('2026-05-01'),
      'Credit Memo',
      '104001',
      '20000',
      'Trey',
      '',
      -150,
      -150,
      -150,
      -150,
      day('2026-05-01'),
    ],
    [day('2026-05-11'), 'Refund', 'R-1', '20000', 'Trey', '', 100, 100, 100, 100, day('2026-05-11')],
    [day('2026-06-10'), 'Invoice', '103002', '30000', 'School', 'EUR', 500, 450, 500, 450, day('2026-07-10')],
  ];
  expect(owedIn([[...headers, ...rest], ...entries], asOf)).toEqual({ Adatum: 400, Trey: -50, School: 450 });
  // Without them what names no currency is not added to what is in euros.
  const documentsOnly = entries.map(row => [...row.slice(0, 7), row[8], row[10]]);
  const cells = [[...headers, 'Remaining Amount', 'Due Date'], ...documentsOnly];
  expect(owedIn(cells, asOf)).toEqual({ Adatum: 400, Trey: -50 });
  expect(ledgerOfCells(cells).findings).toContainEqual({
    kind: 'otherCurrency',
    row: 5,
    column: 5,
    found: 'EUR',
  });
});

test("SAP's line items: amounts in local currency go with the local currency, not with the document's", () => {
  const cells: Cell[][] = [
    [
      ...['Account', 'Name 1', 'Document Number', 'Document Type', 'Document Date', 'Net Due Date'],
      ...['Amount in local currency', 'Local Currency', 'Amount in document currency', 'Document currency'],
    ],
    ['10023', 'Acme', '18001', 'RV', day('2026-03-01'), day('2026-03-31'), 1000, 'EUR', 1100, 'USD'],
    ['10023', 'Acme', '14002', 'DZ', day('2026-04-05'), day('2026-04-05'), -400, 'EUR', -440, 'USD'],
    ['10024', 'Beta', '18005', 'RV', day('2026-05-01'), day('2026-05-31'), 2000, 'EUR', 2000, 'EUR'],
  ];
  expect(owedIn(cells, asOf)).toEqual({ Acme: 600, Beta: 2000 });
  expect(ledgerOfCells(cells).currency).toBe('EUR');
  const localOnly = cells.map(row => [...row.slice(0, 7), row[9]]);
  expect(owedIn(localOnly, asOf)).toEqual({ Acme: 600, Beta: 2000 });
  const documentsOnly = cells.map(row => [...row.slice(0, 6), row[8], row[9]]);
  expect(ledgerOfCells(documentsOnly).currencies.map(({ currency }) => currency)).toEqual(['USD', 'EUR']);
});

test("NetSuite's ageing detail: customers in headings below their own header, sums as Total - name", () => {
  const cells: Cell[][] = [
    ['A/R Aging Detail'],
    ['Customer', 'Transaction Type', 'Date', 'Document Number', 'Due Date', 'Open Balance'],
    ['Abe Simpson', '', '', '', '', ''],
    ['', 'Invoice', day('2026-04-02'), 'INV101', day('2026-05-02'), '$1,000.00'],
    ['', 'Credit Memo', day('2026-05-02'), 'CM7', '', '($200.00)'],
    ['', 'Payment', day('2026-05-12'), 'PYMT9', '', '-$50.00'],
    ['Total - Abe Simpson', '', '', '', '', '$750.00'],
    ['Acme Media', '', '', '', '', ''],
    ['', 'Invoice', day('2026-06-02'), 'INV102', day('2026-07-02'), '$300.55'],
    ['Total - Acme Media', '', '', '', '', '$300.55'],
    ['Total', '', '', '', '', '$1,050.55'],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'Abe Simpson': 750, 'Acme Media': 300.55 });
  expect(controlTotal(ledgerOfCells(cells)).total).toBe(1050.55);
});

test("Zoho's ageing details: sums of sections, labelled in the column of the dates, are no rows", () => {
  const cells: Cell[][] = [
    ['DATE', 'TRANSACTION#', 'TYPE', 'CUSTOMER NAME', 'AMOUNT', 'BALANCE DUE'],
    ['1 - 15 Days', '', '', '', '', ''],
    ['20 Jun 2026', 'INV-12', 'Invoice', 'Acme Co', '$1,200.00', '$1,000.00'],
    ['Total for 1 - 15 Days', '', '', '', '$1,200.00', '$1,000.00'],
    ['> 45 Days', '', '', '', '', ''],
    ['02 Feb 2026', 'INV-2', 'Invoice', 'Blue Ltd', '$500.00', '$500.00'],
    ['05 Mar 2026', 'CN-2', 'Credit Note', 'Blue Ltd', '$-80.00', '$-80.00'],
    ['Total for > 45 Days', '', '', '', '$420.00', '$420.00'],
    ['Total', '', '', '', 1620, 1420],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'Acme Co': 1000, 'Blue Ltd': 420 });
  expect(controlTotal(ledgerOfCells(cells))).toMatchObject({ total: 1620, unplaced: 0 });
});

test('畅捷通的应收款明细：应收金额与收款金额分行，应收余额为逐笔累计余额', () => {
  const cells: Cell[][] = [
    ['往来单位:所有;日期:2026-01-01 至 2026-06-30'],
    ['单据日期', '单据编号', '业务类型', '往来单位', '摘要', '应收金额', '收款金额', '应收余额'],
    ['', '', '', '宏达商贸', '期初余额', '', '', '1,000.00'],
    ['2026-01-05', 'XS-1', '销货单', '宏达商贸', '', '2,000.00', '', '3,000.00'],
    ['2026-02-05', 'SK-1', '收款单', '宏达商贸', '', '', '1,500.00', '1,500.00'],
    ['', '', '', '宏达商贸小计', '', '2,000.00', '1,500.00', '1,500.00'],
    ['2026-03-01', 'XS-2', '销货单', '利民超市', '', '500.00', '', '500.00'],
    ['', '', '', '利民超市小计', '', '500.00', '', '500.00'],
    ['合计', '', '', '', '', '2,500.00', '1,500.00', '2,000.00'],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 宏达商贸: 1500, 利民超市: 500 });
  expect(controlTotal(ledgerOfCells(cells)).total).toBe(2000);
});

test('what was paid in the rows of the invoices stays what was paid of them', () => {
  const cells: Cell[][] = [
    ['Customer', 'Invoice', 'Due date', 'Amount', 'Paid amount'],
    ['Acme', '1', day('2026-03-01'), 100, 60],
    ['Acme', '2', day('2026-03-02'), 50, ''],
    ['Beta', '3', day('2026-03-03'), 70, 70],
  ];
  expect(owedIn(cells, asOf)).toEqual({ Acme: 90, Beta: 0 });
});

test("Oracle's amounts below 0 in angle brackets, and sides with a point", () => {
  const cells: Cell[][] = [
    ['Customer Name', 'Transaction Number', 'Due Date', 'Balance Due'],
    ['Acme Inc', 'INV1001', day('2026-03-31'), '1,000.00'],
    ['Acme Inc', 'RCPT88', '', '<300.00>'],
    ['Acme Inc', 'DM9', day('2026-03-31'), '5.25 Dr.'],
    ['Acme Inc', 'CM9', '', '1.25 Cr.'],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'Acme Inc': 704 });
});

test("QuickBooks' balance detail: our receivables account is no customer, the balance runs", () => {
  const cells: Cell[][] = [
    ['', 'Type', 'Date', 'Num', 'Account', 'Amount', 'Balance'],
    ['Abercrombie', '', '', '', '', '', ''],
    ['', 'Invoice', day('2026-04-02'), 'FC 4', 'Accounts Receivable', 1000, 1000],
    ['', 'Payment', day('2026-05-02'), '', 'Accounts Receivable', -400, 600],
    ['Total Abercrombie', '', '', '', '', 600, 600],
    ['Balak', '', '', '', '', '', ''],
    ['', 'Invoice', day('2026-04-12'), 'FC 5', 'Accounts Receivable', 50.5, 50.5],
    ['Total Balak', '', '', '', '', 50.5, 50.5],
    ['TOTAL', '', '', '', '', 650.5, 650.5],
  ];
  expect(owedIn(cells, asOf)).toEqual({ Abercrombie: 600, Balak: 50.5 });
  expect(controlTotal(ledgerOfCells(cells)).total).toBe(650.5);
});

test("Sage 50's aged detail: a block for each account, its name beside its code, SA on account", () => {
  const block = (code: string, name: string): Cell[] => ['A/C:', code, 'Name:', name, '', 'Contact:', 'Bob'];
  const cells: Cell[][] = [
    block('ABC01', 'ABC Fencing'),
    ['No:', 'Type', 'Date', 'Ref', 'Details', 'Balance', 'Older'],
    ['12', 'SI', day('2026-03-02'), '1001', 'Goods', '1,200.00', '0.00'],
    ['15', 'SA', day('2026-04-05'), '', 'Payment on Account', '-200.00', '0.00'],
    ['', '', '', '', 'Totals:', '1,000.00', '0.00'],
    block('DEF01', 'DEF Ltd'),
    ['18', 'SI', day('2026-05-02'), '1007', 'Goods', '300.00', '0.00'],
    ['', '', '', '', 'Totals:', '300.00', '0.00'],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 'ABC Fencing': 1000, 'DEF Ltd': 300 });
  expect(controlTotal(ledgerOfCells(cells)).total).toBe(1300);
});

test("SAP's sums that name their customer by number, and a line of percentages, are no customers", () => {
  const cells: Cell[][] = [
    ['Customer', 'Document Number', 'Net due date', 'Amount in local currency'],
    ['10001', '18001', '31.03.2026', '1.000,00 '],
    ['10001', '18002', '30.04.2026', '  500,50-'],
    ['Customer 10001', '', '', '499,50'],
    ['10002', '18003', '31.05.2026', '20,00'],
    ['Customer 10002', '', '', '20,00'],
    ['Percentage of total', '', '', 1],
  ];
  expect(owedIn(cells, asOf)).toEqual({ 10001: 499.5, 10002: 20 });
});
