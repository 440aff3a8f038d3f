import { finishSlices, type Slices } from '../../slices';
import { foundText, isBlankCell, isErrorCell, plainText, rawText } from '../cell';
import { currencyCode } from '../cells/currencyCode';
import { customerKey } from '../cells/customerName';
import { readEntrySide } from '../cells/entrySide';
import { readExcluded } from '../cells/readExcluded';
import { readGuarantee } from '../cells/readGuarantee';
import { readInsolvent } from '../cells/readInsolvent';
import { readTermsDays } from '../cells/readTerms';
import { AmountColumn } from '../columns/amountColumn';
import { sameCustomerOtherName } from '../columns/customerRegister';
import { DateColumn, settleDateColumns } from '../columns/dateColumn';
import { findingsOf, type LedgerFindings } from '../findings/checkRows';
import { FindingLog } from '../findings/findingLog';
import type { Cell, DateSystem, Finding, Recognition } from '../ledger';
import { moneyUnitOf, noteLargerUnits } from '../recognition/moneyUnit';
import { noteRivals } from '../recognition/rivalColumns';
import { fillBlankOverdue } from './blankOverdue';
import { agesOf, type CustomerAges, completeByAges, readCustomerAges } from './customerAges';
import {
  type CustomerNumber,
  type CustomerText,
  contentOf,
  customerNumbers,
  customerTexts,
  recordOf,
} from './customerFields';
import { listRowsInSlices } from './listRows';
import { signBalances } from './signBalances';

/** A customer list as columns, one entry a row of the sheet. */
export interface CustomerList {
  readonly rowCount: number;
  /** Names as written, trimmed. A name may come twice (`duplicateCustomer`): rows are not merged. */
  readonly customers: readonly string[];
  /** Zero-based row within the block, per entry. */
  readonly sheetRow: Int32Array;
  /**
   * Every numeric field, NaN where missing or unreadable; all NaN where the list has no such column. Flags are 1 and 0, a guarantee
   * without an amount is Infinity; an empty cell of these columns is a no.
   */
  readonly numbers: Readonly<Record<CustomerNumber, Float64Array>>;
  /** Every text field, `''` where missing. */
  readonly texts: Readonly<Record<CustomerText, readonly string[]>>;
  /** What is owed by age; absent where the list does not say it. */
  readonly ages?: CustomerAges;
  /** Rows without a customer, with their exposure in currency units (NaN where there is none). */
  readonly unplaced: readonly { readonly row: number; readonly exposure: number }[];
  readonly findings: readonly Finding[];
  /** How often each kind was found; absent where `findings` lists them all. */
  readonly findingCounts?: LedgerFindings['findingCounts'];
}

export interface CustomerListOptions {
  readonly dateSystem: DateSystem;
}

type Row = readonly Cell[];

/**
 * Read a customer list into columns. Blank rows are skipped, rows of totals are findings, rows without a customer are unplaced.
 * Shares read the same as 0.35, 35% or, where most of the column's plain numbers are above 1, 35. Never throws.
 *
 * @param recognition as `recogniseSheet` found or the user corrected it
 * @example readCustomerList(cells, recognition, { dateSystem: 1900 }).numbers.creditLimit //=> Float64Array [ 50000, NaN ]
 */
export function readCustomerList(
  cells: readonly Row[],
  recognition: Recognition,
  options: CustomerListOptions,
): CustomerList {
  return finishSlices(readCustomerListInSlices(cells, recognition, options));
}

/** Read as `readCustomerList` does, in slices: mostly a column each. */
export function* readCustomerListInSlices(
  cells: readonly Row[],
  recognition: Recognition,
  options: CustomerListOptions,
): Slices<CustomerList> {
  const columnOf = new Map(recognition.columns.map(({ field, column }) => [field, column]));
  const findings = new FindingLog();
  const rows = yield* entryRowsInSlices(cells, recognition, findings);
  noteLargerUnits(recognition, findings);
  noteRivals(recognition, findings);
  const numbers = yield* readNumbers(cells, rows, recognition, columnOf, options.dateSystem, findings);
  noteNegativeLimits(numbers.creditLimit, rows, columnOf.get('creditLimit') ?? -1, findings);
  const ages = readCustomerAges(cells, rows, recognition, findings);
  signBalances(numbers, ages);
  // Ages say it themselves.
  if (ages === null) fillBlankOverdue(cells, rows, columnOf.get('overdue') ?? -1, numbers, findings);
  else {
    const exposureColumn = columnOf.get('exposure') ?? ages.columns[0].column;
    completeByAges(numbers, ages, rows, exposureColumn, findings);
    yield;
  }
  const { named, unplaced } = placeEntries(cells, rows, columnOf, numbers.exposure, findings);
  yield;

  const sheetRow = Int32Array.from(named, index => rows[index]);
  const customers = Array.from(sheetRow, row => rawText(customerCell(cells[row], columnOf)).trim());
  yield;
  yield* noteNames(customers, sheetRow, columnOf.get('customer') ?? -1, findings);
  return {
    rowCount: named.length,
    customers,
    sheetRow,
    numbers: yield* recordInSlices(customerNumbers, field =>
      Float64Array.from(named, index => numbers[field][index]),
    ),
    texts: yield* recordInSlices(customerTexts, field =>
      readTexts(cells, sheetRow, field, columnOf.get(field)),
    ),
    ...(ages && { ages: agesOf(ages, named) }),
    unplaced,
    ...findingsOf(findings),
  };
}

