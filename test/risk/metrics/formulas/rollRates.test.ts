import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectedLoss } from '../../../../src/risk/metrics/formulas/allowance';
import { lossRates, rollRate } from '../../../../src/risk/metrics/formulas/rollRates';

const rounded = (rates: Float64Array) => Array.from(rates, rate => Math.round(rate * 1e12) / 1e12);

/** IFRScommunity.com's provision matrix: sales of a month, and how much of them was still unpaid from bucket to bucket. */
const cohort = [
  [100_000, 0, 0, 0, 0],
  [0, 50_000, 0, 0, 0],
  [0, 0, 23_000, 0, 0],
  [0, 0, 0, 8_000, 0],
  [0, 0, 0, 0, 2_000],
];

describe('loss rates from roll rates', () => {
  test('are 2 %, 4 %, 8.7 %, 25 % and 100 % for the example of IFRScommunity.com', () => {
    expect(rounded(lossRates(cohort))).toEqual([0.02, 0.04, 0.086956521739, 0.25, 1]);
  });

  test('are none of no balances', () => {
    expect(lossRates([])).toEqual(new Float64Array());
  });

  test('give its allowance of 27,567', () => {
    const loss = expectedLoss([300_000, 140_000, 60_000, 23_000, 5_000], lossRates(cohort));
    expect(Math.round(loss)).toBe(27_567);
  });

  test('roll 50 of 100 as 50 % (迁徙率), and 70 % when 20 written off are kept', () => {
    expect(
      rollRate(
        [
          [100, 0, 0],
          [80, 50, 0],
        ],
        0,
      ),
    ).toBe(0.5);
    expect(
      rollRate(
        [
          [100, 0, 0],
          [80, 70, 0],
        ],
        0,
      ),
    ).toBe(0.7);
  });

  test('weigh dates by their money and not each alike', () => {
    // 10 of 100, then 90 of 300: 25 %, where the mean of 10 % and 30 % would be 20 %.
    expect(
      rollRate(
        [
          [100, 0, 0],
          [300, 10, 0],
          [0, 90, 0],
        ],
        0,
      ),
    ).toBe(0.25);
  });

  test('divide the open last bucket by what was in it already, too', () => {
    // 40 of 60 rolled on while 100 old ones stayed.
    expect(
      rollRate(
        [
          [0, 60, 100],
          [0, 0, 140],
        ],
        1,
      ),
    ).toBe(140 / 160);
  });

  test('cannot exceed 1 or fall below 0', () => {
    expect(
      rollRate(
        [
          [10, 0, 0],
          [0, 30, 0],
        ],
        0,
      ),
    ).toBe(1);
    expect(
      rollRate(
        [
          [10, 0, 0],
          [0, -30, 0],
        ],
        0,
      ),
    ).toBe(0);
  });

  test('are not known for a bucket that never held anything, nor before it, unless nothing rolled there', () => {
    expect(
      lossRates([
        [100, 0, 0, 0],
        [100, 20, 0, 0],
        [100, 20, 0, 5],
      ]),
    ).toEqual(Float64Array.of(0, 0, Number.NaN, 1));
    expect(
      lossRates([
        [0, 0, 0],
        [0, 10, 0],
        [0, 0, 4],
      ]),
    ).toEqual(Float64Array.of(Number.NaN, 0.4, 1));
  });

  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
    .chain(([buckets, dates]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: buckets, maxLength: buckets }), {
        minLength: dates,
        maxLength: dates,
      }),
    );

  test('are shares that rise with age, whatever the currency unit', () => {
    fc.assert(
      fc.property(table, balances => {
        const rates = lossRates(balances);
        expect(rates.at(-1)).toBe(1);
        const known = rates.filter(rate => !Number.isNaN(rate));
        for (const [index, rate] of known.entries()) {
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(known[index + 1] ?? 1);
        }
        expect(lossRates(balances.map(row => row.map(balance => balance * 128)))).toEqual(rates);
      }),
    );
  });

  test('find the rates that made the balances', () => {
    const rate = fc.integer({ min: 1, max: 100 }).map(percent => percent / 100);
    const opening = fc.array(fc.integer({ min: 1_000, max: 1e6 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(opening, rate, rate, rate, (sales, first, second, third) => {
        // Buckets of a steady business: each date a new balance, of which fixed shares roll on; the end is emptied each time.
        const at = (index: number) => sales[index] ?? 0;
        const balances = sales.map((_, date) => [
          at(date),
          at(date - 1) * first,
          at(date - 2) * first * second,
        ]);
        const made = rollRate(balances, 0);
        expect(made).toBeCloseTo(first, 9);
        const closed = balances.map((row, date) => [...row, at(date - 3) * first * second * third, 0]);
        if (sales.length > 3) expect(rollRate(closed, 2)).toBeCloseTo(third, 9);
      }),
    );
  });
});
