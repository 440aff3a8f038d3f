import type { Slices } from '../../slices';
import { isBlankCell } from '../cell';
import { currencyCode, currencyWithin } from '../cells/currencyCode';
import { type DecimalMark, isAmbiguousAmount, readAmount } from '../cells/readAmount';
import type { AmountColumn } from '../columns/amountColumn';
import type { Cell } from '../ledger';
import type { FixList, FixReason } from './fix';
import { rowsPerSlice } from './rowsPerSlice';

const unmistakable: FixReason = { code: 'unmistakable' };

/** Excel keeps 15 digits: beyond, the number would not be the text any more. */
const mostExact = 1e15;

/** Where else than in the amount itself a row says its currency. */
export interface CurrencyPlaces {
  /** Zero-based within the block, -1 when there is none. */
  readonly column: number;
  /** By column, what the header of the amounts says. */
  readonly headers: readonly string[];
}

/**
 * Propose the numbers that texts of a column mean, as the reader reads them. A text that alone names its currency is left: as a number it
 * would be counted in another.
 *
 * @param column Settled; what it read, by entry.
 * @param rows The block's row of each entry.
 */
export function* amountFixes(
  cells: readonly (readonly Cell[])[],
  column: AmountColumn,
  rows: ArrayLike<number>,
  chosen: DecimalMark | undefined,
  currency: CurrencyPlaces,
  found: FixList,
): Slices<void> {
  const mark = chosen ?? column.provenMark;
  const proof = column.isByNeighbour ? 'sheetMark' : 'columnMark';
  const byMark: FixReason | null = mark && { code: chosen ? 'chosenMark' : proof, mark };
  let undecided = 0;
  let first = -1;
  for (let entry = 0; entry < rows.length; entry++) {
    if (entry % rowsPerSlice === rowsPerSlice - 1) yield;
    const row = rows[entry];
    const from = cells[row][column.column];
    if (typeof from !== 'string' || !canBeNumber(from, cells[row], column.column, currency)) continue;
    const isAmbiguous = isAmbiguousAmount(from);
    const to = readAmount(from, mark);
    if (Number.isNaN(to) || Math.abs(to) >= mostExact) continue;
    const fix = { kind: 'textAmount', row, column: column.column, from, to } as const;
    if (!isAmbiguous) found.add({ ...fix, reason: unmistakable });
    else if (byMark) found.add({ ...fix, reason: byMark });
    else {
      if (first < 0) first = row;
      undecided++;
    }
  }
  if (first < 0) return;
  const example = String(cells[first][column.column]);
  found.undecided.push({ kind: 'textAmount', column: column.column, count: undecided, example, row: first });
}

/** Per cents are another number without their sign, and a currency that only the text names would be lost. */
function canBeNumber(text: string, row: readonly Cell[], column: number, currency: CurrencyPlaces): boolean {
  if (isBlankCell(text) || /[%％]/.test(text)) return false;
  const named = currencyWithin(text);
  if (named === '') return true;
  const said = row[currency.column];
  const elsewhere = isBlankCell(said) ? currencyWithin(currency.headers[column] ?? '') : currencyCode(said);
  return elsewhere === named;
}
