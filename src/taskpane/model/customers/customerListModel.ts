import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { textsOf } from '../../../i18n/bilingual';
import { textsIn } from '../../../i18n/catalogue';
import { currentLanguage } from '../../../i18n/language';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { foldText } from '../../../risk/ledger/cells/searchText';
import {
  type CustomerCategory,
  customerCategories,
} from '../../../risk/ledger/customerList/customerCategories';
import { hasNumbers, numbersOf } from '../../../risk/metrics/table/customerNumbers';
import { metricTitles } from '../../../risk/metrics/table/metricTitles';
import type { Assessment } from '../../../risk/scoring/assessment';
import {
  type CustomerGroup,
  type CustomerGrouping,
  type CustomerQuery,
  type CustomerSelection,
  type CustomerSortKey,
  categoryWords,
  everyCustomer,
  searchTextsInSlices,
  selectCustomersInSlices,
} from '../../../risk/scoring/customerSelection';
import { breachNames } from '../../../risk/scoring/verdicts';
import type { Slices } from '../../../risk/slices';
import { type CopiedRows, copyRows } from '../../copiedTable';
import { followInSlices } from '../followInSlices';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';

export type CustomerListView = 'list' | 'matrix' | 'curve' | 'statements';

/** A row of the list: a group, or a customer by its index. */
export type CustomerListRow = { readonly group: CustomerGroup } | { readonly customer: number };

export interface CustomerListModel {
  readonly view: Signal<CustomerListView>;
  readonly query: ReadonlySignal<CustomerQuery>;
  /** Null until customers were selected for the first time. */
  readonly selection: ReadonlySignal<CustomerSelection | null>;
  readonly rows: ReadonlySignal<readonly CustomerListRow[]>;
  /** The categories that the customer list knows, with their words. */
  readonly categories: ReadonlySignal<
    readonly { readonly category: CustomerCategory; readonly words: readonly string[] }[]
  >;
  readonly hiddenGroups: ReadonlySignal<ReadonlySet<string>>;
  /** How many filters are set beside the search. */
  readonly filterCount: ReadonlySignal<number>;
  /** Ask for something else; the rest of the question stays. */
  ask(change: Partial<CustomerQuery>): void;
  chooseCategory(category: CustomerCategory, word: string | null): void;
  /** Sort by something, beginning with what one looks for first: much money, low scores, names from A. */
  sortBy(key: CustomerSortKey): void;
  turnAround(): void;
  groupBy(grouping: CustomerGrouping | null): void;
  toggleGroup(key: string): void;
  showAll(): void;
  /** Show the customers of a cell of the matrix. */
  showCell(tier: number, band: NonNullable<CustomerQuery['band']>): void;
  beginsWith(row: CustomerListRow, typed: string): boolean;
  /** Copy the customers that are listed, in their order. */
  copy(): Promise<void>;
  /** Keep the list as the answer and the question are, until the returned function is called. */
  follow(): () => void;
}

/** What is known of the customers of a table beyond it. */
interface KnownCustomers {
  readonly of: readonly string[];
  /** Joining may change these alone. */
  readonly numbers: readonly string[] | undefined;
  /** What they are searched by. */
  readonly searched: readonly string[];
}

/** What one looks for first is at the top: only names and scores begin with the lowest. */
const beginsLowest: ReadonlySet<CustomerSortKey> = new Set(['name', 'score']);

/** Rows written for the clipboard before the work stops for others. */
const copiedInSlice = 1_000;

