/** The day a report says it is as of, as accounting programs write it above their tables. */
import { describe, expect, test } from '@jest/globals';
import { statedDay } from '../../../../src/risk/ledger/cells/statedDay';
import type { Cell } from '../../../../src/risk/ledger/ledger';

/** =DATE(2024,6,30). */
const endOfJune = 45_473;
const above = (...row: Cell[]): Cell[][] => [
  ['Aged receivables'],
  row,
  [],
  ['Customer', 'Due date', 'Amount'],
];

describe('the day a report is as of', () => {
  test.each<[string, Cell[]]>([
    ['QuickBooks', ['As of June 30, 2024']],
    ['Xero', ['As at 30 June 2024']],
    ['with words before and after', ['Open items as of 30 Jun 2024 (EUR)']],
    ['Kingdee', ['截至2024年6月30日']],
    ['with a colon', ['截止日期：2024-06-30']],
    ['traditional', ['', '', '報表日期: 2024/06/30']],
    ['in the next cell', ['As of', '', endOfJune]],
    ['as text in the next cell', ['Report date:', '30.06.2024']],
  ])('%s', (_, row) => {
    expect(statedDay(above(...row), 3, 1900)).toBe(endOfJune);
  });

  test.each<[string, Cell[]]>([
    ['when it was printed', ['打印日期：2024-06-30']],
    ['a bare date', ['30 June 2024']],
    ['day and month that could be either', ['As of 5/6/2024']],
    ['a period', ['核算期间：2024年1月 至 2024年6月']],
    ['no date', ['As of now']],
    ['nothing', ['']],
  ])('not from %s', (_, row) => {
    expect(statedDay(above(...row), 3, 1900)).toBeNaN();
  });

  test('only above the header, and in the date system of the workbook', () => {
    expect(
      statedDay(
        [
          ['Customer', 'Amount'],
          ['As of June 30, 2024', 5],
        ],
        0,
        1900,
      ),
    ).toBeNaN();
    expect(statedDay([['As of June 30, 2024'], ['Customer', 'Amount']], 1, 1904)).toBe(endOfJune - 1462);
  });
});
