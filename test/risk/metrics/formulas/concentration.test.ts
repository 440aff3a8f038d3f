import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  concentrationCurve,
  concentrationTable,
  countForShare,
  effectiveCount,
  gini,
  herfindahl,
  herfindahlIndex,
  topShare,
  topShares,
} from '../../../../src/risk/metrics/formulas/concentration';
import type { Outcome } from '../../../../src/risk/problem';

const answerOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return outcome.value;
};

describe('the Herfindahl–Hirschman index', () => {
  test('gives the published figures', () => {
    // Investopedia, market shares in per cent.
    expect(herfindahl([10, 9, 12, 15, 12, 11, 15, 16])).toBeCloseTo(1_296, 9);
    expect(herfindahl([42])).toBe(10_000);
    expect(herfindahl(new Array<number>(10).fill(7))).toBeCloseTo(1_000, 9);
  });

  test('leaves customers in credit, empty and unknown ones out', () => {
    expect(herfindahl([5, 5, -3, 0, Number.NaN])).toBe(5_000);
  });

  test('has no answer where nothing is owed', () => {
    expect(herfindahl([])).toBeNaN();
    expect(herfindahl([0, -1])).toBeNaN();
    expect(herfindahlIndex([-1])).toMatchObject({ problem: { code: 'notAvailable', key: 'nothingToShare' } });
  });
});

describe('the other measures', () => {
  test('give literal figures', () => {
    expect(topShare([50, 30, 20], 1)).toEqual({ ok: true, value: 0.5 });
    expect(topShare([20, 50, 30], 2)).toEqual({ ok: true, value: 0.8 });
    expect(topShare([20, 50, 30], 99)).toEqual({ ok: true, value: 1 });
    expect(topShares([20, 50, 30], [2, 1, 99])).toEqual({ ok: true, value: [0.8, 0.5, 1] });
    expect(effectiveCount([5, 5, 5, 5])).toEqual({ ok: true, value: 4 });
    // Mean absolute difference 1.25 over twice the mean 2.5.
    expect(gini([3, 1, 4, 2])).toEqual({ ok: true, value: 0.25 });
    expect(gini([9])).toEqual({ ok: true, value: 0 });
  });

  test('give the top share of the public ledger of 100 customers: 2,646.81 of 147,703.18', () => {
    expect(
      answerOf(topShare([2_646.81, ...new Array<number>(99).fill((147_703.18 - 2_646.81) / 99)], 1)),
    ).toBeCloseTo(0.01791979, 9);
  });

  test('refuse a number of customers that is not whole', () => {
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(topShare([1], count)).toEqual({
        ok: false,
        problem: { code: 'value', key: 'argumentNotWhole', detail: { argument: 'n', value: count } },
      });
    }
  });

  test('have no answer where nothing is owed', () => {
    for (const outcome of [topShare([0, -1], 1), effectiveCount([0]), gini([0, -1]), countForShare([], 1)]) {
      expect(outcome).toMatchObject({ problem: { code: 'notAvailable', key: 'nothingToShare' } });
    }
  });
});

describe('the concentration table', () => {
  test('lists the largest first, those in credit last and without a share', () => {
    const table = answerOf(concentrationTable([20, -5, 80], ['A', 'B', 'C']));
    expect([...table.index]).toEqual([2, 0, 1]);
    expect([...table.share]).toEqual([0.8, 0.2, 0]);
    expect([...table.cumulativeShare]).toEqual([0.8, 1, 1]);
  });

  test('orders equal amounts by name', () => {
    expect([...answerOf(concentrationTable([5, 5, 5], ['C', 'A', 'B'])).index]).toEqual([1, 2, 0]);
  });
});

