/** Expected credit losses against published figures; what is booked of them stands in the report's formulas. */
import { describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import { expectedLoss } from '../../../src/risk/metrics/formulas/allowance';
import '../../functions/runtime';

describe('the provision matrix', () => {
  test('of IFRS 9 Illustrative Example 12 requires 580,000', () => {
    const balances = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];
    const rates = [0.003, 0.016, 0.036, 0.066, 0.106];
    // 45,000 + 120,000 + 144,000 + 165,000 + 106,000
    expect(balances.map((balance, bucket) => expectedLoss([balance], [rates[bucket]]))).toEqual([
      45_000, 120_000, 144_000, 165_000, 106_000,
    ]);
    expect(expectedLoss(balances, rates)).toBe(580_000);
    expect(customFunctions.ALLOWANCE([balances], [rates])).toEqual([[580_000]]);
  });
});
