import type { ArgumentKey } from '../i18n/functionHelp';
import { currentLanguage, type Language } from '../i18n/language';
import type { Ledger, LedgerField, Recognition } from '../risk/ledger/ledger';
import { createLedgerReader } from '../risk/ledger/readLedger';
import { measureLedger } from '../risk/metrics/customerMetrics';
import { type CustomerTable, type MetricName, metricNames } from '../risk/metrics/metric';
import { metricTitles } from '../risk/metrics/metricTitles';
import { compareNames } from '../risk/metrics/nameOrder';
import type { Policy } from '../risk/policy/policy';
import { isOmitted, requireSameRows, rowsOf } from './argument';
import { readMeasuringPolicy } from './bucketsArgument';
import { plainValue } from './cell';
import { requireReadable } from './columnArgument';
import { readCustomers } from './customerArgument';
import { readDateColumns, readDay } from './dateArgument';
import { bucketLabel, tableWord } from './labels';
import { readNumbers } from './numberArgument';

/** A cell of the ledger as the pane's reader takes it; null where it is empty. */
type LedgerCell = string | number | null;

/** The columns that this function gives to the pane's reader, in this order. */
const fields = [
  'customer',
  'invoiceDate',
  'dueDate',
  'amount',
  'openAmount',
  'paidDate',
] as const satisfies readonly LedgerField[];

/** What none of these columns can tell, and what the columns of the buckets and the column of the exposure say already. */
const withoutColumn: ReadonlySet<MetricName> = new Set([
  'exposure',
  'notDue',
  'creditLimit',
  'utilization',
  'disputed',
  'disputedShare',
  'contractEnd',
]);

/**
 * The table of metrics per customer that the pane computes, from the columns of a ledger.
 *
 * Read and measured by the pane's own engine: open at the day is what was invoiced by then and not settled by then; a payment
 * after it is undone; a missing due date falls back to the invoice date; a row of totals is left out. Money is in the unit of the
 * amounts, shares are 0 to 1, and what is not known stays empty.
 *
 * Largest exposure first; rows that name no customer come last, in one row without a share.
 *
 * A column that the ledger does not have is given as "". Where nothing says what is open, an item is open until it is paid;
 * desktop Excel hands an empty open amount as 0, nothing open.
 *
 * @customfunction CUSTOMERMETRICS CUSTOMERMETRICS
 * @param customers Customer of each row.
 * @param invoiceDates Invoice date of each row.
 * @param dueDates Due date of each row.
 * @param amounts Amount of each row; credits below 0.
 * @param openAmounts What is open of each row today, 0 where settled; "" without such a column.
 * @param paidDates Date each row was paid, empty while unpaid; "" without such a column.
 * @param asOf The day to measure at.
 * @param buckets Last day of each bucket (30, 60, 90), or the bucket table of the policy, or the whole policy sheet.
 * @returns A table with headers, a row per customer.
 * @example =TIERCEL.CUSTOMERMETRICS(A2:A500, B2:B500, C2:C500, D2:D500, E2:E500, F2:F500, DATE(2024,6,30))
 * @formula Exposure = ageing buckets + unapplied credits
 * @formula each other column as its function here, over the window of the policy (365 days)
 * @source The pane's own engine: what a formula says and what the pane shows is one computation
 * @term 客户信用指标表
 */
export function customerMetrics(
  customers: unknown[][],
  invoiceDates: unknown[][],
  dueDates: unknown[][],
  amounts: unknown[][],
  openAmounts: unknown[][],
  paidDates: unknown[][],
  asOf: unknown,
  buckets?: unknown[][],
): unknown[][] {
  const day = readDay(asOf, 'asOf');
  const policy = readMeasuringPolicy(buckets);
  const language = currentLanguage();
  const columns = readColumns(customers, { invoiceDates, dueDates, paidDates }, { amounts, openAmounts });

  const named = readRows(columns.rowCount, row => columns.cellsOf(row));
  const unnamedRows = named.unplaced.filter(({ amount }) => !Number.isNaN(amount));
  const nobody = tableWord('nobody', language);
  const unnamed = readRows(unnamedRows.length, index => [
    nobody,
    ...columns.cellsOf(unnamedRows[index]!.row).slice(1),
  ]);
  return [
    headers(policy, language),
    ...tableRows(measureLedger(named, day, policy), true),
    ...tableRows(measureLedger(unnamed, day, policy), false),
  ];
}

