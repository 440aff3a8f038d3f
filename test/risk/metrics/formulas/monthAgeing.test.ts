import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serialOf } from '../../../../src/risk/ledger/cells/readDate';
import { addMonths } from '../../../../src/risk/ledger/cells/serialDate';
import type { DateSystem } from '../../../../src/risk/ledger/ledger';
import { measureLedger } from '../../../../src/risk/metrics/customers/customerMetrics';
import {
  ageByMonths,
  ageingByMonths,
  firstInvoiceDays,
  monthBucketIndex,
  monthBucketsFromBounds,
} from '../../../../src/risk/metrics/formulas/monthAgeing';
import { defaultPolicy } from '../../../../src/risk/policy/defaultPolicy';
import { type LedgerRow, ledgerOf } from '../ledgerOf';

const years = defaultPolicy.monthBuckets;
const months = [1, 2, 3, Number.POSITIVE_INFINITY].map((toMonth, index) => ({
  fromMonth: index,
  toMonth,
  lossRate: 0,
}));
const day = (text: string, system: DateSystem = 1900): number => {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  return serialOf({ year, month, day: date }, system);
};

describe("账龄 1年以内（含1年）, 1至2年, 2至3年, 3年以上, as annual reports of the Ministry of Finance's form have it", () => {
  test.each([
    ['2023-12-31', '2023-12-31', 0],
    ['2023-01-01', '2023-12-31', 0],
    ['2022-12-31', '2023-12-31', 0],
    ['2022-12-30', '2023-12-31', 1],
    ['2021-12-31', '2023-12-31', 1],
    ['2021-12-30', '2023-12-31', 2],
    ['2020-12-31', '2023-12-31', 2],
    ['2020-12-30', '2023-12-31', 3],
    ['1999-05-05', '2023-12-31', 3],
    ['2024-02-29', '2025-02-28', 0],
    ['2023-02-28', '2024-02-29', 1],
  ])('invoiced %p, as of %p: bucket %p', (invoiced, asOf, bucket) => {
    for (const system of [1900, 1904] as const) {
      const firstDays = firstInvoiceDays(years, day(asOf, system), system);
      expect(monthBucketIndex(day(invoiced, system), firstDays)).toBe(bucket);
    }
  });
});

test.each([
  ['2023-01-31', '2023-02-28', 0],
  ['2023-01-31', '2023-03-01', 1],
  ['2023-02-28', '2023-03-28', 0],
  ['2023-02-28', '2023-03-29', 1],
  ['2023-03-01', '2023-03-30', 0],
  ['2023-01-29', '2023-03-30', 2],
  ['2023-01-30', '2023-03-30', 1],
])('a month from %p is over on the same day of the month: %p is in bucket %p', (invoiced, asOf, bucket) => {
  expect(monthBucketIndex(day(invoiced), firstInvoiceDays(months, day(asOf), 1900))).toBe(bucket);
});

test('an unknown day is in no bucket, and nothing is older than the calendar', () => {
  expect(monthBucketIndex(Number.NaN, firstInvoiceDays(years, 45_000, 1900))).toBe(-1);
  expect(monthBucketIndex(1, firstInvoiceDays(years, 100, 1900))).toBe(0);
});

test('the bucket is the first whose months, added to the invoice day, reach the as-of day', () => {
  const serial = fc.integer({ min: 36_000, max: 46_000 });
  fc.assert(
    fc.property(serial, fc.integer({ min: 0, max: 1_800 }), (asOf, age) => {
      const invoiced = asOf - age;
      const plain = years.findIndex(
        ({ toMonth }) => toMonth === Number.POSITIVE_INFINITY || addMonths(invoiced, toMonth, 1900) >= asOf,
      );
      expect(monthBucketIndex(invoiced, firstInvoiceDays(years, asOf, 1900))).toBe(plain);
    }),
    { numRuns: 2_000 },
  );
});

