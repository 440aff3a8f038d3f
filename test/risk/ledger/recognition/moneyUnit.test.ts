import { describe, expect, test } from '@jest/globals';
import { readCustomerList } from '../../../../src/risk/ledger/customerList/customerList';
import type { Cell } from '../../../../src/risk/ledger/ledger';
import { readLedger } from '../../../../src/risk/ledger/readLedger';
import { readRow } from '../../../../src/risk/ledger/readRow';
import { moneyUnitIn, statedMoneyUnit } from '../../../../src/risk/ledger/recognition/moneyUnit';
import { recogniseAs, recogniseSheet } from '../../../../src/risk/ledger/recognition/recogniseSheet';
import { dayOf } from '../../sheetLedger';

test.each<[string, number | null]>([
  ['金额（万元）', 10_000],
  ['信用額度（萬元）', 10_000],
  ['信用额度(万)', 10_000],
  ['应收余额万元', 10_000],
  ['余额(人民币千元)', 1000],
  ['金额【亿元】', 100_000_000],
  ['金额（单位：万元）', 10_000],
  ['金额（金额单位：人民币万元）', 10_000],
  ['Amount (in k)', 1000],
  ['Amount (unit: thousands)', 1000],
  ['金额（单位：元）', 1],
  ['金额（元）', 1],
  ["Balance £'000", 1000],
  ['Amount (000)', 1000],
  ['Amount (kEUR)', 1000],
  ['Betrag TEUR', 1000],
  ['Amount in thousands', 1000],
  ['Amount ($m)', 1_000_000],
  ['Amount (USD millions)', 1_000_000],
  ['金额', null],
  ['价税合计（含税）', null],
  ['本位币金额', null],
  ['Amount (EUR)', null],
  ['Invoice 1000', null],
  ['Milk', null],
  ['', null],
])('the header %p counts in %p', (header, unit) => {
  expect(moneyUnitIn(header)).toBe(unit);
});

test.each<[string, number]>([
  ['单位：万元', 10_000],
  ['货币单位：人民币万元', 10_000],
  ['应收账款明细表（万元）', 10_000],
  ['单位：元   2026年1-6月', 1],
  ['编制单位：苏州宏达精密机械有限公司', 1],
  ['All figures in thousands of EUR', 1000],
  ["Unit: RMB'000", 1000],
  ['Amounts in £000', 1000],
  ['Company 1000 Ltd', 1],
  ['Figures as of 30 June 2000', 1],
])('a note above the table, %p, says %p', (note, unit) => {
  const cells: Cell[][] = [[note], ['Customer', 'Amount'], ['A', '单位：万元']];
  expect(statedMoneyUnit(cells, 1)).toBe(unit);
});

describe('amounts in a larger unit', () => {
  const ledger = (amount: string, limit: string, note: Cell = ''): Cell[][] => [
    [note],
    ['客户名称', '发票号', '到期日', amount, limit],
    ['甲公司', 'X1', dayOf('2026-02-05'), 12.3456, 50],
    ['乙公司', 'X2', dayOf('2026-07-05'), 1.1, 20],
  ];
  const read = (cells: Cell[][]) => readLedger(cells, recogniseSheet(cells), { dateSystem: 1900 });

  test('are read in units of the currency, each column as its header says, without what binary fractions add', () => {
    const { amount, creditLimit, scale, findings } = read(ledger('金额（万元）', '信用额度'));
    expect([...amount].map(units => units / scale)).toEqual([123_456, 11_000]);
    expect([...creditLimit].map(units => units / scale)).toEqual([50, 20]);
    expect(findings.filter(({ kind }) => kind === 'amountUnit')).toEqual([
      { kind: 'amountUnit', row: 1, column: 3, found: '金额(万元)' },
    ]);
  });

  test('or as the note above says of all that say nothing themselves', () => {
    const { amount, creditLimit, scale } = read(ledger('金额', '信用额度（万元）', '单位：千元'));
    expect([...amount].map(units => units / scale)).toEqual([12_345.6, 1100]);
    expect([...creditLimit].map(units => units / scale)).toEqual([500_000, 200_000]);
    expect(read(ledger('金额（元）', '信用额度（元）', '单位：千元')).findings).toEqual([]);
  });

  test('also in a row that is read alone after an edit, and on a customer list', () => {
    const cells = ledger('金额', '信用额度', '单位：万元');
    const options = { dateSystem: 1900 } as const;
    const recognition = recogniseSheet(cells);
    expect(readRow(cells[2], 2, recognition, options, read(cells))).toMatchObject({ amount: 123_456 });

    const list: Cell[][] = [
      ['客户名称', '信用额度（万元）', '账期', '逾期占比'],
      ['甲公司', 50, 30, 0.2],
      ['乙公司', 0.8, 60, 0.1],
    ];
    const { numbers, findings } = readCustomerList(list, recogniseAs('customers', list), options);
    expect([...numbers.creditLimit]).toEqual([500_000, 8000]);
    expect([...numbers.termsDays]).toEqual([30, 60]);
    expect([...numbers.overdueShare]).toEqual([0.2, 0.1]);
    expect(findings.map(({ kind }) => kind)).toEqual(['amountUnit']);
  });
});
