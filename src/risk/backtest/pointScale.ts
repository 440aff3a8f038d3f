/** How odds become points: points = offset + factor × ln(odds). */
export interface PointScale {
  readonly factor: number;
  readonly offset: number;
}

/**
 * Make the scale of a scorecard on which given odds have given points, and a number of points more doubles the odds.
 *
 * @param points At the odds given.
 * @param odds Good to bad, above 0.
 * @param pointsToDouble Above 0.
 * @see N. Siddiqi, "Intelligent Credit Scoring", 2nd edition (2017): factor = pdo / ln 2, offset = score − factor × ln(odds)
 * @example pointScale(600, 50, 20) //=> { factor: 28.8539…, offset: 487.1228… }
 */
export function pointScale(points: number, odds: number, pointsToDouble: number): PointScale {
  const factor = pointsToDouble / Math.LN2;
  return { factor, offset: points - factor * Math.log(odds) };
}

/**
 * Give the points of odds on a scale.
 *
 * @param odds Good to bad; 0 where nobody was good, Infinity where nobody was bad.
 * @example pointsOfOdds(pointScale(600, 50, 20), 100) //=> 620
 */
export function pointsOfOdds({ factor, offset }: PointScale, odds: number): number {
  return offset + factor * Math.log(odds);
}
