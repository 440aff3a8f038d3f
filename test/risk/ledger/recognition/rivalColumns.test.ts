import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { recogniseAs, recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { remap } from '../../../../src/risk/ledger/recognition/remap';

const sheet = (one: string, other: string): Cell[][] => [
  ['Customer', 'Invoice', 'Date', 'Due', one, other],
  ['Acme', 'A1', 46082, 46112, 11, 100],
  ['Acme', 'A2', 46083, 46113, 22, 200],
  ['Birch', 'B1', 46084, 46114, 33, 900],
];

function read(one: string, other: string) {
  const cells = sheet(one, other);
  const recognition = recogniseSheet(cells);
  const { openAmount, amount, scale, findings } = readLedger(cells, recognition, { dateSystem: 1900 });
  const owed = Array.from(openAmount, (open, row) => (Number.isNaN(open) ? amount[row]! : open) / scale);
  const rivals = findings.filter(({ kind }) => kind === 'rivalColumn').map(({ found }) => found);
  return { recognition, owed, rivals };
}

describe('a header that says more does not come before the plain one, wherever it stands', () => {
  test.each([
    ['Amount (old)', 'Amount'],
    ['Amount old', 'Amount'],
    ['Amount (prior year)', 'Amount'],
    ['Amount (draft)', 'Amount'],
    ['Amount (do not use)', 'Amount'],
    ['Amount 2024', 'Amount'],
    ['Balance last month', 'Balance'],
    ['Balance (last month)', 'Balance'],
    ['Balance 31.12.2025', 'Balance'],
    ['Amount (excl. VAT)', 'Amount (incl. VAT)'],
    ['金额（旧）', '金额'],
    ['上月余额', '余额'],
    ['余额（上年）', '余额'],
    ['2025年余额', '余额'],
    ['金额（不含税）', '金额（含税）'],
    ['Commission amount', 'Amount'],
    ['佣金金额', '金额'],
  ])('%s beside %s', (qualified, plain) => {
    expect(read(qualified, plain)).toMatchObject({ owed: [100, 200, 900], rivals: [] });
    expect(read(plain, qualified)).toMatchObject({ owed: [11, 22, 33], rivals: [] });
  });
});

describe('what is of another time is never what is owed now', () => {
  test.each(['Balance (last month)', 'Balance last month', '上月余额', '余额（上年）', 'Opening balance'])(
    '%s beside an amount',
    header => {
      expect(read(header, 'Amount').owed).toEqual([100, 200, 900]);
    },
  );

  test('and by itself it is no amount: the pane asks', () => {
    expect(recogniseSheet(sheet('Amount (old)', 'Note')).missing).toEqual(['amount']);
  });
});

test.each([
  ['Balance May', 'Balance June'],
  ['Balance (31 Dec 2025)', 'Balance (30 Jun 2026)'],
  ['余额2025', '余额2026'],
  ['余额（5月）', '余额（6月）'],
])('of %s and %s the later is read, with a remark', (earlier, later) => {
  expect(read(earlier, later)).toMatchObject({
    owed: [100, 200, 900],
    rivals: [earlier.replace(/[（）]/g, c => (c === '（' ? '(' : ')'))],
  });
});

test('sales and habits are of a time that is past', () => {
  const list: Cell[][] = [
    ['Customer', 'Exposure', 'Sales (last 12 months)', 'DSO (last year)', 'Exposure (last year)'],
    ['Acme', 100, 900, 40, 17],
    ['Birch', 200, 800, 50, 18],
  ];
  expect(recogniseAs('customers', list).columns.map(({ field, column }) => [field, column])).toEqual([
    ['customer', 0],
    ['exposure', 1],
    ['sales', 2],
    ['dso', 3],
  ]);
});

test('what was paid at other times is a rival, unless it is added up', () => {
  const paid = (one: string, other: string): Cell[][] => [
    ['Customer', 'Invoice', 'Date', 'Due', 'Amount', one, other],
    ['Acme', 'A1', 46082, 46112, 1000, 100, 50],
    ['Birch', 'B1', 46084, 46114, 900, 0, 30],
  ];
  const years = recogniseSheet(paid('Paid (this year)', 'Paid (previous years)'));
  expect(years.rivals).toEqual([{ field: 'paidAmount', column: 6 }]);
  const payments = recogniseSheet(paid('3月回款', '4月回款'));
  expect([payments.rivals, payments.paidAmounts]).toEqual([undefined, [5, 6]]);
});

describe('a due date that was put off counts, whichever way it is called', () => {
  const put = (one: string, other: string): Cell[][] => [
    ['Customer', 'Invoice', 'Date', one, other, 'Amount'],
    ['Acme', 'A1', 46082, 46112, 46183, 100],
    ['Birch', 'B1', 46083, 46113, 46213, 200],
  ];

  test.each<[string, string, boolean]>([
    ['Due date (original)', 'Due date (extended)', true],
    ['Due date (original)', 'Due date', false],
    ['Original due date', 'Extended due date', false],
    ['原到期日', '延期后到期日', false],
    ['到期日（原）', '到期日', false],
  ])('%s and %s', (before, now, isRemarked) => {
    for (const cells of [put(before, now), put(now, before)]) {
      const { columns, rivals } = recogniseSheet(cells);
      expect(columns.find(({ field }) => field === 'dueDate')?.header).toBe(
        now.replace('（', '(').replace('）', ')'),
      );
      if (isRemarked) expect(rivals).toHaveLength(1);
    }
  });
});

describe('columns that nothing tells apart', () => {
  test.each([
    ['Amount 1', 'Amount 2'],
    ['Amount', 'Amount'],
    ['Amount', 'Amount (approved)'],
    ['Amount', 'Amount USD'],
    ['金额', '金额'],
  ])('%s beside %s: the first is read, the other remarked', (one, other) => {
    expect(read(one, other)).toMatchObject({ owed: [11, 22, 33], rivals: [other] });
  });

  test('are no matter where their amounts are the same', () => {
    const same = sheet('Amount', 'Amount').map((row, index) =>
      index === 0 ? row : [...row.slice(0, 5), row[4]],
    );
    expect(recogniseSheet(same).rivals).toBeUndefined();
  });

  test('nor where one is the other in a larger unit', () => {
    const units = sheet('金额（元）', '金额（万元）').map((row, index) =>
      index === 0 ? row : [...row.slice(0, 5), Number(row[4]) / 10_000],
    );
    expect(recogniseSheet(units).rivals).toBeUndefined();
  });

  test('are remarked in a customer list as well', () => {
    const list: Cell[][] = [
      ['Customer', 'Credit limit', 'Credit limit', 'Exposure'],
      ['Acme', 500, 700, 100],
      ['Birch', 600, 600, 200],
    ];
    expect(recogniseAs('customers', list).rivals).toEqual([{ field: 'creditLimit', column: 2 }]);
  });

  test('are settled by the word of the user', () => {
    const { recognition } = read('Amount 1', 'Amount 2');
    expect(recognition.rivals).toEqual([{ field: 'amount', column: 5 }]);
    expect(remap(recognition, 'amount', 4).rivals).toBeUndefined();
    expect(remap(recognition, 'dueDate', 5).rivals).toBeUndefined();
    expect(remap(recognition, 'dueDate', 3).rivals).toHaveLength(1);
  });
});
