import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../src/risk/ledger/controlTotal';
import type { Cell, FindingKind, Ledger } from '../../../src/risk/ledger/ledger';
import { createLedgerReader, type LedgerOptions, readLedger } from '../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import type { Slices } from '../../../src/risk/slices';

const options: LedgerOptions = { dateSystem: 1900 };

function read(
  headers: string,
  rows: readonly (readonly Cell[])[],
  wish: Partial<LedgerOptions> = {},
): Ledger {
  const cells = [headers.split('|'), ...rows];
  return readLedger(cells, recogniseSheet(cells), { ...options, ...wish });
}

const found = (ledger: Ledger, kind: FindingKind) =>
  ledger.findings.filter(finding => finding.kind === kind).map(({ row, column }) => [row, column]);

const nameOf = (ledger: Ledger, index: number) => ledger.customers[ledger.customer[index]];

describe('a plain ledger', () => {
  const ledger = read('Customer|Invoice no|Invoice date|Due date|Paid date|Amount|Disputed', [
    ['Acme', 'A1', 45000, 45030, 45040, 100.25, 'No'],
    ['Borealis', 'B1', 45001, 45031, '', 50, 'Yes'],
    ['Acme', 'A2', 45002, 45032, null, 0.1, true],
  ]);

  test('becomes typed columns', () => {
    expect(ledger.rowCount).toBe(3);
    expect(ledger.customers).toEqual(['Acme', 'Borealis']);
    expect([...ledger.customer]).toEqual([0, 1, 0]);
    expect([...ledger.invoiceDate]).toEqual([45000, 45001, 45002]);
    expect([...ledger.dueDate]).toEqual([45030, 45031, 45032]);
    expect([...ledger.paidDate]).toEqual([45040, Number.NaN, Number.NaN]);
    expect([...ledger.amount]).toEqual([10025, 5000, 10]);
    expect(ledger.scale).toBe(100);
    expect([...ledger.openAmount]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...ledger.disputed]).toEqual([0, 1, 1]);
    expect([...ledger.sheetRow]).toEqual([1, 2, 3]);
    expect([...ledger.creditLimit]).toEqual([Number.NaN, Number.NaN]);
    expect([...ledger.termsDays]).toEqual([Number.NaN, Number.NaN]);
    expect(ledger.currency).toBe('');
    expect(ledger.currencies).toEqual([]);
    expect(ledger.unplaced).toEqual([]);
    expect(ledger.findings).toEqual([]);
    expect(ledger.findingCounts).toBeUndefined();
  });

  test('adds up to its sheet', () => {
    expect(controlTotal(ledger)).toEqual({ placed: 150.35, excluded: 0, unplaced: 0, total: 150.35 });
  });
});

describe('customers', () => {
  test('are the same whatever their spaces, case and width', () => {
    const ledger = read('Customer|Due date|Amount', [
      [' Acme  Ltd ', 45030, 1],
      ['ACME LTD', 45030, 2],
      ['Ａｃｍｅ　Ｌｔｄ', 45030, 3],
      [1001, 45030, 4],
      ['1001', 45030, 5],
    ]);
    expect(ledger.customers).toEqual(['Acme  Ltd', '1001']);
    expect([...ledger.customer]).toEqual([0, 0, 0, 1, 1]);
    expect(found(ledger, 'sameCustomerOtherName')).toEqual([]);
  });

  test('that only look alike are a finding each, not merged', () => {
    const ledger = read('客户名称|到期日|金额', [
      ['上海明达贸易有限公司', 45030, 1],
      ['上海明达贸易', 45030, 2],
      ['Acme Co., Ltd.', 45030, 3],
      ['Acme', 45030, 4],
      ['ACME, Inc', 45030, 5],
      ['Acme', 45030, 6],
      ['Acme Steel', 45030, 7],
    ]);
    expect(ledger.customers).toHaveLength(6);
    expect(found(ledger, 'sameCustomerOtherName')).toEqual([
      [2, 0],
      [4, 0],
      [5, 0],
    ]);
  });

  test('without a name go by their number', () => {
    const ledger = read('Customer ID|Customer|Due date|Amount', [
      ['C1', 'Acme', 45030, 1],
      ['C2', '', 45030, 2],
      ['C1', 'Acme', 45030, 3],
    ]);
    expect(ledger.customers).toEqual(['Acme', 'C2']);
  });
});

