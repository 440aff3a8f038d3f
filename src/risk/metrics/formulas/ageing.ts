import type { Bucket } from '../../policy/policy';
import { fail, type Outcome, succeed } from '../../problem';
import { compareNames } from '../nameOrder';

/** Last day of each bucket past due; what is older lies in the open end: 1–30, 31–60, 61–90, 90+. */
export const defaultBounds: readonly number[] = [30, 60, 90];

/**
 * Build ageing buckets from the last day of each: not due first, open end last.
 *
 * @param bounds Days past due, whole, above 0 and ascending.
 * @returns One bucket more than bounds plus not due, without loss rates; `bucketBoundsNotAscending` otherwise.
 * @example bucketsFromBounds([30, 60]) //=> not due, 1–30, 31–60, 60+
 */
export function bucketsFromBounds(bounds: readonly number[]): Outcome<readonly Bucket[]> {
  const notDue: Bucket = { fromDay: Number.NEGATIVE_INFINITY, toDay: 0, lossRate: 0 };
  const buckets = [notDue];
  let previous = 0;
  for (const bound of bounds) {
    if (!Number.isInteger(bound) || bound <= previous) {
      return fail('value', 'bucketBoundsNotAscending', { argument: 'buckets', value: bound });
    }
    buckets.push({ fromDay: previous + 1, toDay: bound, lossRate: 0 });
    previous = bound;
  }
  buckets.push({ fromDay: previous + 1, toDay: Number.POSITIVE_INFINITY, lossRate: 0 });
  return succeed(buckets);
}

/**
 * Find the bucket of an item: due on the day itself is not due, day 30 is in 1–30 and day 31 in 31–60
 * (the boundaries of OCA's aged partner balance).
 *
 * @param daysPastDue As-of date minus due date; parts of a day count as the day they have begun from.
 * @param buckets Not due first, ascending, as in the policy.
 * @returns Index into `buckets`, 0 = not due; -1 when `daysPastDue` is NaN, which no bucket holds.
 * @example bucketIndex(31, defaultPolicy.buckets) //=> 2
 */
export function bucketIndex(daysPastDue: number, buckets: readonly Bucket[]): number {
  if (Number.isNaN(daysPastDue)) return -1;
  const days = Math.floor(daysPastDue);
  const last = buckets.length - 1;
  for (let index = 0; index < last; index += 1) {
    if (days <= buckets[index].toDay) return index;
  }
  return last;
}

/** Which bucket an item lies in, by the date it is aged from. */
export interface AgeingScheme {
  readonly bucketCount: number;
  /** Index of the bucket; -1 for NaN, which no bucket holds. */
  bucketOf(date: number): number;
}

/**
 * Age by days past the due date.
 *
 * @param asOf Excel serial day.
 * @param buckets Not due first, ascending, as in the policy.
 * @example ageingByDays(100, defaultPolicy.buckets).bucketOf(69) //=> 2, 31 days past due
 */
export const ageingByDays = (asOf: number, buckets: readonly Bucket[]): AgeingScheme => ({
  bucketCount: buckets.length,
  bucketOf: dueDate => bucketIndex(daysPastDue(dueDate, asOf), buckets),
});

/** Open items as columns of equal length. */
export interface AgeingItems {
  /** Excel serial days from which items are aged, NaN where missing. */
  readonly date: ArrayLike<number>;
  /** Whole numbers of one scale, so that sums are exact; credits below 0. */
  readonly amount: ArrayLike<number>;
}

/** One entry per bucket, and what no bucket can hold: together the sum of all amounts. */
export interface AgeingTotals {
  readonly byBucket: Float64Array;
  readonly unplaced: number;
}

/** One entry per listed customer; buckets + unapplied credits + unplaced = total. */
export interface AgeingTable {
  /** Customer codes, largest total first, then by name. */
  readonly customer: Int32Array;
  /** Per bucket of the scheme: what is owed. */
  readonly byBucket: readonly Float64Array[];
  /** Credit notes and payments that no invoice has taken up: 0 or less. */
  readonly unappliedCredits: Float64Array;
  /** Owed without a date. */
  readonly unplaced: Float64Array;
  readonly total: Float64Array;
}

/**
 * Count the days from due date to as-of date: 0 on the due date itself, whatever the time of day.
 *
 * @example daysPastDue(45_000.75, 45_001) //=> 1
 */
export function daysPastDue(dueDate: number, asOf: number): number {
  return Math.floor(asOf) - Math.floor(dueDate);
}

/**
 * Age all items together. Credits reduce the bucket their date falls in.
 *
 * @example ageItems({ date: [100, 70], amount: [5, 7] }, ageingByDays(100, defaultPolicy.buckets)).byBucket //=> [5, 7, 0, 0, 0]
 */
export function ageItems(items: AgeingItems, scheme: AgeingScheme): AgeingTotals {
  const byBucket = new Float64Array(scheme.bucketCount);
  let unplaced = 0;
  for (let row = 0; row < items.amount.length; row += 1) {
    const bucket = scheme.bucketOf(items.date[row]);
    if (bucket < 0) unplaced += items.amount[row];
    else byBucket[bucket] += items.amount[row];
  }
  return { byBucket, unplaced };
}

/**
 * Age items per customer. Credits stand apart, whatever their date: they age nobody's debt and make none younger.
 *
 * @param customer A customer's code per item.
 * @param names The customers' names by code; customers without an amount other than 0 are not listed.
 */
export function ageByCustomer(
  items: AgeingItems,
  customer: ArrayLike<number>,
  names: readonly string[],
  scheme: AgeingScheme,
): AgeingTable {
  const byBucket = Array.from({ length: scheme.bucketCount }, () => new Float64Array(names.length));
  const unappliedCredits = new Float64Array(names.length);
  const unplaced = new Float64Array(names.length);
  const total = new Float64Array(names.length);
  const hasAmount = new Uint8Array(names.length);

  for (let row = 0; row < items.amount.length; row += 1) {
    const amount = items.amount[row];
    if (amount === 0) continue;
    const code = customer[row];
    const bucket = scheme.bucketOf(items.date[row]);
    const column = amount < 0 ? unappliedCredits : bucket < 0 ? unplaced : byBucket[bucket];
    column[code] += amount;
    total[code] += amount;
    hasAmount[code] = 1;
  }

  const listed = Int32Array.from(names.keys())
    .filter(code => hasAmount[code] === 1)
    .sort((left, right) => total[right] - total[left] || compareNames(names[left], names[right]));
  const inOrder = (column: Float64Array) => Float64Array.from(listed, code => column[code]);
  return {
    customer: listed,
    byBucket: byBucket.map(inOrder),
    unappliedCredits: inOrder(unappliedCredits),
    unplaced: inOrder(unplaced),
    total: inOrder(total),
  };
}
