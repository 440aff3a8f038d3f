import type { Slices } from '../../slices';
import { keepsSign } from '../cells/documentType';
import type { AmountColumn } from '../columns/amountColumn';
import { growingIntegers } from '../columns/growingColumn';
import type { LedgerRows } from '../ledgerRows';
import { halfCent } from '../recognition/sampledAmounts';

/** Entries that are looked at before the work stops for others. */
const rowsInSlice = 32_768;

/** Entries of which the column of what is open says nothing, by how they count. */
export interface BlankOpen {
  readonly settled: Int32Array;
  readonly inFull: Int32Array;
}

const none: BlankOpen = { settled: new Int32Array(0), inFull: new Int32Array(0) };

/** What the entries tell together that are not blank: that one is open in full, that one is settled, what is open of a credit. */
interface Said {
  isAnySaid: boolean;
  isFullSaid: boolean;
  isZeroSaid: boolean;
  isCreditSaid: boolean;
}

/**
 * Find out what blanks mean in a column of what is open. What a status calls paid is settled; so are payments and credits where none has an amount there,
 * since the invoices show less open for them. Of all others a blank is settled where some say that all of them is open and none says 0, as lists do that show
 * no zeros; else it is open in full, as where only the rest after part payments is noted. Columns of what was paid, and when,
 * say it of all others where there are any. In slices of a few milliseconds.
 */
export function* blankOpen(rows: LedgerRows): Slices<BlankOpen> {
  const { openAmount, paidAmount, paidDate, states } = rows;
  if (openAmount === null || openAmount === rows.amount || paidAmount !== null) return none;
  const blanks = yield* blanksIn(rows, openAmount);
  if (blanks.length === 0) return none;
  const said = yield* whatIsSaid(rows, openAmount.amounts.values);
  if (!said.isAnySaid) return none;
  const isPaidDated = paidDate?.serials.values.some(day => !Number.isNaN(day)) ?? false;
  yield;
  const areZerosBlank = said.isFullSaid && !said.isZeroSaid;
  const [settled, inFull] = [growingIntegers(), growingIntegers()];
  for (let index = 0; index < blanks.length; index++) {
    if (index % rowsInSlice === rowsInSlice - 1) yield;
    const row = blanks[index];
    const isSettled = areZerosBlank || (!said.isCreditSaid && isCredit(rows, row));
    if (states.isCalledPaid(row) || (isSettled && !isPaidDated)) settled.push(row);
    else if (!isPaidDated) inFull.push(row);
  }
  return { settled: settled.values, inFull: inFull.values };
}

function* blanksIn(rows: LedgerRows, { amounts, unreadable }: AmountColumn): Slices<Int32Array> {
  const open = amounts.values;
  const blanks = growingIntegers();
  for (let first = 0; first < open.length; first += rowsInSlice) {
    const end = Math.min(open.length, first + rowsInSlice);
    addBlanks(open, rows.amount.amounts.values, first, end, blanks);
    yield;
  }
  if (unreadable.length === 0) return blanks.values;
  const noBlanks = new Set(unreadable);
  return blanks.values.filter(row => !noBlanks.has(row));
}

function addBlanks(
  open: Float64Array,
  amounts: Float64Array,
  first: number,
  end: number,
  blanks: ReturnType<typeof growingIntegers>,
): void {
  for (let row = first; row < end; row++) {
    if (Number.isNaN(open[row]) && !Number.isNaN(amounts[row])) blanks.push(row);
  }
}

function* whatIsSaid(rows: LedgerRows, open: Float64Array): Slices<Said> {
  const said: Said = { isAnySaid: false, isFullSaid: false, isZeroSaid: false, isCreditSaid: false };
  for (let first = 0; first < open.length; first += rowsInSlice) {
    noteSaid(said, rows, open, first, Math.min(open.length, first + rowsInSlice));
    yield;
  }
  return said;
}

function noteSaid(said: Said, rows: LedgerRows, open: Float64Array, first: number, end: number): void {
  const amounts = rows.amount.amounts.values;
  for (let row = first; row < end; row++) {
    if (Number.isNaN(open[row])) continue;
    said.isAnySaid = true;
    const isMoney = Math.abs(amounts[row]) > halfCent;
    if (!isMoney) continue;
    if (isCredit(rows, row)) said.isCreditSaid = true;
    if (Math.abs(open[row]) < halfCent) said.isZeroSaid = true;
    else if (Math.abs(Math.abs(open[row]) - Math.abs(amounts[row])) < halfCent) said.isFullSaid = true;
  }
}

const isCredit = ({ amount, type }: LedgerRows, row: number): boolean =>
  amount.amounts.room[row] < 0 || (type !== null && !keepsSign(type.values[row]));
