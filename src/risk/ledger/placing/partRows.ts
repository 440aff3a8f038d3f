import type { ChosenCurrency } from '../currency/chosenCurrency';
import type { LedgerRows } from '../ledgerRows';

/** The rows of a sheet by what becomes of them, each ascending. */
export interface PartedRows {
  /** Of the chosen currency: all the others together. */
  readonly inCurrency: Int32Array;
  readonly placed: Int32Array;
  readonly unplaced: Int32Array;
  readonly excluded: Int32Array;
}

const noRows = new Int32Array(0);

/**
 * Part the rows that count: those of another currency are left out; what the sheet excludes is set apart, and what has no customer cannot be placed.
 *
 * @param amount per row, NaN where it has none: such a row is not excluded, but unplaced
 */
export function partRows(
  rows: LedgerRows,
  counted: Int32Array,
  amount: Float64Array,
  { isChosen }: ChosenCurrency,
): PartedRows {
  const inCurrency = isChosen.every(isIn => isIn)
    ? counted
    : rowsWhere(counted, row => isChosen[rows.currency.codeAt(row)]);
  const isExcluded = (row: number) => rows.isKeptOut(row) && !Number.isNaN(amount[row]);
  const counting = rows.hasKeptOut ? rowsWhere(inCurrency, row => !isExcluded(row)) : inCurrency;
  const { codes } = rows.customer;
  const placed =
    counting.length === codes.length && isNoneNegative(codes)
      ? counting
      : rowsWhere(counting, row => codes[row] >= 0);
  return {
    inCurrency,
    placed,
    unplaced: placed === counting ? noRows : counting.filter(row => codes[row] < 0),
    excluded: counting === inCurrency ? noRows : inCurrency.filter(isExcluded),
  };
}

function isNoneNegative(codes: Int32Array): boolean {
  for (let row = 0; row < codes.length; row++) if (codes[row] < 0) return false;
  return true;
}

/** All rows but some that are given in ascending order. */
export function rowsWithout(left: readonly number[], count: number): Int32Array {
  const rows = new Int32Array(count - left.length);
  let kept = 0;
  let next = 0;
  for (const end of [...left, count]) {
    for (let row = next; row < end; row++) rows[kept++] = row;
    next = end + 1;
  }
  return rows;
}

/** The wanted ones of some rows, ascending; the very same array where all are wanted, as they mostly are. */
function rowsWhere(rows: Int32Array, isWanted: (row: number) => boolean): Int32Array {
  let kept = 0;
  while (kept < rows.length && isWanted(rows[kept])) kept++;
  if (kept === rows.length) return rows;
  const wanted = rows.slice();
  for (let index = kept + 1; index < rows.length; index++) {
    if (isWanted(rows[index])) wanted[kept++] = rows[index];
  }
  return wanted.subarray(0, kept);
}
