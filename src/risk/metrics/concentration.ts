/**
 * Herfindahl–Hirschman index: the sum of squared percentage shares of the positive amounts.
 * Customers in credit owe nothing and have no share.
 *
 * @param amounts One entry a customer, any unit; NaN, zero and negative entries have no share.
 * @returns 0–10,000: 10,000 for one customer, 10,000 / n for n equal ones; NaN when nothing is positive.
 * @example herfindahl([10, 9, 12, 15, 12, 11, 15, 16]) //=> 1296
 */
export function herfindahl(amounts: ArrayLike<number>): number {
  const total = positiveTotal(amounts);
  if (total === 0) return Number.NaN;
  let squares = 0;
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index]!;
    if (amount > 0) squares += (amount / total) ** 2;
  }
  return 10_000 * squares;
}

function positiveTotal(amounts: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index]!;
    if (amount > 0) total += amount;
  }
  return total;
}
