import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { beginInSlices } from '../../../excel/inSlices';
import {
  type NamedCustomers,
  type Suggestion,
  suggestMatchesInSlices,
} from '../../../risk/join/suggestMatches';
import { type CustomerSearch, createCustomerSearch } from './customerSearch';
import { type MatchedSides, otherSide } from './matchedSides';
import type { TrackedOpening } from './openedCustomer';

/** The customers of the other side, any of which may be the opened one. */
export interface Counterparts {
  /** Likely ones first; null while they are looked for. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[] | null>;
  readonly others: ReadonlySignal<NamedCustomers>;
  readonly otherSearch: CustomerSearch;
  /** What one of them owes, and with whom it is matched. */
  other(index: number): { readonly exposure: number; readonly with: readonly string[] };
}

/** Look on the other side for whom the opened customer may be; each that is opened begins without a search. */
export function createCounterparts(sides: MatchedSides, { opened, opening }: TrackedOpening): Counterparts {
  const suggestions = signal<readonly Suggestion[] | null>(null);
  const sideOfOthers = computed(() => otherSide(opening.value?.of ?? 'list'));
  const others = computed(() => sides.of(sideOfOthers.value));

  /** Rows that repeat a customer are never matched, and whom it is matched with already is shown above. */
  const isLeftOut = (index: number): boolean => {
    const now = opened.peek();
    return now?.with.includes(index) === true || (now?.of === 'ledger' && sides.isRepeated(index));
  };

  effect(() => {
    const now = opened.value;
    suggestions.value = null;
    if (now === null) return;
    return beginInSlices(suggestMatchesInSlices(now, others.value, isLeftOut), likely => {
      suggestions.value = likely;
    });
  });

  const otherSearch = createCustomerSearch(others, isLeftOut);
  effect(() => {
    void opening.value;
    otherSearch.query.value = '';
  });

  function other(index: number): ReturnType<Counterparts['other']> {
    const matched = sides.howIs({ of: sideOfOthers.value, index });
    if (matched === null) return { exposure: Number.NaN, with: [] };
    const { names } = sides.of(otherSide(sideOfOthers.value));
    return { exposure: matched.exposure, with: matched.with.map(each => names[each]) };
  }

  return { suggestions, others, otherSearch, other };
}
