import type { Slices } from '../../slices';
import { AmountColumn } from '../columns/amountColumn';
import { DateColumn, settleDateColumns } from '../columns/dateColumn';
import { contentOf } from '../customerList/customerFields';
import { entryRowsInSlices } from '../customerList/customerList';
import { FindingLog } from '../findings/findingLog';
import { rowWriters } from '../layouts/rowWriters';
import type { Cell, CustomerField, DateSystem, Field, Recognition } from '../ledger';
import { LedgerRows } from '../ledgerRows';
import { columnOf } from '../recognition/columnOf';
import { amountFixes } from './amountFixes';
import { dateFixes, ordersOfColumns } from './dateFixes';
import { dueDateFixes } from './dueDateFixes';
import type { AgreedNames, Fix, FixChoices, FixKind } from './fix';
import { FixList, type Undecided } from './fix';
import { nameFixes } from './nameFixes';
import { rowsPerSlice } from './rowsPerSlice';

export interface FixOptions extends FixChoices {
  readonly dateSystem: DateSystem;
  /** Names that were settled with another sheet. */
  readonly names?: AgreedNames;
}

export interface FixProposals {
  /** From the top of the sheet to its bottom; at most `mostFixesOfAKind` of a kind. */
  readonly fixes: readonly Fix[];
  /** How many cells of each kind can be fixed, listed or not. */
  readonly counts: Readonly<Record<FixKind, number>>;
  readonly undecided: readonly Undecided[];
}

/** The columns of a sheet as its reader reads them. */
interface ReadColumns {
  /** The block's row of each entry. */
  readonly rows: ArrayLike<number>;
  readonly dates: readonly DateColumn[];
  readonly amounts: readonly AmountColumn[];
  /** Null for a customer list, where every customer has one row and nothing falls due. */
  readonly ledger: LedgerRows | null;
}

/**
 * Propose what cells should hold where the sheet itself tells: dates and numbers instead of texts, one name a customer, due dates from terms.
 * Everything is read as the tiering reads it, so that no figure changes by a fix but by the names made one. What can be read in
 * two ways is not proposed before the user says how.
 *
 * @example finishSlices(proposeFixes(cells, recognition, options)).fixes[0] //=> { kind: 'textDate', from: '2024年3月5日', to: 45_356, … }
 */
export function* proposeFixes(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  options: FixOptions,
): Slices<FixProposals> {
  const { dateSystem, dateOrders, decimalMarks } = options;
  const found = new FixList();
  if (recognition.kind === 'unknown') return { fixes: [], counts: found.counts, undecided: [] };
  const columnIn = (field: Field) => columnOf(recognition.columns, field);
  const read =
    recognition.kind === 'ledger'
      ? yield* readLedgerColumns(cells, recognition, dateSystem)
      : yield* readListColumns(cells, recognition, dateSystem);

  const orders = ordersOfColumns(read.dates, dateOrders);
  let invoiceDays: ReadonlyMap<number, number> = new Map();
  for (const column of read.dates) {
    const decided = orders.get(column.column) ?? null;
    const days = yield* dateFixes(cells, column, read.rows, decided, dateSystem, found);
    if (column === read.ledger?.invoiceDate) invoiceDays = days;
  }
  const currency = { column: columnIn('currency'), headers: recognition.headers };
  for (const column of read.amounts) {
    const mark = decimalMarks.get(column.column);
    yield* amountFixes(cells, column, read.rows, mark, currency, found);
  }
  // Where names are headings above rows, their column has something else in the rows.
  const names = recognition.customerGroups === 'heading' ? -1 : columnIn('customer');
  yield* nameFixes(cells, names, columnIn('customerNumber'), read.rows, found, options.names);
  if (read.ledger) {
    yield* dueDateFixes(cells, read.ledger, invoiceDays, found);
  }
  const fixes = found.fixes.sort((one, other) => one.row - other.row || one.column - other.column);
  return { fixes, counts: found.counts, undecided: found.undecided };
}

function* readLedgerColumns(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  dateSystem: DateSystem,
): Slices<ReadColumns> {
  const writers = rowWriters(recognition, dateSystem);
  const ledger = new LedgerRows(writers.at(-1)?.recognition ?? recognition, dateSystem);
  ledger.reserve(cells.length);
  for (let row = 0; row < cells.length; row += rowsPerSlice) {
    const rows = cells.slice(row, row + rowsPerSlice);
    ledger.add(
      writers.reduce<readonly (readonly Cell[])[]>(
        (written, writer) => writer.write(written, row, ledger.findings),
        rows,
      ),
      row,
    );
    yield;
  }
  ledger.settle();
  const { invoiceDate, dueDate, paidDate, amount, openAmount, paidAmount, creditLimit } = ledger;
  // What stands in cells of the sheet can be fixed, not what is written behind them.
  const isOnSheet = ({ column }: DateColumn | AmountColumn) =>
    column >= 0 && column < recognition.headers.length;
  const ofSides = isOnSheet(amount)
    ? []
    : amountsOfSides(recognition).map(column => new AmountColumn(column, ledger.findings));
  for (const column of ofSides) {
    for (const row of ledger.sheetRow) column.add(cells[row][column.column], row);
    column.settle();
    yield;
  }
  const amounts = [...new Set([amount, openAmount, paidAmount, creditLimit, ...ofSides])];
  return {
    rows: ledger.sheetRow.toColumn(),
    dates: [invoiceDate, dueDate, paidDate].filter(column => column !== null).filter(isOnSheet),
    amounts: amounts.filter(column => column !== null).filter(isOnSheet),
    ledger,
  };
}

/** The columns of the sheet that a written amount stands for. */
function amountsOfSides({ columns }: Recognition): readonly number[] {
  const hasSides = columns.some(({ field }) => field === 'debit' || field === 'credit');
  const fields: readonly Field[] = hasSides ? ['debit', 'credit'] : ['amount', 'openAmount'];
  return columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column);
}

function* readListColumns(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  dateSystem: DateSystem,
): Slices<ReadColumns> {
  const log = new FindingLog();
  const rows = yield* entryRowsInSlices(cells, recognition, log);
  const columnsOf = (...contents: readonly string[]) =>
    recognition.columns
      .filter(({ field }) => contents.includes(contentOf(field as CustomerField)))
      .map(({ column }) => column);
  const dates = columnsOf('date').map(column => new DateColumn(column, dateSystem, log));
  // Shares are left: whether 35 is 35% is told by the whole column, texts among it.
  const amounts = columnsOf('money', 'number').map(column => new AmountColumn(column, log));
  for (const column of [...dates, ...amounts]) {
    for (const row of rows) column.add(cells[row][column.column], row);
    yield;
  }
  settleDateColumns(dates);
  for (const column of amounts) column.settle();
  return { rows, dates, amounts, ledger: null };
}
