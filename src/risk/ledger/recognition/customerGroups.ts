import { isBlankCell, plainText } from '../cell';
import { isOpeningLabel } from '../cells/periodRow';
import { readAmount } from '../cells/readAmount';
import { isCustomerHeading, isSummedHeading } from '../layouts/groupedRows';
import type { Cell, ColumnMapping, CustomerGroups, LedgerField } from '../ledger';
import { amountAt, halfCent } from './sampledAmounts';

type Row = readonly Cell[];

/** Rows looked at to see how customers are named. */
const searchedRows = 5000;
const fewestEntries = 2;
/** In a list that names a customer on every row fewer names than this are missing. */
const leastUnnamed = 0.3;
/** One name or another can be missing anywhere: groups are several, or all rows of the only customer. */
const fewestGroups = 2;
const fewestUnnamed = 2;
const mostlyDistinct = 0.9;

const moneyFields: readonly LedgerField[] = ['amount', 'openAmount', 'debit', 'credit'];
const dateFields: readonly LedgerField[] = [
  'invoiceDate',
  'invoiceDayOfMonth',
  'dueDate',
  'dueDayOfMonth',
  'paidDate',
];

/** Headings of an ageing list by age, which name nobody. */
const ageHeading =
  /\d\s*(?:\+|days?\b|months?\b|天|个月)|past due|overdue|not due|\bcurrent\b|逾期|未到期|账龄|賬齡/i;

/** How a ledger groups its rows by customer, and the column the names stand in. */
export interface FoundGroups {
  readonly groups: CustomerGroups;
  readonly column: number;
}

/**
 * Find out whether a ledger names each customer once for all of its rows: in the first of them, as merged cells do, or in a heading above
 * them, as the detailed lists of Xero, QuickBooks and Sage do; `null` where every row is to name its own.
 *
 * First rows count as such when three in ten entries name nobody, below two names or more, and none repeats the name above it: a list with
 * names on every row repeats them. Headings are rows with a single text, right above an entry, all in one column, before every entry. With
 * amounts beside the text they count where these are what the rows below come to, or are no amounts of entries at all (a credit limit).
 *
 * @param columns of the ledger, as far as known
 * @example findCustomerGroups(cells, 0, columns) //=> { groups: 'firstRow', column: 0 }
 */
export function findCustomerGroups(
  cells: readonly Row[],
  headerRow: number,
  columns: readonly Pick<ColumnMapping, 'field' | 'column'>[],
): FoundGroups | null {
  const columnsOf = (fields: readonly string[]) =>
    columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column);
  const amounts = columnsOf(moneyFields);
  const dates = columnsOf(dateFields);
  const isDatedAmount = (row: Row) =>
    amounts.some(column => !Number.isNaN(readAmount(row[column] ?? null))) &&
    dates.some(column => mayBeDay(row[column] ?? null));
  // An account begins with its opening balance, which may stand in the column of balances alone.
  const isEntry = (row: Row) => isDatedAmount(row) || row.some(isOpeningLabel);
  const rows = cells.slice(headerRow + 1, headerRow + 1 + searchedRows).filter(isFilled);
  const [customer] = columnsOf(['customer']);
  const summed = underSummedHeadings(rows, isDatedAmount, { amounts, dates });
  if (summed !== null) return summed;
  if (customer === undefined) return underHeadings(rows, isEntry);
  if (rows.every(row => !isBlankCell(row[customer]))) return null;
  const named = [customer, ...columnsOf(['customerNumber'])];
  const entries = rows.filter(isEntry);
  const isNobodyNamed = entries.every(row => named.every(column => isBlankCell(row[column])));
  if (isNobodyNamed) {
    const found = underHeadings(rows, isEntry);
    return found?.column === customer ? found : null;
  }
  return namesFirstRowsOnly(entries, named) ? { groups: 'firstRow', column: customer } : null;
}

/** A name above the dates is none. */
const mayBeDay = (cell: Cell): boolean =>
  !isBlankCell(cell) && (typeof cell !== 'string' || /\d/.test(plainText(cell)));

const isFilled = (row: Row): boolean => row.some(cell => !isBlankCell(cell));