describe('rows that cannot be placed', () => {
  const ledger = read('Customer|Due date|Amount', [
    ['Acme', 45030, 10],
    ['', 45031, 20.5],
    ['#N/A', 45031, 30],
    ['Acme', 45031, 'soon'],
    ['Acme', 45031, ''],
    ['Acme', 45031, '#VALUE!'],
    ['Acme', '#REF!', 40],
  ]);

  test('are listed with what could be read, not dropped', () => {
    expect(ledger.rowCount).toBe(2);
    expect(ledger.unplaced).toEqual([
      { row: 2, amount: 2050 },
      { row: 3, amount: 3000 },
      { row: 4, amount: Number.NaN },
      { row: 5, amount: Number.NaN },
      { row: 6, amount: Number.NaN },
    ]);
    expect(controlTotal(ledger)).toEqual({ placed: 50, excluded: 0, unplaced: 50.5, total: 100.5 });
  });

  test('each say why and where', () => {
    expect(ledger.findings).toEqual([
      { kind: 'missingCustomer', row: 2, column: 0, found: '' },
      { kind: 'errorCell', row: 3, column: 0, found: '#N/A' },
      { kind: 'unreadableAmount', row: 4, column: 2, found: 'soon' },
      { kind: 'missingAmount', row: 5, column: 2, found: '' },
      { kind: 'errorCell', row: 6, column: 2, found: '#VALUE!' },
      { kind: 'errorCell', row: 7, column: 1, found: '#REF!' },
      { kind: 'missingDueDate', row: 7, column: 1, found: '' },
    ]);
  });
});

describe('due dates', () => {
  test('fall back to invoice date and terms, then to the invoice date, and say so', () => {
    const ledger = read('Customer|Invoice date|Due date|Terms|Amount', [
      ['Acme', 45000, 45010, 'Net 60', 1],
      ['Acme', 45000, '', 'Net 45', 1],
      ['Acme', 45000, '', '', 1],
      ['Borealis', 45000, '', '', 1],
      ['Cobalt', '', '', 30, 1],
    ]);
    expect([...ledger.dueDate]).toEqual([45010, 45045, 45060, 45000, Number.NaN]);
    expect(found(ledger, 'missingDueDate')).toEqual([
      [2, 2],
      [3, 2],
      [4, 2],
      [5, 2],
    ]);
    expect([...ledger.termsDays]).toEqual([60, Number.NaN, 30]);
  });

  test('without any such column every row is a finding of the row', () => {
    const ledger = read('Customer|Invoice date|Amount', [
      ['Acme', 45000, 1],
      ['Acme', 45001, 1],
    ]);
    expect([...ledger.dueDate]).toEqual([45000, 45001]);
    expect(found(ledger, 'missingDueDate')).toEqual([
      [1, -1],
      [2, -1],
    ]);
  });

  test('of texts are read by the evidence of the whole sheet, though it comes last', () => {
    const ledger = read('Customer|Invoice date|Due date|Amount', [
      ['Acme', '5/3/2024', '6/3/2024', 1],
      ['Acme', '13/2/2024', '20/2/2024', 1],
    ]);
    // 2024-03-05 is 45356.
    expect([...ledger.invoiceDate]).toEqual([45356, 45335]);
    expect([...ledger.dueDate]).toEqual([45357, 45342]);
    expect(found(ledger, 'textDate')).toHaveLength(4);
    expect(found(ledger, 'assumedDateOrder')).toEqual([]);
  });

  test('of texts that prove no order begin with the day where headers or amounts are of countries that write so', () => {
    const inGerman = read('Kunde|Belegdatum|Fälligkeit|Betrag', [['Bau GmbH', '5/3/2024', '6/3/2024', 1]]);
    const withComma = read('Customer|Invoice date|Due date|Amount', [
      ['Bau GmbH', '5/3/2024', '6/3/2024', '1.234,50'],
    ]);
    const inEnglish = read('Customer|Invoice date|Due date|Amount', [
      ['Acme', '5/3/2024', '6/3/2024', '1,234.50'],
    ]);
    // 2024-03-05 is 45356, 2024-05-03 is 45415.
    const invoiced = [inGerman, withComma, inEnglish].map(({ invoiceDate }) => invoiceDate[0]);
    expect(invoiced).toEqual([45356, 45356, 45415]);
    for (const ledger of [inGerman, withComma, inEnglish])
      expect(found(ledger, 'assumedDateOrder')).toHaveLength(2);
  });

  test('in the 1904 system stay in that system', () => {
    const ledger = read(
      'Customer|Due date|Amount',
      [
        ['Acme', 43894, 1],
        ['Acme', '2024-03-05', 1],
      ],
      { dateSystem: 1904 },
    );
    expect([...ledger.dueDate]).toEqual([43894, 43894]);
  });
});

