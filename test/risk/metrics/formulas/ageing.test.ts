import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ageByCustomer,
  ageItems,
  ageingByDays,
  bucketIndex,
  bucketsFromBounds,
  daysPastDue,
  defaultBounds,
} from '../../../../src/risk/metrics/formulas/ageing';
import type { Bucket } from '../../../../src/risk/policy/policy';

const bucketsOf = (bounds: readonly number[]): readonly Bucket[] => {
  const made = bucketsFromBounds(bounds);
  if (!made.ok) throw new Error(made.problem.key);
  return made.value;
};
const buckets = bucketsOf(defaultBounds);

describe('buckets', () => {
  test('are not due, 1–30, 31–60, 61–90 and 90+ by default', () => {
    expect(buckets.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      [Number.NEGATIVE_INFINITY, 0],
      [1, 30],
      [31, 60],
      [61, 90],
      [91, Number.POSITIVE_INFINITY],
    ]);
  });

  test('without bounds are not due and overdue', () => {
    expect(bucketsOf([]).map(({ fromDay }) => fromDay)).toEqual([Number.NEGATIVE_INFINITY, 1]);
  });

  test.each([[[30, 30]], [[60, 30]], [[0]], [[-1]], [[30.5]], [[Number.NaN]]])('refuse bounds %j', bounds => {
    expect(bucketsFromBounds(bounds)).toEqual({
      ok: false,
      problem: {
        code: 'value',
        key: 'bucketBoundsNotAscending',
        detail: { argument: 'buckets', value: bounds.at(-1) },
      },
    });
  });

  test.each([
    [-365, 0],
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [60, 2],
    [61, 3],
    [90, 3],
    [91, 4],
    [10_000, 4],
    [Number.NaN, -1],
  ])('hold an item %d days past due at %d (boundaries of OCA)', (days, index) => {
    expect(bucketIndex(days, buckets)).toBe(index);
  });

  test('hold every day once and in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }),
        fc.integer({ min: -500, max: 500 }),
        (bounds, day) => {
          const made = bucketsOf([...bounds].sort((left, right) => left - right));
          const index = bucketIndex(day, made);
          expect(day).toBeGreaterThanOrEqual(made[index].fromDay);
          expect(day).toBeLessThanOrEqual(made[index].toDay);
          expect(bucketIndex(day + 1, made)).toBeGreaterThanOrEqual(index);
        },
      ),
    );
  });

  test('do not care about the time of day', () => {
    expect(daysPastDue(45_000.75, 45_000.1)).toBe(0);
    expect(daysPastDue(45_000.99, 45_001)).toBe(1);
    expect(bucketIndex(30.9, buckets)).toBe(1);
  });
});

describe('ageing', () => {
  test('places instalments by their own due date (OCA issue 487)', () => {
    // 90,000 due 30/30/40 % on 2018-11-26, 12-26 and 2019-01-25, as of 2018-11-28.
    const items = { date: [43_430, 43_460, 43_490], amount: [27_000, 27_000, 36_000] };
    const { byBucket, unplaced } = ageItems(items, ageingByDays(43_432, buckets));
    expect([...byBucket]).toEqual([63_000, 27_000, 0, 0, 0]);
    expect(unplaced).toBe(0);
  });

  test('keeps what has no due date', () => {
    const { byBucket, unplaced } = ageItems(
      { date: [Number.NaN, 100], amount: [7, 5] },
      ageingByDays(100, buckets),
    );
    expect([...byBucket]).toEqual([5, 0, 0, 0, 0]);
    expect(unplaced).toBe(7);
  });

  test('per customer keeps credits apart, whatever their date', () => {
    const table = ageByCustomer(
      { date: [100, 50, Number.NaN, 60], amount: [500, -100, -20, 300] },
      [0, 0, 1, 0],
      ['Alder', 'Birch', 'Never invoiced'],
      ageingByDays(100, buckets),
    );
    expect([...table.customer]).toEqual([0, 1]);
    expect(table.byBucket.map(column => [...column])).toEqual([
      [500, 0],
      [0, 0],
      [300, 0],
      [0, 0],
      [0, 0],
    ]);
    expect([...table.unappliedCredits]).toEqual([-100, -20]);
    expect([...table.unplaced]).toEqual([0, 0]);
    expect([...table.total]).toEqual([700, -20]);
  });

  test('per customer keeps what is owed since an unknown day in no bucket, and part of the total', () => {
    const table = ageByCustomer(
      { date: [Number.NaN, 100, Number.NaN], amount: [40, 2, -1] },
      [0, 0, 0],
      ['Alder'],
      ageingByDays(100, buckets),
    );
    expect([...table.unplaced]).toEqual([40]);
    expect(table.byBucket.map(column => column[0])).toEqual([2, 0, 0, 0, 0]);
    expect([...table.unappliedCredits]).toEqual([-1]);
    expect([...table.total]).toEqual([41]);
  });

  test('lists a customer whose items cancel out, and none without items', () => {
    const table = ageByCustomer(
      { date: [1, 1, 1], amount: [5, -5, 0] },
      [0, 0, 1],
      ['A', 'B'],
      ageingByDays(100, buckets),
    );
    expect([...table.customer]).toEqual([0]);
    expect([...table.total]).toEqual([0]);
  });

  test('puts the largest total first and equal ones by name', () => {
    const items = { date: [1, 1, 1, 1], amount: [5, 9, 5, 5] };
    const table = ageByCustomer(
      items,
      [0, 1, 2, 3],
      ['Cedar', 'Oak', 'Ash', '白杨'],
      ageingByDays(100, buckets),
    );
    expect([...table.customer]).toEqual([1, 2, 0, 3]);
  });

  const item = fc.record({
    due: fc.oneof(fc.integer({ min: 44_000, max: 46_000 }), fc.constant(Number.NaN)),
    amount: fc.integer({ min: -1e9, max: 1e9 }),
    customer: fc.integer({ min: 0, max: 9 }),
  });
  const names = [...'abcdefghij'];
  const aged = (items: readonly { due: number; amount: number; customer: number }[]) =>
    ageByCustomer(
      { date: items.map(({ due }) => due), amount: items.map(({ amount }) => amount) },
      items.map(({ customer }) => customer),
      names,
      ageingByDays(45_000, buckets),
    );
  const sum = (column: Iterable<number>) => [...column].reduce((total, amount) => total + amount, 0);

  test('rows add up to their total and totals to the ledger, exactly', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 200 }), items => {
        const table = aged(items);
        table.total.forEach((total, row) => {
          const parts = [...table.byBucket, table.unappliedCredits, table.unplaced];
          expect(sum(parts.map(column => column[row]))).toBe(total);
        });
        const ledger = sum(items.map(({ amount }) => amount));
        expect(sum(table.total)).toBe(ledger);
        const together = ageItems(
          { date: items.map(({ due }) => due), amount: items.map(({ amount }) => amount) },
          ageingByDays(45_000, buckets),
        );
        expect(sum(together.byBucket) + together.unplaced).toBe(ledger);
      }),
    );
  });

  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 50 }), items => {
        expect(aged([...items].reverse())).toEqual(aged(items));
      }),
    );
  });
});
