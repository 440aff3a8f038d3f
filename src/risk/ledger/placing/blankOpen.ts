import { keepsSign } from '../cells/documentType';
import type { LedgerRows } from '../ledgerRows';
import { halfCent } from '../recognition/sampledAmounts';

/** Entries of which the column of what is open says nothing, by how they count. */
export interface BlankOpen {
  readonly settled: readonly number[];
  readonly inFull: readonly number[];
}

const none: BlankOpen = { settled: [], inFull: [] };

/**
 * Find out what blanks mean in a column of what is open. What a status calls paid is settled; so are payments and credits where none has an amount there,
 * since the invoices show less open for them. Of all others a blank is settled where some say that all of them is open and none says 0, as lists do that show
 * no zeros; else it is open in full, as where only the rest after part payments is noted. Columns of what was paid, and when,
 * say it of all others where there are any.
 */
export function blankOpen(rows: LedgerRows): BlankOpen {
  const { openAmount, paidAmount, paidDate, states } = rows;
  if (openAmount === null || openAmount === rows.amount || paidAmount !== null) return none;
  const open = openAmount.amounts.values;
  const blanks = blanksIn(rows, open);
  const isEmpty = open.every(amount => Number.isNaN(amount));
  if (blanks.length === 0 || isEmpty) return none;
  const isPaidDated = paidDate?.serials.values.some(day => !Number.isNaN(day)) ?? false;
  if (isPaidDated) return { settled: blanks.filter(row => states.isCalledPaid(row)), inFull: [] };
  const { isFullSaid, isZeroSaid, isCreditSaid } = whatIsSaid(rows, open);
  const areZerosBlank = isFullSaid && !isZeroSaid;
  const isSettled = (row: number) =>
    areZerosBlank || states.isCalledPaid(row) || (!isCreditSaid && isCredit(rows, row));
  return {
    settled: blanks.filter(isSettled),
    inFull: blanks.filter(row => !isSettled(row)),
  };
}

function blanksIn(rows: LedgerRows, open: Float64Array): number[] {
  const amounts = rows.amount.amounts.values;
  const blanks: number[] = [];
  for (let row = 0; row < open.length; row++) {
    if (Number.isNaN(open[row]) && !Number.isNaN(amounts[row])) blanks.push(row);
  }
  const unreadable = new Set(rows.openAmount!.unreadable);
  return unreadable.size === 0 ? blanks : blanks.filter(row => !unreadable.has(row));
}

const isCredit = ({ amount, type }: LedgerRows, row: number): boolean =>
  amount.amounts.values[row] < 0 || (type !== null && !keepsSign(type.values[row]));

/** What the entries that are not blank say: that one is open in full, that one is settled, what is open of a credit. */
function whatIsSaid(rows: LedgerRows, open: Float64Array) {
  const amounts = rows.amount.amounts.values;
  const said = { isFullSaid: false, isZeroSaid: false, isCreditSaid: false };
  for (let row = 0; row < open.length; row++) {
    if (Number.isNaN(open[row]) || !(Math.abs(amounts[row]) > halfCent)) continue;
    if (isCredit(rows, row)) said.isCreditSaid = true;
    if (Math.abs(open[row]) < halfCent) said.isZeroSaid = true;
    else if (Math.abs(Math.abs(open[row]) - Math.abs(amounts[row])) < halfCent) said.isFullSaid = true;
  }
  return said;
}
