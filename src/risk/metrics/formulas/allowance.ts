/**
 * Measure the expected credit loss of a balance by its age: Σ amount × loss rate of its bucket, the provision matrix of
 * IFRS 9 (B5.5.35) and of the ageing method (账龄分析法).
 *
 * @param amounts Per bucket, in any unit; what is in credit lowers the loss by its rate.
 * @param rates Per bucket, 0–1, as many as amounts.
 * @returns In the unit of the amounts; the allowance that is required, of which what is already booked has to be taken off.
 * @example expectedLoss([15_000_000, 7_500_000], [0.003, 0.016]) //=> 165_000
 */
export function expectedLoss(amounts: ArrayLike<number>, rates: ArrayLike<number>): number {
  let loss = 0;
  for (let bucket = 0; bucket < rates.length; bucket += 1) loss += amounts[bucket] * rates[bucket];
  return loss;
}