describe('amounts', () => {
  test('as text are read and found', () => {
    const ledger = read('Customer|Due date|Amount', [
      ['Acme', 45030, '1.234,50'],
      ['Acme', 45030, '1.234'],
      ['Acme', 45030, '(99,95)'],
    ]);
    expect([...ledger.amount]).toEqual([123450, 123400, -9995]);
    expect(found(ledger, 'textAmount')).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
    expect(found(ledger, 'creditNote')).toEqual([[3, 2]]);
  });

  test('open: by its column, else amount less what was paid', () => {
    const ledger = read('Customer|Due date|Amount|Paid amount|Balance', [
      ['Acme', 45030, 100, 40, 55],
      ['Acme', 45030, 100, 40, ''],
      ['Acme', 45030, 100, '', ''],
      ['Acme', 45030, 100, 100, ''],
    ]);
    expect([...ledger.openAmount]).toEqual([55, 60, 100, 0]);
  });

  test('open alone serves as the amount', () => {
    const ledger = read('Customer|Invoice no|Due date|Balance', [['Acme', 'A1', 45030, 100.5]]);
    expect([...ledger.amount]).toEqual([1005 * 10]);
    expect([...ledger.openAmount]).toEqual([10050]);
  });

  test('of credit notes and payments lower what is owed, whichever sign they have', () => {
    const ledger = read('Customer|Document no|Type|Due date|Amount|Balance', [
      ['Acme', 'A1', 'Invoice', 45030, 100, 100],
      ['Acme', 'A2', 'Credit note', 45030, 30, 30],
      ['Acme', 'A3', 'Credit memo', 45030, -20, -20],
      ['Acme', 'A4', '红字发票', 45030, 10, ''],
      ['Acme', 'A5', 'Payment', 45030, 5, 0],
      ['Acme', 'A6', 'Invoice', 45030, -7, -7],
    ]);
    expect([...ledger.amount]).toEqual([100, -30, -20, -10, -5, -7]);
    expect([...ledger.openAmount]).toEqual([100, -30, -20, Number.NaN, 0, -7]);
    expect(Object.is(ledger.openAmount[4], 0)).toBe(true);
    expect(found(ledger, 'creditNote').map(([row]) => row)).toEqual([2, 3, 4, 6]);
  });

  test('in 万元 with six decimals lose nothing', () => {
    const ledger = read('客户名称|到期日|金额（万元）', [
      ['甲', 45030, 1.234567],
      ['乙', 45030, 0.000001],
      ['丙', 45030, 1000],
    ]);
    expect(ledger.scale).toBe(100);
    expect([...ledger.amount]).toEqual([1234567, 1, 1_000_000_000]);
    expect(controlTotal(ledger).total).toBe(10_012_345.68);
  });

  test('limits are the lowest and in the same scale', () => {
    const ledger = read('Customer|Due date|Amount|Credit limit', [
      ['Acme', 45030, 1.5, 1000],
      ['Acme', 45030, 1.5, 900],
      ['Borealis', 45030, 1.5, ''],
    ]);
    expect([...ledger.creditLimit]).toEqual([90_000, Number.NaN]);
  });
});

