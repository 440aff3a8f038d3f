import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';

function read(cells: readonly (readonly Cell[])[]) {
  const recognition = recogniseSheet(cells);
  const { amount, openAmount, scale, findings } = readLedger(cells, recognition, { dateSystem: 1900 });
  return {
    recognition,
    amounts: Array.from(amount, value => value / scale),
    open: Array.from(openAmount, value => value / scale),
    remarks: findings.map(({ kind, row, column }) => `${kind} ${row} ${column}`),
  };
}

// 46082 is 1 March 2026.
const account = (header: string, ...words: readonly string[]): Cell[][] => [
  ['Date', 'Customer', header, 'Amount', 'Due'],
  ...words.map((word, index): Cell[] => [46082 + index, 'Acme', word, 100 + index, 46112]),
];

describe('receipts, credit notes and write-offs that only words tell', () => {
  test.each([
    ['摘要', '销售', '收到货款'],
    ['Description', 'Widgets', 'Payment received - thank you'],
    ['Memo', 'Consulting, payment terms 30 days', 'Payment'],
    ['摘要', '销售', '退货'],
    ['摘要', '销售', '坏账核销'],
    ['Description', 'Widgets', 'Credit note CN-4'],
  ])('of %s lower what is owed, with a remark', (header, sale, receipt) => {
    const { amounts, remarks } = read(account(header, sale, receipt, sale));
    expect(amounts).toEqual([100, -101, 102]);
    expect(remarks).toContain('typeByWords 2 2');
  });

  test('lower it also where they are below 0 already', () => {
    const cells = account('Description', 'Widgets', 'Payment received', 'Gadgets');
    cells[2]![3] = -60;
    expect(read(cells).amounts).toEqual([100, -60, 102]);
  });

  test.each(['备注', 'Remarks', 'Comment'])('are none in what is noted beside a row (%s)', header => {
    expect(read(account(header, '销售', '收款', '销售')).amounts).toEqual([100, 101, 102]);
  });

  test('are found where the first one stands far below', () => {
    const sales = Array.from({ length: 12_000 }, () => 'Widgets');
    expect(recogniseSheet(account('Description', ...sales, 'Payment received')).typeWords).toBe(2);
  });

  test('are none where every row says so, or none', () => {
    expect(read(account('摘要', '收款', '收款')).amounts).toEqual([100, 101]);
    expect(recogniseSheet(account('摘要', '销售', '应收货款')).typeWords).toBeUndefined();
  });

  test.each(['Open amount', 'Paid amount', 'Type'])('are none beside a column that says it: %s', header => {
    const cells = account('Description', 'Widgets', 'Payment received').map((row, index): Cell[] => [
      ...row,
      index === 0 ? header : header === 'Type' ? 'Invoice' : 10,
    ]);
    expect(read(cells).amounts).toEqual([100, 101]);
  });

  test('are found beyond the rows that are looked at for content', () => {
    const words = Array.from({ length: 3000 }, (_, index) =>
      index === 1777 ? 'Payment received' : 'Widgets',
    );
    const { amounts } = read(account('Description', ...words));
    expect(amounts.filter(amount => amount < 0)).toEqual([-1877]);
  });

  test('are left to types, amounts paid and the like once the user says where these are', () => {
    const { recognition } = read(account('Description', 'Widgets', 'Payment received'));
    expect(recognition.typeWords).toBe(2);
    for (const field of ['documentType', 'openAmount', 'paidAmount'] as const) {
      expect(remap(recognition, field, 4).typeWords).toBeUndefined();
    }
    expect(remap(recognition, 'document', 2).typeWords).toBeUndefined();
    expect(remap(recognition, 'document', 0).typeWords).toBe(2);
  });
});

describe('a way to pay', () => {
  const sales = (header: string, ...ways: readonly string[]): Cell[][] => [
    ['客户', '单号', '日期', '到期日', '金额', header],
    ...ways.map((way, index): Cell[] => ['甲公司', `X${index}`, 46082, 46112, 100, way]),
  ];

  test.each(['结算方式', '付款方式', '销售类型'])(
    'settled on the spot is paid (%s), with a remark',
    header => {
      const { open, remarks } = read(sales(header, '现结', '月结', '现结'));
      expect(open).toEqual([0, Number.NaN, 0]);
      expect(remarks).toEqual(['paidByStatus 0 5']);
    },
  );

  test('of other kinds says nothing', () => {
    expect(recogniseSheet(sales('结算方式', '电汇', '承兑', '现金')).columns).toHaveLength(5);
  });

  test('in a column of terms is due at once', () => {
    const cells = sales('账期', '现结', '30天', '现结').map(row => row.filter((_, column) => column !== 3));
    const { dueDate } = readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });
    expect(dueDate[0]).toBe(46082);
  });
});

test('a revalued balance is in the money of the books, and no amount beside the currency of the documents: the pane asks', () => {
  const cells = [
    ['客户', '单号', '日期', '到期日', '币种', '重估后余额'],
    ['甲公司', 'X1', 46082, 46112, 'USD', 710],
    ['乙公司', 'X2', 46082, 46112, 'USD', 1420],
  ];
  expect(recogniseSheet(cells).missing).toEqual(['amount']);
});
