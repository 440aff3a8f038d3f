import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { beginInSlices } from '../../../excel/inSlices';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import {
  type NamedCustomer,
  type NamedCustomers,
  type Suggestion,
  suggestMatchesInSlices,
} from '../../../risk/join/suggestMatches';
import type { PaneModel } from '../paneModel';
import { type CustomerSearch, createCustomerSearch } from './customerSearch';
import type { ListMatch } from './joinedLedger';
import { createMatchDecisions, type MatchingRoom } from './matchDecisions';
import { type CustomerOfSide, createMatchedSides, type Matched, otherSide } from './matchedSides';

/** Who is looked at, and how it is matched by now. */
export interface OpenedCustomer extends CustomerOfSide, NamedCustomer, Matched {}

export interface MatchingModel {
  /** Null while the two sheets are looked at as a whole. */
  readonly opened: ReadonlySignal<OpenedCustomer | null>;
  /** Another one of those it was opened from, to go on with. */
  readonly next: ReadonlySignal<CustomerOfSide | null>;
  /** Null while they are looked for. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[] | null>;
  /** The customers of the other side. */
  readonly others: ReadonlySignal<NamedCustomers>;
  readonly otherSearch: CustomerSearch;
  /** The customers of the ledger, whoever is opened. */
  readonly ledger: ReadonlySignal<NamedCustomers>;
  readonly ledgerSearch: CustomerSearch;
  /** What those of the other side owe, and with whom they are matched. */
  other(index: number): { readonly exposure: number; readonly with: readonly string[] };
  /** @param list Those it stands among, to go on with. */
  open(customer: CustomerOfSide, list: readonly CustomerOfSide[]): void;
  /** Open the next one. */
  goOn(): void;
  close(): void;
  /** The opened one and this one of the other side are the same customer. */
  match(index: number): Promise<void>;
  /** The opened customer of the ledger is none of the list. */
  keepApart(): Promise<void>;
  /** Nobody decides any more: number and name do. */
  forget(): Promise<void>;
}

/** Create the model of deciding by hand which customer of the ledger is which of the list. */
export function createMatchingModel(
  pane: PaneModel,
  match: ReadonlySignal<ListMatch | null>,
  recount: (chosen: readonly ChosenMatch[]) => Promise<void>,
  room: MatchingRoom,
): MatchingModel {
  /** The one that was opened, by the name it had then. */
  const at = signal<(CustomerOfSide & { readonly name: string }) | null>(null);
  const queue = signal<readonly CustomerOfSide[]>([]);
  const suggestions = signal<readonly Suggestion[] | null>(null);
  const sides = createMatchedSides(pane, match);
  const decide = createMatchDecisions(pane, room, {
    chosen: () => match.value?.sheet.chosen ?? [],
    recount,
  });

  const opened = computed<OpenedCustomer | null>(() => {
    if (at.value === null) return null;
    const { of, index, name } = at.value;
    const { names, numbers } = sides.of(of);
    const matched = sides.howIs({ of, index });
    // Another list has other entries at the same places.
    if (matched === null || names[index] !== name) return null;
    return { of, index, name, number: numbers?.[index] ?? '', ...matched };
  });
  const sideOfOthers = computed(() => otherSide(at.value?.of ?? 'list'));
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
    if (opened.value === null) otherSearch.query.value = '';
  });

  const next = computed(() => {
    const now = at.value;
    const place = queue.value.findIndex(each => each.of === now?.of && each.index === now.index);
    return place < 0 ? null : (queue.value[place + 1] ?? null);
  });

  function open({ of, index }: CustomerOfSide, list: readonly CustomerOfSide[]): void {
    batch(() => {
      at.value = { of, index, name: sides.of(of).names[index] };
      queue.value = list;
      otherSearch.query.value = '';
    });
  }

  function other(index: number): ReturnType<MatchingModel['other']> {
    const matched = sides.howIs({ of: sideOfOthers.value, index });
    if (matched === null) return { exposure: Number.NaN, with: [] };
    const { names } = sides.of(otherSide(sideOfOthers.value));
    return { exposure: matched.exposure, with: matched.with.map(each => names[each]) };
  }

  async function decideSame(customer: number, entry: number): Promise<void> {
    const { names, numbers } = sides.list.value;
    const name = sides.ledger.value.names[customer];
    await decide(name, { customer: name, entry: names[entry], entryNumber: numbers?.[entry] ?? '' });
  }

  return {
    opened,
    next,
    suggestions,
    otherSearch,
    ledgerSearch: createCustomerSearch(sides.ledger),
    ledger: sides.ledger,
    others,
    other,
    open,
    goOn: () => {
      if (next.value !== null) open(next.value, queue.value);
    },
    close: () => {
      at.value = null;
    },
    match: async index => {
      const now = opened.value;
      if (now?.of === 'ledger') await decideSame(now.index, index);
      if (now?.of === 'list') await decideSame(index, now.index);
    },
    keepApart: async () => {
      const now = opened.value;
      if (now?.of === 'ledger') await decide(now.name, { customer: now.name, entry: '', entryNumber: '' });
    },
    forget: async () => {
      const now = opened.value;
      if (now?.of === 'ledger') await decide(now.name, null);
    },
  };
}
