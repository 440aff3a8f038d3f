/** Ledgers with one column of amounts and one that says its side: Dr/Cr, S/H, 借/贷. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlTotal } from '../../../../src/risk/ledger/controlTotal';
import type { Cell, Recognition } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';
import { dayOf, fieldsOf, ledgerOfCells, owedIn } from '../../sheetLedger';

type Row = readonly Cell[];

const day = dayOf;

const kindsOf = (cells: readonly Row[]) => ledgerOfCells(cells).findings.map(({ kind }) => kind);

/** 12,345.60 + 8,000.40 − 10,000 = 10,346; 5,000 − 200 = 4,800. */
const journal = (header: Row, debit: string, credit: string): Row[] => [
  header,
  [day('2024-01-05'), '记-12', '江苏宏达', '销售产品', debit, 12_345.6],
  [day('2024-02-08'), '记-31', '江苏宏达', '销售产品', debit, 8_000.4],
  [day('2024-03-01'), '记-40', '江苏宏达', '收到货款', credit, 10_000],
  [day('2024-03-11'), '记-44', '上海明达', '销售产品', debit, 5_000],
  [day('2024-04-02'), '记-52', '上海明达', '退货', credit, 200],
];

describe('a column of sides', () => {
  test.each<[Row, string, string]>([
    [['日期', '凭证号', '客户名称', '摘要', '借贷方向', '金额'], '借', '贷'],
    [['日期', '凭证字号', '往来单位', '摘要', '方向', '发生额'], '借', '贷'],
    [['記帳日期', '憑證號', '客戶名稱', '摘要', '借貸方向', '金額'], '借', '貸'],
    [['Posting date', 'Document number', 'Customer', 'Text', 'Dr/Cr', 'Amount'], 'Dr', 'Cr'],
    [['Posting date', 'Document number', 'Customer', 'Text', 'D/C', 'Amount'], 'D', 'C'],
    [
      [
        'Posting date',
        'Document Number',
        'Customer',
        'Text',
        'Debit/Credit Ind.',
        'Amount in local currency',
      ],
      'S',
      'H',
    ],
    [['Date', 'Voucher no', 'Customer', 'Narration', 'Debit/Credit', 'Amount'], 'Debit', 'Credit'],
    [['Date', 'Voucher no', 'Customer', 'Narration', 'Type', 'Amount'], 'Debit', 'Credit'],
    [['Date', 'Voucher no', 'Customer', 'Narration', '+/-', 'Amount'], '+', '-'],
  ])('of %j signs the amounts', (header, debit, credit) => {
    const cells = journal(header, debit, credit);
    expect(recogniseSheet(cells)).toMatchObject({ kind: 'ledger', missing: [] });
    expect(fieldsOf(cells)).toMatchObject({ customer: 2, entrySide: 4, amount: 5 });
    expect(owedIn(cells)).toEqual({ 江苏宏达: 10_346, 上海明达: 4_800 });
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(15_146);
  });

  test('stands anywhere, also behind the amounts, and may be left of other columns', () => {
    const turned = journal(['日期', '凭证号', '客户名称', '摘要', '方向', '金额'], '借', '贷').map(
      ([date, number, name, text, side, amount]) => [amount, side, name, date, number, text],
    );
    expect(owedIn(turned)).toEqual({ 江苏宏达: 10_346, 上海明达: 4_800 });
  });

  test("whose amounts have SAP's signs as well (FBL5N) turns nothing twice", () => {
    const cells: Row[] = [
      ['Document Date', 'Document Number', 'Customer', 'Document Type', 'D/C', 'Amount in local currency'],
      [day('2024-01-05'), '1800001', 'Acme', 'RV', 'S', 1_000],
      [day('2024-02-05'), '1800002', 'Acme', 'RV', 'S', '2,500.50'],
      [day('2024-03-05'), '1400001', 'Acme', 'DZ', 'H', '700.25-'],
      [day('2024-03-06'), '1600001', 'Acme', 'DG', 'H', -99.75],
      // A payment taken back: a credit of the other sign.
      [day('2024-04-06'), '1400002', 'Acme', 'DZ', 'H', 50],
    ];
    // 1,000 + 2,500.50 − 700.25 − 99.75 + 50.
    expect(owedIn(cells)).toEqual({ Acme: 2_750.5 });
  });

  test('below 0 on the credit side of an unsigned sheet takes a payment back (红字)', () => {
    const cells: Row[] = [
      ['日期', '客户', '摘要', '方向', '金额'],
      [day('2024-01-05'), '甲公司', '销售', '借', 1_000],
      [day('2024-02-05'), '甲公司', '收款', '贷', 400],
      [day('2024-02-06'), '甲公司', '收款', '贷', 300],
      [day('2024-02-07'), '甲公司', '冲回收款', '贷', -300],
      [day('2024-02-08'), '甲公司', '红字发票', '借', -50],
    ];
    expect(owedIn(cells)).toEqual({ 甲公司: 550 });
  });

  test('that is missing beside an amount says so, and the amount counts as written', () => {
    const cells: Row[] = [
      ['Date', 'Customer', 'D/C', 'Amount'],
      ...Array.from({ length: 12 }, (_, row) => [day('2024-01-05') + row, 'Acme', row % 3 ? 'D' : 'C', 100]),
      [day('2024-03-05'), 'Acme', '', 10],
    ];
    expect(owedIn(cells)).toEqual({ Acme: 8 * 100 - 4 * 100 + 10 });
    expect(ledgerOfCells(cells).findings.filter(({ kind }) => kind === 'missingSide')).toEqual([
      { kind: 'missingSide', row: 13, column: 2, found: '' },
    ]);
  });

  test('of open items signs what is open', () => {
    const cells: Row[] = [
      ['Invoice date', 'Invoice no', 'Customer', 'Due date', 'D/C', 'Amount', 'Open amount'],
      [day('2024-01-05'), 'A1', 'Acme', day('2024-02-05'), 'D', 900, 900],
      [day('2024-01-06'), 'A2', 'Acme', day('2024-02-06'), 'D', 500, 120.4],
      [day('2024-02-05'), 'C1', 'Acme', '', 'C', 300, 100.1],
    ];
    expect(fieldsOf(cells)).toMatchObject({ entrySide: 4, amount: 5, openAmount: 6 });
    expect(owedIn(cells)).toEqual({ Acme: 920.3 });
    const withoutAmount = cells.map(row => row.filter((_, column) => column !== 5));
    expect(owedIn(withoutAmount)).toEqual({ Acme: 920.3 });
  });

  test('without a header that says so is taken for one by its cells, for the user to check', () => {
    const cells = journal(['日期', '凭证号', '客户名称', '摘要', '', '金额'], '借', '贷');
    expect(recogniseSheet(cells).columns).toContainEqual({
      field: 'entrySide',
      column: 4,
      header: '',
      confidence: 0.5,
    });
    expect(controlTotal(ledgerOfCells(cells)).total).toBe(15_146);
    // Letters may be grades.
    expect(
      fieldsOf(journal(['日期', '凭证号', '客户名称', '摘要', '', '金额'], 'D', 'C')),
    ).not.toHaveProperty('entrySide');
  });

  test('of the balance says nothing of the amounts', () => {
    const settled: Row[] = [
      ['日期', '客户', '摘要', '金额', '方向', '余额'],
      [day('2024-01-05'), '甲公司', '销售', 1_000, '借', 1_000],
      [day('2024-02-05'), '甲公司', '收款', -1_000, '平', 0],
      [day('2024-03-05'), '甲公司', '预收', -200, '贷', 200],
    ];
    expect(fieldsOf(settled)).not.toHaveProperty('entrySide');
    expect(owedIn(settled)).toEqual({ 甲公司: -200 });
    const open: Row[] = [
      ['日期', '客户', '摘要', '金额', '方向', '余额'],
      [day('2024-01-05'), '甲公司', '销售', 1_000, '借', 1_000],
      [day('2024-02-05'), '甲公司', '收款', -300, '借', 700],
      [day('2024-03-05'), '甲公司', '收款', -100, '借', 600],
    ];
    expect(owedIn(open)).toEqual({ 甲公司: 600 });
  });

  test.each([
    ['借', '贷'],
    ['Dr', 'Cr'],
  ])(
    'beside a running balance with sides of its own (%s, %s) is the one before the amounts',
    (debit, credit) => {
      const cells: Row[] = [
        ['日期', '客户名称', '摘要', '方向', '金额', '方向', '余额'],
        ['', '甲公司', '期初余额', '', '', debit, 500],
        [day('2024-01-05'), '甲公司', '销售', debit, 1_000, debit, 1_500],
        [day('2024-02-05'), '甲公司', '收款', credit, 1_800, credit, 300],
        [day('2024-02-20'), '甲公司', '销售', debit, 2_000, debit, 1_700],
        [day('2024-02-29'), '甲公司', '本月合计', '', '', debit, 1_700],
      ];
      expect(fieldsOf(cells)).toMatchObject({ entrySide: 3, amount: 4, runningBalance: 6 });
      expect(owedIn(cells)).toEqual({ 甲公司: 1_700 });
      expect(kindsOf(cells)).toEqual(expect.arrayContaining(['openingBalance', 'totalRow']));
    },
  );

  test('is not needed where a balance follows amounts with signs: the balance is no open amount', () => {
    const cells: Row[] = [
      ['Date', 'Customer', 'Description', 'Amount', 'Balance'],
      [day('2024-01-01'), 'Acme', 'Opening balance', '', 200],
      [day('2024-01-05'), 'Acme', 'Invoice 1', 1_000, 1_200],
      [day('2024-02-05'), 'Acme', 'Payment', -300, 900],
      [day('2024-03-05'), 'Acme', 'Invoice 2', 50.5, 950.5],
      [day('2024-03-09'), 'Beta', 'Invoice 3', 70, 70],
      [day('2024-03-19'), 'Beta', 'Credit note', -10, 60],
    ];
    expect(fieldsOf(cells)).toMatchObject({ amount: 3, runningBalance: 4 });
    expect(fieldsOf(cells)).not.toHaveProperty('openAmount');
    expect(owedIn(cells)).toEqual({ Acme: 950.5, Beta: 60 });
    const openItems = cells.map((row, at) =>
      row.map((cell, column) => (at > 0 && column === 4 ? Number(row[3] === 50.5) * 20 : cell)),
    );
    expect(fieldsOf(openItems)).toMatchObject({ amount: 3, openAmount: 4 });
  });

  test('nor where a bank lists the newest first, with the side behind each amount', () => {
    const cells: Row[] = [
      ['Customer: Acme Ltd'],
      ['Date', 'Description', 'Amount', 'Balance'],
      [day('2024-04-05'), 'Payment', '500.00 CR', '1500.00 DR'],
      [day('2024-03-01'), 'Goods', '1500.00 DR', '2000.00 DR'],
      [day('2024-01-01'), 'Opening balance', '500.00 DR', '500.00 DR'],
    ];
    expect(owedIn(cells)).toEqual({ 'Acme Ltd': 1500 });
  });

  test('is not a column of tiers, and not of debit notes', () => {
    const tiers: Row[] = [
      ['Invoice date', 'Customer', 'Due date', 'Tier', 'Amount'],
      [day('2024-01-05'), 'Acme', day('2024-02-05'), 'C', 900],
      [day('2024-01-05'), 'Beta', day('2024-02-05'), 'D', 100],
    ];
    expect(owedIn(tiers)).toEqual({ Acme: 900, Beta: 100 });
    const notes: Row[] = [
      ['Invoice date', 'Customer', 'Type', 'Amount'],
      [day('2024-01-05'), 'Acme', 'Debit note', 900],
      [day('2024-01-05'), 'Acme', 'Credit note', 100],
    ];
    expect(fieldsOf(notes)).toMatchObject({ documentType: 2 });
    expect(owedIn(notes)).toEqual({ Acme: 800 });
  });
});