describe('whatever the amounts', () => {
  const amounts = fc.array(fc.integer({ min: -1_000, max: 100_000 }), { minLength: 1, maxLength: 60 });
  const owing = amounts.filter(list => list.some(amount => amount > 0));

  test('HHI lies between equal shares and one customer, the effective number between 1 and all', () => {
    fc.assert(
      fc.property(owing, list => {
        const count = list.filter(amount => amount > 0).length;
        const index = herfindahl(list);
        expect(index).toBeLessThanOrEqual(10_000 + 1e-9);
        expect(index).toBeGreaterThanOrEqual(10_000 / count - 1e-6);
        expect(answerOf(effectiveCount(list))).toBeLessThanOrEqual(count + 1e-9);
        const unequal = answerOf(gini(list));
        expect(unequal).toBeGreaterThanOrEqual(-1e-12);
        expect(unequal).toBeLessThanOrEqual(1 - 1 / count + 1e-12);
      }),
    );
  });

  test('neither the order of customers nor the currency unit matters', () => {
    fc.assert(
      fc.property(owing, fc.integer({ min: 2, max: 1_000 }), (list, factor) => {
        const other = [...list].reverse().map(amount => amount * factor);
        expect(herfindahl(other)).toBeCloseTo(herfindahl(list), 6);
        expect(answerOf(gini(other))).toBeCloseTo(answerOf(gini(list)), 10);
        expect(answerOf(topShare(other, 3))).toBeCloseTo(answerOf(topShare(list, 3)), 12);
      }),
    );
  });

  test('all customers together have exactly all of it, and shares never grow down the table', () => {
    fc.assert(
      fc.property(owing, list => {
        const table = answerOf(
          concentrationTable(
            list,
            list.map((_, index) => `customer ${index}`),
          ),
        );
        expect(table.cumulativeShare.at(-1)).toBe(1);
        expect(answerOf(topShare(list, list.length))).toBe(1);
        expect([...table.share].sort((left, right) => right - left)).toEqual([...table.share]);
        expect(answerOf(topShare(list, 1))).toBeCloseTo(table.share[0], 12);
      }),
    );
  });
});

test('customers of whom nothing is known are listed last and have no share', () => {
  const table = answerOf(concentrationTable([Number.NaN, 3, -2, Number.NaN, 1], ['n', 'c', 'm', 'k', 'a']));
  expect([...table.index]).toEqual([1, 4, 2, 3, 0]);
  expect([...table.share]).toEqual([0.75, 0.25, 0, 0, 0]);
  expect(table.cumulativeShare.at(-1)).toBe(1);
});

describe('the concentration curve', () => {
  test('passes every customer of few', () => {
    expect(answerOf(concentrationCurve([15, -4, 80, Number.NaN, 5]))).toEqual([
      { customers: 0, customerShare: 0, amountShare: 0 },
      { customers: 1, customerShare: 1 / 3, amountShare: 0.8 },
      { customers: 2, customerShare: 2 / 3, amountShare: 0.95 },
      { customers: 3, customerShare: 1, amountShare: 1 },
    ]);
    expect(answerOf(concentrationCurve([7]))).toHaveLength(2);
    expect(concentrationCurve([0, -1])).toMatchObject({ ok: false });
  });

  test('thins 50,000 customers to what a screen shows, and leaves no gap wider than a step or a customer', () => {
    const amounts = Array.from({ length: 50_000 }, (_, rank) => 1e6 / (rank + 1));
    const points = answerOf(concentrationCurve(amounts, 100));
    expect(points.length).toBeLessThan(400);
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      const isOneCustomer = point.customers === before.customers + 1;
      const isNear =
        point.customerShare - before.customerShare <= 0.01 && point.amountShare - before.amountShare <= 0.01;
      expect(isOneCustomer || isNear).toBe(true);
    });
  });

  test('rises from 0 to 1 and bends down only', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 300 }), amounts => {
        const points = answerOf(concentrationCurve(amounts, 20));
        expect(points[0]).toEqual({ customers: 0, customerShare: 0, amountShare: 0 });
        expect(points.at(-1)).toEqual({ customers: amounts.length, customerShare: 1, amountShare: 1 });
        const slopes = points.slice(1).map((point, index) => {
          const before = points[index];
          return (point.amountShare - before.amountShare) / (point.customerShare - before.customerShare);
        });
        slopes.forEach((slope, index) => {
          expect(slope).toBeLessThanOrEqual((slopes[index - 1] ?? Number.POSITIVE_INFINITY) + 1e-9);
        });
      }),
    );
  });
});

test('the number of customers that owe a share of all, rounded to whole customers upwards', () => {
  expect(countForShare([50, 30, 20], 0.8)).toEqual({ ok: true, value: 2 });
  expect(countForShare([20, 50, -5, 30, Number.NaN], 0.81)).toEqual({ ok: true, value: 3 });
  expect(countForShare([20, 50, 30], 0)).toEqual({ ok: true, value: 1 });
  expect(countForShare([0.1, 0.2, 0.3], 1)).toEqual({ ok: true, value: 3 });
  expect(countForShare([-1, 0], 0.5).ok).toBe(false);
});
