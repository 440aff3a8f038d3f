import { type ReadonlySignal, signal } from '@preact/signals';
import type { Texts } from '../../i18n/catalogue';

/** The rooms of the pane beyond tiering; each is loaded when it is opened first. They are what the catalogue has a name for. */
export type PartName = keyof Texts['more']['parts'];

/** What lies over the overview; Back takes the topmost away, and the one below is as it was left. */
export type Layer =
  | { readonly kind: 'mapping' | 'breaches' | 'highlight' | 'clear' | 'more' }
  | { readonly kind: 'customer'; readonly customer: number }
  | { readonly kind: 'part'; readonly part: PartName };

export interface LayersModel {
  readonly stack: ReadonlySignal<readonly Layer[]>;
  open(layer: Layer): void;
  back(): void;
  backToOverview(): void;
  /** The customers are counted anew: each open one is found again by `find`, and closed where it is no longer there. */
  followCustomers(find: (customer: number) => number | undefined): void;
}

/**
 * Create the pane's layers: Office takes away the browser's history, so the way back is kept here.
 *
 * @param onLeave Told whenever the user goes to another view.
 */
export function createLayersModel(onLeave: () => void): LayersModel {
  const stack = signal<readonly Layer[]>([]);
  const goTo = (layers: readonly Layer[]): void => {
    stack.value = layers;
    onLeave();
  };
  return {
    stack,
    open: layer => {
      const top = stack.value.at(-1);
      if (top === undefined || !isSame(top, layer)) goTo([...stack.value, layer]);
    },
    back: () => goTo(stack.value.slice(0, -1)),
    backToOverview: () => {
      if (stack.value.length > 0) goTo([]);
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

function isSame(one: Layer, other: Layer): boolean {
  if (one.kind === 'customer') return false;
  if (one.kind === 'part') return other.kind === 'part' && one.part === other.part;
  return one.kind === other.kind;
}