/** Make a record as `recordOf` does, a key a slice. */
function* recordInSlices<Key extends string, Value>(
  keys: readonly Key[],
  read: (key: Key) => Value,
): Slices<Record<Key, Value>> {
  const values = new Map<Key, Value>();
  for (const key of keys) {
    values.set(key, read(key));
    yield;
  }
  return recordOf(keys, key => values.get(key)!);
}

/** Nobody grants less than nothing. */
function noteNegativeLimits(
  limits: ArrayLike<number>,
  rows: readonly number[],
  column: number,
  findings: FindingLog,
): void {
  rows.forEach((row, index) => {
    if (limits[index] < 0) findings.add('negativeLimit', row, column, limits[index]);
  });
}

const isCreditSide = (cell: Cell): boolean => readEntrySide(cell) === 'credit';

/** Tell entries from rows without a customer. */
function placeEntries(
  cells: readonly Row[],
  rows: readonly number[],
  columnOf: ReadonlyMap<string, number>,
  exposure: ArrayLike<number>,
  findings: FindingLog,
): { readonly named: number[]; readonly unplaced: { row: number; exposure: number }[] } {
  const named: number[] = [];
  const unplaced: { row: number; exposure: number }[] = [];
  rows.forEach((row, index) => {
    const customer = customerCell(cells[row], columnOf);
    if (!isBlankCell(customer) && !isErrorCell(customer)) {
      named.push(index);
      return;
    }
    findings.add(
      isBlankCell(customer) ? 'missingCustomer' : 'errorCell',
      row,
      columnOf.get('customer') ?? -1,
      customer,
    );
    unplaced.push({ row, exposure: exposure[index] });
  });
  return { named, unplaced };
}

/**
 * Leave out the customers that a column of the list excludes (intercompany, related party, cash customer).
 *
 * @returns The same list where it excludes nobody. Findings and unplaced rows stay.
 */
export function withoutExcluded(list: CustomerList): CustomerList {
  const isExcluded = (entry: number) => list.numbers.excluded[entry] === 1;
  if (!list.numbers.excluded.includes(1)) return list;
  const kept = [...list.customers.keys()].filter(entry => !isExcluded(entry));
  return {
    ...list,
    rowCount: kept.length,
    customers: kept.map(entry => list.customers[entry]),
    sheetRow: Int32Array.from(kept, entry => list.sheetRow[entry]),
    numbers: recordOf(customerNumbers, field => Float64Array.from(kept, entry => list.numbers[field][entry])),
    ...(list.ages && { ages: agesOf(list.ages, kept) }),
    texts: recordOf(customerTexts, field => kept.map(entry => list.texts[field][entry])),
  };
}

/** The customer's name, or its number where the name is blank. */
function customerCell(row: Row, columnOf: ReadonlyMap<string, number>): Cell {
  const name = row[columnOf.get('customer') ?? -1];
  return isBlankCell(name) ? row[columnOf.get('customerNumber') ?? -1] : name;
}

/** Find the rows of a customer list that are customers; a total is a finding. In slices of a few milliseconds. */
export function* entryRowsInSlices(
  cells: readonly Row[],
  recognition: Recognition,
  findings: FindingLog,
): Slices<readonly number[]> {
  const { customers, totals } = yield* listRowsInSlices(cells, recognition);
  for (const { row, label } of totals) findings.add('totalRow', row, -1, label);
  return customers;
}

