import { exactSum } from '../metrics/exactSum';
import type { Slices } from '../slices';
import type { Snapshot } from './snapshot';

/** Days after which a snapshot is no longer of this month. */
const daysOfMonth = 30;

/**
 * Tell whether it is time for another snapshot: the latest of the currency was taken a month ago or earlier, and what would be recorded is of
 * a later day. Where nobody ever took one, nobody is waiting for the next.
 *
 * @param today Serial day, and `asOf` the day the numbers are of.
 * @example isSnapshotDue(snapshots, 45_535, 45_530, 'CNY') //=> true
 */
export function isSnapshotDue(
  snapshots: readonly Snapshot[],
  today: number,
  asOf: number,
  currency: string,
): boolean {
  const alike = snapshots.filter(snapshot => snapshot.currency === currency);
  if (alike.length === 0) return false;
  const lastTaken = Math.max(...alike.map(({ takenOn }) => takenOn));
  const lastAsOf = Math.max(...alike.map(snapshot => snapshot.asOf));
  return today - lastTaken >= daysOfMonth && asOf > lastAsOf;
}

/** All customers of a snapshot together, in currency units; what is not known of a customer is left out. */
export interface SnapshotTotals {
  readonly customers: number;
  readonly exposure: number;
  readonly overdue: number;
}

/**
 * Add up a snapshot.
 *
 * @example snapshotTotals(snapshot) //=> { customers: 212, exposure: 5_119_850, overdue: 835_560 }
 */
export function snapshotTotals({ customers, exposure, overdue }: Snapshot): SnapshotTotals {
  const sum = (amounts: Float64Array) => exactSum(amounts.filter(amount => !Number.isNaN(amount)));
  return { customers: customers.length, exposure: sum(exposure), overdue: sum(overdue) };
}

/** Add up snapshots, one a slice. */
export function* totalSnapshotsInSlices(
  snapshots: readonly Snapshot[],
): Slices<readonly (SnapshotTotals & Pick<Snapshot, 'asOf'>)[]> {
  const totals: (SnapshotTotals & Pick<Snapshot, 'asOf'>)[] = [];
  for (const snapshot of snapshots) {
    totals.push({ asOf: snapshot.asOf, ...snapshotTotals(snapshot) });
    yield;
  }
  return totals;
}
