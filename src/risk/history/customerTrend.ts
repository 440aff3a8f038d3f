import { type Snapshot, type SnapshotCustomer, SnapshotIndex } from './snapshot';

/** A customer at the day of one snapshot; NaN where not known. */
export interface TrendPoint {
  readonly asOf: number;
  readonly exposure: number;
  readonly overdue: number;
  readonly dso: number;
  readonly score: number;
  readonly tier: string;
  /** By which policy, as `policyCode` writes it; `''` where not known. */
  readonly policy: string;
}

/**
 * Follow a customer through the snapshots.
 *
 * @param snapshots By day, of one currency.
 * @returns A point for each snapshot that knows the customer.
 * @example customerTrend(snapshots, { name: 'Acme', number: '' }).map(({ tier }) => tier) //=> ['A', 'A', 'B']
 */
export function customerTrend(
  snapshots: readonly Snapshot[],
  customer: SnapshotCustomer,
): readonly TrendPoint[] {
  return snapshots.flatMap(snapshot => {
    const place = new SnapshotIndex(snapshot).find(customer);
    if (place < 0) return [];
    return {
      asOf: snapshot.asOf,
      exposure: snapshot.exposure[place],
      overdue: snapshot.overdue[place],
      dso: snapshot.dso[place],
      score: snapshot.score[place],
      tier: snapshot.tiers[place],
      policy: snapshot.policy,
    };
  });
}