function* readNumbers(
  cells: readonly Row[],
  rows: readonly number[],
  recognition: Recognition,
  columnOf: ReadonlyMap<string, number>,
  dateSystem: DateSystem,
  findings: FindingLog,
): Slices<Record<CustomerNumber, Float64Array | Float32Array>> {
  const dates = new Map<CustomerNumber, DateColumn>();
  const numbers = yield* recordInSlices(customerNumbers, (field): Float64Array | Float32Array => {
    const column = columnOf.get(field);
    if (column === undefined) return new Float64Array(rows.length).fill(Number.NaN);
    const content = contentOf(field);
    if (content === 'terms') return readEach(cells, rows, column, findings, readTermsDays);
    if (content === 'guarantee') return readEach(cells, rows, column, findings, readGuarantee);
    if (content === 'insolvent') return readFlags(cells, rows, column, findings, readInsolvent);
    if (content === 'side') return readFlags(cells, rows, column, findings, isCreditSide);
    if (content === 'excluded') return readFlags(cells, rows, column, findings, readExcluded);
    if (content === 'money') {
      return readAmounts(cells, rows, column, findings, moneyUnitOf(recognition, column));
    }
    if (content === 'share') {
      return sharesOfOne(readAmounts(cells, rows, column, findings), index =>
        /[%％]\s*$/.test(String(cells[rows[index]][column])),
      );
    }
    if (content !== 'date') return readAmounts(cells, rows, column, findings);
    const dateColumn = new DateColumn(column, dateSystem, findings);
    for (const row of rows) dateColumn.add(cells[row][column], row);
    dates.set(field, dateColumn);
    return dateColumn.serials.values;
  });
  settleDateColumns([...dates.values()]);
  yield;
  return numbers;
}

/** Read cells one by one; what is neither empty nor read is a finding. */
function readEach(
  cells: readonly Row[],
  rows: readonly number[],
  column: number,
  findings: FindingLog,
  read: (cell: Cell) => number,
): Float64Array {
  return Float64Array.from(rows, row => {
    const cell = cells[row][column];
    const value = read(cell);
    if (isErrorCell(cell)) findings.add('errorCell', row, column, cell);
    else if (Number.isNaN(value) && !isBlankCell(cell)) findings.add('unreadableAmount', row, column, cell);
    return value;
  });
}

/** Read a column of flags: 1 or 0, not known behind an error. */
function readFlags(
  cells: readonly Row[],
  rows: readonly number[],
  column: number,
  findings: FindingLog,
  isYes: (cell: Cell) => boolean,
): Float64Array {
  return readEach(cells, rows, column, findings, cell =>
    isErrorCell(cell) ? Number.NaN : Number(isYes(cell)),
  );
}

function readAmounts(
  cells: readonly Row[],
  rows: readonly number[],
  column: number,
  findings: FindingLog,
  unit = 1,
): Float64Array {
  const amounts = new AmountColumn(column, findings, unit);
  for (const row of rows) amounts.add(cells[row][column], row);
  amounts.settle();
  return amounts.amounts.values;
}

/** No share of money is usually above 1: where most plain numbers are, the column is written in per cents. */
function sharesOfOne(values: Float64Array, hasPercentSign: (index: number) => boolean): Float64Array {
  const plain = [...values.keys()].filter(index => !Number.isNaN(values[index]) && !hasPercentSign(index));
  const nonZero = plain.filter(index => values[index] !== 0);
  const aboveOne = nonZero.filter(index => values[index] > 1);
  if (aboveOne.length * 2 <= nonZero.length) return values;
  for (const index of plain) values[index] = values[index] / 100;
  return values;
}

function readTexts(
  cells: readonly Row[],
  sheetRow: Int32Array,
  field: CustomerText,
  column: number | undefined,
): string[] {
  if (column === undefined) return Array.from(sheetRow, () => '');
  const read = field === 'currency' ? currencyCode : plainText;
  return Array.from(sheetRow, row => (isErrorCell(cells[row][column]) ? '' : read(cells[row][column])));
}

function* noteNames(
  customers: readonly string[],
  sheetRow: Int32Array,
  column: number,
  findings: FindingLog,
): Slices<void> {
  const again = yield* repeatedNames(customers);
  for (const index of again) findings.add('duplicateCustomer', sheetRow[index], column, customers[index]);
  yield;
  for (const index of yield* sameCustomerOtherName(customers)) {
    if (!again.has(index))
      findings.add('sameCustomerOtherName', sheetRow[index], column, foundText(customers[index]));
  }
}

/** Names that are compared before the work stops for others. */
const namesInSlice = 4_096;

/** The places of names that stood before. */
function* repeatedNames(customers: readonly string[]): Slices<Set<number>> {
  const seen = new Set<string>();
  const again = new Set<number>();
  for (let index = 0; index < customers.length; index += 1) {
    const key = customerKey(customers[index]);
    if (seen.has(key)) again.add(index);
    seen.add(key);
    if (index % namesInSlice === 0) yield;
  }
  return again;
}
