/** Customers as a list shows them: searched, filtered, sorted and grouped, with what each group comes to. */
import { groupBy } from '../groupBy';
import { foldText } from '../ledger/cells/searchText';
import { type CustomerCategory, customerCategories } from '../ledger/customerList/customerCategories';
import { exactSum } from '../metrics/exactSum';
import { compareNames } from '../metrics/nameOrder';
import { sortInSlices } from '../metrics/sortInSlices';
import type { CustomerTable, MetricName } from '../metrics/table/metric';
import type { BreachRuleId } from '../policy/policy';
import type { Slices } from '../slices';
import type { Assessment } from './assessment';
import { bandOf } from './exposureMatrix';

export type CustomerGrouping = 'tier' | CustomerCategory;

export const customerSortKeys = [
  'atRisk',
  'exposure',
  'overdue',
  'score',
  'oldestDays',
  'dso',
  'daysBeyondTerms',
  'utilization',
  'sales',
  'name',
] as const satisfies readonly ('atRisk' | 'score' | 'name' | MetricName)[];

export type CustomerSortKey = (typeof customerSortKeys)[number];

/** Which customers are wanted and in which order; null where it does not matter. */
export interface CustomerQuery {
  /** What a name or number contains, whatever its case and width. */
  readonly search: string;
  /** Index into the policy's tiers, 255 for customers without a score. */
  readonly tier: number | null;
  readonly rule: BreachRuleId | null;
  /** Band of exposure among these bounds, as `bandOf` finds it. */
  readonly band: { readonly index: number; readonly bounds: readonly number[] } | null;
  /** `''` asks for customers of whom the list does not say it. */
  readonly categories: Readonly<Partial<Record<CustomerCategory, string>>>;
  readonly sortBy: CustomerSortKey;
  readonly isDescending: boolean;
  readonly groupBy: CustomerGrouping | null;
}

/** What customers come to, money in currency units. */
export interface CustomerTotals {
  readonly count: number;
  readonly exposure: number;
  readonly overdue: number;
  readonly atRisk: number;
}

export interface CustomerGroup extends CustomerTotals {
  /** The tier's letter or the category's word, `''` where there is none. */
  readonly key: string;
  /** Its customers are `customers[from]` up to `customers[from + count]`. */
  readonly from: number;
}

export interface CustomerSelection {
  /** Indexes into the table, in the order asked for, group by group. */
  readonly customers: Int32Array;
  /** Empty without grouping; else by tier, best first, or by money at risk, most first. */
  readonly groups: readonly CustomerGroup[];
  readonly totals: CustomerTotals;
}

const customersInSlice = 8_192;

/**
 * Fold what customers are searched by, once: their names, and their numbers.
 *
 * @returns One text a customer.
 */
export function* searchTextsInSlices({
  customers,
  texts,
}: Pick<CustomerTable, 'customers' | 'texts'>): Slices<readonly string[]> {
  const numbers = texts?.customerNumber;
  const folded: string[] = [];
  for (let from = 0; from < customers.length; from += customersInSlice) {
    const to = Math.min(customers.length, from + customersInSlice);
    for (let customer = from; customer < to; customer += 1) {
      const number = numbers?.[customer] ?? '';
      folded.push(foldText(number === '' ? customers[customer] : `${customers[customer]} ${number}`));
    }
    yield;
  }
  return folded;
}

/**
 * Select customers in slices of a few milliseconds.
 *
 * What is not known comes last in either direction; equal ones stay in the order of money at risk.
 *
 * @param searchTexts As `searchTextsInSlices` folded them.
 * @example finishSlices(selectCustomersInSlices(assessment, texts, { ...everyCustomer, groupBy: 'tier' })).groups[0].key //=> 'A'
 */
export function* selectCustomersInSlices(
  assessment: Assessment,
  searchTexts: readonly string[],
  query: CustomerQuery,
): Slices<CustomerSelection> {
  const isWanted = filterOf(assessment, searchTexts, query);
  yield;
  const wanted: number[] = [];
  const { worstFirst } = assessment;
  for (let from = 0; from < worstFirst.length; from += customersInSlice) {
    keepWanted(worstFirst.subarray(from, from + customersInSlice), isWanted, wanted);
    yield;
  }
  const inOrder = Int32Array.from(wanted);
  const isOrdered = query.sortBy === 'atRisk' && query.isDescending;
  const sorted = isOrdered
    ? inOrder
    : yield* sortInSlices(inOrder, comparisonOf(assessment, searchTexts, query));
  if (query.groupBy === null) {
    return { customers: sorted, groups: [], totals: totalsOf(assessment, sorted) };
  }
  const parts = groupBy(sorted, keysOf(assessment, query.groupBy));
  yield;
  return yield* grouped(assessment, parts, query.groupBy);
}