describe('buckets from where each ends', () => {
  test('begin where the one before ended; the last has no end', () => {
    expect(monthBucketsFromBounds([12, 24, 36])).toEqual({
      ok: true,
      value: [
        { fromMonth: 0, toMonth: 12, lossRate: 0 },
        { fromMonth: 12, toMonth: 24, lossRate: 0 },
        { fromMonth: 24, toMonth: 36, lossRate: 0 },
        { fromMonth: 36, toMonth: Number.POSITIVE_INFINITY, lossRate: 0 },
      ],
    });
    expect(monthBucketsFromBounds([])).toEqual({
      ok: true,
      value: [{ fromMonth: 0, toMonth: Number.POSITIVE_INFINITY, lossRate: 0 }],
    });
  });

  test.each([[[0]], [[-12]], [[12, 12]], [[24, 12]], [[12.5]], [[Number.NaN]]])('%j are none', bounds => {
    expect(monthBucketsFromBounds(bounds)).toEqual({
      ok: false,
      problem: {
        code: 'value',
        key: 'monthBoundsNotAscending',
        detail: { argument: 'buckets', value: bounds[bounds.length - 1] },
      },
    });
  });
});

test('an invoice is aged by its day, whatever the time; what comes later is youngest', () => {
  const { bucketCount, bucketOf } = ageingByMonths(day('2023-12-31'), years, 1900);
  expect(bucketCount).toBe(4);
  expect(bucketOf(day('2022-12-31') + 0.9)).toBe(0);
  expect(bucketOf(day('2022-12-30') + 0.9)).toBe(1);
  expect(bucketOf(day('2024-05-01'))).toBe(0);
  expect(bucketOf(Number.NaN)).toBe(-1);
});

describe('a ledger', () => {
  const asOf = day('2023-12-31');
  const ledger = ledgerOf([
    { customer: 'Acme', amount: 100.1, invoiced: day('2023-05-01'), due: day('2023-06-01') },
    { customer: 'Acme', amount: 200.2, invoiced: day('2022-05-01'), due: day('2022-06-01') },
    { customer: 'Acme', amount: -50, invoiced: day('2022-05-01') },
    { customer: 'Borealis', amount: 7, due: day('2023-06-01') },
    { customer: 'Borealis', amount: 9, invoiced: day('2019-01-01'), paid: day('2024-01-05') },
    { customer: 'Borealis', amount: 11, invoiced: day('2024-01-01') },
  ]);

  test('is aged by customer, from the invoice and not the due date', () => {
    const { byBucket, unappliedCredits, unplaced, total } = ageByMonths(ledger, asOf, years, 1900);
    expect(byBucket.map(bucket => [...bucket])).toEqual([
      [100.1, 0],
      [200.2, 0],
      [0, 0],
      [0, 9],
    ]);
    expect([[...unappliedCredits], [...unplaced], [...total]]).toEqual([
      [-50, 0],
      [0, 7],
      [250.3, 16],
    ]);
  });

  test('counts what is invoiced on the as-of day itself, and nothing of later', () => {
    const today = ledgerOf([
      { amount: 3, invoiced: asOf },
      { amount: 5, invoiced: asOf + 1 },
    ]);
    expect([...ageByMonths(today, asOf + 0.5, years, 1900).total]).toEqual([3]);
  });

  test('comes to the exposure of the day buckets, to the cent', () => {
    const row: fc.Arbitrary<LedgerRow> = fc.record({
      customer: fc.constantFrom('Acme', 'Borealis'),
      amount: fc.integer({ min: -99_999, max: 999_999 }).map(cents => cents / 100),
      invoiced: fc.oneof(fc.integer({ min: 43_000, max: 45_400 }), fc.constant(Number.NaN)),
      due: fc.integer({ min: 43_000, max: 45_400 }),
      paid: fc.oneof(fc.integer({ min: 43_000, max: 45_400 }), fc.constant(Number.NaN)),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), rows => {
        const random = ledgerOf(rows);
        const aged = ageByMonths(random, asOf, years, 1900);
        const { exposure } = measureLedger(random, asOf, defaultPolicy).metrics;
        const cents = (amount: number) => Math.round(amount * 100);
        for (let customer = 0; customer < random.customers.length; customer += 1) {
          const parts = [...aged.byBucket, aged.unappliedCredits, aged.unplaced];
          const sum = parts.reduce((total, part) => total + cents(part[customer]), 0);
          expect(sum).toBe(cents(aged.total[customer]));
          expect(sum).toBe(cents(exposure[customer]));
        }
      }),
    );
  });
});
