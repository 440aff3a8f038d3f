import { currentLanguage, type Language } from '../i18n/language';
import { type AgeingItems, type AgeingTable, ageByCustomer, ageItems } from '../risk/metrics/ageing';
import type { Bucket } from '../risk/policy/policy';
import { isOmitted, requireSameRows } from './argument';
import { readBuckets } from './bucketsArgument';
import { readFlag } from './choiceArgument';
import { requireReadable } from './columnArgument';
import { readCustomers } from './customerArgument';
import { readDates, readDay } from './dateArgument';
import { bucketLabel, tableWord } from './labels';
import { readExactAmounts } from './numberArgument';

/**
 * Age open items.
 *
 * Without customers one row: not due, then the buckets; credits reduce the bucket their date falls in, and what has no date
 * follows as one more cell, so that the row always adds up to the amounts. With customers a table, largest total first,
 * credits in a column of their own; each row adds up to its total and all totals to the amounts. Sums are exact.
 *
 * @customfunction AGING AGING
 * @param dueDates Due date of each item; an empty one leaves the item unplaced.
 * @param amounts Open amount of each item, credits below 0.
 * @param asOf The day to age at; what is due on it is not due yet.
 * @param customers Customer of each item: makes a table with a row per customer.
 * @param buckets Last day of each bucket (30, 60, 90), or the bucket table of the policy.
 * @param headers Whether a header row comes first: TRUE (default) with customers, FALSE without.
 * @returns A row, or a table.
 * @example =TIERCEL.AGING(C2:C500, E2:E500, DATE(2024,6,30), A2:A500)
 * @formula days past due = as_of − due_dates; 0 or less is not due
 * @formula bucket = the first whose last day is not below the days past due
 * @formula total = buckets + unapplied credits + unplaced
 * @source Bounds as in the aged partner balance of OCA (Odoo): due on the day is current, day 1 to 30 the first bucket, 31
 * to 60 the second
 * @term 账龄分析
 */
export function ageing(
  dueDates: unknown[][],
  amounts: unknown[][],
  asOf: unknown,
  customers?: unknown[][],
  buckets?: unknown[][],
  headers?: unknown,
): unknown[][] {
  const day = readDay(asOf, 'asOf');
  const dueDate = requireReadable(readDates(dueDates, 'dueDates'));
  const { units, scale } = readExactAmounts(amounts, 'amounts');
  requireSameRows('amounts', units.length, 'dueDates', dueDate.length);
  const chosen = readBuckets(buckets);
  const items = { dueDate, amount: units };
  const withHeaders = readFlag(headers, 'headers', !isOmitted(customers));
  const language = currentLanguage();

  if (isOmitted(customers)) return ageingRow(items, scale, day, chosen, withHeaders, language);

  const { code, names } = readCustomers(customers);
  requireSameRows('customers', code.length, 'dueDates', dueDate.length);
  const table = ageByCustomer(items, code, names, day, chosen);
  const rows = tableRows(table, names, scale, language);
  return withHeaders ? [tableHeaders(chosen, language), ...rows] : rows;
}

function ageingRow(
  items: AgeingItems,
  scale: number,
  day: number,
  buckets: readonly Bucket[],
  withHeaders: boolean,
  language: Language,
): unknown[][] {
  const { byBucket, unplaced } = ageItems(items, day, buckets);
  const amounts = Array.from(byBucket, amount => amount / scale);
  const labels = buckets.map(bucket => bucketLabel(bucket, language));
  if (unplaced !== 0) {
    amounts.push(unplaced / scale);
    labels.push(tableWord('unplaced', language));
  }
  return withHeaders ? [labels, amounts] : [amounts];
}

function tableHeaders(buckets: readonly Bucket[], language: Language): string[] {
  return [
    tableWord('customer', language),
    ...buckets.map(bucket => bucketLabel(bucket, language)),
    tableWord('unappliedCredits', language),
    tableWord('unplaced', language),
    tableWord('total', language),
  ];
}

function tableRows(
  table: AgeingTable,
  names: readonly string[],
  scale: number,
  language: Language,
): unknown[][] {
  const columns = [...table.byBucket, table.unappliedCredits, table.unplaced, table.total];
  return Array.from(table.customer, (code, row) => [
    names[code] || tableWord('nobody', language),
    ...columns.map(column => column[row]! / scale),
  ]);
}