/** Create the model of the part Customers: which customers are listed, how, and in which order. */
export function createCustomerListModel(
  { assessments, notices }: Pick<PaneModel, 'assessments' | 'notices'>,
  copyTable: (rows: CopiedRows) => Promise<boolean> = copyRows,
): CustomerListModel {
  const view = signal<CustomerListView>('list');
  const query = signal<CustomerQuery>(everyCustomer);
  const selection = signal<CustomerSelection | null>(null);
  const hiddenGroups = signal<ReadonlySet<string>>(new Set());
  let known: KnownCustomers | null = null;

  const ask = (change: Partial<CustomerQuery>): void => {
    query.value = { ...query.value, ...change };
  };

  /** Once a table: an edit of rows leaves its customers as they are. */
  function* select({ assessment }: Tiering, wanted: CustomerQuery): Slices<CustomerSelection> {
    const { table } = assessment;
    const numbers = table.texts?.customerNumber;
    if (known?.of !== table.customers || known.numbers !== numbers)
      known = { of: table.customers, numbers, searched: yield* searchTextsInSlices(table) };
    return yield* selectCustomersInSlices(assessment, known.searched, wanted);
  }

  const follow = (): (() => void) =>
    followInSlices<CustomerSelection | null>(selection, () => {
      const tiering = assessments.result.value;
      const wanted = query.value;
      return tiering && select(tiering, wanted);
    });

  async function copy(): Promise<void> {
    const tiering = assessments.result.value;
    const chosen = selection.value;
    if (tiering === null || chosen === null) return;
    const written = rowsToCopy(tiering.assessment, chosen, categories.value, assessments.breachesOf.value);
    const rows = await inSlices(written);
    const isCopied = await copyTable(rows);
    const count = chosen.customers.length;
    notices.tell(isCopied ? 'success' : 'warning', () => {
      const words = textsOf(customerListTexts);
      return isCopied ? words.copied(count) : words.notCopied;
    });
  }

  const categories = computed(() => {
    const table = assessments.result.value?.assessment.table;
    if (table === undefined) return [];
    return customerCategories
      .map(category => ({ category, words: categoryWords(table, category) }))
      .filter(({ words }) => words.length > 0);
  });

  return {
    view,
    query,
    selection,
    categories,
    hiddenGroups,
    rows: computed(() => rowsOf(selection.value, hiddenGroups.value)),
    filterCount: computed(() => {
      const { tier, rule, band, categories: words } = query.value;
      return [tier, rule, band].filter(filter => filter !== null).length + Object.keys(words).length;
    }),
    ask,
    chooseCategory: (category, word) => {
      const { [category]: _, ...others } = query.value.categories;
      ask({ categories: word === null ? others : { ...others, [category]: word } });
    },
    sortBy: key => ask({ sortBy: key, isDescending: !beginsLowest.has(key) }),
    turnAround: () => ask({ isDescending: !query.value.isDescending }),
    groupBy: grouping => {
      hiddenGroups.value = new Set();
      ask({ groupBy: grouping });
    },
    toggleGroup: key => {
      const hidden = new Set(hiddenGroups.value);
      if (!hidden.delete(key)) hidden.add(key);
      hiddenGroups.value = hidden;
    },
    showAll: () => ask({ search: '', tier: null, rule: null, band: null, categories: {} }),
    showCell: (tier, band) => {
      ask({ ...everyCustomer, tier, band });
      view.value = 'list';
    },
    beginsWith: (row, typed) =>
      'customer' in row && (known?.searched[row.customer]?.startsWith(foldText(typed)) ?? false),
    copy,
    follow,
  };
}

function rowsOf(
  selection: CustomerSelection | null,
  hidden: ReadonlySet<string>,
): readonly CustomerListRow[] {
  if (selection === null) return [];
  const { customers, groups } = selection;
  if (groups.length === 0) return Array.from(customers, customer => ({ customer }));
  const rows: CustomerListRow[] = [];
  for (const group of groups) {
    rows.push({ group });
    if (hidden.has(group.key)) continue;
    for (let at = group.from; at < group.from + group.count; at++) rows.push({ customer: customers[at] });
  }
  return rows;
}

/** Write what is listed as a table: what the list shows, and what one asks next. */
function* rowsToCopy(
  assessment: Assessment,
  { customers }: CustomerSelection,
  categories: readonly { readonly category: CustomerCategory }[],
  breachesOf: PaneModel['assessments']['breachesOf']['value'],
): Slices<CopiedRows> {
  const language = currentLanguage();
  const { table, scores, policy, atRisk } = assessment;
  const { field, write } = textsIn(language);
  const words = textsOf(customerListTexts);
  const metrics = [
    'exposure',
    'overdue',
    'overdueShare',
    'oldestDays',
    'dso',
    'daysBeyondTerms',
    'creditLimit',
  ] as const;
  const numbers = hasNumbers(table) ? numbersOf(table) : null;
  const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const rowOf = (customer: number) => [
    table.customers[customer],
    ...(numbers === null ? [] : [numbers[customer]]),
    policy.tiers[scores.tier[customer]]?.letter ?? '',
    known(scores.score[customer]),
    known(atRisk[customer]),
    ...metrics.map(metric => known(table.metrics[metric][customer])),
    ...categories.map(({ category }) => table.texts?.[category][customer] ?? ''),
    breachNames(breachesOf(customer), policy, language),
  ];
  const rows: (string | number | null)[][] = [
    [
      field.customer,
      ...(numbers === null ? [] : [field.customerNumber]),
      write.headers.tier,
      write.headers.score,
      words.sort.atRisk,
      ...metrics.map(metric => metricTitles[metric][language]),
      ...categories.map(({ category }) => field[category]),
      write.headers.breaches,
    ],
  ];
  for (let from = 0; from < customers.length; from += copiedInSlice) {
    for (const customer of customers.subarray(from, from + copiedInSlice)) rows.push(rowOf(customer));
    yield;
  }
  return rows;
}
