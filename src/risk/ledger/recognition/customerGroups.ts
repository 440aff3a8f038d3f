import { isBlankCell, plainText } from '../cell';
import { isOpeningLabel } from '../cells/periodRow';
import { readAmount } from '../cells/readAmount';
import { isCustomerHeading } from '../layouts/groupedRows';
import type { Cell, ColumnMapping, CustomerGroups, LedgerField } from '../ledger';

type Row = readonly Cell[];

/** Rows looked at to see how customers are named. */
const searchedRows = 5000;
const fewestEntries = 2;
/** In a list that names a customer on every row fewer names than this are missing. */
const leastUnnamed = 0.3;
/** One name or another can be missing anywhere: groups are several, or all rows of the only customer. */
const fewestGroups = 2;
const fewestUnnamed = 2;

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
 * names on every row repeats them. Headings are rows with a single text, right above an entry, all in one column, before every entry.
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
    dates.some(column => !isBlankCell(row[column]));
  // An account begins with its opening balance, which may stand in the column of balances alone.
  const isEntry = (row: Row) => isDatedAmount(row) || row.some(isOpeningLabel);
  const rows = cells.slice(headerRow + 1, headerRow + 1 + searchedRows).filter(isFilled);
  const [customer] = columnsOf(['customer']);
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
