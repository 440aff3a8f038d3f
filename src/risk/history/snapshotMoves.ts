import type { Outcome } from '../problem';
import type { Slices } from '../slices';
import { pairCustomersInSlices, type Snapshot } from './snapshot';
import { snapshotChurn } from './snapshotRates';
import { type TierMigration, tierMigrationInSlices } from './tierMigration';

/** A customer whose score is lower than it was, in whole points. */
export interface ScoreDrop {
  /** Index into the later snapshot. */
  readonly customer: number;
  readonly from: number;
  readonly to: number;
}

/** What moved from one snapshot to a later one. */
export interface SnapshotMoves {
  readonly migration: TierMigration;
  /** The deepest fall first. */
  readonly drops: readonly ScoreDrop[];
  /** Who is new, as indexes into the later snapshot. */
  readonly entered: readonly number[];
  /** Who is gone, as indexes into the earlier one. */
  readonly left: readonly number[];
  readonly churn: Outcome<number>;
}

const customersInSlice = 4096;

/**
 * Compare a snapshot with an earlier one in slices of a few milliseconds: who is who in both is worked out once for all that it answers.
 *
 * @param letters Of the policy's tiers, best first.
 * @example finishSlices(compareSnapshotsInSlices(may, june, ['A', 'B', 'C', 'D'])).drops[0] //=> { customer: 4, from: 81, to: 40 }
 */
export function* compareSnapshotsInSlices(
  before: Snapshot,
  after: Snapshot,
  letters: readonly string[],
): Slices<SnapshotMoves> {
  const pairs = yield* pairCustomersInSlices(before, after);
  yield;
  const migration = yield* tierMigrationInSlices(before, after, letters, pairs);
  yield;
  const drops: ScoreDrop[] = [];
  const entered: number[] = [];
  for (let customer = 0; customer < pairs.place.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    const earlier = pairs.place[customer];
    if (earlier < 0) {
      entered.push(customer);
      continue;
    }
    const [from, to] = [Math.round(before.score[earlier]), Math.round(after.score[customer])];
    if (from > to) drops.push({ customer, from, to });
  }
  yield;
  drops.sort((one, other) => other.from - other.to - (one.from - one.to));
  yield;
  return { migration, drops, entered, left: [...pairs.left], churn: snapshotChurn(before, after, pairs) };
}
