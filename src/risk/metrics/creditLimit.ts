import type { Tier } from '../policy/policy';

/**
 * Give the credit limit that a tier allows: months of average sales, the "period of time" method of trade credit. It follows the
 * business done: at terms of as many months a customer that pays in time never reaches it.
 *
 * @param monthlySales Average sales of a month, in any currency unit; negative sales (more returned than bought) earn no limit.
 * @returns In that unit, 0 or more.
 * @example creditLimit({ limitMonths: 2 }, 10_000) //=> 20_000
 */
export function creditLimit({ limitMonths }: Pick<Tier, 'limitMonths'>, monthlySales: number): number {
  return Math.max(0, monthlySales) * limitMonths;
}
