import type { ReadonlySignal } from '@preact/signals';
import type { ChosenMatch } from '../../../risk/join/chosenMatches';
import type { NamedCustomers } from '../../../risk/join/suggestMatches';
import type { PaneModel } from '../paneModel';
import { type Counterparts, createCounterparts } from './counterparts';
import { type CustomerSearch, createCustomerSearch } from './customerSearch';
import type { ListMatch } from './joinedLedger';
import { createMatchDecisions, type MatchingRoom } from './matchDecisions';
import { createMatchedSides } from './matchedSides';
import { type CustomerOpening, createCustomerOpening } from './openedCustomer';

export interface MatchingModel extends CustomerOpening, Counterparts {
  /** The customers of the ledger, whoever is opened. */
  readonly ledger: ReadonlySignal<NamedCustomers>;
  readonly ledgerSearch: CustomerSearch;
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
  const sides = createMatchedSides(pane, match);
  const trackedOpening = createCustomerOpening(sides);
  const { opening, ...customerOpening } = trackedOpening;
  const { opened } = customerOpening;
  const decide = createMatchDecisions(pane, room, {
    chosen: () => match.value?.sheet.chosen ?? [],
    recount,
  });

  async function decideSame(customer: number, entry: number): Promise<void> {
    const { names, numbers } = sides.list.value;
    const name = sides.ledger.value.names[customer];
    await decide(name, { customer: name, entry: names[entry], entryNumber: numbers?.[entry] ?? '' });
  }

  return {
    ...customerOpening,
    ...createCounterparts(sides, trackedOpening),
    ledger: sides.ledger,
    ledgerSearch: createCustomerSearch(sides.ledger),
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