const recognition: Recognition = {
  kind: 'ledger',
  headerRow: -1,
  headers: [],
  columns: fields.map((field, column) => ({ field, column, header: '', confidence: 1 })),
  missing: [],
};

/** So many rows at a time: a million rows side by side would cost more than reading them. */
const rowsAtOnce = 20_000;

/** Hand rows to the pane's reader. */
function readRows(rowCount: number, cellsOf: (row: number) => readonly LedgerCell[]): Ledger {
  const reader = createLedgerReader(recognition, { dateSystem: 1900 });
  for (let first = 0; first < rowCount; first += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, rowCount - first);
    reader.add(
      Array.from({ length }, (_, index) => cellsOf(first + index)),
      first,
    );
  }
  return reader.finish();
}

/** The columns of the ledger, every cell known to be readable. */
interface LedgerColumns {
  readonly rowCount: number;
  /** The cells of a row as they would stand on a sheet, in the order of `fields`. */
  cellsOf(row: number): readonly LedgerCell[];
}

type Given<Name extends ArgumentKey> = Readonly<Record<Name, unknown>>;

function readColumns(
  customers: unknown,
  dates: Given<'invoiceDates' | 'dueDates' | 'paidDates'>,
  money: Given<'amounts' | 'openAmounts'>,
): LedgerColumns {
  const { code, names } = readCustomers(customers);
  const isGiven = (argument: unknown) => !isLeftOut(argument, code.length);
  const givenDates = (Object.entries(dates) as [keyof typeof dates, unknown][]).filter(([, cells]) =>
    isGiven(cells),
  );
  const { invoiceDates, dueDates, paidDates } = readDateColumns(givenDates);
  const amounts = requireReadable(readNumbers(money.amounts, 'amounts'));
  const openAmounts = isGiven(money.openAmounts)
    ? requireReadable(readNumbers(money.openAmounts, 'openAmounts'))
    : undefined;
  const read = { invoiceDates, dueDates, amounts, openAmounts, paidDates };
  for (const [name, column] of Object.entries(read)) {
    if (column) requireSameRows(name as ArgumentKey, column.length, 'customers', code.length);
  }

  const emptyRow = fields.map(() => null);
  return {
    rowCount: code.length,
    cellsOf: row => {
      const name = names[code[row]!]!;
      // Below the data desktop Excel hands zeros.
      if (name === '' && !amounts[row]) return emptyRow;
      return [
        name,
        cellAt(invoiceDates, row),
        cellAt(dueDates, row),
        cellAt(amounts, row),
        cellAt(openAmounts, row),
        cellAt(paidDates, row),
      ];
    },
  };
}

/** One empty cell for a column that the ledger does not have; desktop Excel hands it as 0. */
function isLeftOut(argument: unknown, rowCount: number): boolean {
  if (isOmitted(argument)) return true;
  const rows = rowsOf(argument);
  const isOneCell = rows.length === 1 && rows[0]!.length === 1;
  return isOneCell && rowCount > 1 && plainValue(rows[0]![0]) === 0;
}

function cellAt(column: Float64Array | undefined, row: number): LedgerCell {
  const value = column?.[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

const listed = metricNames.filter(name => !withoutColumn.has(name));

/** Buckets stand before the metrics: a metric that a later version adds comes last and moves no column. */
function headers(policy: Policy, language: Language): string[] {
  return [
    tableWord('customer', language),
    metricTitles.exposure[language],
    ...policy.buckets.map(bucket => bucketLabel(bucket, language)),
    ...listed.map(name => metricTitles[name][language]),
  ];
}

function tableRows({ customers, metrics, buckets }: CustomerTable, withShare: boolean): unknown[][] {
  const { exposure } = metrics;
  const columns = [
    exposure,
    ...buckets,
    ...listed.map(name =>
      name === 'share' && !withShare ? metrics.share.map(() => Number.NaN) : metrics[name],
    ),
  ];
  return Array.from(customers.keys())
    .sort(
      (one, other) => exposure[other]! - exposure[one]! || compareNames(customers[one]!, customers[other]!),
    )
    .map(customer => [customers[customer]!, ...columns.map(column => shown(column[customer]!))]);
}

const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);
