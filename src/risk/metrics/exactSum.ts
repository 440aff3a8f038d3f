/**
 * Add up money of many customers without float noise, leaving out what is not known.
 *
 * @param amounts In currency units; NaN where not known.
 * @param scale Amounts are whole numbers of 1 / scale, in which they are added; where that is not known, what each addition rounds
 *   off is kept and added at the end (Neumaier's summation).
 * @returns In currency units; 0 for no amounts, NaN where none is known.
 * @example exactSum([0.1, 0.2], 100) //=> 0.3
 */
export function exactSum(amounts: ArrayLike<number>, scale?: number): number {
  let total = 0;
  let lost = 0;
  let hasAny = amounts.length === 0;
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index];
    if (Number.isNaN(amount)) continue;
    hasAny = true;
    const addend = scale === undefined ? amount : Math.round(amount * scale);
    const sum = total + addend;
    lost += Math.abs(total) >= Math.abs(addend) ? total - sum + addend : addend - sum + total;
    total = sum;
  }
  if (!hasAny) return Number.NaN;
  return (total + lost) / (scale ?? 1);
}
