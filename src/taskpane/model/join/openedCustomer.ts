import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { NamedCustomer } from '../../../risk/join/suggestMatches';
import type { CustomerOfSide, Matched, MatchedSides } from './matchedSides';

/** Who is looked at, and how it is matched by now. */
export interface OpenedCustomer extends CustomerOfSide, NamedCustomer, Matched {}

/** One customer after the other, of either side, to decide who it is. */
export interface CustomerOpening {
  /** Null while the two sheets are looked at as a whole. */
  readonly opened: ReadonlySignal<OpenedCustomer | null>;
  /** Another one of those it was opened from, to go on with. */
  readonly next: ReadonlySignal<CustomerOfSide | null>;
  /** @param list Those it stands among, to go on with. */
  open(customer: CustomerOfSide, list: readonly CustomerOfSide[]): void;
  /** Open the next one. */
  goOn(): void;
  close(): void;
}

export interface TrackedOpening extends CustomerOpening {
  /** Another object with each opening, and the same one however its match changes. */
  readonly opening: ReadonlySignal<CustomerOfSide | null>;
}

/** Open customers of the two sides. */
export function createCustomerOpening(sides: MatchedSides): TrackedOpening {
  /** The one that was opened, by the name it had then. */
  const at = signal<(CustomerOfSide & { readonly name: string }) | null>(null);
  const queue = signal<readonly CustomerOfSide[]>([]);

  const opened = computed<OpenedCustomer | null>(() => {
    if (at.value === null) return null;
    const { of, index, name } = at.value;
    const { names, numbers } = sides.of(of);
    const matched = sides.howIs({ of, index });
    // Another list has other entries at the same places.
    if (matched === null || names[index] !== name) return null;
    return { of, index, name, number: numbers?.[index] ?? '', ...matched };
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
    });
  }

  return {
    opened,
    opening: computed(() => (opened.value === null ? null : at.value)),
    next,
    open,
    goOn: () => {
      if (next.value !== null) open(next.value, queue.value);
    },
    close: () => {
      at.value = null;
    },
  };
}