function namesFirstRowsOnly(entries: readonly Row[], [customer, ...numbers]: readonly number[]): boolean {
  const isNamed = (row: Row) => [customer, ...numbers].some(column => !isBlankCell(row[column]));
  if (entries.length === 0 || !isNamed(entries[0])) return false;
  let names = 0;
  let groups = 0;
  let unnamed = 0;
  let above = '';
  for (const [index, row] of entries.entries()) {
    if (isNamed(row)) {
      const name = plainText(row[customer]);
      if (name === above) return false;
      above = name;
      names++;
    } else {
      unnamed++;
      if (isNamed(entries[index - 1])) groups++;
    }
  }
  const isOneCustomer = names === 1 && unnamed >= fewestUnnamed;
  return unnamed >= entries.length * leastUnnamed && (groups >= fewestGroups || isOneCustomer);
}

/** Where the money and the dates of entries stand. */
interface EntryColumns {
  readonly amounts: readonly number[];
  readonly dates: readonly number[];
}

/** Headings with amounts beside the name, of which several prove themselves by the rows below them. */
function underSummedHeadings(
  rows: readonly Row[],
  isEntry: (row: Row) => boolean,
  { amounts, dates }: EntryColumns,
): FoundGroups | null {
  const first = rows.findIndex(isEntry);
  if (first <= 0 || amounts.length === 0) return null;
  const column = rows[first - 1].findIndex(cell => !isBlankCell(cell) && Number.isNaN(readAmount(cell)));
  const isHeading = (row: Row) => isSummedHeading(row, column, dates);
  const headings = rows.flatMap((row, at) => (isHeading(row) && at + 1 < rows.length ? [at] : []));
  const named = headings.filter(at => isEntry(rows[at + 1]));
  const isHeadedFirst = named.includes(first - 1);
  const isPlain = named.every(at => isCustomerHeading(rows[at], column));
  if (!isHeadedFirst || isPlain || named.length < fewestGroups) return null;
  const areSums = named.every(at => isSumOfBelow(rows, at, isEntry, amounts));
  const isByAge = named.some(at => ageHeading.test(plainText(rows[at][column])));
  const headed = new Set(named.map(at => plainText(rows[at][column])));
  // Above dates, of which several are the same, a text is a name as well.
  if (!dates.includes(column) && entriesSayNames(rows.filter(isEntry), column, headed)) return null;
  return areSums && !isByAge ? { groups: 'summedHeading', column } : null;
}

/** Names come again and again, also those of the headings; the numbers of documents that may stand below headings do not. */
function entriesSayNames(entries: readonly Row[], column: number, headings: ReadonlySet<string>): boolean {
  const texts = entries.map(row => plainText(row[column])).filter(text => text !== '');
  return texts.some(text => headings.has(text)) || new Set(texts).size < texts.length * mostlyDistinct;
}

/** Whether each amount of a heading is the sum of the entries right below it; one without an amount says no other. */
function isSumOfBelow(
  rows: readonly Row[],
  heading: number,
  isEntry: (row: Row) => boolean,
  amounts: readonly number[],
): boolean {
  const end = rows.findIndex((row, at) => at > heading && !isEntry(row));
  const entries = rows.slice(heading + 1, end < 0 ? rows.length : end);
  return amounts.every(column => {
    const stated = rows[heading][column];
    if (isBlankCell(stated)) return true;
    const sum = entries.reduce((total, row) => total + amountAt(row, column), 0);
    return Math.abs(sum - readAmount(stated)) < halfCent;
  });
}

function underHeadings(rows: readonly Row[], isEntry: (row: Row) => boolean): FoundGroups | null {
  const first = rows.findIndex(isEntry);
  if (first <= 0 || rows.filter(isEntry).length < fewestEntries) return null;
  const column = rows[first - 1].findIndex(cell => !isBlankCell(cell));
  const headings = rows.filter(
    (row, at) => isCustomerHeading(row, column) && rows[at + 1] && isEntry(rows[at + 1]),
  );
  const isHeadedFirst = headings.includes(rows[first - 1]);
  const isByAge = headings.some(row => ageHeading.test(plainText(row[column])));
  return isHeadedFirst && !isByAge ? { groups: 'heading', column } : null;
}
