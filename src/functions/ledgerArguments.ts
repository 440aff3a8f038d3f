/** Arguments that are the columns of a ledger, read by the pane's own reader. */
import type { ArgumentKey } from '../i18n/functions/functionHelp';
import type { FindingKind, Ledger, LedgerField, Recognition } from '../risk/ledger/ledger';
import { createLedgerReader } from '../risk/ledger/readLedger';
import { finishSlices } from '../risk/slices';
import { isOmitted, requireSameRows, rowsOf } from './argument';
import { isEmpty, plainValue } from './cell';
import { requireReadable } from './columnArgument';
import { readCustomers } from './customerArgument';
import { readDateColumns } from './dateArgument';
import { listColumns } from './listArguments';
import { readNumbers } from './numberArgument';
import { refuseExchangedDates, requirePlausibleDates } from './plausibleDates';
import { dateSystem } from './workbookDates';

/** The columns as given; all but customers and amounts may be left out. */
export type LedgerArguments = Readonly<
  Record<'customers' | 'invoiceDates' | 'dueDates' | 'amounts' | 'openAmounts' | 'paidDates', unknown>
>;

export interface ReadArguments {
  /** Rows that name a customer. */
  readonly named: Ledger;
  /** Rows with an amount that name nobody, under one name. */
  readonly unnamed: Ledger;
}

/** What each column is to the reader, in the order in which it gets them. */
const fieldOf = {
  customers: 'customer',
  invoiceDates: 'invoiceDate',
  dueDates: 'dueDate',
  amounts: 'amount',
  openAmounts: 'openAmount',
  paidDates: 'paidDate',
} as const satisfies Record<keyof LedgerArguments, LedgerField>;

const names = Object.keys(fieldOf) as (keyof LedgerArguments)[];

/** A column that is left out is not one of empty cells: only without open amounts a word such as `Paid` says that nothing is open. */
const recognitionOf = (isGiven: (name: keyof LedgerArguments) => boolean): Recognition => ({
  kind: 'ledger',
  headerRow: -1,
  headers: [],
  columns: names
    .map((name, column) => ({ name, field: fieldOf[name], column, header: '', confidence: 1 }))
    .filter(({ name }) => isGiven(name))
    .map(({ name: _, ...column }) => column),
  missing: [],
});

/** What the reader would carry on with, and a formula does not. */
const refused: ReadonlySet<FindingKind> = new Set([
  'errorCell',
  'unreadableAmount',
  'unreadableDate',
  'assumedDateOrder',
]);

/**
 * Read the columns of a ledger.
 *
 * @param nobody What rows that name no customer are called.
 * @throws #VALUE! that names the first cell that cannot be read, columns of different length, or dates that cannot be dates.
 */
export function readLedgerArguments(written: LedgerArguments, nobody: string, asOf: number): ReadArguments {
  const { columns: given } = listColumns({
    customers: ['name', written.customers],
    invoiceDates: ['date', written.invoiceDates],
    dueDates: ['date', written.dueDates],
    amounts: ['number', written.amounts],
    openAmounts: ['number', written.openAmounts],
    paidDates: ['date', written.paidDates],
  });
  const rowCount = lengthOf(given.customers);
  const columns = names.map(name => columnOf(given[name], name, rowCount));
  const isEven = columns.every(column => column === null || column.length === rowCount);
  if (!isEven) requireSound(given);

  const recognition = recognitionOf(name => columns[names.indexOf(name)] !== null);
  const named = readRows(recognition, rowCount, (row, cells) => fillRow(columns, row, cells));
  requireDatesOf(named, asOf);
  const isDoubtful = named.findings.some(({ kind }) => refused.has(kind));
  const rowsOfNobody = named.unplaced.filter(({ amount }) => !Number.isNaN(amount));
  if (!isDoubtful && rowsOfNobody.length === 0) return { named, unnamed: readRows(recognition, 0, () => {}) };

  // Read by themselves, a few rows would not prove the order of day and month; the whole columns do.
  const sound = requireSound(given);
  const unnamed = readRows(recognition, rowsOfNobody.length, (index, cells) => {
    cells[0] = nobody;
    sound.forEach((column, position) => {
      const value = column?.[rowsOfNobody[index]!.row] ?? Number.NaN;
      cells[position + 1] = Number.isNaN(value) ? null : value;
    });
  });
  return { named, unnamed };
}

function requireDatesOf({ amount, scale, invoiceDate, dueDate, paidDate }: Ledger, asOf: number): void {
  const amounts = { units: amount, scale };
  requirePlausibleDates('invoiceDates', invoiceDate, asOf, amounts);
  requirePlausibleDates('dueDates', dueDate, asOf, amounts);
  requirePlausibleDates('paidDates', paidDate, asOf, amounts);
  refuseExchangedDates(invoiceDate, dueDate);
}

