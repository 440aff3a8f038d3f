import { describe, expect, test } from '@jest/globals';
import { ageing } from '../../src/functions/ageing';
import { allowance } from '../../src/functions/allowance';
import { setLanguage } from '../../src/i18n/language';
import { policyBlocks } from '../../src/risk/policy/cells/policyBlocks';
import { defaultPolicy } from '../../src/risk/policy/defaultPolicy';
import { column, errorCell, shown, spilled } from './runtime';

const rates = [[0.003, 0.016, 0.036, 0.066, 0.106]];
const amounts = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];

describe('ALLOWANCE', () => {
  test('gives 580,000 for IFRS 9 Illustrative Example 12, along a row or a column', () => {
    expect(allowance([amounts], rates)).toEqual([[580_000]]);
    expect(allowance(column(...amounts), rates)).toEqual([[580_000]]);
    expect(allowance([amounts], column(...rates[0]))).toEqual([[580_000]]);
  });

  test('gives one amount a row for a table; rows add up to the allowance of the sums', () => {
    const table = [
      [100, 0, 0, 0, 50],
      [0, '', 500, 0, 0],
      ['', null, '', '', ''],
      [1_000, 0, 0, 0, -50],
    ];
    expect(allowance(table, rates)).toEqual(column(5.6, 18, '', -2.3));
    expect(allowance([[1_100, 0, 500, 0, 0]], rates)).toEqual([[21.3]]);
  });

  test('takes AGING by months with the rates of the policy by months (账龄分析法)', () => {
    const block = policyBlocks(defaultPolicy, 'zh').find(each => each.table === 'TiercelMonthBuckets')!;
    const table = [[...block.headers], ...block.rows.map(row => [...row])];
    const [rates] = [defaultPolicy.monthBuckets.map(bucket => bucket.lossRate)];
    const due = 1_000 * rates[0] + 500 * rates[1] + 200 * rates[2] + 100 * rates[3];
    expect(allowance([[1_000, 500, 200, 100]], table)).toEqual([[due]]);
    expect(shown(() => allowance([[1, 2, 3, 4, 5]], table))).toMatch(
      /^#VALUE! amounts_by_bucket and rates differ in columns: 5 and 4/,
    );
  });

  test('takes the bucket columns of AGING and the rates of the policy', () => {
    const asOf = 45_473;
    const aged = ageing(column(asOf, asOf - 1, asOf - 95), column(1_000, 500, 200), asOf);
    const buckets = policyBlocks(defaultPolicy, 'en').find(block => block.table === 'TiercelBuckets')!;
    const policyTable = [[...buckets.headers], ...buckets.rows.map(row => [...row])];
    expect(allowance(aged, policyTable)).toEqual([[1_000 * 0.003 + 500 * 0.016 + 200 * 0.106]]);
  });

  test('takes rates from nothing to all', () => {
    expect(allowance([[100, 200]], [[0, 1]])).toEqual([[200]]);
  });

  test('gives one amount a row for a single bucket', () => {
    expect(allowance(column(100, 200), [[0.5]])).toEqual(column(50, 100));
  });

  test('reads per cents and text amounts', () => {
    expect(allowance([['¥1,000.00', '(500)']], [['1%', '２％']])).toEqual([[0]]);
  });

  test('takes an empty rate for 0, as desktop Excel hands it', () => {
    expect(allowance([[100, 200]], [['', 0.5]])).toEqual(allowance([[100, 200]], [[0, 0.5]]));
  });

  test('answers an error only in the row that has one', () => {
    const table = [
      [100, 200],
      [100, errorCell('#REF!')],
      ['Total', 5],
    ];
    expect(spilled(() => allowance(table, [[0, 0.5]]))).toEqual(
      column(
        100,
        '#VALUE! amounts_by_bucket, row 2, cell 2: the cell holds the error #REF!. Correct it there.',
        '#VALUE! amounts_by_bucket, row 3, cell 1: “Total” is not a number. Enter a number there, or leave the header out of the range.',
      ),
    );
  });

  test.each([
    [
      () => allowance([amounts], [[0.1, 0.2]]),
      '#VALUE! amounts_by_bucket and rates differ in columns: 5 and 2. Select the same columns for both.',
    ],
    [
      () =>
        allowance(
          [
            [1, 2],
            [3, 4],
          ],
          [[0.1, 0.2, 0.3]],
        ),
      /^#VALUE! amounts_by_bucket and rates differ in columns: 2 and 3/,
    ],
    [
      () => allowance([[1, 2]], [[0.1, 3]]),
      '#VALUE! rates, cell 2: 3 is outside 0 to 1. Check for a missing % sign.',
    ],
    [() => allowance([[1, 2]], [[-0.1, 1]]), /^#VALUE! rates, cell 1: -0.1 is outside 0 to 1/],
    [
      () => allowance(column(1, 2, 3), [[0.1, 0.2]]),
      '#VALUE! amounts_by_bucket and rates differ in cells: 3 and 2. Select the same rows for both.',
    ],
    [() => allowance([[1, 2]], [['', '']]), /^#VALUE! rates: all cells are empty/],
    [() => allowance([['', '']], [[0.1, 0.2]]), /^#VALUE! amounts_by_bucket: all cells are empty/],
    [() => allowance([[1, 'x']], [[0.1, 0.2]]), /^#VALUE! amounts_by_bucket, cell 2: “x” is not a number/],
    [() => allowance(null as never, [[0.1]]), /^#VALUE! amounts_by_bucket: nothing is given/],
  ])('says what is wrong, which argument and which row %#', (call, expected) => {
    if (expected instanceof RegExp) expect(shown(call)).toMatch(expected);
    else expect(shown(call)).toBe(expected);
  });

  test('in Chinese to a Chinese reader', () => {
    setLanguage('zh');
    expect(shown(() => allowance([[1, 2]], [[0.1, 3]]))).toBe(
      '#VALUE! 损失率第 2 格：3 不在 0 至 1 的范围内。请检查是否漏了百分号。',
    );
  });
});
