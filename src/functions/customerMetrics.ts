import { bucketLabel, tableWord } from '../i18n/figures/bucketLabels';
import { currentLanguage, type Language } from '../i18n/language';
import { measureLedger } from '../risk/metrics/customers/customerMetrics';
import { compareNames } from '../risk/metrics/nameOrder';
import { type CustomerTable, type MetricName, metricNames } from '../risk/metrics/table/metric';
import { metricsOfGroup } from '../risk/metrics/table/metricGroups';
import { metricTitles } from '../risk/metrics/table/metricTitles';
import type { Policy } from '../risk/policy/policy';
import { readMeasuringPolicy } from './bucketsArgument';
import { readDay } from './dateArgument';
import { readLedgerArguments } from './ledgerArguments';
import { spill } from './respond';

/** What none of these columns can tell, and what the columns of the buckets and the column of the exposure say already. */
const withoutColumn: ReadonlySet<MetricName> = new Set([
  'exposure',
  'notDue',
  'creditLimit',
  'utilization',
  'disputed',
  'disputedShare',
  'writtenOff',
]);

/** What compares a customer with all others, to whom rows without a customer do not belong. */
const amongCustomers: ReadonlySet<MetricName> = new Set(['share', 'rank', 'concentrationContribution']);

/**
 * The table of metrics per customer that the pane computes, from the columns of a ledger.
 *
 * Read and measured by the pane's own engine: open at the day is what was invoiced by then and not settled by then; a payment
 * after it is undone; a missing due date falls back to the invoice date; a row of totals is left out. Money is in the unit of the
 * amounts, shares are 0 to 1, and what is not known stays empty.
 *
 * Largest exposure first; rows that name no customer come last, in one row without a share. A customer whose first row is later than
 * the day is not in the table.
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
 * @formula each other column as the table of columns says, over the window of the policy (365 days)
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
  const policy = readMeasuringPolicy(buckets, 'buckets');
  const language = currentLanguage();
  const columns = { customers, invoiceDates, dueDates, amounts, openAmounts, paidDates };
  const { named, unnamed } = readLedgerArguments(columns, tableWord('nobody', language), day);
  return spill([
    headers(policy, language),
    ...tableRows(measureLedger(named, day, policy, 'all'), true),
    ...tableRows(measureLedger(unnamed, day, policy, 'all'), false),
  ]);
}

/** What a ledger tells by itself: a list of customers, snapshots and reviews tell the others. */
const ofLedger: ReadonlySet<MetricName> = new Set(Object.values(metricsOfGroup).flat());

/** The columns after the buckets, in the order in which metrics were named: a metric that a later version adds comes last and moves no column. */
export const listedMetrics = metricNames.filter(name => ofLedger.has(name) && !withoutColumn.has(name));

/** Buckets stand before the metrics. */
function headers(policy: Policy, language: Language): string[] {
  return [
    tableWord('customer', language),
    metricTitles.exposure[language],
    ...policy.buckets.map(bucket => bucketLabel(bucket, language)),
    ...listedMetrics.map(name => metricTitles[name][language]),
  ];
}

function tableRows(
  { customers, listed, metrics, buckets }: CustomerTable,
  areCustomers: boolean,
): unknown[][] {
  const { exposure } = metrics;
  const unknown = exposure.map(() => Number.NaN);
  const columns = [
    exposure,
    ...buckets,
    ...listedMetrics.map(name => (amongCustomers.has(name) && !areCustomers ? unknown : metrics[name])),
  ];
  return Array.from(customers.keys())
    .filter(customer => listed[customer] === 1)
    .sort(
      (one, other) => exposure[other]! - exposure[one]! || compareNames(customers[one]!, customers[other]!),
    )
    .map(customer => [customers[customer]!, ...columns.map(column => shown(column[customer]!))]);
}

const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);
