import { fail, type Outcome, succeed } from '../../problem';

/** Orders or invoices as columns of equal length. */
export interface CustomerActivity {
  /** A customer's code, 0 or more. */
  readonly customer: ArrayLike<number>;
  /** Excel serial days without a time, NaN where missing: such a row shows no activity. */
  readonly day: ArrayLike<number>;
}

/**
 * Measure the churn rate: of the customers active in the previous window, the share that was not active in this one. The usual
 * "customers lost / customers at the start", where who belongs to the start is told by orders, since trade has no subscription.
 *
 * This window are the days up to and with the as-of day, the previous one as many days before: (asOf − window, asOf] and
 * (asOf − 2 window, asOf − window]. New customers and customers lost earlier do not enter.
 *
 * @param customerCount One more than the highest code.
 * @param windowDays Above 0.
 * @returns 0–1; `nobodyActive` when no customer was active in the previous window.
 * @example churnRate({ customer: [0, 1, 0], day: [10, 12, 45] }, 2, 60, 30) //=> 0.5
 */
export function churnRate(
  { customer, day }: CustomerActivity,
  customerCount: number,
  asOf: number,
  windowDays: number,
): Outcome<number> {
  if (windowDays <= 0) return fail('value', 'daysNotPositive', { argument: 'window', value: windowDays });
  const isActive = new Uint8Array(customerCount);
  const wasActive = new Uint8Array(customerCount);
  for (let row = 0; row < day.length; row += 1) {
    const daysAgo = asOf - day[row];
    if (daysAgo >= 0 && daysAgo < windowDays) isActive[customer[row]] = 1;
    if (daysAgo >= windowDays && daysAgo < 2 * windowDays) wasActive[customer[row]] = 1;
  }

  const before = wasActive.reduce((count, was) => count + was, 0);
  if (before === 0) return fail('notAvailable', 'nobodyActive', { argument: 'dates' });
  const lost = wasActive.reduce((count, was, code) => count + (was && !isActive[code] ? 1 : 0), 0);
  return succeed(lost / before);
}
