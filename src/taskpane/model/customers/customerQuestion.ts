import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerCategory } from '../../../risk/ledger/customerList/customerCategories';
import {
  type CustomerQuery,
  type CustomerSortKey,
  everyCustomer,
} from '../../../risk/scoring/customerSelection';

/** Which customers are asked for, and in which order. */
export interface CustomerQuestion {
  readonly query: ReadonlySignal<CustomerQuery>;
  /** How many filters are set beside the search. */
  readonly filterCount: ReadonlySignal<number>;
  /** Ask for something else; the rest of the question stays. */
  ask(change: Partial<CustomerQuery>): void;
  chooseCategory(category: CustomerCategory, word: string | null): void;
  /** Sort by something, beginning with what one looks for first: much money, low scores, names from A. */
  sortBy(key: CustomerSortKey): void;
  turnAround(): void;
  showAll(): void;
}

/** What one looks for first is at the top: only names and scores begin with the lowest. */
const beginsLowest: ReadonlySet<CustomerSortKey> = new Set(['name', 'score']);

/** Create the question; at first it is for every customer. */
export function createCustomerQuestion(): CustomerQuestion {
  const query = signal<CustomerQuery>(everyCustomer);

  const ask = (change: Partial<CustomerQuery>): void => {
    query.value = { ...query.value, ...change };
  };

  return {
    query,
    filterCount: computed(() => {
      const { tier, rule, band, categories } = query.value;
      return [tier, rule, band].filter(filter => filter !== null).length + Object.keys(categories).length;
    }),
    ask,
    chooseCategory: (category, word) => {
      const { [category]: _, ...others } = query.value.categories;
      ask({ categories: word === null ? others : { ...others, [category]: word } });
    },
    sortBy: key => ask({ sortBy: key, isDescending: !beginsLowest.has(key) }),
    turnAround: () => ask({ isDescending: !query.value.isDescending }),
    showAll: () => ask({ search: '', tier: null, rule: null, band: null, categories: {} }),
  };
}
