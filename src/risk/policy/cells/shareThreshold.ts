import type { NumberBounds, RowReader } from './rowReader';

/** What multiplying by a hundred adds to a number of a cell is below. */
const digits = 12;

/**
 * Read the threshold of a rule. One that goes by a share and has a larger one than anything can have is a problem: whoever wrote 90 for 90%
 * would never be warned.
 *
 * @param largest Of rules that go by a share; undefined for others.
 */
export function thresholdIn(reader: RowReader, largest: number | undefined, bounds?: NumberBounds): number {
  const threshold = reader.number('threshold', bounds);
  const isTooLarge = largest !== undefined && threshold > largest;
  if (isTooLarge) {
    reader.report('policyShareTooLarge', 'threshold', {
      hundredfold: scaled(threshold, 100),
      hundredth: scaled(threshold, 0.01),
    });
  }
  return threshold;
}

/** Multiply as on paper: 0.07 × 100 is 7. */
export const scaled = (value: number, by: number): number => Number((value * by).toPrecision(digits));
