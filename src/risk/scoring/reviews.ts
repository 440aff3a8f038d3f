import { placesUpTo } from '../metrics/placesUpTo';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy, Tier } from '../policy/policy';
import type { Slices } from '../slices';
import type { Scores } from './assessment';

const daysPerMonth = 365.25 / 12;

/** When a customer is to be reviewed again. */
export interface Review {
  readonly customer: number;
  /** Index into the policy's tiers. */
  readonly tier: number;
  /** Serial day of the last review; NaN where none is known. */
  readonly last: number;
  /** Serial day; before the as-of day where the review is overdue. */
  readonly due: number;
}

/**
 * Give the days after which the policy wants a customer of a tier reviewed: its months of 365.25 / 12 days, rounded, so that 12 months are
 * 365 days and both of Excel's date systems count alike.
 *
 * @returns Whole days; NaN for a tier without reviews (0 months).
 * @example reviewDays({ reviewMonths: 6 }) //=> 183
 */
export function reviewDays({ reviewMonths }: Pick<Tier, 'reviewMonths'>): number {
  return reviewMonths > 0 ? Math.round(reviewMonths * daysPerMonth) : Number.NaN;
}

/**
 * Find when a customer is to be reviewed again, as the months of its tier say.
 *
 * @param customer Index into the table.
 * @returns Null for who has no tier, a tier without reviews, or owes nothing and was never reviewed. Anybody else without a known review is due on the
 *   as-of day.
 * @example reviewOf(7, table, scores, policy) //=> { customer: 7, tier: 2, last: 44_800, due: 44_891 }
 */
export function reviewOf(
  customer: number,
  { asOf, metrics }: Pick<CustomerTable, 'asOf' | 'metrics'>,
  scores: Pick<Scores, 'tier'>,
  { tiers }: Pick<Policy, 'tiers'>,
): Review | null {
  const tier = scores.tier[customer];
  const days = tiers[tier] ? reviewDays(tiers[tier]) : Number.NaN;
  if (Number.isNaN(days)) return null;
  const last = asOf - metrics.daysSinceReview[customer];
  const isNew = Number.isNaN(last) && !(metrics.exposure[customer] > 0);
  return isNew ? null : { customer, tier, last, due: Number.isNaN(last) ? asOf : last + days };
}

/** Customers that are looked at before the work stops for others. */
const customersInSlice = 8192;

/**
 * List the reviews that are due, by what each tier wants (`reviewOf`), the earliest first, in slices of a few milliseconds. Who owes nothing and
 * has never been reviewed waits for the first business.
 *
 * @param until Serial day of the last review that is listed; by default all are.
 * @returns One a customer with a tier that is reviewed; of one day, the larger exposure first.
 * @example finishSlices(reviewCalendarInSlices(table, scores, policy))[0] //=> { customer: 7, tier: 2, last: 44_800, due: 44_891 }
 */
export function* reviewCalendarInSlices(
  table: CustomerTable,
  scores: Pick<Scores, 'tier'>,
  policy: Pick<Policy, 'tiers'>,
  until = Number.POSITIVE_INFINITY,
): Slices<readonly Review[]> {
  const { customers, metrics } = table;
  const reviews: Review[] = [];
  for (let customer = 0; customer < customers.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    const review = reviewOf(customer, table, scores, policy);
    if (review !== null && review.due <= until) reviews.push(review);
  }
  const owed = (review: number) => metrics.exposure[reviews[review].customer] || 0;
  const earliestFirst = yield* sortInSlices(
    placesUpTo(reviews.length),
    (one, other) => reviews[one].due - reviews[other].due || owed(other) - owed(one),
  );
  return Array.from(earliestFirst, review => reviews[review]);
}
