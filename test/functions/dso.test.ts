import { describe, expect, test } from '@jest/globals';
import { daysSalesOutstanding as dso } from '../../src/functions/dso';
import { setLanguage } from '../../src/i18n/language';
import { column, errorCell, shown } from './runtime';

describe('DSO', () => {
  test('gives the published figures (abc-amega.com, benjipays.com)', () => {
    expect(dso([[8_000]], [[16_000]], [[30]])).toBe(15);
    expect(dso([[5_000]], [[16_000]], [[30]])).toBe(9.375);
    expect(dso([[212_000]], [[70_000, 80_000, 100_000]], [[30]], 'countback')).toBeCloseTo(73.714285714, 8);
  });

  test('takes a year unless told otherwise, however the omission arrives', () => {
    const year = (5_119.85 / 78_704.45) * 365;
    expect(dso([[5_119.85]], [[78_704.45]])).toBeCloseTo(23.7438321467, 9);
    for (const nothing of [null, undefined, [[null]], [['']]]) {
      const days = nothing as unknown as unknown[][];
      expect(dso([[5_119.85]], [[78_704.45]], days, nothing)).toBe(year);
    }
  });

  test('takes the last balance, or the mean', () => {
    const balances = column(6_000, 7_000, 8_000);
    expect(dso(balances, [[4_000], [12_000]], [[30]])).toBe(15);
    expect(dso(balances, [[16_000]], [[32]], 'average')).toBe(14);
    expect(dso(balances, [[16_000]], [[32]], ' AVERAGE ')).toBe(14);
  });

  test('passes over empty cells but not over a balance of 0', () => {
    expect(dso(column(6_000, 8_000, '', null), [[16_000]], [[30]])).toBe(15);
    expect(dso(column(0, 8_000), [[16_000]], [[30]], 'average')).toBe(7.5);
    expect(dso(column('', 8_000), [[16_000]], [[30]], 'average')).toBe(15);
  });

  test('counts back over empty periods between, not over those still to come', () => {
    expect(dso([[150]], [[100, '', 100]], [[30]], 'countback')).toBe(75);
    expect(dso([[150]], [[100, 100, '', '']], [[30, 30, 30, 30]], 'countback')).toBe(45);
  });

  test('counts back the days of each period from its own row, where a year has months to come', () => {
    const months = column('Days', 31, 28, 31, 30);
    expect(dso([[250]], column('Sales', 100, 200, '', ''), months, 'countback')).toBe(28 + 31 / 2);
    expect(dso([[250]], column('Sales', 300, '', 200, ''), months, 'countback')).toBeCloseTo(
      31 + 28 + (50 / 300) * 31,
      12,
    );
  });

  test('takes days per period, also for a ratio', () => {
    expect(dso([[100]], [[50, 100]], [[30, 31]], 'countback')).toBe(31);
    expect(dso([[100]], [[50, 150]], [[30, 31]])).toBe(30.5);
  });

  test('reads text amounts as a ledger would', () => {
    expect(dso([['¥8,000.00']], [['16,000']], [['３０']])).toBe(15);
  });

  test('reads a one-cell method and a number that is not in an array', () => {
    expect(dso(8_000 as never, 16_000 as never, 30 as never, [['ending']])).toBe(15);
  });
});

describe('DSO says what is wrong, which argument and which row', () => {
  test.each([
    [
      () => dso([[1]], [[0]]),
      '#DIV/0! sales are 0, and nothing can be divided by them. Check that the range is the right one.',
    ],
    [
      () => dso([[251]], [[70, 80, 100]], [[30]], 'countback'),
      '#N/A The receivables exceed all sales given by 1. Give sales of earlier periods as well.',
    ],
    [
      () => dso([[1]], column(5, 'n/a')),
      '#VALUE! sales, row 2: “n/a” is not a number. Enter a number there, or leave the header out of the range.',
    ],
    [
      () => dso(column(5, errorCell('#REF!')), [[5]]),
      '#VALUE! receivables, row 2: the cell holds the error #REF!. Correct it there.',
    ],
    [() => dso([[1]], [['']]), '#VALUE! sales: all cells are empty. Check that the range is the right one.'],
    [
      () => dso([[1]], [[5]], [[30]], 'best'),
      '#VALUE! method: “best” is not known here. Enter one of ending, average, countback.',
    ],
    [
      () => dso([[1]], [[5, 5, 5]], [[30, 30]], 'countback'),
      '#VALUE! days and sales differ in cells: 2 and 3. Select the same rows for both.',
    ],
    [
      () => dso([[1]], [[5, 5]], [[30, 30, 30]], 'countback'),
      '#VALUE! days and sales differ in cells: 3 and 2. Select the same rows for both.',
    ],
    [
      () => dso([[1]], column(5, 5, 5), column(31, '', 30), 'countback'),
      '#VALUE! days, row 2: nothing is given. Enter a value or refer to a cell that has one.',
    ],
    [
      () => dso([[1]], column('Sales', 5, 5, 5), column('Days', 31, 28, ''), 'countback'),
      '#VALUE! days, row 4: nothing is given. Enter a value or refer to a cell that has one.',
    ],
    [
      () => dso([[1]], [[5, 5]], undefined, 'countback'),
      '#VALUE! days: “countback” needs the days of each period. Enter them, such as 30 for months.',
    ],
    [
      () =>
        dso(
          [
            [1, 2],
            [3, 4],
          ],
          [[5]],
        ),
      '#VALUE! receivables: 2 columns are given. Select one column or one row.',
    ],
    [
      () => dso([[1]], [[5]], [[-30]]),
      '#VALUE! days: -30 is not a number of days above 0. Enter one, such as 30.',
    ],
    [() => dso([[1]], [[5, 'n/a']]), /^#VALUE! sales, cell 2: “n\/a” is not a number/],
    [() => dso([[true]], [[5]]), /^#VALUE! receivables, row 1: “true” is not a number/],
  ])('%#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => dso([[1]], column(5, errorCell('#N/A'))))).toBe(
      '#VALUE! 销售额第 2 行：该单元格含有错误值 #N/A。请先更正该单元格。',
    );
  });
});
