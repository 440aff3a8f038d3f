import type { Slices } from '../../slices';
import { wholeUnits } from '../columns/narrowColumns';
import type { SignedMoney } from '../currency/convertMoney';
import { moneyScale, type SizedAmounts, scaleOf } from '../currency/moneyScale';
import type { MoneyColumn } from '../ledger';
import { pick } from './pick';

/** Amounts of the sheet's top that tell the likely scale of all. */
const amountsTried = 64;

/** Amounts in currency units, and what they are in whole units of a scale: `null` where that takes more than 32 bits. */
interface TriedColumn extends SizedAmounts {
  readonly tried: NonNullable<SizedAmounts['tried']>;
  readonly units: Int32Array | null;
}

/** The scale of some money, and what it is in whole units of a scale that it most likely has. */
export interface TriedMoney {
  readonly scale: number;
  readonly amount: TriedColumn;
  readonly openAmount: TriedColumn;
}

/**
 * Find out the scale of money, and turn it into whole units of the likely scale in the same look: a million amounts are looked at once instead of three times.
 *
 * @param inCurrency the rows that the scale is for
 */
export function* tryUnits(money: SignedMoney, inCurrency: Int32Array): Slices<TriedMoney> {
  const amounts = pick(money.amount, inCurrency);
  const openAmounts = pick(money.openAmount, inCurrency);
  const likely = moneyScale([amounts, openAmounts].map(column => column.subarray(0, amountsTried)));
  const amount = tryColumn(amounts, likely);
  yield;
  const openAmount = tryColumn(openAmounts, likely);
  yield;
  return { scale: scaleOf([amount, openAmount]), amount, openAmount };
}

function tryColumn(amounts: Float64Array, scale: number): TriedColumn {
  const units = new Int32Array(amounts.length);
  let total = 0;
  let largest = 0;
  let farthest = 0;
  let isNarrow = true;
  for (let index = 0; index < amounts.length; index++) {
    const scaled = amounts[index] * scale;
    const whole = Math.round(scaled);
    units[index] = whole;
    if (units[index] !== whole) isNarrow = false;
    const size = Math.abs(amounts[index]);
    if (Number.isNaN(size)) continue;
    total += size;
    if (size > largest) largest = size;
    const missed = Math.abs(scaled - whole);
    if (missed > farthest) farthest = missed;
  }
  return { amounts, total, largest, tried: { scale, farthest }, units: isNarrow ? units : null };
}

/** The units that were tried, where they are those of the wanted amounts at the scale that was found. */
export const unitsTried = (
  { amounts, tried, units }: TriedColumn,
  wanted: Float64Array,
  scale: number,
): Int32Array | null => (amounts === wanted && tried.scale === scale ? units : null);

/**
 * Turn amounts into whole units, as `wholeUnits` does, unless that was done already.
 *
 * @param wanted used up
 */
export const unitsOf = (column: TriedColumn, wanted: Float64Array, scale: number): MoneyColumn =>
  unitsTried(column, wanted, scale) ?? wholeUnits(wanted, scale);
