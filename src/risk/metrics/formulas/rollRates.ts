/**
 * Derive loss rates from balances that rolled forward from bucket to bucket (roll rates, flow rates, 迁徙率).
 *
 * The roll rate of a bucket is what stands in the next bucket one date later, over what stood in it: M(n) now / M(n−1) before.
 * Over several dates both sides are added up first, so that a month counts by its money and a month without balance does no
 * harm. The last bucket is open: what stood in it already stays in it, so it is divided by both buckets that feed it. A rate
 * above 1 cannot be (new items were invoiced late, or dates lie further apart than buckets) and counts as 1.
 *
 * The loss rate of a bucket is the product of the roll rates from it to the last bucket, all of which is taken for lost, the
 * usual start where recoveries are not known. Balances written off are to be kept in the last bucket: they were not collected.
 *
 * @param balances Per date, oldest first, what stood in each bucket, not due first; dates one bucket's width apart.
 * @returns A loss rate per bucket, 0–1, the last 1; NaN for a bucket that never held anything, unless nothing passes it on.
 * @example lossRates([[100, 0, 0], [0, 50, 0], [0, 0, 10]]) //=> [0.1, 0.2, 1]
 */
export function lossRates(balances: readonly ArrayLike<number>[]): Float64Array {
  const bucketCount = balances[0]?.length ?? 0;
  const rates = new Float64Array(bucketCount).fill(1);
  for (let bucket = bucketCount - 2; bucket >= 0; bucket -= 1) {
    const rolled = rollRate(balances, bucket);
    // What never rolls on is never lost, even where nothing is known of the buckets after it.
    rates[bucket] = rolled === 0 ? 0 : rolled * rates[bucket + 1];
  }
  return rates;
}

/**
 * Measure the share of a bucket that stands in the next one a date later.
 *
 * @returns 0–1; NaN where the bucket never held anything.
 */
export function rollRate(balances: readonly ArrayLike<number>[], bucket: number): number {
  const isIntoLast = bucket + 2 === balances[0].length;
  let before = 0;
  let after = 0;
  for (let date = 1; date < balances.length; date += 1) {
    before += balances[date - 1][bucket];
    if (isIntoLast) before += balances[date - 1][bucket + 1];
    after += balances[date][bucket + 1];
  }
  if (before <= 0) return Number.NaN;
  return Math.min(1, Math.max(0, after / before));
}
