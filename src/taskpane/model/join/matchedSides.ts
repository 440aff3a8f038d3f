import { computed, type ReadonlySignal } from '@preact/signals';
import { addToGroup } from '../../../risk/groupBy';
import { type MatchReason, matchReasons, noEntry, severalEntries } from '../../../risk/join/matchCustomers';
import type { NamedCustomers } from '../../../risk/join/suggestMatches';
import type { PaneModel } from '../paneModel';
import type { ListMatch } from './joinedLedger';

export type Side = 'ledger' | 'list';

/** A customer of the ledger by its code, or an entry of the list by its place. */
export interface CustomerOfSide {
  readonly of: Side;
  readonly index: number;
}

/** How a customer is matched by now. */
export interface Matched {
  /** In the ledger or as the list states it; NaN where that is not known. */
  readonly exposure: number;
  /** Those of the other side that it is matched with: at most one for a customer of the ledger. */
  readonly with: readonly number[];
  readonly reason: MatchReason | 'several' | 'none';
  /** Somebody decided, and the decision is followed. */
  readonly isChosen: boolean;
  /** Somebody decided for an entry that is not on the list. */
  readonly isLost: boolean;
}

/** The ledger's customers and the list's entries, and who is matched with whom. */
export interface MatchedSides {
  readonly ledger: ReadonlySignal<NamedCustomers>;
  readonly list: ReadonlySignal<NamedCustomers>;
  of(side: Side): NamedCustomers;
  /** Null where the two sheets are not matched. */
  howIs(customer: CustomerOfSide): Matched | null;
  /** The entry repeats a customer that the list has already: it is never matched. */
  isRepeated(entry: number): boolean;
}

const nobody: NamedCustomers = { names: [] };

export const otherSide = (side: Side): Side => (side === 'ledger' ? 'list' : 'ledger');

/** Look at a match from both sides: by customer of the ledger, and by entry of the list. */
export function createMatchedSides(pane: PaneModel, match: ReadonlySignal<ListMatch | null>): MatchedSides {
  const ledger = computed<NamedCustomers>(() => match.value?.customers ?? nobody);
  const list = computed<NamedCustomers>(() => {
    const read = match.value?.list;
    return read ? { names: read.customers, numbers: read.texts.customerNumber } : nobody;
  });
  const ledgerExposure = computed(() => {
    const tiering = pane.assessments.result.value;
    return (tiering?.join?.whole.table ?? tiering?.assessment.table)?.metrics.exposure;
  });
  /** Customers of the ledger by the entry they were taken for. */
  const customersOf = computed(() => {
    const customers = new Map<number, number[]>();
    match.value?.matches.entry.forEach((entry, customer) => {
      if (entry > noEntry) addToGroup(customers, entry, customer);
    });
    return customers;
  });
  const repeated = computed(() => new Set(match.value?.matches.duplicates.map(({ entry }) => entry)));

  function howIsEntry({ matches, list: read }: ListMatch, entry: number): Matched {
    const customers = customersOf.value.get(entry) ?? [];
    const reasons = customers.map(customer => matchReasons[matches.reason[customer]]);
    return {
      exposure: read.numbers.exposure[entry],
      with: customers,
      reason: reasons[0] ?? 'none',
      isChosen: reasons.includes('chosen'),
      isLost: false,
    };
  }

  function howIsCustomer({ matches }: ListMatch, customer: number): Matched {
    const entry = matches.entry[customer];
    const reason = matchReasons[matches.reason[customer]];
    return {
      exposure: ledgerExposure.value?.[customer] ?? Number.NaN,
      with: entry > noEntry ? [entry] : [],
      reason: entry > noEntry ? reason : entry === severalEntries ? 'several' : 'none',
      isChosen: reason === 'chosen',
      isLost: matches.lostChoices.includes(customer),
    };
  }

  return {
    ledger,
    list,
    of: side => (side === 'ledger' ? ledger : list).value,
    howIs: ({ of, index }) => {
      const now = match.value;
      if (now === null) return null;
      return of === 'ledger' ? howIsCustomer(now, index) : howIsEntry(now, index);
    },
    isRepeated: entry => repeated.value.has(entry),
  };
}