/** Cells in one line, as Excel hands them. */
interface CellColumn {
  readonly length: number;
  at(row: number): unknown;
  /** Whether a number is how desktop Excel hands an empty cell. */
  isEmptyNumber(value: number): boolean;
}

/** Null for a column that is left out. */
function columnOf(argument: unknown, name: keyof LedgerArguments, rowCount: number): CellColumn | null {
  const isRequired = name === 'customers' || name === 'amounts';
  if (!isRequired && isLeftOut(argument, rowCount)) return null;
  const rows = rowsOf(argument);
  const [first = []] = rows;
  const at = rows.length === 1 ? (row: number) => first[row] : (row: number) => rows[row]![0];
  return { length: lengthOf(argument), at, isEmptyNumber: emptyNumbers[name] };
}

/** An amount of 0 is one; no ledger numbers a customer 0, and no date is below 1. */
const emptyNumbers: Readonly<Record<keyof LedgerArguments, (value: number) => boolean>> = {
  customers: value => value === 0,
  invoiceDates: value => value < 1,
  dueDates: value => value < 1,
  amounts: () => false,
  openAmounts: () => false,
  paidDates: value => value < 1,
};

/** How many cells are in a line; NaN where they are in no one line. */
function lengthOf(argument: unknown): number {
  const rows = rowsOf(argument);
  const width = rows[0]?.length ?? Number.NaN;
  if (rows.length === 1) return width;
  return width === 1 ? rows.length : Number.NaN;
}

/** One empty cell for a column that the ledger does not have; desktop Excel hands it as 0. */
function isLeftOut(argument: unknown, rowCount: number): boolean {
  if (isOmitted(argument)) return true;
  const rows = rowsOf(argument);
  const isOneCell = rows.length === 1 && rows[0]!.length === 1;
  return isOneCell && rowCount > 1 && plainValue(rows[0]![0]) === 0;
}

/** So many rows at a time: a million rows side by side would cost more than reading them. */
const rowsAtOnce = 4_096;

/** Hand rows to the pane's reader, which keeps none of them: the same ones are filled again. */
function readRows(
  recognition: Recognition,
  rowCount: number,
  fill: (row: number, cells: unknown[]) => void,
): Ledger {
  const reader = createLedgerReader(recognition, { dateSystem: dateSystem(), expectedRows: rowCount });
  const rows = Array.from({ length: Math.min(rowsAtOnce, rowCount) }, () => new Array<unknown>(names.length));
  for (let first = 0; first < rowCount; first += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, rowCount - first);
    for (let index = 0; index < length; index += 1) fill(first + index, rows[index]!);
    reader.add(length === rows.length ? rows : rows.slice(0, length), first);
  }
  return finishSlices(reader.finishing());
}

function fillRow(columns: readonly (CellColumn | null)[], row: number, cells: unknown[]): void {
  for (let position = 0; position < columns.length; position += 1) {
    cells[position] = cellOf(columns[position]!, row);
  }
  // Below the data desktop Excel hands zeros.
  const isBelowData = isEmpty(cells[0]) && !cells[amountPosition];
  if (isBelowData) cells.fill(null);
}

const amountPosition = names.indexOf('amounts');

function cellOf(column: CellColumn | null, row: number): unknown {
  if (column === null) return null;
  const cell = column.at(row);
  if (typeof cell === 'number') return column.isEmptyNumber(cell) ? null : cell;
  return typeof cell === 'object' ? plainValue(cell) : cell;
}

/**
 * Read every column by itself, which refuses what cannot be read.
 *
 * @returns All but the customers, in the order of the columns.
 * @throws #VALUE! that names the first cell that cannot be read, or columns of different length.
 */
function requireSound(given: LedgerArguments): readonly (Float64Array | undefined)[] {
  const { code } = readCustomers(given.customers);
  const isGiven = (name: keyof LedgerArguments) => !isLeftOut(given[name], code.length);
  const dates = (['invoiceDates', 'dueDates', 'paidDates'] as const).filter(isGiven);
  const { invoiceDates, dueDates, paidDates } = readDateColumns(
    dates.map(name => [name, given[name], name === 'paidDates' ? 'paymentNotDate' : undefined] as const),
  );
  const amounts = requireReadable(readNumbers(given.amounts, 'amounts'));
  const openAmounts = isGiven('openAmounts')
    ? requireReadable(readNumbers(given.openAmounts, 'openAmounts'))
    : undefined;
  const read = { invoiceDates, dueDates, amounts, openAmounts, paidDates };
  for (const [name, column] of Object.entries(read)) {
    if (column) requireSameRows(name as ArgumentKey, column.length, 'customers', code.length);
  }
  return Object.values(read);
}
