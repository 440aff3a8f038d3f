/** Where a customer stands among all: share of what is owed, contribution to its concentration, rank. */

import type { Slices } from '../../slices';
import { compareNames } from '../nameOrder';
import { sortInSlices } from '../sortInSlices';
import type { MetricName } from '../table/metric';
import { type MetricColumns, ratio } from '../table/metricColumns';

/** What depends on everybody's exposure: one edit may change it for all customers. */
export const standingMetrics: ReadonlySet<MetricName> = new Set([
  'share',
  'concentrationContribution',
  'rank',
]);

/**
 * Write each customer's share of the total of positive exposures, and what it contributes to the HHI: (100 × share)². Customers in credit have
 * a share of 0; NaN where nobody owes anything, and for a customer whose exposure is not known.
 *
 * @param scale Exposures are whole numbers of 1 / scale, in which they are added exactly, in whatever order; absent where that is not known.
 */
export function measureShares(
  { exposure, share, concentrationContribution }: MetricColumns,
  scale?: number,
): void {
  const owed = (amount: number) => Math.max(0, scale === undefined ? amount : Math.round(amount * scale));
  let total = 0;
  for (const amount of exposure) if (amount > 0) total += owed(amount);
  for (let customer = 0; customer < exposure.length; customer += 1) {
    const ofTotal = ratio(owed(exposure[customer]), total);
    share[customer] = ofTotal;
    concentrationContribution[customer] = (100 * ofTotal) ** 2;
  }
}

/**
 * Write each customer's rank by exposure: 1 owes most, and who owes the same is ranked by name. NaN where the exposure is not known, and for who
 * is not listed. In slices of a few milliseconds.
 */
export function* measureRanksInSlices(
  names: readonly string[],
  { exposure, rank }: MetricColumns,
  listed: Uint8Array,
): Slices<void> {
  const known = rankedCustomers(exposure, listed);
  yield;
  const ranked = yield* sortInSlices(
    known,
    (one, other) => exposure[other] - exposure[one] || compareNames(names[one], names[other]),
  );
  rank.fill(Number.NaN);
  for (let place = 0; place < ranked.length; place += 1) rank[ranked[place]] = place + 1;
}

function rankedCustomers(exposure: Float64Array, listed: Uint8Array): Int32Array {
  const customers = new Int32Array(listed.length);
  let count = 0;
  for (let customer = 0; customer < listed.length; customer += 1) {
    const isRanked = listed[customer] === 1 && !Number.isNaN(exposure[customer]);
    if (!isRanked) continue;
    customers[count] = customer;
    count += 1;
  }
  return customers.subarray(0, count);
}

/**
 * Move one customer to the rank that a changed exposure gives them, and those in between by one. Who is not listed has no rank.
 *
 * @param before What the customer owed when the ranks were measured; NaN for one who had no rank.
 */
export function moveRank(
  names: readonly string[],
  { exposure, rank }: MetricColumns,
  listed: Uint8Array,
  customer: number,
  before: number,
): void {
  const after = listed[customer] === 1 ? exposure[customer] : Number.NaN;
  const name = names[customer];
  const isAhead = (amount: number, other: number) =>
    amount > exposure[other] || (amount === exposure[other] && compareNames(name, names[other]) < 0);
  let place = 1;
  for (let other = 0; other < names.length; other += 1) {
    const isRanked = other !== customer && !Number.isNaN(rank[other]);
    if (!isRanked) continue;
    const isNowAhead = isAhead(after, other);
    rank[other] += Number(isNowAhead) - Number(isAhead(before, other));
    if (!isNowAhead) place += 1;
  }
  rank[customer] = Number.isNaN(after) ? Number.NaN : place;
}
