import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { beginInSlices } from '../../../excel/inSlices';
import { type NamedCustomers, searchCustomersInSlices } from '../../../risk/join/suggestMatches';

/** A search of one side by name or number. */
export interface CustomerSearch {
  readonly query: Signal<string>;
  /** By index; null where nothing is searched for. */
  readonly found: ReadonlySignal<readonly number[] | null>;
}

/** Typing goes on; what it leads to is looked for when it rests. */
const restMilliseconds = 150;

/** Create a search among customers; what was found stays until what is found next is there. */
export function createCustomerSearch(
  among: ReadonlySignal<NamedCustomers>,
  isLeftOut: (index: number) => boolean = () => false,
): CustomerSearch {
  const query = signal('');
  const found = signal<readonly number[] | null>(null);
  effect(() => {
    const text = query.value;
    const customers = among.value;
    if (text.trim() === '') {
      found.value = null;
      return;
    }
    let overtake = () => {};
    const timer = setTimeout(() => {
      overtake = beginInSlices(searchCustomersInSlices(text, customers, isLeftOut), matching => {
        found.value = matching;
      });
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
      overtake();
    };
  });
  return { query, found };
}