describe('rows of totals', () => {
  test.each(['Total', 'TOTAL:', 'Grand total', 'Subtotal', '合计', '合 计', '总计：', '總計', '小计'])(
    '%s is not counted',
    label => {
      const ledger = read('Customer|Due date|Amount', [
        ['Acme', 45030, 10],
        ['Borealis', 45030, 20],
        [label, '', 30],
      ]);
      expect(controlTotal(ledger).total).toBe(30);
      expect(found(ledger, 'totalRow')).toEqual([[3, -1]]);
    },
  );

  test('in the first column, where the customer is elsewhere', () => {
    const ledger = read('Invoice no|Customer|Due date|Amount', [
      ['A1', 'Acme', 45030, 10],
      ['Total', '', '', 10],
    ]);
    expect(controlTotal(ledger).total).toBe(10);
    expect(ledger.unplaced).toEqual([]);
  });

  test("SAP's lists, whose sums have asterisks and repeat the customer", () => {
    const ledger = read('|Customer|Document Number|Document Date|Net due date|Amount in local currency', [
      ['', '100234', '1800000012', '05.03.2024', '04.04.2024', '12.345,67'],
      ['', '100234', '1400000077', '20.05.2024', '20.05.2024', '1.234,56-'],
      ['*', '100234', '', '', '', '11.111,11'],
      ['', '100777', '1800000055', '25.05.2024', '24.06.2024', '99,50'],
      ['*', '100777', '', '', '', '99,50'],
      ['**', '', '', '', '', '11.210,61'],
    ]);
    expect(controlTotal(ledger)).toEqual({ placed: 11_210.61, excluded: 0, unplaced: 0, total: 11_210.61 });
    expect(found(ledger, 'totalRow')).toHaveLength(3);
  });

  test("subtotals with the word before the customer's name", () => {
    const ledger = read('Customer|Due date|Amount', [
      ['Acme', 45030, 10],
      ['Total Acme', '', 10],
      ['Total Energies', '', 20],
    ]);
    expect(controlTotal(ledger).total).toBe(30);
    expect(ledger.customers).toEqual(['Acme', 'Total Energies']);
  });

  test("Excel's subtotals between groups", () => {
    const ledger = read('Customer|Due date|Amount', [
      ['Acme', 45030, 10],
      ['Acme', 45030, 5],
      ['Acme Total', '', 15],
      ['明达', 45030, 20],
      ['明达 汇总', '', 20],
    ]);
    expect(controlTotal(ledger).total).toBe(35);
    expect(found(ledger, 'totalRow')).toHaveLength(2);
  });

  test('without a word, when the last row is exactly the sum', () => {
    const rows = [
      ['Acme', 45030, 10],
      ['Acme', 45030, 5.5],
      ['Borealis', 45030, ''],
    ];
    const ledger = read('Customer|Due date|Amount', [...rows, ['', '', 15.5]]);
    expect(controlTotal(ledger).total).toBe(15.5);
    expect(found(ledger, 'totalRow')).toEqual([[4, -1]]);
    expect(controlTotal(read('Customer|Due date|Amount', [...rows, ['', '', 15.6]])).total).toBe(31.1);
  });

  test("without a word, when they are a customer's sums, as SAP's lists export them", () => {
    const header = 'Customer|Document|Due date|Amount';
    const acme = [
      ['Acme', 'A1', 45030, 10],
      ['Acme', 'A2', 45031, 5.5],
      ['Acme', '', '', 15.5],
    ];
    const borealis = [
      ['Borealis', 'B1', 45030, 20],
      ['Borealis', '', '', 20],
    ];
    const ledger = read(header, [...acme, ...borealis, ['', '', '', 35.5]]);
    expect(controlTotal(ledger)).toEqual({ placed: 35.5, excluded: 0, unplaced: 0, total: 35.5 });
    expect(found(ledger, 'totalRow')).toEqual([
      [3, -1],
      [5, -1],
      [6, -1],
    ]);
    // Nothing shows that this sheet has subtotals.
    expect(controlTotal(read(header, borealis)).total).toBe(40);
    const numbered = [...acme.slice(0, 2), ['Acme', 'A3', '', 15.5]];
    expect(controlTotal(read(header, numbered)).total).toBe(31);
  });

  test('a dated last row without a customer is an invoice, whatever it comes to', () => {
    const ledger = read('Customer|Due date|Amount', [
      ['Acme', 45030, 10],
      ['Acme', 45030, 5],
      ['', 45030, 15],
    ]);
    expect(controlTotal(ledger)).toEqual({ placed: 15, excluded: 0, unplaced: 15, total: 30 });
  });

  test('a customer who is only called so is a customer', () => {
    const ledger = read('Customer|Due date|Amount', [
      ['Total Energies', 45030, 10],
      ['Total', 45030, 20],
      ['Sum', 45031, 30],
      ['Apex Total', 45031, 30],
    ]);
    expect(ledger.rowCount).toBe(4);
    expect(found(ledger, 'totalRow')).toEqual([]);
  });
});

