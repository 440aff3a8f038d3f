/**
 * How much of what is owed depends on few customers. A share is a positive amount over the sum of the positive amounts:
 * customers in credit owe nothing, so they have no share and make nobody's larger than it is.
 */
import { fail, type Outcome, succeed } from '../../problem';
import { finishSlices, type Slices } from '../../slices';
import { compareNames } from '../nameOrder';
import { sortInSlices } from '../sortInSlices';

/** What to say about concentration: a share, an index, or the whole table. */
export const concentrationMeasures = ['top', 'hhi', 'effective', 'gini', 'table'] as const;

export type ConcentrationMeasure = (typeof concentrationMeasures)[number];

/** Customers by amount, largest first. */
export interface ConcentrationTable {
  /** Index into the amounts that were given. */
  readonly index: Int32Array;
  /** 0–1; 0 for an amount that is not positive. */
  readonly share: Float64Array;
  /** 0–1, ending with 1. */
  readonly cumulativeShare: Float64Array;
}

/**
 * Herfindahl–Hirschman index: the sum of squared percentage shares.
 *
 * @param amounts One entry a customer, any unit; NaN, zero and negative entries have no share.
 * @returns 0–10,000: 10,000 for one customer, 10,000 / n for n equal ones; NaN when nothing is positive.
 * @example herfindahl([10, 9, 12, 15, 12, 11, 15, 16]) //=> 1296 (Investopedia)
 */
export function herfindahl(amounts: ArrayLike<number>): number {
  const total = positiveTotal(amounts);
  if (total === 0) return Number.NaN;
  let squares = 0;
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index];
    if (amount > 0) squares += (amount / total) ** 2;
  }
  return 10_000 * squares;
}

/**
 * Herfindahl–Hirschman index for an answer that somebody reads.
 *
 * @returns 0–10,000; `nothingToShare` when nothing is positive.
 */
export function herfindahlIndex(amounts: ArrayLike<number>): Outcome<number> {
  const index = herfindahl(amounts);
  return Number.isNaN(index) ? nothingToShare() : succeed(index);
}

/**
 * Give the share of the n largest customers.
 *
 * @param amounts One entry a customer.
 * @param count How many of the largest, whole and 1 or more; all when there are fewer.
 * @returns 0–1; `nothingToShare` when nothing is positive.
 * @example topShare([50, 30, 20], 2) //=> 0.8
 */
export function topShare(amounts: ArrayLike<number>, count: number): Outcome<number> {
  const shares = topShares(amounts, [count]);
  return shares.ok ? succeed(shares.value[0]) : shares;
}

/**
 * Give the share of the n largest customers for several n at once, which sorts the customers once.
 *
 * @param counts Each whole and 1 or more.
 * @returns 0–1, in the order of `counts`; `nothingToShare` when nothing is positive.
 * @example topShares([50, 30, 20], [1, 2]).value //=> [0.5, 0.8]
 */
export function topShares(amounts: ArrayLike<number>, counts: readonly number[]): Outcome<readonly number[]> {
  const wrong = counts.find(count => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) return fail('value', 'argumentNotWhole', { argument: 'n', value: wrong });
  const shared = positiveDescending(amounts);
  if (shared.length === 0) return nothingToShare();
  const total = sum(shared);
  return succeed(counts.map(count => sum(shared.subarray(0, count)) / total));
}

/**
 * Give the number of equally large customers that would be as concentrated: 10,000 / HHI.
 *
 * @returns 1 or more; `nothingToShare` when nothing is positive.
 * @example effectiveCount([5, 5, 5, 5]) //=> 4
 */
export function effectiveCount(amounts: ArrayLike<number>): Outcome<number> {
  const index = herfindahlIndex(amounts);
  return index.ok ? succeed(10_000 / index.value) : index;
}

/**
 * Measure inequality among the customers that owe: Σ (2i − n − 1) xᵢ / (n Σ x) with amounts ascending
 * (Gini as relative mean difference, without correction for small n).
 *
 * @returns 0 when all owe the same, up to 1 − 1/n; `nothingToShare` when nothing is positive.
 * @example gini([1, 2, 3, 4]) //=> 0.25
 */
export function gini(amounts: ArrayLike<number>): Outcome<number> {
  const shared = positiveDescending(amounts);
  if (shared.length === 0) return nothingToShare();
  const count = shared.length;
  let weighted = 0;
  for (let rank = 0; rank < count; rank += 1) {
    weighted += (count - 1 - 2 * rank) * shared[rank];
  }
  return succeed(weighted / (count * sum(shared)));
}

