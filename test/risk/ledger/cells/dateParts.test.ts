/** Ledgers whose dates stand in parts: 年, 月, 日; year, month, day; or month and day below a heading with the year. */
import { describe, expect, test } from '@jest/globals';
import { readDayOfMonth, readMonth, readYear } from '../../../../src/risk/ledger/cells/dateParts';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { statedMonths, yearOf } from '../../../../src/risk/ledger/recognition/monthSpan';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf, fieldsOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];

const day = dayOf;

const daysIn = (cells: readonly Row[]) => Array.from(ledgerOfCells(cells).invoiceDate);

describe('parts of a date', () => {
  test.each<[(cell: Cell) => number, Cell, number]>([
    [readYear, 2024, 2024],
    [readYear, '2024年', 2024],
    [readYear, '２０２４', 2024],
    [readYear, 24, Number.NaN],
    [readYear, 45_000, Number.NaN],
    [readMonth, 3, 3],
    [readMonth, '03', 3],
    [readMonth, '3月', 3],
    [readMonth, '12月份', 12],
    [readMonth, 'Mar', 3],
    [readMonth, 'September', 9],
    [readMonth, 13, Number.NaN],
    [readMonth, 1.5, Number.NaN],
    [readDayOfMonth, '05', 5],
    [readDayOfMonth, '31日', 31],
    [readDayOfMonth, '5號', 5],
    [readDayOfMonth, 32, Number.NaN],
    [readDayOfMonth, '本月合计', Number.NaN],
  ])('%p of %j is %p', (read, cell, expected) => {
    expect(read(cell)).toBe(expected);
  });
});

describe('the months a heading says', () => {
  const year = (number: number) => ({
    first: { year: number, month: 1 },
    last: { year: number, month: 12 },
  });
  test.each<[readonly Row[], unknown]>([
    [[['2024年']], year(2024)],
    [[[2024, '年']], year(2024)],
    [[['会计期间：2024.01-2024.12']], year(2024)],
    [[['應收賬款明細賬（2024年度）']], year(2024)],
    [[['For the year ended 31 December 2024']], year(2024)],
    [[['期间：2023年07月至2024年06月']], { first: { year: 2023, month: 7 }, last: { year: 2024, month: 6 } }],
    [[['2024年'], ['2024年6月30日']], year(2024)],
    // The year of a span may stand elsewhere by itself: the span says more.
    [
      [['2024年'], ['期间', '2024.01-2024.06']],
      { first: { year: 2024, month: 1 }, last: { year: 2024, month: 6 } },
    ],
    [[['2024年', '打印日期：2025年1月8日']], year(2024)],
    [[['打印日期：2025-01-08']], null],
    [[['2023年'], ['2024年']], null],
    [[['2022.01-2024.12']], null],
    [[['客户：甲公司', 4_400.5, '']], null],
  ])('in %j', (heading, expected) => {
    expect(statedMonths(heading)).toEqual(expected);
  });

  test('give each month its year, and none to a month outside', () => {
    const span = { first: { year: 2023, month: 7 }, last: { year: 2024, month: 6 } };
    expect([7, 12, 1, 6].map(month => yearOf(month, span))).toEqual([2023, 2023, 2024, 2024]);
    const half = { first: { year: 2024, month: 1 }, last: { year: 2024, month: 6 } };
    expect(yearOf(7, half)).toBeNaN();
  });
});