test('blank rows, footnotes and repeated headers are skipped in silence', () => {
  const ledger = read('Customer|Due date|Amount|Remark', [
    ['Acme', 45030, 10, ''],
    ['', null, '', ''],
    ['　', '  ', undefined, ''],
    ['', '', '', 'see page 2'],
    ['Customer', 'Due date', 'Amount', 'Remark'],
    [],
    ['Acme', 45030, 5, ''],
  ]);
  expect([...ledger.sheetRow]).toEqual([1, 7]);
  expect(ledger.unplaced).toEqual([]);
  expect(ledger.findings).toEqual([]);
});

describe('currencies', () => {
  const rows = [
    ['Acme', 45030, 10, 'USD'],
    ['Borealis', 45030, 200, 'EUR'],
    ['Acme', 45030, 30, 'usd'],
    ['', 45030, 400, 'EUR'],
    ['Cobalt', 45030, 7, 'USD'],
  ];

  test('are never added together: the one with most rows is read', () => {
    const ledger = read('Customer|Due date|Amount|Currency', rows);
    expect(ledger.currency).toBe('USD');
    expect(ledger.currencies).toEqual([
      { currency: 'USD', rowCount: 3, amount: 47, rate: 1 },
      { currency: 'EUR', rowCount: 2, amount: 600, rate: Number.NaN },
    ]);
    expect(ledger.customers).toEqual(['Acme', 'Cobalt']);
    expect([...ledger.customer]).toEqual([0, 0, 1]);
    expect(controlTotal(ledger)).toEqual({ placed: 47, excluded: 0, unplaced: 0, total: 47 });
    expect(ledger.findings).toEqual([{ kind: 'otherCurrency', row: 2, column: 3, found: 'EUR' }]);
  });

  test('or the one asked for', () => {
    const ledger = read('Customer|Due date|Amount|Currency', rows, { currency: 'EUR' });
    expect(ledger.customers).toEqual(['Borealis']);
    expect(controlTotal(ledger)).toEqual({ placed: 200, excluded: 0, unplaced: 400, total: 600 });
    expect(ledger.findings.map(({ kind }) => kind)).toEqual(['otherCurrency', 'missingCustomer']);
  });

  test('a wish that no row fulfils is ignored', () => {
    expect(read('Customer|Due date|Amount|Currency', rows, { currency: 'JPY' }).currency).toBe('USD');
  });

  test('a blank belongs to the only currency there is', () => {
    const ledger = read('Customer|Due date|Amount|Currency', [
      ['Acme', 45030, 10, 'RMB'],
      ['Acme', 45030, 10, ''],
      ['Acme', 45030, 10, '人民币'],
    ]);
    expect(ledger.currency).toBe('CNY');
    expect(ledger.currencies).toEqual([{ currency: 'CNY', rowCount: 3, amount: 30, rate: 1 }]);
    expect(ledger.rowCount).toBe(3);
    expect(found(ledger, 'blankCurrency')).toEqual([[2, 3]]);
  });

  test('a currency said once for all rows, or by the header of the amounts, leaves no cell blank', () => {
    const once = read('Customer|Due date|Amount|Currency', [
      ['Acme', 45030, 10, 'USD'],
      ['Acme', 45030, 10, ''],
      ['Acme', 45030, 10, null],
    ]);
    expect(once.currencies).toEqual([{ currency: 'USD', rowCount: 3, amount: 30, rate: 1 }]);
    const byHeader = read('Customer|Due date|Amount (USD)|Currency', [
      ['Acme', 45030, 10, ''],
      ['Acme', 45030, 10, 'USD'],
      ['Total', '', 20, ''],
    ]);
    for (const ledger of [once, byHeader]) expect(found(ledger, 'blankCurrency')).toEqual([]);
  });

  test('a blank among several stands apart', () => {
    const ledger = read('Customer|Due date|Amount|Currency', [...rows, ['Acme', 45030, 10, '']]);
    expect(ledger.currencies).toContainEqual({ currency: '', rowCount: 1, amount: 10, rate: Number.NaN });
    expect(controlTotal(ledger).total).toBe(47);
    expect(found(ledger, 'blankCurrency')).toEqual([]);
    expect(found(ledger, 'otherCurrency')).toContainEqual([6, 3]);
  });

  test('are read from the header or the amounts where there is no column', () => {
    expect(read('Customer|Due date|Amount (EUR)', [['Acme', 45030, 10]]).currency).toBe('EUR');
    const ledger = read('Customer|Due date|Amount', [
      ['Acme', 45030, 'USD 10'],
      ['Acme', 45030, 'EUR 20'],
      ['Acme', 45030, 'US$30'],
    ]);
    expect(ledger.currency).toBe('USD');
    expect(controlTotal(ledger).total).toBe(40);
  });
});

