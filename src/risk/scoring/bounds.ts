/**
 * By less than this share of a bound two doubles may miss each other and mean the same number: 100 × 1.15 is a hair below 115, 10.80 ÷ 9 a hair above 1.2. Excel,
 * where highlights compare, takes fifteen digits; a cent beside a thousand billion is more than this.
 */
const noise = 2 ** -48;

/** Tell whether a value is above a bound, and not only by what binary fractions add; false where either is not known. */
export const isAbove = (value: number, bound: number): boolean => value - bound > noise * Math.abs(bound);

/** Tell whether a value is below a bound, in the same way. */
export const isBelow = (value: number, bound: number): boolean => bound - value > noise * Math.abs(bound);