/** All customers, most money at risk first. */
export const everyCustomer: CustomerQuery = {
  search: '',
  tier: null,
  rule: null,
  band: null,
  categories: {},
  sortBy: 'atRisk',
  isDescending: true,
  groupBy: null,
};

/**
 * List the words by which customers can be told apart in a category, most customers first; none where the list says none.
 *
 * @example categoryWords(table, 'region') //=> ['North', 'South']
 */
export function categoryWords({ texts }: CustomerTable, category: CustomerCategory): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of texts?.[category] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const hasAny = [...counts.keys()].some(word => word !== '');
  if (!hasAny) return [];
  return [...counts.entries()]
    .sort(([one, ones], [other, others]) => others - ones || compareNames(one, other))
    .map(([word]) => word);
}

type Filter = (customer: number) => boolean;

function filterOf(
  { table, scores, breaches }: Assessment,
  searchTexts: readonly string[],
  query: CustomerQuery,
): Filter {
  const filters: Filter[] = [];
  const { tier, rule, band, categories } = query;
  const searched = foldText(query.search);
  if (tier !== null) filters.push(customer => scores.tier[customer] === tier);
  if (rule !== null) {
    const breaching = new Uint8Array(table.customers.length);
    for (const breach of breaches) if (breach.rule === rule) breaching[breach.customer] = 1;
    filters.push(customer => breaching[customer] === 1);
  }
  if (band !== null)
    filters.push(customer => bandOf(table.metrics.exposure[customer], band.bounds) === band.index);
  for (const category of customerCategories) {
    const word = categories[category];
    if (word !== undefined) filters.push(customer => (table.texts?.[category][customer] ?? '') === word);
  }
  if (searched !== '') filters.push(customer => searchTexts[customer].includes(searched));
  return customer => filters.every(filter => filter(customer));
}

function keepWanted(customers: Int32Array, isWanted: Filter, wanted: number[]): void {
  for (const customer of customers) if (isWanted(customer)) wanted.push(customer);
}

function comparisonOf(
  { table, scores, atRisk }: Assessment,
  searchTexts: readonly string[],
  { sortBy, isDescending }: CustomerQuery,
): (one: number, other: number) => number {
  const sign = isDescending ? -1 : 1;
  if (sortBy === 'name') {
    return (one, other) => sign * compareNames(searchTexts[one], searchTexts[other]);
  }
  const values = sortBy === 'atRisk' ? atRisk : sortBy === 'score' ? scores.score : table.metrics[sortBy];
  return (one, other) => {
    const left = values[one];
    const right = values[other];
    const isUnknown = Number.isNaN(left) || Number.isNaN(right);
    if (isUnknown) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  };
}

function keysOf(
  { table, scores, policy }: Assessment,
  groupBy: CustomerGrouping,
): (customer: number) => string {
  if (groupBy === 'tier') return customer => policy.tiers[scores.tier[customer]]?.letter ?? '';
  return customer => table.texts?.[groupBy][customer] ?? '';
}

function* grouped(
  assessment: Assessment,
  parts: ReadonlyMap<string, readonly number[]>,
  groupBy: CustomerGrouping,
): Slices<CustomerSelection> {
  const letters = assessment.policy.tiers.map(({ letter }) => letter);
  const place = (key: string) => (key === '' ? letters.length : letters.indexOf(key));
  const inOrder: { key: string; customers: readonly number[]; totals: CustomerTotals }[] = [];
  for (const [key, customers] of parts) {
    inOrder.push({ key, customers, totals: totalsOf(assessment, customers) });
    yield;
  }
  inOrder.sort((one, other) =>
    groupBy === 'tier'
      ? place(one.key) - place(other.key)
      : Number(one.key === '') - Number(other.key === '') ||
        (other.totals.atRisk || 0) - (one.totals.atRisk || 0) ||
        compareNames(one.key, other.key),
  );
  const customers = Int32Array.from(inOrder.flatMap(part => part.customers));
  let from = 0;
  const groups = inOrder.map(({ key, totals }): CustomerGroup => {
    const group = { key, from, ...totals };
    from += totals.count;
    return group;
  });
  yield;
  return { customers, groups, totals: totalsOf(assessment, customers) };
}

function totalsOf({ table, atRisk }: Assessment, customers: ArrayLike<number>): CustomerTotals {
  const sum = (column: Float64Array) => exactSum(Float64Array.from(customers, customer => column[customer]));
  return {
    count: customers.length,
    exposure: sum(table.metrics.exposure),
    overdue: sum(table.metrics.overdue),
    atRisk: sum(atRisk),
  };
}
