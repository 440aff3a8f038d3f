import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectedLoss } from '../../../../src/risk/metrics/formulas/allowance';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

describe('the expected loss', () => {
  const amounts = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];

  test('is 580,000 for IFRS 9 Illustrative Example 12', () => {
    expect(expectedLoss(amounts, [0.003, 0.016, 0.036, 0.066, 0.106])).toBe(580_000);
    expect(
      expectedLoss(
        amounts,
        defaultPolicy.buckets.map(bucket => bucket.lossRate),
      ),
    ).toBe(580_000);
  });

  test('is 27,567 for the example of IFRScommunity.com', () => {
    const rates = [0.02, 0.04, 8_000 / 92_000, 0.25, 1];
    expect(expectedLoss([300_000, 140_000, 60_000, 23_000, 5_000], rates)).toBeCloseTo(27_567.39, 2);
  });

  const money = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 4, maxLength: 4 });

  test('of two balances together is the sum of theirs', () => {
    fc.assert(
      fc.property(money, money, (one, other) => {
        const rates = [0.003, 0.02, 0.1, 1];
        const together = one.map((amount, bucket) => amount + other[bucket]);
        expect(expectedLoss(together, rates)).toBeCloseTo(
          expectedLoss(one, rates) + expectedLoss(other, rates),
          6,
        );
      }),
    );
  });
});
