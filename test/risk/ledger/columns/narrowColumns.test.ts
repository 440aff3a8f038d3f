import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { narrowCodes, wholeUnits } from '../../../../src/risk/ledger/columns/narrowColumns';
import { toScale } from '../../../../src/risk/ledger/currency/moneyScale';

describe('codes', () => {
  test('take 16 bits as long as the largest fits', () => {
    expect(narrowCodes(Int32Array.of(0, 65_535, 7), 65_536)).toEqual(Uint16Array.of(0, 65_535, 7));
    expect(narrowCodes(Int32Array.of(0, 65_536, 7), 65_537)).toEqual(Int32Array.of(0, 65_536, 7));
    expect(narrowCodes(new Int32Array(0), 0)).toEqual(new Uint16Array(0));
  });
});

describe('money in whole units', () => {
  test('takes 32 bits where every amount is known and fits', () => {
    expect(wholeUnits(Float64Array.of(12.34, -5, 0), 100)).toEqual(Int32Array.of(1234, -500, 0));
    expect(wholeUnits(Float64Array.of(21_474_836.47, -21_474_836.48), 100)).toEqual(
      Int32Array.of(2 ** 31 - 1, -(2 ** 31)),
    );
  });

  test.each([
    ['too much', 21_474_836.48, 2 ** 31],
    ['far too much', -9e13, -9e15],
    ['unknown', Number.NaN, Number.NaN],
  ])('takes 64 where one is %s', (_, amount, units) => {
    expect(wholeUnits(Float64Array.of(1.5, amount, 2), 100)).toEqual(Float64Array.of(150, units, 200));
  });

  test('is the same number either way', () => {
    const money = fc.double({ min: -3e7, max: 3e7, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(money), fc.constantFrom(1, 100, 10_000), (amounts, scale) => {
        const units = wholeUnits(Float64Array.from(amounts), scale);
        expect(Array.from(units)).toEqual(amounts.map(amount => toScale(amount, scale)));
      }),
    );
  });
});