test('duplicate document numbers are found, instalments and credits are not', () => {
  const ledger = read('Customer|Invoice no|Due date|Amount', [
    ['Acme', 'A1', 45030, 10],
    ['Acme', ' a1 ', 45030, 10],
    ['Acme', 'A2', 45030, 30],
    ['Acme', 'A2', 45060, 30],
    ['Acme', 'A2', 45060, 30],
    ['Acme', 'A3', 45030, 30],
    ['Acme', 'A3', 45030, -30],
    ['Borealis', 'A3', 45090, 5],
    ['Acme', '', 45030, 30],
    ['Acme', '', 45030, 30],
  ]);
  expect(found(ledger, 'duplicateDocument')).toEqual([
    [2, 1],
    [5, 1],
    [8, 1],
  ]);
});

describe('reading in slices', () => {
  const header = ['Customer', 'Invoice no', 'Due date', 'Amount'];
  const rows = Array.from({ length: 40_000 }, (_, index) => [
    index % 10_000 === 9_999 ? `Customer ${index} Ltd.` : `Customer ${index % 9_999}`,
    `INV-${index === 39_000 ? 7 : index}`,
    45_000 + (index % 300),
    index / 100,
  ]);
  const cells: readonly (readonly Cell[])[] = [header, ...rows, ['Customer 7 Ltd', 'x', 45_000, 1]];
  const recognition = recogniseSheet(cells.slice(0, 50));

  function readerOf() {
    const reader = createLedgerReader(recognition, options);
    reader.add(cells, 0);
    return reader;
  }

  function inSlices<Result>(work: Slices<Result>): { readonly result: Result; readonly count: number } {
    for (let count = 1; ; count++) {
      const step = work.next();
      if (step.done) return { result: step.value, count };
    }
  }

  test('gives every number first and what rows show beside each other when it is checked', () => {
    const reader = readerOf();
    const finished = inSlices(reader.finishing());
    expect(finished.result.findings).toEqual([]);
    const checked = inSlices(reader.checking());
    const { findings, ...numbers } = checked.result;
    for (const [name, column] of Object.entries(numbers))
      expect(column).toBe(finished.result[name as keyof Ledger]);
    expect(found(checked.result, 'duplicateDocument')).toEqual([[39_001, 1]]);
    expect(found(checked.result, 'sameCustomerOtherName')).toEqual([[40_001, 0]]);
    expect(findings).toEqual(readerOf().finish().findings);
    expect(Math.min(finished.count, checked.count)).toBeGreaterThan(3);
  });

  test('is done once and in that order', () => {
    const reader = readerOf();
    expect(() => inSlices(reader.checking())).toThrow('checked once');
    inSlices(reader.finishing());
    expect(() => inSlices(reader.finishing())).toThrow('finished once');
    expect(() => reader.add(cells, 0)).toThrow('finished');
    inSlices(reader.checking());
    expect(() => inSlices(reader.checking())).toThrow('checked once');
  });
});

test('an invoice after the as-of date is found where one is given', () => {
  const rows = [
    ['Acme', 45000, 45030, 1],
    ['Acme', 45002, 45030, 1],
  ];
  const headers = 'Customer|Invoice date|Due date|Amount';
  expect(found(read(headers, rows, { asOf: 45001 }), 'futureInvoice')).toEqual([[2, 1]]);
  expect(found(read(headers, rows), 'futureInvoice')).toEqual([]);
});

test('more than a thousand of a kind in a column are counted', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => ['Acme', '2024-03-05', `${index}.50`]);
  const ledger = read('Customer|Due date|Amount', rows);
  expect(ledger.findings).toHaveLength(2000);
  expect(ledger.findingCounts).toEqual({ textDate: 1500, textAmount: 1500 });
});

