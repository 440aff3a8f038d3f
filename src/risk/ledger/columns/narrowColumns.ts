import { toScale } from '../currency/moneyScale';
import type { CodeColumn, MoneyColumn } from '../ledger';

const codesOf16Bits = 2 ** 16;

/** Give a column of codes from 0 up to `codeCount` in as few bytes as it takes. */
export function narrowCodes(codes: Int32Array, codeCount: number): CodeColumn {
  return codeCount <= codesOf16Bits ? new Uint16Array(codes) : codes;
}

/**
 * Turn money into whole units of `1 / scale`, in half of the bytes where every amount is known and fits 32 bits, as amounts up to 21 million with
 * cents do; else in the same column.
 *
 * @param amounts in currency units, NaN where unknown; used up
 * @example wholeUnits(Float64Array.of(12.34, -5), 100) //=> Int32Array.of(1234, -500)
 */
export function wholeUnits(amounts: Float64Array, scale: number): MoneyColumn {
  const narrow = new Int32Array(amounts.length);
  for (let index = 0; index < amounts.length; index++) {
    const units = toScale(amounts[index], scale);
    narrow[index] = units;
    if (narrow[index] !== units) return wideUnits(amounts, scale);
  }
  return narrow;
}

function wideUnits(amounts: Float64Array, scale: number): Float64Array {
  for (let index = 0; index < amounts.length; index++) amounts[index] = toScale(amounts[index], scale);
  return amounts;
}
