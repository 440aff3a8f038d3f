import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { type CustomerEntries, customerEntries } from './customerEntries';
import type { CustomerTable, MetricName } from './metric';
import { type MetricColumns, measureShares, ratio, unknownMetrics } from './metricColumns';
import { type LedgerAtDate, openAmounts } from './openAmounts';
import { measurePosition } from './openPosition';
import { measurePayments } from './paymentRecord';
import { measureSales } from './salesHistory';

const moneyMetrics: readonly MetricName[] = [
  'exposure',
  'notDue',
  'overdue',
  'sales',
  'creditLimit',
  'disputed',
  'unappliedCredits',
  'agedAmount',
];

/** What is known of a customer without items: they owe nothing. */
const nothingOwed: readonly MetricName[] = ['exposure', 'notDue', 'overdue', 'unappliedCredits', 'openCount'];

/**
 * Measure every customer of a ledger as it stood at the end of a day.
 *
 * Exposure = buckets + unapplied credits for each customer, exactly: sums are made in the ledger's whole units and divided once.
 * A customer without a single item by then owes nothing, and nothing else is known of them. Delay rate and days beyond terms are not known
 * for a ledger without any paid date, where open items alone would make everybody late.
 *
 * @param ledger Typed columns as the reader gives them.
 * @param asOf Excel serial day in the ledger's date system; a time of day is cut off.
 * @param policy Its buckets, settings, and the days of the rule agedAmount.
 * @returns One entry a customer in the order of `ledger.customers`; rows of a customer with open items first.
 * @example measureLedger(ledger, 41455, defaultPolicy).metrics.exposure[0] //=> 84.5
 */
export function measureLedger(ledger: Ledger, asOf: number, policy: Policy): CustomerTable {
  const customerCount = ledger.customers.length;
  const metrics = unknownMetrics(customerCount);
  const buckets = policy.buckets.map(() => new Float64Array(customerCount));
  const atDate = openAmounts(ledger, asOf);
  const entries = customerEntries(ledger);
  const hasPayments = ledger.paidDate.some(paidDate => !Number.isNaN(paidDate));
  const positionTerms = {
    policy,
    agedDays: policy.rules.find(rule => rule.id === 'agedAmount')?.threshold ?? Number.NaN,
    hasDisputes: ledger.disputed.includes(1),
  };

  for (let customer = 0; customer < customerCount; customer += 1) {
    for (const name of nothingOwed) metrics[name][customer] = 0;
    metrics.creditLimit[customer] = ledger.creditLimit[customer] ?? Number.NaN;
    if (!hasItems(atDate, entries, customer)) continue;
    measurePosition(ledger, atDate, entries, customer, positionTerms, metrics, buckets);
    if (hasPayments) measurePayments(ledger, atDate, entries, customer, policy.settings, metrics);
    measureSales(ledger, atDate, entries, customer, policy.settings, metrics);
    metrics.utilization[customer] = ratio(metrics.exposure[customer]!, metrics.creditLimit[customer]!);
  }

  measureShares(metrics);
  inCurrencyUnits(metrics, buckets, ledger.scale);
  return {
    asOf: atDate.asOf,
    customers: ledger.customers,
    metrics,
    buckets,
    rows: rowsOpenFirst(ledger, atDate, entries),
  };
}

function hasItems({ open }: LedgerAtDate, entries: CustomerEntries, customer: number): boolean {
  for (let index = entries.start[customer]!; index < entries.start[customer + 1]!; index += 1) {
    if (!Number.isNaN(open[entries.rows[index]!]!)) return true;
  }
  return false;
}

function inCurrencyUnits(metrics: MetricColumns, buckets: readonly Float64Array[], scale: number): void {
  for (const column of [...moneyMetrics.map(name => metrics[name]), ...buckets]) {
    for (let customer = 0; customer < column.length; customer += 1) column[customer]! /= scale;
  }
}

/** Each customer's rows are a window of one array: a hundred thousand customers cost no more than their rows. */
function rowsOpenFirst(
  ledger: Ledger,
  { open }: LedgerAtDate,
  { start, rows }: CustomerEntries,
): readonly Int32Array[] {
  const ordered = new Int32Array(rows.length);
  const isOpen = (row: number) => !Number.isNaN(open[row]!) && open[row] !== 0;
  return ledger.customers.map((_, customer) => {
    const from = start[customer]!;
    const to = start[customer + 1]!;
    let next = from;
    for (const wanted of [true, false]) {
      for (let index = from; index < to; index += 1) {
        const row = rows[index]!;
        if (isOpen(row) !== wanted) continue;
        ordered[next] = ledger.sheetRow[row]!;
        next += 1;
      }
    }
    return ordered.subarray(from, to);
  });
}
