import { bucketLabel, monthBucketLabels, tableWord } from '../i18n/figures/bucketLabels';
import { currentLanguage, type Language } from '../i18n/language';
import {
  type AgeingItems,
  type AgeingScheme,
  type AgeingTable,
  ageByCustomer,
  ageItems,
  ageingByDays,
} from '../risk/metrics/formulas/ageing';
import { ageingByMonths } from '../risk/metrics/formulas/monthAgeing';
import { isOmitted, requireSameRows } from './argument';
import { readBuckets, readMonthBuckets } from './bucketsArgument';
import { readFlag, readOption } from './choiceArgument';
import { refuseClosingTotal } from './closingTotal';
import { placeIn, requireReadable } from './columnArgument';
import { readCustomers } from './customerArgument';
import { readDates, readDay } from './dateArgument';
import { listColumns } from './listArguments';
import { readExactAmounts } from './numberArgument';
import { requirePlausibleDates } from './plausibleDates';
import { spill } from './respond';
import { refuseUndatedTotal } from './totalAmongCustomers';
import { dateSystem } from './workbookDates';

const schemes = ['days', 'months'] as const;

/** Buckets with their names, in the language of the formula's reader. */
interface NamedScheme {
  readonly scheme: AgeingScheme;
  readonly labels: readonly string[];
}

/**
 * Age open items.
 *
 * Without customers one row: not due, then the buckets; credits reduce the bucket their date falls in, and what has no date
 * follows as one more cell, so that the row always adds up to the amounts. With customers a table, largest total first,
 * credits in a column of their own; each row adds up to its total and all totals to the amounts. Sums are exact. A row of totals among the
 * items, called so and without a date, is refused: it would count twice.
 *
 * By months items are aged from their invoice dates, which then are the first argument: a debt is up to a year old until the same
 * day of the next year, that day included, as Chinese annual reports have it. Buckets end after 12, 24 and 36 months, or as given.
 *
 * @customfunction AGING AGING
 * @param dueDates Due date of each item, by months its invoice date; an empty one leaves the item unplaced.
 * @param amounts Open amount of each item, credits below 0.
 * @param asOf The day to age at; what is due on it is not due yet.
 * @param customers Customer of each item: makes a table with a row per customer.
 * @param buckets Last day of each bucket (30, 60, 90), or by months its last month (12, 24, 36), or the bucket table of the policy.
 * @param headers Whether a header row comes first: TRUE (default) with customers, FALSE without.
 * @param scheme "days" (default) past the due date, or "months" since the invoice date.
 * @returns A row, or a table.
 * @example =TIERCEL.AGING(C2:C500, E2:E500, DATE(2024,6,30), A2:A500)
 * @formula "days": days past due = as_of − due_dates, where 0 or less is not due; bucket = the first whose last day is not below them
 * @formula "months": bucket = the first whose months since the invoice date are not over before as_of
 * @formula total = buckets + unapplied credits + unplaced
 * @source Bounds as in the aged partner balance of OCA (Odoo): due on the day is current, day 1 to 30 the first bucket, 31
 * to 60 the second
 * @source By months as the notes of Chinese annual reports: 1年以内（含1年）, 1至2年, 2至3年, 3年以上
 * @term 账龄分析
 */
export function ageing(
  dueDates: unknown[][],
  amounts: unknown[][],
  asOf: unknown,
  customers?: unknown[][],
  buckets?: unknown[][],
  headers?: unknown,
  scheme?: unknown,
): unknown[][] {
  const day = readDay(asOf, 'asOf');
  const { columns } = listColumns({
    dueDates: ['date', dueDates],
    amounts: ['number', amounts],
    customers: ['name', customers],
  });
  const date = requireReadable(readDates(columns.dueDates, 'dueDates'));
  const { units, scale } = readExactAmounts(columns.amounts, 'amounts');
  requireSameRows('amounts', units.length, 'dueDates', date.length);
  const language = currentLanguage();
  const isByMonths = readOption(scheme, 'scheme', schemes) === 'months';
  const chosen = isByMonths ? byMonths(buckets, day, language) : byDays(buckets, day, language);
  requirePlausibleDates('dueDates', date, day, { units, scale });
  const items = { date, amount: units };
  const withHeaders = readFlag(headers, 'headers', !isOmitted(customers));

  const isDated = (row: number) => !Number.isNaN(date[row]);
  const whereabouts = {
    argument: 'amounts',
    place: placeIn(columns.amounts),
    message: 'totalAmongAmounts',
  } as const;
  if (isOmitted(customers)) {
    refuseClosingTotal({ units, scale }, whereabouts, isDated);
    return spill(ageingRow(items, scale, chosen, withHeaders, language));
  }

  const named = readCustomers(columns.customers);
  const { code, names } = named;
  requireSameRows('customers', code.length, 'dueDates', date.length);
  const isSomebodys = (row: number) => isDated(row) || code[row] !== named.nobody;
  refuseClosingTotal({ units, scale }, whereabouts, isSomebodys);
  refuseUndatedTotal(columns.customers, { customers: named, units }, date);
  const table = ageByCustomer(items, code, names, chosen.scheme);
  const rows = tableRows(table, names, scale, language);
  return spill(withHeaders ? [tableHeaders(chosen.labels, language), ...rows] : rows);
}

function byDays(argument: unknown, day: number, language: Language): NamedScheme {
  const buckets = readBuckets(argument);
  const labels = buckets.map(bucket => bucketLabel(bucket, language));
  return { scheme: ageingByDays(day, buckets), labels };
}

function byMonths(argument: unknown, day: number, language: Language): NamedScheme {
  const buckets = readMonthBuckets(argument);
  return { scheme: ageingByMonths(day, buckets, dateSystem()), labels: monthBucketLabels(buckets, language) };
}

function ageingRow(
  items: AgeingItems,
  scale: number,
  { scheme, labels }: NamedScheme,
  withHeaders: boolean,
  language: Language,
): unknown[][] {
  const { byBucket, unplaced } = ageItems(items, scheme);
  const amounts = Array.from(byBucket, amount => amount / scale);
  const headers = [...labels];
  if (unplaced !== 0) {
    amounts.push(unplaced / scale);
    headers.push(tableWord('unplaced', language));
  }
  return withHeaders ? [headers, amounts] : [amounts];
}

function tableHeaders(labels: readonly string[], language: Language): string[] {
  return [
    tableWord('customer', language),
    ...labels,
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
