/** Expected credit losses, and what is booked of them, against published figures. */
import { describe, expect, test } from '@jest/globals';
import { customFunctions } from '../../../src/functions/functions';
import { allowanceEntry, expectedLoss } from '../../../src/risk/metrics/allowance';
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

// 账龄分析法, as textbooks of Chinese accounting book it: 坏账准备 required 4,970, already 1,530 in credit.
test('the ageing method books 3,440 where 4,970 is required and 1,530 stands in credit', () => {
  expect(allowanceEntry(4_970, 1_530)).toEqual([
    { account: 'impairmentLoss', debit: 3_440, credit: 0 },
    { account: 'allowance', debit: 0, credit: 3_440 },
  ]);
  // Had it stood in debit, the entry would be of both.
  expect(allowanceEntry(4_970, -1_530)[0]).toEqual({ account: 'impairmentLoss', debit: 6_500, credit: 0 });
});