/**
 * List customers by amount, largest first, with their share and the share of all so far.
 *
 * @param amounts One entry a customer; those in credit are listed after all others, without a share, those not known (NaN) at the end.
 * @param names By the same index: decides among equal amounts, so that the order of rows does not.
 * @returns As many entries as amounts; `nothingToShare` when nothing is positive.
 * @example concentrationTable([20, 80], ['A', 'B']).value.cumulativeShare //=> [0.8, 1]
 */
export function concentrationTable(
  amounts: ArrayLike<number>,
  names: readonly string[],
): Outcome<ConcentrationTable> {
  return finishSlices(concentrationTableInSlices(amounts, names));
}

/** List as `concentrationTable` does, in slices of a few milliseconds. */
export function* concentrationTableInSlices(
  amounts: ArrayLike<number>,
  names: readonly string[],
): Slices<Outcome<ConcentrationTable>> {
  const total = positiveTotal(amounts);
  if (total === 0) return nothingToShare();
  const known = Float64Array.from(amounts, amount =>
    Number.isNaN(amount) ? Number.NEGATIVE_INFINITY : amount,
  );
  const descending = (left: number, right: number) => (left === right ? 0 : right - left);
  yield;
  const index = yield* sortInSlices(
    Int32Array.from(known.keys()),
    (left, right) => descending(known[left], known[right]) || compareNames(names[left], names[right]),
  );
  yield;
  const share = Float64Array.from(index, position => Math.max(0, known[position]) / total);
  yield;
  const cumulativeShare = new Float64Array(index.length);
  let owed = 0;
  index.forEach((position, row) => {
    owed += Math.max(0, known[position]);
    cumulativeShare[row] = owed / total;
  });
  return succeed({ index, share, cumulativeShare });
}

/** A point of the concentration curve. */
export interface ConcentrationPoint {
  /** The largest so many customers, as a number and as a share of those who owe, 0–1. */
  readonly customers: number;
  readonly customerShare: number;
  /** What they owe of all that is owed, 0–1. */
  readonly amountShare: number;
}

/** Finer than a curve on a screen shows. */
const curveSteps = 200;

/**
 * Draw the concentration curve (Lorenz curve, largest first): what share of all is owed by the largest n customers.
 *
 * @param amounts One entry a customer; only positive ones count.
 * @param steps The curve rises and proceeds by at most this part of the whole between two points, or by one customer.
 * @returns From (0, 0) to (1, 1), at most four points a step; `nothingToShare` when nothing is positive.
 * @example concentrationCurve([80, 15, 5]).value[1] //=> { customers: 1, customerShare: 0.333…, amountShare: 0.8 }
 */
export function concentrationCurve(
  amounts: ArrayLike<number>,
  steps = curveSteps,
): Outcome<readonly ConcentrationPoint[]> {
  const shared = positiveDescending(amounts);
  if (shared.length === 0) return nothingToShare();
  const total = sum(shared);
  const points: ConcentrationPoint[] = [{ customers: 0, customerShare: 0, amountShare: 0 }];
  let owed = 0;
  let before = points[0];
  shared.forEach((amount, index) => {
    const last = points.at(-1)!;
    owed += amount;
    const here = {
      customers: index + 1,
      customerShare: (index + 1) / shared.length,
      amountShare: owed / total,
    };
    const isTooFar = (point: ConcentrationPoint) =>
      point.customerShare - last.customerShare > 1 / steps ||
      point.amountShare - last.amountShare > 1 / steps;
    // The point before is drawn when this one would leave too wide a gap.
    if (isTooFar(here) && before !== last) points.push(before);
    if (here.customers === shared.length) points.push(here);
    before = here;
  });
  return succeed(points);
}

/**
 * Count the largest customers that together owe at least a share of all that is owed.
 *
 * @param share 0–1.
 * @returns 1 or more; `nothingToShare` when nothing is positive.
 * @example countForShare([50, 30, 20], 0.8) //=> 2
 */
export function countForShare(amounts: ArrayLike<number>, share: number): Outcome<number> {
  const shared = positiveDescending(amounts);
  if (shared.length === 0) return nothingToShare();
  const wanted = share * sum(shared);
  let owed = 0;
  const last = shared.findIndex(amount => {
    owed += amount;
    return owed >= wanted;
  });
  return succeed(last === -1 ? shared.length : last + 1);
}

const nothingToShare = () => fail('notAvailable', 'nothingToShare', { argument: 'amounts' });

function positiveDescending(amounts: ArrayLike<number>): Float64Array {
  return Float64Array.from(amounts)
    .filter(amount => amount > 0)
    .sort()
    .reverse();
}

/** Largest first wherever totals are compared with parts: the same sum in the same order, so all of it is exactly 1. */
function positiveTotal(amounts: ArrayLike<number>): number {
  return sum(positiveDescending(amounts));
}

function sum(amounts: Float64Array): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
