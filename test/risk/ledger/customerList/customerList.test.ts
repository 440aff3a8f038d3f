import { describe, expect, test } from '@jest/globals';
import { readCustomerList } from '../../../../src/risk/ledger/customerList/customerList';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { recogniseAs, recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';

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

  test('names limits below zero', () => {
    const { findings, numbers } = read('Customer|Credit limit', [
      ['Acme', -1],
      ['Borealis', 0],
      ['Cobalt', '5,000-'],
    ]);
    expect(findings.filter(({ kind }) => kind === 'negativeLimit')).toEqual([
      { kind: 'negativeLimit', row: 1, column: 1, found: '-1' },
      { kind: 'negativeLimit', row: 3, column: 1, found: '-5000' },
    ]);
    expect([...numbers.creditLimit]).toEqual([-1, 0, -5000]);
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

  test('statements, guarantee, flags, review and letters', () => {
    const read1 = read(
      'Customer|Contact person|E-mail|Language|Guarantee|Insolvent|Related party|Last review date|Total assets|Current ratio|Debt ratio|Revenue|Sales',
      [
        ['Acme', 'Ann Li', 'ann@acme.example', 'EN', '5万', '', '', '2024-03-01', 900, 1.4, '45%', 700, 12],
        ['明达', '李安', '', '中文', '银行保函', '破产清算', '是', '', '', '', 30, '', 8],
        ['Borealis', '', '', '', '', 'No', 'No', '', '', '', '', '', 1],
        ['Gamma', '', '', '', 'soon', '#N/A', 'maybe', '', '', '', '', '', 1],
      ],
    );
    const { numbers, texts } = read1;
    expect([...numbers.guarantee]).toEqual([50_000, Number.POSITIVE_INFINITY, 0, Number.NaN]);
    expect([...numbers.insolvent]).toEqual([0, 1, 0, Number.NaN]);
    expect([...numbers.excluded]).toEqual([0, 1, 0, 0]);
    expect(numbers.lastReview[0]).toBe(45352);
    expect([...numbers.debtRatio]).toEqual([0.45, 0.3, Number.NaN, Number.NaN]);
    expect([numbers.totalAssets[0], numbers.revenue[0], numbers.sales[0]]).toEqual([900, 700, 12]);
    expect(texts.contact).toEqual(['Ann Li', '李安', '', '']);
    expect(texts.email[0]).toBe('ann@acme.example');
    expect(texts.language).toEqual(['EN', '中文', '', '']);
    expect(read1.findings.map(({ kind, row }) => [kind, row])).toEqual(
      expect.arrayContaining([
        ['unreadableAmount', 4],
        ['errorCell', 4],
      ]),
    );
  });

  test.each([
    [
      '客户名称|联系人|电子邮箱|語言|擔保金額|是否破產|關聯方|上次複審日期|總資產|流動負債|資產負債率|經營現金流',
      'traditional',
    ],
    [
      '客户名称|联系人|电子邮箱|语言|担保金额|是否破产|关联方|上次复审日期|总资产|流动负债|资产负债率|经营现金流',
      'simplified',
    ],
    [
      'Customer|Attn|Email|Language|Collateral|Bankrupt|Intercompany|Review date|Assets|Current liabilities|Debt to assets|CFO',
      'English',
    ],
  ])('headers %s are recognised (%s)', headers => {
    const cells = [
      headers.split('|'),
      ['Acme', 'Ann', 'a@b.example', 'en', 5, 'no', 'no', 45000, 9, 3, 0.4, 2],
    ];
    expect(recogniseAs('customers', cells).columns.map(({ field }) => field)).toEqual([
      ...['customer', 'contact', 'email', 'language', 'guarantee', 'insolvent', 'excluded', 'lastReview'],
      ...['totalAssets', 'currentLiabilities', 'debtRatio', 'operatingCashFlow'],
    ]);
  });

  test.each([
    ['Contact|Balance', ['customer', 'exposure']],
    ['Customer|Revenue|Balance', ['customer', 'sales', 'exposure']],
    ['Customer|Operating profit|Balance', ['customer', 'ebit', 'exposure']],
  ])('%s keeps its meaning', (headers, fields) => {
    const cells = [headers.split('|'), ['Acme', 5, 7].slice(0, fields.length)];
    expect(recogniseAs('customers', cells).columns.map(({ field }) => field)).toEqual(fields);
  });
});

test('what a printed list has on every page is no customer: titles, header, page numbers, remarks', () => {
  const top = (page: number): Cell[][] => [
    ['Northwind Trading Ltd', '', '', ''],
    ['Balances at 30 June 2024', '', '', `Page ${page}`],
    ['Customer', 'Credit limit', 'Terms', 'AR balance'],
  ];
  const cells: Cell[][] = [
    ...top(1),
    ['Alpha', 1000, 30, 350],
    ['Beta GmbH', 2000, 60, 160],
    ['- 1 -', '', '', ''],
    ...top(2),
    ['Gamma', 500, 45, 30],
    ['Northwind Partners', 700, 30, 0],
    ['----', '----', '----', '----'],
    ['*** End of report ***', '', '', ''],
  ];
  const { customers, numbers } = readCustomerList(cells, recogniseSheet(cells), { dateSystem: 1900 });
  expect(customers).toEqual(['Alpha', 'Beta GmbH', 'Gamma', 'Northwind Partners']);
  expect([...numbers.exposure]).toEqual([350, 160, 30, 0]);
});