describe('a ledger with dates in parts', () => {
  test.each<[Row, Row]>([
    [
      ['年', '月', '日', '凭证号', '客户名称', '摘要', '金额'],
      ['2024', '01', '05'],
    ],
    [
      ['年度', '月份', '日', '憑證號', '客戶名稱', '摘要', '金額'],
      ['2024年', '1月', '5日'],
    ],
    [
      ['Year', 'Month', 'Day', 'Invoice no', 'Customer', 'Text', 'Amount'],
      [2024, 1, 5],
    ],
    [
      ['YYYY', 'MM', 'DD', 'Invoice no', 'Customer', 'Text', 'Amount'],
      [2024, 'Jan', 5],
    ],
  ])('in %j is dated', (header, [year, month, dayOfMonth]) => {
    const cells: Row[] = [
      header,
      [year, month, dayOfMonth, 'A-1', '甲公司', 'x', 100.25],
      [year, 2, 29, 'A-2', '甲公司', 'y', 50],
      [year, 6, 30, 'A-3', '乙公司', 'z', 7],
    ];
    expect(recogniseSheet(cells)).toMatchObject({ kind: 'ledger', missing: [] });
    expect(fieldsOf(cells)).toMatchObject({ invoiceYear: 0, invoiceMonth: 1, invoiceDayOfMonth: 2 });
    expect(daysIn(cells)).toEqual([day('2024-01-05'), day('2024-02-29'), day('2024-06-30')]);
    expect(owedIn(cells)).toEqual({ 甲公司: 150.25, 乙公司: 7 });
    // Nothing is invoiced before its day.
    expect(owedIn(cells, day('2024-02-28'))).toMatchObject({ 甲公司: 100.25 });
  });

  /** 用友 客户往来明细账: the year in the header, month and day below it. */
  const account = (debit: string, credit: string, settled: string): Row[] => [
    ['客户往来明细账', '', '', '', '', '', '', '', ''],
    ['账簿：集团本部', '', '', '', '期间：2024.01-2024.06', '', '', '', '币种：人民币'],
    ['2024年', '', '凭证号', '客户', '', '摘要', '借方', '贷方', '方向', '余额'],
    ['月', '日', '', '编码', '名称', '', '', '', '', ''],
    ['', '', '', 'C01', '江苏宏达', '期初余额', '', '', debit, 2_000],
    ['01', '15', '记-0012', 'C01', '江苏宏达', '销售', 12_000.5, '', debit, 14_000.5],
    ['', '20', '记-0019', 'C01', '江苏宏达', '收款', '', 5_000, debit, 9_000.5],
    ['01', '', '', 'C01', '江苏宏达', '本月合计', 12_000.5, 5_000, debit, 9_000.5],
    ['02', '29', '记-0031', 'C01', '江苏宏达', '收款', '', 9_000.5, settled, 0],
    ['03', '08', '记-0040', 'C02', '上海明达', '销售', 800, '', debit, 800],
    ['03', '', '', 'C02', '上海明达', '本年累计', 800, '', debit, 800],
    ['04', '01', '记-0045', 'C02', '上海明达', '预收', '', 1_000, credit, 200],
  ];

  test('takes the year from its heading, and the month from the row above', () => {
    const cells = account('借', '贷', '平');
    expect(recogniseSheet(cells)).toMatchObject({
      headerRow: 3,
      months: { first: { year: 2024, month: 1 }, last: { year: 2024, month: 6 } },
    });
    expect(fieldsOf(cells)).toMatchObject({ invoiceMonth: 0, invoiceDayOfMonth: 1, debit: 6, credit: 7 });
    expect(daysIn(cells).slice(1)).toEqual(
      ['2024-01-15', '2024-01-20', '2024-02-29', '2024-03-08', '2024-04-01'].map(day),
    );
    expect(owedIn(cells)).toEqual({ 江苏宏达: 0, 上海明达: -200 });
    expect(owedIn(cells, day('2024-01-31'))).toMatchObject({ 江苏宏达: 9_000.5 });
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(-200);
  });

  test('is not dated without a year: the pane asks', () => {
    const yearless = account('借', '贷', '平')
      .filter((_, row) => row !== 1)
      .map(row => row.map(cell => (cell === '2024年' ? '日期' : cell)));
    expect(fieldsOf(yearless)).not.toHaveProperty('invoiceDayOfMonth');
    expect(recogniseSheet(yearless).missing).toEqual(['dueDate']);
  });

  test('leaves parts alone where a column has the whole date', () => {
    const cells: Row[] = [
      ['年', '月', '日', '单据日期', '客户', '金额'],
      [2024, 1, 5, day('2024-01-06'), '甲公司', 10],
      [2024, 1, 6, day('2024-01-07'), '甲公司', 10],
    ];
    expect(fieldsOf(cells)).toEqual({ invoiceDate: 3, customer: 4, amount: 5 });
  });

  test('says which cell is no date', () => {
    const cells: Row[] = [
      ['Year', 'Month', 'Day', 'Customer', 'Amount'],
      ...Array.from({ length: 9 }, (_, row) => [2024, 3, row + 1, 'Acme', 10]),
      [2023, 2, 29, 'Acme', 10],
    ];
    expect(ledgerOfCells(cells).findings).toContainEqual({
      kind: 'unreadableDate',
      row: 10,
      column: 2,
      found: '2023 · 2 · 29',
    });
    expect(owedIn(cells)).toEqual({ Acme: 100 });
  });

  test('lets an edited row be read alone where it says its whole date', () => {
    const cells: Row[] = [
      ['Year', 'Month', 'Day', 'Customer', 'Amount'],
      [2024, 3, 1, 'Acme', 10],
      [2024, '', 2, 'Acme', 10],
    ];
    const recognition = recogniseSheet(cells);
    const ledger = ledgerOfCells(cells);
    const read = (row: number) => readRow(cells[row], row, recognition, { dateSystem: 1900 }, ledger);
    expect(read(1)).toMatchObject({ invoiceDate: day('2024-03-01'), amount: 10 });
    expect(read(2)).toBe('readAgain');
  });

  describe('with due dates in parts', () => {
    const dueIn = (cells: readonly Row[]) => Array.from(ledgerOfCells(cells).dueDate);

    test.each<[string, Row[]]>([
      [
        'beside invoice dates in parts, below groups',
        [
          ['Invoice date', '', '', 'Due date', '', '', '', ''],
          ['Day', 'Month', 'Year', 'Day', 'Month', 'Year', 'Customer', 'Amount'],
          [5, 12, 2023, 4, 1, 2024, 'Acme', 100],
          [29, 2, 2024, 30, 'Mar', 2024, 'Baker', 50],
        ],
      ],
      [
        'beside whole invoice dates, the due ones first',
        [
          ['Due year', 'Due month', 'Due day', 'Invoice date', 'Customer', 'Amount'],
          [2024, 1, 4, day('2023-12-05'), 'Acme', 100],
          [2024, 3, 30, day('2024-02-29'), 'Baker', 50],
        ],
      ],
      [
        '到期日期分三列，位于开票日期之后',
        [
          ['开票日期', '', '', '到期日', '', '', '客户名称', '金额'],
          ['年', '月', '日', '年', '月', '日', '', ''],
          [2023, 12, 5, 2024, 1, 4, 'Acme', 100],
          [2024, 2, 29, 2024, 3, 30, 'Baker', 50],
        ],
      ],
      [
        'without a year, from the invoice date on',
        [
          ['Date', 'Due month', 'Due day', 'Customer', 'Amount'],
          [day('2023-12-05'), 1, 4, 'Acme', 100],
          [day('2024-02-29'), 3, 30, 'Baker', 50],
        ],
      ],
    ])('%s', (_, cells) => {
      expect(recogniseSheet(cells)).toMatchObject({ kind: 'ledger', missing: [] });
      expect(dueIn(cells)).toEqual(['2024-01-04', '2024-03-30'].map(day));
      expect(Array.from(ledgerOfCells(cells).invoiceDate)).toEqual(['2023-12-05', '2024-02-29'].map(day));
      expect(ledgerOfCells(cells).findings).toEqual([]);
      expect(owedIn(cells)).toEqual({ Acme: 100, Baker: 50 });
    });

    test('a due date that lacks a part, or does not exist, is none: it is said at its day', () => {
      const cells: Row[] = [
        ['Date', 'Due year', 'Due month', 'Due day', 'Customer', 'Amount'],
        ...Array.from({ length: 8 }, (_, row) => [day('2024-01-01'), 2024, 2, row + 1, 'Acme', 1]),
        [day('2024-01-01'), 2024, '', 15, 'Acme', 10],
        [day('2024-01-01'), 2024, 2, 30, 'Acme', 10],
        [day('2024-01-01'), '', '', '', 'Acme', 10],
      ];
      const { findings } = ledgerOfCells(cells);
      expect(findings.filter(({ kind }) => kind === 'unreadableDate')).toEqual([
        { kind: 'unreadableDate', row: 9, column: 3, found: '2024 · 15' },
        { kind: 'unreadableDate', row: 10, column: 3, found: '2024 · 2 · 30' },
      ]);
      expect(findings.filter(({ kind }) => kind === 'missingDueDate').map(({ row }) => row)).toEqual([
        9, 10, 11,
      ]);
    });

    test('whole due dates under 到期日 stay whole, and the day of a payment is no invoice date', () => {
      const whole: Row[] = [
        ['年', '月', '日', '到期日', '客户名称', '金额'],
        [2024, 1, 5, day('2024-02-04'), '甲公司', 100],
        [2024, 1, 6, day('2024-02-05'), '甲公司', 100],
      ];
      expect(fieldsOf(whole)).toMatchObject({ invoiceDayOfMonth: 2, dueDate: 3 });
      const paid: Row[] = [
        ['收款日期', '', '', '到期日', '客户名称', '金额'],
        ['年', '月', '日', '', '', ''],
        [2024, 1, 5, day('2024-02-04'), '甲公司', 100],
        [2024, 1, 6, day('2024-02-05'), '甲公司', 100],
      ];
      expect(fieldsOf(paid)).toEqual({
        paidYear: 0,
        paidMonth: 1,
        paidDayOfMonth: 2,
        dueDate: 3,
        customer: 4,
        amount: 5,
      });
    });

    test('are read alone when a row is edited', () => {
      const cells: Row[] = [
        ['Date', 'Due month', 'Due day', 'Customer', 'Amount'],
        [day('2023-12-05'), 1, 4, 'Acme', 100],
      ];
      const read = readRow(cells[1], 1, recogniseSheet(cells), { dateSystem: 1900 }, ledgerOfCells(cells));
      expect(read).toMatchObject({ dueDate: day('2024-01-04') });
    });
  });
});
