import { addMonths } from '../../ledger/cells/serialDate';
import type { DateSystem, Ledger } from '../../ledger/ledger';
import type { MonthBucket } from '../../policy/policy';
import { fail, type Outcome, succeed } from '../../problem';
import { invoiceDayOf, openAt } from '../openAmounts';
import type { AgeingScheme } from './ageing';

/**
 * A ledger aged by months since the invoice, one entry a customer in the ledger's order, money in currency units. Buckets, unapplied
 * credits and unplaced together are the total, which is the customer's exposure with all that is disputed.
 */
export interface MonthAgeing {
  /** Per bucket, the youngest first: what is owed. */
  readonly byBucket: readonly Float64Array[];
  /** Credit notes and payments that no invoice has taken up: 0 or less. */
  readonly unappliedCredits: Float64Array;
  /** Owed since an unknown day. */
  readonly unplaced: Float64Array;
  readonly total: Float64Array;
}

/**
 * Find the first invoice day of each bucket: what was invoiced earlier is older. A debt is in a bucket up to the day on which `toMonth`
 * months since the invoice are over, that day included: the 账龄 of Chinese annual reports (1年以内含1年, 1至2年, 2至3年, 3年以上).
 *
 * @param asOf Excel serial day.
 * @returns Serial days, descending; −Infinity for an open end.
 * @example firstInvoiceDays(defaultPolicy.monthBuckets, 45_291, 1900) //=> [44_926, …], 31 December 2022
 */
export function firstInvoiceDays(
  buckets: readonly MonthBucket[],
  asOf: number,
  dateSystem: DateSystem,
): readonly number[] {
  const day = Math.floor(asOf);
  return buckets.map(({ toMonth }) => {
    if (toMonth === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    const sameDay = addMonths(day, -toMonth, dateSystem);
    // Before the calendar of Excel began nothing was invoiced.
    if (Number.isNaN(sameDay)) return Number.NEGATIVE_INFINITY;
    // 30 March has no such day in February: the 28th was over on 28 March, 1 March is not over yet.
    return addMonths(sameDay, toMonth, dateSystem) < day ? sameDay + 1 : sameDay;
  });
}

/**
 * Find the bucket of a debt by the day it was invoiced.
 *
 * @param firstDays As `firstInvoiceDays` gives them.
 * @returns Index into the buckets, -1 when the day is NaN or before all of them.
 * @example monthBucketIndex(44_926, firstInvoiceDays(defaultPolicy.monthBuckets, 45_291, 1900)) //=> 0, a year to the day
 */
export function monthBucketIndex(invoiceDay: number, firstDays: readonly number[]): number {
  return firstDays.findIndex(first => invoiceDay >= first);
}

/**
 * Age by whole months since the invoice.
 *
 * @param asOf Excel serial day.
 * @param buckets Youngest first, ascending, open end last, as in the policy. What is invoiced later is youngest.
 * @example ageingByMonths(45_291, defaultPolicy.monthBuckets, 1900).bucketOf(44_925) //=> 1, a year and a day
 */
export function ageingByMonths(
  asOf: number,
  buckets: readonly MonthBucket[],
  dateSystem: DateSystem,
): AgeingScheme {
  const firstDays = firstInvoiceDays(buckets, asOf, dateSystem);
  return { bucketCount: buckets.length, bucketOf: date => monthBucketIndex(Math.floor(date), firstDays) };
}

/**
 * Build buckets by months from where each ends: open end last.
 *
 * @param bounds Months since the invoice, whole, above 0 and ascending.
 * @returns One bucket more than bounds, without loss rates; `monthBoundsNotAscending` otherwise.
 * @example monthBucketsFromBounds([12, 24]) //=> up to 1 year, 1–2 years, over 2 years
 */
export function monthBucketsFromBounds(bounds: readonly number[]): Outcome<readonly MonthBucket[]> {
  const buckets: MonthBucket[] = [];
  let fromMonth = 0;
  for (const toMonth of bounds) {
    if (!Number.isInteger(toMonth) || toMonth <= fromMonth) {
      return fail('value', 'monthBoundsNotAscending', { argument: 'buckets', value: toMonth });
    }
    buckets.push({ fromMonth, toMonth, lossRate: 0 });
    fromMonth = toMonth;
  }
  buckets.push({ fromMonth, toMonth: Number.POSITIVE_INFINITY, lossRate: 0 });
  return succeed(buckets);
}

/**
 * Age what each customer owes by months since the invoice, as at the end of a day.
 *
 * @param ledger Typed columns as the reader gives them.
 * @param asOf Excel serial day in the ledger's date system.
 * @param buckets Youngest first, ascending, open end last.
 * @example ageByMonths(ledger, 45_291, policy.monthBuckets, 1900).byBucket[0] //=> what is up to a year old, per customer
 */
export function ageByMonths(
  ledger: Ledger,
  asOf: number,
  buckets: readonly MonthBucket[],
  dateSystem: DateSystem,
): MonthAgeing {
  const day = Math.floor(asOf);
  const firstDays = firstInvoiceDays(buckets, day, dateSystem);
  const column = () => new Float64Array(ledger.customers.length);
  const byBucket = buckets.map(column);
  const unappliedCredits = column();
  const unplaced = column();
  const total = column();
  for (let row = 0; row < ledger.rowCount; row += 1) {
    const invoiced = invoiceDayOf(ledger, row);
    const isNotYetInvoiced = invoiced > day;
    if (isNotYetInvoiced) continue;
    const open = openAt(ledger, row, day);
    const bucket = monthBucketIndex(invoiced, firstDays);
    const isCredit = open < 0;
    const aged = isCredit ? unappliedCredits : (byBucket[bucket] ?? unplaced);
    aged[ledger.customer[row]] += open;
    total[ledger.customer[row]] += open;
  }
  const inCurrencyUnits = (sums: Float64Array) => sums.map(sum => sum / ledger.scale);
  return {
    byBucket: byBucket.map(inCurrencyUnits),
    unappliedCredits: inCurrencyUnits(unappliedCredits),
    unplaced: inCurrencyUnits(unplaced),
    total: inCurrencyUnits(total),
  };
}
