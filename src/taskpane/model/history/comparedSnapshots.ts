import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Snapshot, snapshotOf } from '../../../risk/history/snapshot';
import { todaySerial } from '../ledger/asOfDate';
import type { PaneModel } from '../paneModel';
import type { RecordedPast } from './recordedPast';

/** The snapshots that the answer can be held against. */
export interface ComparedSnapshots {
  /** Of the answer's currency, by day. */
  readonly alike: ReadonlySignal<readonly Snapshot[]>;
  /** Those of a day before the answer's, latest first: what it can be compared with. */
  readonly earlier: ReadonlySignal<readonly Snapshot[]>;
  /** The answer as a snapshot of today; null where there is none. */
  readonly now: ReadonlySignal<Snapshot | null>;
  /** The chosen one of `earlier`, by default the latest. */
  readonly compared: ReadonlySignal<Snapshot | null>;
  readonly comparedDay: Signal<number | null>;
  /** A snapshot of the answer that was taken today already. */
  readonly takenToday: ReadonlySignal<boolean>;
}

/** Create the model of the snapshots that go with the answer. */
export function createComparedSnapshots(
  pane: Pick<PaneModel, 'assessments' | 'now'>,
  { history }: RecordedPast,
): ComparedSnapshots {
  const { result } = pane.assessments;
  const comparedDay = signal<number | null>(null);
  // By themselves, so that another answer of the same day and currency is compared with the same snapshots.
  const currency = computed(() => result.value?.currency);
  const asOf = computed(() => result.value?.assessment.table.asOf ?? Number.NEGATIVE_INFINITY);
  const alike = computed(() =>
    (history.value?.snapshots ?? []).filter(snapshot => snapshot.currency === currency.value),
  );
  const earlier = computed(() => alike.value.filter(snapshot => snapshot.asOf < asOf.value).reverse());
  const now = computed(() => {
    const tiering = result.value;
    if (tiering === null) return null;
    return snapshotOf(tiering.assessment, todaySerial(pane.now(), tiering.block.is1904), tiering.currency);
  });
  const compared = computed(
    () => earlier.value.find(snapshot => snapshot.asOf === comparedDay.value) ?? earlier.value[0] ?? null,
  );
  const takenToday = computed(() => {
    const tiering = result.value;
    if (tiering === null) return false;
    const takenOn = todaySerial(pane.now(), tiering.block.is1904);
    return alike.value.some(snapshot => snapshot.takenOn === takenOn && snapshot.asOf === asOf.value);
  });
  return { alike, earlier, now, compared, comparedDay, takenToday };
}
