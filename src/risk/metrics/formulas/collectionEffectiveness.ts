import { fail, type Outcome, succeed } from '../../problem';

/** What was there to be collected in a span of time, in one currency. */
export interface Collection {
  /** Receivables at the beginning. */
  readonly begin: number;
  /** Credit sales of the whole span. */
  readonly sales: number;
  /** Receivables at the end, and the part of them that was not due yet. */
  readonly end: number;
  readonly endCurrent: number;
}

/**
 * Measure how much of what could have been collected was: the collection effectiveness index,
 * (begin + sales / periods − end) / (begin + sales / periods − current end). Sales enter with those of one period, as the
 * Credit Research Foundation and creditguru.com define it ("Credit Sales / N, N = number of months"); forgetting that flatters.
 *
 * @param periods Periods that the sales cover, 1 or more.
 * @returns 1 when all that was due was collected, as a ratio (sources print per cent); `nothingCollectable` when there was nothing
 *   to collect.
 * @example collectionEffectiveness({ begin: 6_200, sales: 10_890, end: 6_340, endCurrent: 3_590 }, 3) //=> 0.5593 (creditguru.com: 55.9 %)
 */
export function collectionEffectiveness(
  { begin, sales, end, endCurrent }: Collection,
  periods: number,
): Outcome<number> {
  // Balances against each other first: what one period sold must not drown in a large balance that nobody paid.
  const sold = sales / periods;
  const collectable = begin - endCurrent + sold;
  if (collectable === 0) return fail('divideByZero', 'nothingCollectable', { value: collectable });
  if (collectable < 0) return fail('notAvailable', 'nothingCollectable', { value: collectable });
  return succeed((begin - end + sold) / collectable);
}
