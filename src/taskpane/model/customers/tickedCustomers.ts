import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** Sheets beyond which a workbook is no longer a workbook that somebody looks through. */
export const mostStatements = 25;

/** Customers ticked for statements, by name: they outlast another tiering. */
export interface TickedCustomers {
  readonly ticked: ReadonlySignal<ReadonlySet<string>>;
  readonly isFull: ReadonlySignal<boolean>;
  tick(name: string, isTicked: boolean): void;
  untickAll(): void;
}

export function createTickedCustomers(): TickedCustomers {
  const ticked = signal<ReadonlySet<string>>(new Set());
  return {
    ticked,
    isFull: computed(() => ticked.value.size >= mostStatements),
    tick: (name, isTicked) => {
      const next = new Set(ticked.value);
      if (!isTicked) next.delete(name);
      else if (next.size < mostStatements) next.add(name);
      ticked.value = next;
    },
    untickAll: () => {
      ticked.value = new Set();
    },
  };
}