test('a user can say which column has the sides, and that there are two columns of amounts after all', () => {
  const cells = journal(['日期', '凭证号', '客户名称', '摘要', '等级', '金额'], 'D', 'C');
  const found = recogniseSheet(cells);
  expect(found.columns.some(({ field }) => field === 'entrySide')).toBe(false);
  const said = remap(found, 'entrySide', 4);
  const total = (recognition: Recognition) =>
    controlTotal(readLedger(cells, recognition, { dateSystem: 1900 })).total;
  // Its words alone call one row a receipt and another a return of goods.
  expect([total(found), total(said)]).toEqual([15_146, 15_146]);
  expect(total(remap(said, 'debit', 5))).toBe(35_546);
});

test('an edited row of such a ledger is read with the whole sheet', () => {
  const cells = journal(['日期', '凭证号', '客户名称', '摘要', '方向', '金额'], '借', '贷');
  const recognition = recogniseSheet(cells);
  const ledger = ledgerOfCells(cells);
  expect(readRow(cells[1], 1, recognition, { dateSystem: 1900 }, ledger)).toBe('readAgain');
});

test('says what two columns of the same entries say, however it is written', () => {
  const entry = fc.record({
    customer: fc.constantFrom('Acme', 'Beta', '江苏宏达'),
    isCredit: fc.boolean(),
    cents: fc.integer({ min: 1, max: 5_000_000 }),
    days: fc.integer({ min: 0, max: 150 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 4, maxLength: 40 }), fc.boolean(), (entries, isSigned) => {
      fc.pre(entries.some(({ isCredit }) => isCredit) && entries.some(({ isCredit }) => !isCredit));
      const on = (days: number) => day('2024-01-01') + days;
      const twoColumns = [
        ['Date', 'Customer', 'Debit', 'Credit'],
        ...entries.map(({ customer, isCredit, cents, days }) => [
          on(days),
          customer,
          isCredit ? '' : cents / 100,
          isCredit ? cents / 100 : '',
        ]),
      ];
      const oneColumn = [
        ['Date', 'Customer', 'D/C', 'Amount'],
        ...entries.map(({ customer, isCredit, cents, days }) => [
          on(days),
          customer,
          isCredit ? 'C' : 'D',
          isCredit && isSigned ? -cents / 100 : cents / 100,
        ]),
      ];
      expect(owedIn(oneColumn)).toEqual(owedIn(twoColumns));
      expect(controlTotal(ledgerOfCells(oneColumn))).toEqual(controlTotal(ledgerOfCells(twoColumns)));
    }),
  );
});
