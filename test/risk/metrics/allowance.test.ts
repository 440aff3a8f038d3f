import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  allowanceAccounts,
  allowanceEntry,
  expectedLoss,
  provisionMatrix,
} from '../../../src/risk/metrics/allowance';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';

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

describe('provisionMatrix', () => {
  test('lays out IFRS 9 Illustrative Example 12 line by line', () => {
    const amounts = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000];
    const matrix = provisionMatrix(
      amounts,
      defaultPolicy.buckets.map(bucket => bucket.lossRate),
    );
    expect(matrix.lines.map(line => line.loss)).toEqual([45_000, 120_000, 144_000, 165_000, 106_000]);
    expect(matrix).toMatchObject({ amount: 30_000_000, loss: 580_000 });
  });

  test('takes month buckets as it takes days', () => {
    const rates = defaultPolicy.monthBuckets.map(bucket => bucket.lossRate);
    expect(provisionMatrix([1_000, 200, 50, 10], rates)).toMatchObject({ amount: 1260, loss: 95 });
  });

  test('says nothing of a whole of which a part is not known', () => {
    expect(provisionMatrix([100, Number.NaN], [0.1, 0.2])).toMatchObject({
      amount: Number.NaN,
      loss: Number.NaN,
    });
  });

  test('adds up to its total in cents', () => {
    const money = fc.array(
      fc.integer({ min: -1e9, max: 1e9 }).map(cents => cents / 100),
      { minLength: 3, maxLength: 3 },
    );
    fc.assert(
      fc.property(money, amounts => {
        const { lines, loss } = provisionMatrix(amounts, [0.0123, 0.333, 1]);
        const cents = lines.reduce((sum, line) => sum + Math.round(line.loss * 100), 0);
        expect(Math.round(loss * 100)).toBe(cents);
      }),
    );
  });
});

describe('allowanceEntry', () => {
  test.each([
    // 账龄分析法: 4,970 required, 坏账准备 already 1,530 in credit.
    [4970, 1530, 'impairmentLoss', 'allowance', 3440],
    [4970, -200, 'impairmentLoss', 'allowance', 5170],
    [4970, 0, 'impairmentLoss', 'allowance', 4970],
    [1000, 1530, 'allowance', 'impairmentLoss', 530],
    [-5, 30, 'allowance', 'impairmentLoss', 30],
    [1.005, 0, 'impairmentLoss', 'allowance', 1.01],
    [0.3, 0.1, 'impairmentLoss', 'allowance', 0.2],
  ] as const)('required %d, booked %d: %s to %s %d', (required, booked, debited, credited, amount) => {
    expect(allowanceEntry(required, booked)).toEqual([
      { account: debited, debit: amount, credit: 0 },
      { account: credited, debit: 0, credit: amount },
    ]);
  });

  test('books nothing where nothing is missing or nothing is known', () => {
    expect(allowanceEntry(1530, 1530)).toEqual([]);
    expect(allowanceEntry(0.1 + 0.2, 0.3)).toEqual([]);
    expect(allowanceEntry(Number.NaN, 5)).toEqual([]);
  });

  test('brings the account to what is required, and balances', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 }).map(value => value / 100);
    fc.assert(
      fc.property(cents, cents, (required, booked) => {
        const lines = allowanceEntry(required, booked);
        const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total + line[side], 0);
        const change = lines.find(line => line.account === 'allowance');
        expect(sum('debit')).toBe(sum('credit'));
        expect(booked + (change?.credit ?? 0) - (change?.debit ?? 0)).toBeCloseTo(Math.max(0, required), 6);
      }),
    );
  });

  test('names its accounts in both languages', () => {
    expect(allowanceAccounts.impairmentLoss.zh).toBe('信用减值损失');
    expect(allowanceAccounts.allowance.zh).toBe('坏账准备');
  });
});
