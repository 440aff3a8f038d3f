import type { Ledger } from '../ledger/ledger';
import type { Policy } from '../policy/policy';
import { customerRows } from './customerRows';
import type { CustomerTable, MetricName } from './metric';
import { type MetricColumns, measureShares, ratio, unknownMetrics } from './metricColumns';
import { invoiceDayOf, openAt } from './openAmounts';
import { OpenPosition } from './openPosition';
import { PaymentRecord } from './paymentRecord';
import { SalesHistory } from './salesHistory';
import { writeUsualTerms } from './usualTerms';

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
  const day = Math.floor(asOf);
  const customerCount = ledger.customers.length;
  const metrics = unknownMetrics(customerCount);
  const buckets = policy.buckets.map(() => new Float64Array(customerCount));
  const records = {
    position: new OpenPosition(ledger, day, policy),
    payments: new PaymentRecord(ledger, day, policy.settings),
    sales: new SalesHistory(ledger, day, policy.settings),
  };
  const { isOpen, hasItems } = recordRows(ledger, day, records);
  const hasPayments = ledger.paidDate.some(paidDate => !Number.isNaN(paidDate));
  const hasDisputes = ledger.disputed.includes(1);

  for (let customer = 0; customer < customerCount; customer += 1) {
    for (const name of nothingOwed) metrics[name][customer] = 0;
    metrics.creditLimit[customer] = ledger.creditLimit[customer] ?? Number.NaN;
    if (hasItems[customer] === 0) continue;
    records.position.write(customer, hasDisputes, metrics, buckets);
    if (hasPayments) records.payments.write(customer, metrics);
    records.sales.write(customer, metrics);
    metrics.utilization[customer] = ratio(metrics.exposure[customer]!, metrics.creditLimit[customer]!);
  }
  const isInvoice = (row: number) => ledger.amount[row]! > 0 && !(invoiceDayOf(ledger, row) > day);
  writeUsualTerms(ledger, records.sales, isInvoice, metrics.termsDays);

  measureShares(metrics);
  inCurrencyUnits(metrics, buckets, ledger.scale);
  return { asOf: day, customers: ledger.customers, metrics, buckets, rows: customerRows(ledger, isOpen) };
}

interface CustomerRecords {
  readonly position: OpenPosition;
  readonly payments: PaymentRecord;
  readonly sales: SalesHistory;
}

/**
 * Hand every row that was there at the end of the day to its customer's records, in one pass over the columns: what a customer's row
 * adds to lies together, which is kinder to memory than visiting each customer's rows all over the columns.
 */
function recordRows(
  ledger: Ledger,
  day: number,
  { position, payments, sales }: CustomerRecords,
): { readonly isOpen: Uint8Array; readonly hasItems: Uint8Array } {
  const isOpen = new Uint8Array(ledger.rowCount);
  const hasItems = new Uint8Array(ledger.customers.length);
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const invoiced = invoiceDayOf(ledger, row);
    const isNotYetInvoiced = invoiced > day;
    if (isNotYetInvoiced) continue;
    const customer = ledger.customer[row]!;
    const open = openAt(ledger, row, day);
    hasItems[customer] = 1;
    if (open !== 0) {
      isOpen[row] = 1;
      position.add(row, customer, open);
    }
    if (ledger.amount[row]! > 0) {
      payments.add(row, customer, open);
      sales.add(row, customer, invoiced);
    }
  }
  return { isOpen, hasItems };
}

function inCurrencyUnits(metrics: MetricColumns, buckets: readonly Float64Array[], scale: number): void {
  for (const column of [...moneyMetrics.map(name => metrics[name]), ...buckets]) {
    for (let customer = 0; customer < column.length; customer += 1) column[customer]! /= scale;
  }
}
