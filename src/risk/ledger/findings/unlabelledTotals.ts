import type { Slices } from '../../slices';
import { documentTypes } from '../cells/documentType';
import { noCustomer } from '../columns/customerColumn';
import type { LedgerRows } from '../ledgerRows';

/** Amounts are written with two decimals: sums differ by less. */
const tolerance = 0.005;
const fewestSummed = 2;
const owed = documentTypes.indexOf('debit');

/**
 * Find rows of totals that no word labels, as SAP's lists export them: a customer's sum below its rows, and the sum of all below everything.
 * They have no date, and a subtotal no document number where the others have one.
 *
 * @returns indexes of entries, ascending
 */
export function* unlabelledTotals(rows: LedgerRows): Slices<number[]> {
  // Most ledgers date every row: then there is nothing to look at a million rows for.
  if (isDatedThroughout(rows)) return [];
  if (rows.documents) yield* rows.documents.readLate();
  const mayHaveSubtotals = rows.documents === null ? areMostlyDated(rows) : rows.documents.hasGaps;
  const subtotals = mayHaveSubtotals ? customerSubtotals(rows) : [];
  const total = totalOfAll(rows, new Set(subtotals));
  const all = [...subtotals, ...namedTotals(rows, new Set(subtotals)), ...(total === null ? [] : [total])];
  return all.sort((one, other) => one - other);
}

/**
 * Totals with words of their own in the place of a name (`Balance as of 30 June`): rows without date and number, among dated ones, whose name
 * comes nowhere else and which are exactly the sum of all rows above them, or of those since the last such row.
 */
function namedTotals(rows: LedgerRows, subtotals: ReadonlySet<number>): number[] {
  const candidates = undatedNames(rows);
  if (candidates.size === 0) return [];
  const amounts = rows.amount.amounts.values;
  const found: number[] = [];
  let [count, sum, sumOfAll] = [0, 0, 0];
  for (let row = 0; row < rows.length; row++) {
    const amount = amounts[row];
    const isSum = [sum, sumOfAll].some(total => Math.abs(total - amount) < tolerance);
    if (candidates.has(row) && isSum && (found.length > 0 || count >= fewestSummed)) {
      found.push(row);
      [count, sum] = [0, 0];
    } else if (!Number.isNaN(amount) && !subtotals.has(row)) {
      count++;
      sum += amount;
      sumOfAll += amount;
    }
  }
  return found;
}

/** Rows without date and number whose customer has no other; none where most rows have no date. */
function undatedNames(rows: LedgerRows): ReadonlySet<number> {
  const { documents } = rows;
  const { codes } = rows.customer;
  if (documents !== null && !documents.hasGaps) return new Set();
  const undated: number[] = [];
  const isBare = (row: number) => isUnlabelled(rows, row) && !isNumbered(rows, row);
  for (let row = 0; row < rows.length; row++) if (codes[row] >= 0 && isBare(row)) undated.push(row);
  if (undated.length === 0 || undated.length * 2 > rows.length) return new Set();
  const counts = new Int32Array(rows.customer.register.names.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  return new Set(undated.filter(row => counts[codes[row]] === 1));
}

/** Whether some rows have no date and most have one: then a row without is likely another thing. */
function areMostlyDated(rows: LedgerRows): boolean {
  let undated = 0;
  for (let row = 0; row < rows.length; row++) if (isUnlabelled(rows, row)) undated++;
  return undated > 0 && undated * 2 < rows.length;
}

/**
 * Rows that are exactly the sum of their customer's rows right above, or right below as an outline may have it. Where no sum of several rows shows
 * that the sheet has subtotals, a row equal to a single one may be a second invoice: it counts.
 */
function customerSubtotals(rows: LedgerRows): number[] {
  const { codes } = rows.customer;
  const found: Subtotals = { rows: [], hasSumOfSeveral: false };
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && codes[to] === codes[from]) to++;
    if (codes[from] >= 0 && !isSumOfBelow(rows, from, to, found)) sumsOfAbove(rows, from, to, found);
    from = to;
  }
  return found.hasSumOfSeveral ? found.rows : [];
}

/** What was found so far. */
interface Subtotals {
  readonly rows: number[];
  hasSumOfSeveral: boolean;
}

/** A first row of a customer that is the sum of the others. */
function isSumOfBelow(rows: LedgerRows, from: number, to: number, found: Subtotals): boolean {
  if (!mayBeSum(rows, from)) return false;
  const { values } = rows.amount.amounts;
  let [count, sum] = [0, 0];
  for (let row = from + 1; row < to; row++) {
    if (Number.isNaN(values[row])) continue;
    if (mayBeSum(rows, row)) return false;
    count++;
    sum += values[row];
  }
  if (count === 0 || Math.abs(sum - values[from]) >= tolerance) return false;
  found.rows.push(from);
  found.hasSumOfSeveral ||= count >= fewestSummed;
  return true;
}

/** Rows of a customer that are the sum of those since its first one, or since the last such sum. */
function sumsOfAbove(rows: LedgerRows, from: number, to: number, found: Subtotals): void {
  const { values } = rows.amount.amounts;
  let [count, sum] = [0, 0];
  for (let row = from; row < to; row++) {
    const amount = values[row];
    if (count > 0 && mayBeSum(rows, row) && Math.abs(sum - amount) < tolerance) {
      found.rows.push(row);
      found.hasSumOfSeveral ||= count >= fewestSummed;
      [count, sum] = [0, 0];
    } else if (!Number.isNaN(amount)) {
      count++;
      sum += amount;
    }
  }
}

/** Neither a number of a document nor a date, and an amount. */
function mayBeSum(rows: LedgerRows, row: number): boolean {
  const amount = rows.amount.amounts.values[row];
  return amount !== 0 && !Number.isNaN(amount) && !isNumbered(rows, row) && isUnlabelled(rows, row);
}

const isNumbered = (rows: LedgerRows, row: number): boolean => (rows.documents?.keyAt(row) ?? -1) >= 0;

/** A last row that names no customer, or only has the name above it, and is the sum of all amounts above it. */
function totalOfAll(rows: LedgerRows, subtotals: ReadonlySet<number>): number | null {
  const last = rows.length - 1;
  if (last < fewestSummed || !isUnlabelled(rows, last)) return null;
  const isBelowAll = rows.isGrouped && !isNumbered(rows, last) && areMostlyDated(rows);
  if (rows.customer.codes[last] !== noCustomer && !isBelowAll) return null;
  const amounts = rows.amount.amounts.values;
  let sum = 0;
  for (let row = 0; row < last; row++) {
    if (!Number.isNaN(amounts[row]) && !subtotals.has(row)) sum += amounts[row];
  }
  return Math.abs(sum - amounts[last]) < tolerance ? last : null;
}

/** Whether some column has a date in every row. */
const isDatedThroughout = (rows: LedgerRows): boolean =>
  [rows.invoiceDate, rows.dueDate, rows.paidDate].some(
    column => column !== null && hasNoGap(column.serials.values),
  );

function hasNoGap(days: Float32Array): boolean {
  for (let row = 0; row < days.length; row++) if (Number.isNaN(days[row])) return false;
  return true;
}

/** What a word says to be owed, such as an opening balance, is no sum, though it often comes to one. */
const isUnlabelled = (rows: LedgerRows, row: number): boolean =>
  rows.type?.values[row] !== owed &&
  [rows.invoiceDate, rows.dueDate, rows.paidDate].every(
    column => column === null || Number.isNaN(column.serials.values[row]),
  );
