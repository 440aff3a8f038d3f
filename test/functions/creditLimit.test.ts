import { describe, expect, test } from '@jest/globals';
import { creditLimits as creditLimit } from '../../src/functions/creditLimit';
import { tier } from '../../src/functions/tier';
import { setLanguage } from '../../src/i18n/language';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { column, errorCell, shown, spilled } from './runtime';

const own = [
  ['Gold', 70, 4],
  ['Silver', 40, 1.5],
  ['Bronze', 0, 0],
];

describe('CREDITLIMIT', () => {
  test('gives months of sales by tier', () => {
    expect(creditLimit(column('A', 'B', 'C', 'D'), column(1_000, 1_000, 1_000, 1_000))).toEqual(
      column(3_000, 2_000, 1_000, 0),
    );
    expect(creditLimit([['A', 'B']], [[500, '¥1,000.00']])).toEqual([[1_500, 2_000]]);
    expect(creditLimit(column('A', 'C'), [[1_000]])).toEqual(column(3_000, 1_000));
  });

  test('takes the tiers of a policy, with or without headers, or the whole sheet', () => {
    expect(creditLimit(column('gold', ' Silver ', 'ＢＲＯＮＺＥ'), [[100]], own)).toEqual(
      column(400, 150, 0),
    );
    for (const language of ['en', 'zh'] as const) {
      const sheet = policyBlocks(defaultPolicy, language).flatMap(block => [
        [block.title],
        [...block.headers],
        ...block.rows.map(row => [...row]),
        [],
      ]);
      expect(creditLimit(column('A', 'B'), [[100]], sheet)).toEqual(column(300, 200));
    }
  });

  test('takes what TIER gives', () => {
    expect(creditLimit(tier(column(85, 50, '')), [[1_000]])).toEqual(column(3_000, 1_000, ''));
  });

  test('is empty without a tier, 0 without sales, empty for sales that are n/a', () => {
    expect(creditLimit(column('A', '', 0, null, 'A', 'A', 'A'), column(1, 1, 1, 1, '', -50, 'n/a'))).toEqual(
      column(3, '', '', '', 0, 0, ''),
    );
  });

  test('answers an error only in the row that has one', () => {
    const tiers = column('A', 'E', errorCell('#N/A'), 'B', 'C');
    expect(spilled(() => creditLimit(tiers, column(10, 10, 10, errorCell('#REF!'), 'much')))).toEqual(
      column(
        30,
        '#VALUE! tiers, row 2: “E” is not known here. Enter one of A, B, C, D.',
        '#VALUE! tiers, row 3: the cell holds the error #N/A. Correct it there.',
        '#VALUE! monthly_sales, row 4: the cell holds the error #REF!. Correct it there.',
        '#VALUE! monthly_sales, row 5: “much” is not a number. Enter a number there, or leave the header out of the range.',
      ),
    );
  });

  test.each([
    [
      () =>
        creditLimit(
          column('A', 'B'),
          [[1]],
          [
            ['A', 80],
            ['B', 0],
          ],
        ),
      '#VALUE! Tiers / 风险等级, Limit in months of sales / 额度（月均销售额倍数）: no column has this header. Put the header back above its column.',
    ],
    [
      () => creditLimit(column('A', 'B', 'C'), column(1, 2)),
      '#VALUE! monthly_sales and tiers differ in cells: 2 and 3. Select the same rows for both.',
    ],
    [
      () => creditLimit([['E']], [[1]]),
      '#VALUE! tiers, row 1: “E” is not known here. Enter one of A, B, C, D.',
    ],
    [
      () =>
        creditLimit(
          [
            ['A', 'B'],
            ['C', 'D'],
          ],
          [[1]],
        ),
      /^#VALUE! tiers: 2 columns are given/,
    ],
    [() => creditLimit([['A']], [[1]], [['A', 50, 1]]), /^#VALUE! Tiers .+: the last tier begins at 50/],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => creditLimit([['E']], [[1]]))).toBe(
      '#VALUE! 等级第 1 行：“E”无效。请改填其中之一：A, B, C, D。',
    );
  });
});
