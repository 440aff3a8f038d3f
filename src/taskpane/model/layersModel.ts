import { type ReadonlySignal, signal } from '@preact/signals';

/** What lies over the overview; Back takes the topmost away, and the one below is as it was left. */
export type Layer =
  | { readonly kind: 'mapping' | 'findings' | 'breaches' | 'highlight' | 'clear' | 'more' }
  | { readonly kind: 'customer'; readonly customer: number };

export interface LayersModel {
  readonly stack: ReadonlySignal<readonly Layer[]>;
  open(layer: Layer): void;
  back(): void;
  backToOverview(): void;
  /** The customers are counted anew: each open one is found again by `find`, and closed where it is no longer there. */
  followCustomers(find: (customer: number) => number | undefined): void;
}

/** Create the pane's layers: Office takes away the browser's history, so the way back is kept here. */
export function createLayersModel(): LayersModel {
  const stack = signal<readonly Layer[]>([]);
  return {
    stack,
    open: layer => {
      const top = stack.value.at(-1);
      const isOpen = top?.kind === layer.kind && top.kind !== 'customer';
      if (!isOpen) stack.value = [...stack.value, layer];
    },
    back: () => {
      stack.value = stack.value.slice(0, -1);
    },
    backToOverview: () => {
      stack.value = [];
    },
    followCustomers: find => {
      stack.value = stack.value.flatMap((layer): Layer[] => {
        if (layer.kind !== 'customer') return [layer];
        const customer = find(layer.customer);
        return customer === undefined ? [] : [{ kind: 'customer', customer }];
      });
    },
  };
}
