import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditLimit, roundedLimit } from '../../../../src/risk/metrics/formulas/creditLimit';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';

test('a limit is months of sales', () => {
  expect(creditLimit({ limitMonths: 2 }, 10_000)).toBe(20_000);
  expect(creditLimit({ limitMonths: 1.5 }, 10_000)).toBe(15_000);
  expect(creditLimit({ limitMonths: 0 }, 10_000)).toBe(0);
  expect(creditLimit({ limitMonths: 3 }, -500)).toBe(0);
});

test.each([
  [123_456, 120_000],
  [125_000, 130_000],
  [8_750, 8_800],
  [99.6, 100],
  [1.4, 1],
  [0.4, 0],
  [0, 0],
  [-1_234, -1_234],
  [Number.NaN, Number.NaN],
])('a limit of %d is granted as %d', (limit, granted) => {
  expect(roundedLimit(limit)).toBe(granted);
});

test('a better tier of the default policy never allows less', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1e7 }), sales => {
      const limits = defaultPolicy.tiers.map(tier => creditLimit(tier, sales));
      expect(limits).toEqual([...limits].sort((one, other) => other - one));
    }),
  );
});