test('a sheet with nothing in it is an empty ledger', () => {
  const ledger = readLedger([], recogniseSheet([]), options);
  expect(ledger.rowCount).toBe(0);
  expect(ledger.scale).toBe(1);
  expect(controlTotal(ledger)).toEqual({ placed: 0, excluded: 0, unplaced: 0, total: 0 });
});

describe('whatever the order and the pieces', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  const row = fc.record({
    customer: fc.constantFrom('Acme', 'acme ', 'Borealis', '明达有限公司', ''),
    due: fc.option(fc.integer({ min: 40_000, max: 46_000 }), { nil: '' }),
    cents,
    isText: fc.boolean(),
  });
  const toCells = ({
    customer,
    due,
    cents,
    isText,
  }: {
    customer: string;
    due: Cell;
    cents: number;
    isText: boolean;
  }) => [customer, due, isText ? (cents / 100).toFixed(2) : cents / 100, 'INV'];
  const header = ['Customer', 'Due date', 'Amount', 'Type'];
  const recognition = recogniseSheet([header, ['Acme', 45030, 1.5, 'INV']]);

  test('placed and unplaced are the sheet to the cent', () => {
    // A last row without customer and date may be the sheet's total, which is not counted.
    const closing = { customer: 'Closing', due: 45_000, cents: 1, isText: false };
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 60 }).chain(rows => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, other]) => {
          const expected = rows.reduce((sum, { cents }) => sum + cents, closing.cents);
          for (const order of [rows, other]) {
            const ledger = readLedger([header, ...[...order, closing].map(toCells)], recognition, options);
            expect(Math.round(controlTotal(ledger).total * 100)).toBe(expected);
            expect(ledger.rowCount + ledger.unplaced.length).toBe(rows.length + 1);
          }
        },
      ),
    );
  });

  test('every customer owes the same', () => {
    const byCustomer = (ledger: Ledger) => {
      const sums = new Map<string, number>();
      ledger.amount.forEach((amount, index) => {
        const name = nameOf(ledger, index).toLowerCase();
        sums.set(name, (sums.get(name) ?? 0) + amount * (100 / ledger.scale));
      });
      return new Map([...sums].sort());
    };
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }).chain(rows => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, other]) => {
          const closing = { customer: 'Closing', due: 45_000, cents: 1, isText: false };
          const one = readLedger([header, ...[...rows, closing].map(toCells)], recognition, options);
          const two = readLedger([header, ...[...other, closing].map(toCells)], recognition, options);
          expect(byCustomer(one)).toEqual(byCustomer(two));
        },
      ),
    );
  });

  test('pieces give the same ledger as the whole', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const cells = [header, ...rows.map(toCells)];
        const reader = createLedgerReader(recognition, options);
        for (let first = 0; first < cells.length; first += size)
          reader.add(cells.slice(first, first + size), first);
        expect(reader.finish()).toEqual(readLedger(cells, recognition, options));
      }),
    );
  });

  function shuffled<T>(rows: readonly T[]): fc.Arbitrary<T[]> {
    return fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
  }

  test('no cell makes it throw', () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.constantFrom<Cell>('#N/A', '合计', '5/3/2024', '1.234', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 10 }), rows => {
        const ledger = readLedger([header, ...rows], recognition, options);
        expect(ledger.amount).toHaveLength(ledger.rowCount);
      }),
      { examples: [[[[{ toString: {} }, [], '#N/A']]], [[['A', { toString: {} }, { toString: {} }, 5, 1]]]] },
    );
  });
});

test('a negative credit limit is named where a customer has it first, and stays what the sheet says', () => {
  const ledger = read('Customer|Due date|Amount|Credit limit', [
    ['Acme', 45030, 10, 500],
    ['Borealis', 45030, 10, -1],
    ['Borealis', 45031, 10, -1],
    ['Acme', 45030, 10, '(20)'],
    ['Zero', 45030, 10, 0],
  ]);
  expect(found(ledger, 'negativeLimit')).toEqual([
    [2, 3],
    [4, 3],
  ]);
  expect([...ledger.creditLimit].map(limit => limit / ledger.scale)).toEqual([-20, -1, 0]);
});
