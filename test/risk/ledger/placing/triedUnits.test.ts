import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wholeUnits } from '../../../../src/risk/ledger/columns/narrowColumns';
import { moneyScale } from '../../../../src/risk/ledger/currency/moneyScale';
import { pick } from '../../../../src/risk/ledger/placing/pick';
import { tryUnits, unitsOf, unitsTried } from '../../../../src/risk/ledger/placing/triedUnits';
import { finishSlices } from '../../../../src/risk/slices';

const all = (amounts: readonly unknown[]) => Int32Array.from(amounts, (_, row) => row);
const tried = (amounts: readonly number[], open: readonly number[], rows = all(amounts)) => {
  const money = { amount: Float64Array.from(amounts), openAmount: Float64Array.from(open) };
  return { money, found: finishSlices(tryUnits(money, rows)) };
};

describe('whole units that are tried before the scale of money is known', () => {
  test('are the units where the first amounts need the scale of all', () => {
    const { money, found } = tried([12.34, -5, 0], [12.34, Number.NaN, 0]);
    expect(found.scale).toBe(100);
    expect(unitsTried(found.amount, money.amount, 100)).toEqual(Int32Array.of(1234, -500, 0));
    // Not known is no number of 32 bits.
    expect(unitsTried(found.openAmount, money.openAmount, 100)).toBeNull();
  });

  test('are made anew where a later amount needs a finer scale', () => {
    const amounts = [...Array.from({ length: 100 }, (_, row) => row), 0.5];
    const { money, found } = tried(amounts, amounts);
    expect(found.scale).toBe(100);
    expect(unitsTried(found.amount, money.amount, found.scale)).toBeNull();
    expect(unitsOf(found.amount, money.amount, found.scale)).toEqual(
      Int32Array.from(amounts, amount => amount * 100),
    );
  });

  test('are not those of other rows, and the scale is that of the rows that were asked for', () => {
    const { money, found } = tried([1.5, 2, 0.001], [1.5, 2, 0.001], Int32Array.of(0, 1));
    expect(found.scale).toBe(100);
    expect(unitsTried(found.amount, pick(money.amount, Int32Array.of(0)), 100)).toBeNull();
    expect(unitsOf(found.amount, Float64Array.of(1.5), 100)).toEqual(Int32Array.of(150));
  });

  test('come to the scale and the units of looking at the columns one thing after the other', () => {
    const amount = fc.oneof(
      fc.integer({ min: -1e7, max: 1e7 }),
      fc.integer({ min: -1e9, max: 1e9 }).map(cents => cents / 100),
      fc.integer({ min: -1e9, max: 1e9 }).map(units => units / 1e4),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constantFrom(0, -0, 0.1 + 0.2, 1e15, 1_000_000 - 999_999.9, Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 150 }), rows => {
        const [amounts, open] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        const { money, found } = tried(amounts, open);
        expect(found.scale).toBe(moneyScale([money.amount, money.openAmount]));
        const whole = wholeUnits(Float64Array.from(amounts), found.scale);
        expect(unitsOf(found.amount, money.amount, found.scale)).toEqual(whole);
      }),
    );
  });
});
