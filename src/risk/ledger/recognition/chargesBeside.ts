import type { Cell, ChargesBeside, ColumnMapping, Field } from '../ledger';
import { columnOf } from './columnOf';
import { amountAt, halfCent, isNear } from './sampledAmounts';

type Row = readonly Cell[];

/** What late payers are charged on top of their invoice. */
const chargeName =
  /^(?:(?:overdue|late|default|accrued|arrears|penalty)? ?interest|late(?: payment)? (?:fees?|charges?)|finance charges?|penalt(?:y|ies)|(?:逾期|延迟|延期|迟延)?利息|(?:逾期)?(?:滞纳金|违约金|罚息|罚款)|verzugszinsen|zinsen|mahngebuhren?)(?: (?:amount|amt|charged?|due))?(?:金额)?$/;
/** What makes the amount of an invoice another one, either way. */
const adjustmentName =
  /^(?:(?:manual|other|price|balance|invoice|total|amount)? ?adj(?:ustments?|s|mts?)?|journals?(?: adjustments?)?)(?: (?:amount|amt))?$|^(?:其他|其它|价格|金额|差额|尾差|手工|账务|余额)?(?:调整|调账|调差)(?:金额|额|数)?$|^(?:抹零|优惠|让利|减免|免收|返利|返点|贴息)(?:金额|额)?$/;
/** What is due with its charges, where the header itself says so. */
const dueWithCharges =
  /(?:due|outstanding|balance|total|owed|owing|payable).*\b(?:incl|including|includes|with|plus)\b.*\b(?:interest|fees?|charges?|penalt(?:y|ies))\b|含(?:逾期|延迟|迟延)?(?:利息|滞纳金|违约金|罚息)/i;

const most = 0.8;

/**
 * Find the columns beside amounts that may change what is owed: interest and fees for late payment, adjustments, and an amount due that has the
 * former in it. A balance that leaves adjustments out or has them in decides; no column does without one. `null` where there is none.
 *
 * @param headers as `headerWords` writes them
 * @param texts the headers as they are written
 * @param rows some rows of data
 * @param lowering columns that lower what is open already
 * @example chargesBesideIn(['customer', 'amount', 'adjustments'], …, columns, [['Acme', 100, -20]]) //=> { isCounted: false, column: 2 }
 */
export function chargesBesideIn(
  headers: readonly string[],
  texts: readonly string[],
  columns: readonly ColumnMapping[],
  rows: readonly Row[],
  lowering: readonly number[] = [],
): ChargesBeside | null {
  const columnIn = (field: Field) => columnOf(columns, field);
  if (columnIn('debit') >= 0 || columnIn('credit') >= 0) return null;
  const [amount, open, paid] = [columnIn('amount'), columnIn('openAmount'), columnIn('paidAmount')];
  const owed = open < 0 ? amount : open;
  if (owed < 0) return null;
  const isFree = (column: number) =>
    !lowering.includes(column) && columns.every(mapping => mapping.column !== column);
  const among = (name: RegExp) =>
    headers.findIndex((words, column) => name.test(words) && isFree(column) && rows.some(isFilled(column)));

  const [charge, adjustment] = [among(chargeName), among(adjustmentName)];
  const isInOwed = (column: number) =>
    isSumOf(rows, owed, column, headers.length, open < 0 || amount < 0 ? null : { amount, paid }) ||
    (open < 0 && isTakenOff(rows, owed, column, headers.length));
  if (charge >= 0 && isInOwed(charge)) return { isCounted: true, column: charge };
  if (dueWithCharges.test(texts[owed] ?? '')) return { isCounted: true, column: owed };
  if (open >= 0) return null;
  if (adjustment >= 0 && !isInOwed(adjustment)) return { isCounted: false, column: adjustment };
  if (charge >= 0) return { isCounted: false, column: charge };
  const due = texts.findIndex(
    (text, column) => dueWithCharges.test(text) && isFree(column) && rows.some(isFilled(column)),
  );
  return due < 0 ? null : { isCounted: false, column: due };
}

/** Whether another column is what is owed before an adjustment was taken off. */
function isTakenOff(rows: readonly Row[], owed: number, adjustment: number, width: number): boolean {
  const adjusted = rows.filter(isFilled(adjustment));
  const isBefore = (row: Row, column: number) =>
    isNear(amountAt(row, column), amountAt(row, owed) + amountAt(row, adjustment));
  return Array.from({ length: width }, (_, column) => column).some(
    column => column !== owed && column !== adjustment && adjusted.every(row => isBefore(row, column)),
  );
}

const isFilled =
  (column: number) =>
  (row: Row): boolean =>
    Math.abs(amountAt(row, column)) > halfCent;

/** Whether what is owed is, in most rows with a charge, the invoice less what was paid and the charge; any other column may be the invoice where none is known. */
function isSumOf(
  rows: readonly Row[],
  owed: number,
  charge: number,
  width: number,
  invoice: { readonly amount: number; readonly paid: number } | null,
): boolean {
  const charged = rows.filter(row => isFilled(charge)(row) && isFilled(owed)(row));
  if (charged.length === 0) return false;
  const isMost = (explains: (row: Row) => boolean) =>
    charged.filter(explains).length >= most * charged.length;
  const rest = (row: Row) => amountAt(row, owed) - amountAt(row, charge);
  if (invoice !== null) {
    const { amount, paid } = invoice;
    return isMost(row => Math.abs(amountAt(row, amount) - amountAt(row, paid) - rest(row)) < halfCent);
  }
  return Array.from({ length: width }, (_, column) => column).some(
    column =>
      column !== owed &&
      column !== charge &&
      isMost(row => isFilled(column)(row) && Math.abs(amountAt(row, column) - rest(row)) < halfCent),
  );
}
