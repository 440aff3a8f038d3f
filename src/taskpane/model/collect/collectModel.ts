import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CollectionCase } from '../../../risk/collection/worklist';
import type { PaneModel } from '../paneModel';
import { type Collecting, textFor } from './collectCases';
import { type CollectLetters, createCollectLetters } from './collectLetters';
import { type CollectLog, createCollectLog } from './collectLog';
import { type CollectRoom, excelCollectRoom } from './collectRoom';
import { type CollectWorklist, createCollectWorklist } from './collectWorklist';

/** Where in the part the user is; Back leads from each to the one before. */
export type CollectPlace =
  | { readonly kind: 'list' | 'mails' }
  | { readonly kind: 'case' | 'letter'; readonly customer: number };

export interface CollectFilters {
  /** Only steps that are due by the as-of date. */
  readonly isDue: boolean;
  /** Index into the policy's steps, -1 for those who took all, null for all. */
  readonly step: number | null;
  readonly salesperson: string | null;
  readonly isBroken: boolean;
}

export interface CollectModel extends CollectWorklist, CollectLog, CollectLetters {
  readonly due: ReadonlySignal<readonly CollectionCase[]>;
  readonly broken: ReadonlySignal<readonly CollectionCase[]>;
  readonly salespeople: ReadonlySignal<readonly string[]>;
  readonly filters: Signal<CollectFilters>;
  readonly shown: ReadonlySignal<readonly CollectionCase[]>;
  readonly place: Signal<CollectPlace>;
  readonly isChoosing: Signal<boolean>;
  readonly chosen: Signal<ReadonlySet<number>>;
  /** The serial day of letters and entries. */
  readonly day: Signal<number>;
}

const dueOnly: CollectFilters = { isDue: true, step: null, salesperson: null, isBroken: false };

/** Create the model of Collect: who is next, what they are told, and what was done. */
export function createCollectModel(pane: PaneModel, room: CollectRoom = excelCollectRoom): CollectModel {
  const filters = signal<CollectFilters>(dueOnly);
  const place = signal<CollectPlace>({ kind: 'list' });
  const isChoosing = signal(false);
  const chosen = signal<ReadonlySet<number>>(new Set());
  const day = signal(Number.NaN);

  const worklist = createCollectWorklist(pane, room, follow);
  const { collecting } = worklist;
  const log = createCollectLog(pane, room, worklist, day);
  const letters = createCollectLetters(pane, room, collecting, day, log);

  const cases = computed(() => collecting.value?.cases ?? []);
  const due = computed(() => collecting.value?.due ?? []);
  const broken = computed(() => collecting.value?.broken ?? []);
  const salespersonOf = ({ customer }: CollectionCase): string =>
    collecting.value === null ? '' : textFor(collecting.value, 'salesperson', customer);
  const salespeople = computed(() => collecting.value?.salespeople ?? []);
  const shown = computed(() => {
    const { isDue, step, salesperson, isBroken } = filters.value;
    return (isDue ? due.value : cases.value).filter(
      found =>
        (step === null || found.step === step) &&
        (salesperson === null || salespersonOf(found) === salesperson) &&
        (!isBroken || found.promise === 'broken'),
    );
  });

  /** Customers are numbered anew by every answer: what was chosen by number is let go. */
  function follow(next: Collecting, isOther: boolean): void {
    const isStillThere = !('customer' in place.value) || next.caseOf.has(place.value.customer);
    if (isOther || !isStillThere) place.value = { kind: 'list' };
    if (!isOther) return;
    day.value = next.tiering.asOf.serial;
    chosen.value = new Set();
    letters.languages.value = new Map();
    filters.value = dueOnly;
  }

  return {
    ...worklist,
    ...log,
    ...letters,
    due,
    broken,
    salespeople,
    filters,
    shown,
    place,
    isChoosing,
    chosen,
    day,
  };
}
