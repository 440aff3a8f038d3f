import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { moneyScale, toScale } from '../../../../src/risk/ledger/currency/moneyScale';

const scaleOf = (...amounts: number[]) => moneyScale([Float64Array.from(amounts)]);

describe('moneyScale', () => {
  test.each<[number[], number]>([
    [[], 1],
    [[1, 2, -3], 1],
    [[12.5, 3], 100],
    [[0.01], 100],
    [[0.1 + 0.2], 100],
    [[1234567.89, 0.1], 100],
    [[1.005], 10_000],
    [[1.2345], 10_000],
    [[1.234567], 1_000_000],
    [[1 / 3], 1_000_000],
    [[Number.NaN, 5], 1],
    // What Excel leaves of 1,000,000 − 999,999.9: noise of the large number in a small one.
    [[1_000_000, 999_999.9, 1_000_000 - 999_999.9], 100],
  ])('%p needs %p', (amounts, scale) => {
    expect(scaleOf(...amounts)).toBe(scale);
  });

  test('stays where sums are exact, even if that rounds', () => {
    expect(scaleOf(80_000_000_000_000, 0.01)).toBe(100);
    expect(scaleOf(100_000_000_000_000, 0.01)).toBe(1);
    expect(scaleOf(1 / 3, 10_000_000_000)).toBe(10_000);
    expect(scaleOf(2 ** 53, 1)).toBe(1);
  });

  test('looks at every column', () => {
    expect(moneyScale([Float64Array.of(1), Float64Array.of(0.5)])).toBe(100);
  });

  test('amounts with up to two, four, six decimals add up exactly in any order', () => {
    const decimals = fc.constantFrom(0, 2, 4, 6);
    fc.assert(
      fc.property(
        decimals,
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }),
        (places, units) => {
          const amounts = units.map(unit => Number((unit / 10 ** places).toFixed(places)));
          const scale = moneyScale([Float64Array.from(amounts)]);
          const sum = amounts.reduce((total, amount) => total + toScale(amount, scale), 0);
          const exact = units.reduce((total, unit) => total + BigInt(unit), 0n);
          expect((BigInt(sum) * 10n ** 6n) / BigInt(scale)).toBe((exact * 10n ** 6n) / 10n ** BigInt(places));
        },
      ),
    );
  });
});

test('toScale never gives -0', () => {
  expect(Object.is(toScale(-0.001, 1), 0)).toBe(true);
  expect(toScale(-12.345, 100)).toBe(-1234);
  expect(toScale(Number.NaN, 100)).toBeNaN();
});
