import type { Tier } from '../../policy/policy';

/** Two figures say what a limit is; a third would promise a precision that months of sales do not have. */
const limitFigures = 2;

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

/**
 * Round a limit as one is granted: to two figures, to whole units at least.
 *
 * @example roundedLimit(123_456) //=> 120_000
 * @example roundedLimit(8_750) //=> 8_800
 */
export function roundedLimit(limit: number): number {
  if (!(limit > 0)) return limit;
  return Math.round(Number(limit.toPrecision(limitFigures)));
}
