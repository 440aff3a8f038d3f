/** A last amount that is the sum of all before it: a total that was selected with its parts, which would count once more. */
import type { ArgumentKey } from '../i18n/functions/functionHelp';
import { moneyScale, toScale } from '../risk/ledger/currency/moneyScale';
import { fail, type ProblemKey } from '../risk/problem';
import type { Place } from './columnArgument';
import { answer } from './respond';

/** Amounts as whole numbers of `1 / scale`; NaN where there is none. */
interface Amounts {
  readonly units: Float64Array;
  readonly scale: number;
}

/** Where amounts stand, as a message says it. */
interface Whereabouts {
  readonly argument: ArgumentKey;
  readonly place: Place;
  /** What to answer: it also says how to get on with an amount that is no total. */
  readonly message: Extract<ProblemKey, `totalAmong${'Amounts' | 'Parts' | 'Periods' | 'Balances'}`>;
  /** How many cells of the argument stand before the first amount. */
  readonly before?: number;
}

/** One or two amounts may add up to the next by chance. */
const fewestParts = 3;

/**
 * Refuse amounts of which the last is the sum of the three or more before it.
 *
 * @param isItem Whether a zero-based place is an item for certain, whatever its amount.
 * @throws #VALUE! that names the place of the total.
 */
export function refuseClosingTotal(
  { units, scale }: Amounts,
  { argument, place, message, before = 0 }: Whereabouts,
  isItem: (position: number) => boolean = () => false,
): void {
  const last = closingTotalAt(units);
  if (last < 0 || isItem(last)) return;
  const value = units[last]! / scale;
  answer(fail('value', message, { argument, [place]: before + last + 1, value }));
}

/** Give the zero-based place of the last amount where it is the sum of the three or more before it, else -1. */
function closingTotalAt(units: Float64Array): number {
  const isAmount = (amount: number) => Math.abs(amount) > 0;
  const last = units.findLastIndex(isAmount);
  const parts = units.subarray(0, Math.max(0, last)).filter(isAmount);
  const sum = parts.reduce((all, amount) => all + amount, 0);
  return parts.length >= fewestParts && sum === units[last] ? last : -1;
}

/** Tell whether the last of some numbers is the sum of the three or more before it. */
export function isTotalLast(amounts: Float64Array): boolean {
  const scale = moneyScale([amounts]);
  return (
    amounts.length > 0 && closingTotalAt(amounts.map(amount => toScale(amount, scale))) === amounts.length - 1
  );
}

/** A line of which the last is the sum of its others may be so by chance where it has no two of them, or stands alone. */
const fewestTotals = 2;

/** Tell whether the last of each of several lines is the sum of its others. */
export function areTotals(lines: readonly Float64Array[]): boolean {
  const scale = moneyScale([...lines]);
  const isSum = (line: Float64Array) => {
    const units = line.map(balance => toScale(balance, scale));
    return units.subarray(0, -1).reduce((sum, balance) => sum + balance, 0) === units.at(-1);
  };
  const telling = lines.filter(line => line.subarray(0, -1).filter(balance => balance !== 0).length > 1);
  return telling.length >= fewestTotals && lines.every(isSum);
}
