import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inSlices } from '../../../excel/inSlices';
import { textsOf } from '../../../i18n/bilingual';
import { customerListTexts } from '../../../i18n/pane/customerList';
import { foldText } from '../../../risk/ledger/cells/searchText';
import {
  type CustomerCategory,
  customerCategories,
} from '../../../risk/ledger/customerList/customerCategories';
import {
  type CustomerGroup,
  type CustomerGrouping,
  type CustomerQuery,
  type CustomerSelection,
  categoryWords,
  everyCustomer,
  searchTextsInSlices,
  selectCustomersInSlices,
} from '../../../risk/scoring/customerSelection';
import type { Slices } from '../../../risk/slices';
import { type CopiedRows, copyRows } from '../../copiedTable';
import { followInSlices } from '../followInSlices';
import type { Tiering } from '../ledger/tiering';
import type { PaneModel } from '../paneModel';
import { customersToCopyInSlices } from './copiedCustomers';
import { type CustomerQuestion, createCustomerQuestion } from './customerQuestion';

export type CustomerListView = 'list' | 'matrix' | 'curve' | 'statements';

/** A row of the list: a group, or a customer by its index. */
export type CustomerListRow = { readonly group: CustomerGroup } | { readonly customer: number };

export interface CustomerListModel extends CustomerQuestion {
  readonly view: Signal<CustomerListView>;
  /** Null until customers were selected for the first time. */
  readonly selection: ReadonlySignal<CustomerSelection | null>;
  readonly rows: ReadonlySignal<readonly CustomerListRow[]>;
  /** The categories that the customer list knows, with their words. */
  readonly categories: ReadonlySignal<
    readonly { readonly category: CustomerCategory; readonly words: readonly string[] }[]
  >;
  readonly hiddenGroups: ReadonlySignal<ReadonlySet<string>>;
  groupBy(grouping: CustomerGrouping | null): void;
  toggleGroup(key: string): void;
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

/** Create the model of the part Customers: which customers are listed, how, and in which order. */
export function createCustomerListModel(
  { assessments, notices }: Pick<PaneModel, 'assessments' | 'notices'>,
  copyTable: (rows: CopiedRows) => Promise<boolean> = copyRows,
): CustomerListModel {
  const view = signal<CustomerListView>('list');
  const question = createCustomerQuestion();
  const { query, ask } = question;
  const selection = signal<CustomerSelection | null>(null);
  const hiddenGroups = signal<ReadonlySet<string>>(new Set());
  let known: KnownCustomers | null = null;

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
    const columns = categories.value.map(({ category }) => category);
    const breachesOf = assessments.breachesOf.value;
    const rows = await inSlices(customersToCopyInSlices(tiering.assessment, chosen, columns, breachesOf));
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
    ...question,
    view,
    selection,
    categories,
    hiddenGroups,
    rows: computed(() => rowsOf(selection.value, hiddenGroups.value)),
    groupBy: grouping => {
      hiddenGroups.value = new Set();
      ask({ groupBy: grouping });
    },
    toggleGroup: key => {
      const hidden = new Set(hiddenGroups.value);
      if (!hidden.delete(key)) hidden.add(key);
      hiddenGroups.value = hidden;
    },
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
