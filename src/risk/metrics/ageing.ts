import type { Bucket } from '../policy/policy';
import { fail, type Outcome, succeed } from '../problem';

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
 * @example bucketIndex(31, policy.buckets) //=> 2
 */
export function bucketIndex(daysPastDue: number, buckets: readonly Bucket[]): number {
  if (Number.isNaN(daysPastDue)) return -1;
  const days = Math.floor(daysPastDue);
  const last = buckets.length - 1;
  for (let index = 0; index < last; index += 1) {
    if (days <= buckets[index]!.toDay) return index;
  }
  return last;
}
