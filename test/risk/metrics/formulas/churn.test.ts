import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { churnRate } from '../../../../src/risk/metrics/formulas/churn';
import { answerOf } from '../outcomes';

/** Rows as [customer, day]. */
const activityOf = (rows: readonly (readonly [number, number])[]) => ({
  customer: rows.map(([customer]) => customer),
  day: rows.map(([, day]) => day),
});

describe('the churn rate', () => {
  test('is lost customers / customers of the previous window', () => {
    // 0 stays, 1 is lost, 2 stays, 3 is lost, 4 is new, 5 was lost long before.
    const rows = activityOf([
      [0, 110],
      [0, 150],
      [1, 111],
      [2, 120],
      [2, 131],
      [3, 130],
      [4, 155],
      [5, 70],
    ]);
    expect(churnRate(rows, 6, 160, 30)).toEqual({ ok: true, value: 0.5 });
  });

  test('has windows that meet without a gap and do not overlap', () => {
    const rateOf = (day: number) =>
      churnRate(
        activityOf([
          [0, day],
          [1, 50],
          [1, 90],
        ]),
        2,
        100,
        30,
      );
    // The window of 30 days to 100 begins on day 71, the one before on 41.
    expect(answerOf(rateOf(70))).toBe(0.5);
    expect(answerOf(rateOf(71))).toBe(0);
    expect(answerOf(rateOf(41))).toBe(0.5);
    expect(answerOf(rateOf(40))).toBe(0);
    expect(
      answerOf(
        churnRate(
          activityOf([
            [0, 70],
            [0, 100],
          ]),
          1,
          100,
          30,
        ),
      ),
    ).toBe(0);
    expect(
      answerOf(
        churnRate(
          activityOf([
            [0, 70],
            [0, 101],
          ]),
          1,
          100,
          30,
        ),
      ),
    ).toBe(1);
  });

  test('does not exist without customers to lose, or without a window', () => {
    for (const rows of [[], [[0, 90] as const], [[0, Number.NaN] as const]]) {
      expect(churnRate(activityOf(rows), 1, 100, 30)).toMatchObject({
        problem: { code: 'notAvailable', key: 'nobodyActive' },
      });
    }
    expect(churnRate(activityOf([[0, 60]]), 1, 100, 0)).toMatchObject({
      problem: { key: 'daysNotPositive' },
    });
  });

  const rows = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 0, max: 200 })), { maxLength: 60 });

  test('is what sets say, whatever the order of rows and however often a row repeats', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 90 }), (orders, window) => {
        const within = (from: number, to: number) =>
          new Set(orders.filter(([, day]) => day > from && day <= to).map(([customer]) => customer));
        const now = within(180 - window, 180);
        const before = within(180 - 2 * window, 180 - window);
        const rate = churnRate(activityOf([...orders].reverse().concat(orders)), 10, 180, window);
        if (before.size === 0) {
          expect(rate.ok).toBe(false);
          return;
        }
        const lost = [...before].filter(customer => !now.has(customer)).length;
        expect(answerOf(rate)).toBe(lost / before.size);
      }),
    );
  });
});
