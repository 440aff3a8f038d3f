import { customerKey } from '../ledger/cells/customerName';
import { areTwoCustomers, numbersIn } from '../ledger/cells/customerNumber';
import { placesUpTo } from '../metrics/placesUpTo';
import type { CustomerTable } from '../metrics/table/metric';
import { policyCode } from '../policy/policyCode';
import type { Assessment } from '../scoring/assessment';
import type { Slices } from '../slices';

/** What was known of every customer at a day, as columns: one entry a customer, money in currency units, NaN where not known. */
export interface Snapshot {
  /** Serial days: when it was taken, and the day it tells of. */
  readonly takenOn: number;
  readonly asOf: number;
  /** `''` where the sheet names none. */
  readonly currency: string;
  readonly customers: readonly string[];
  /** Customer numbers, several as `writeNumbers` writes them, `''` where not known. */
  readonly numbers: readonly string[];
  readonly exposure: Float64Array;
  readonly overdue: Float64Array;
  readonly sales: Float64Array;
  readonly dso: Float64Array;
  readonly score: Float64Array;
  /** Letters of the policy's tiers; `''` without a score. */
  readonly tiers: readonly string[];
  /** By which policy it was scored, as `policyCode` writes it; `''` where not known. */
  readonly policy: string;
  /** Last day of each bucket but the open one, not due first: 0, 30, 60, 90. */
  readonly bounds: readonly number[];
  /** Per bucket, not due first. */
  readonly buckets: readonly Float64Array[];
}

/** A customer as snapshots are searched for it. */
export interface SnapshotCustomer {
  readonly name: string;
  /** `''` where it has none. */
  readonly number: string;
}

/**
 * List the customers of a table that a snapshot tells of, by their index in the table and in the snapshot's order: those who are listed.
 *
 * @example snapshotCustomers(assessment.table)[0] //=> 0
 */
export function snapshotCustomers({ listed }: Pick<CustomerTable, 'listed'>): Int32Array {
  return placesUpTo(listed.length).filter(customer => listed[customer] === 1);
}

/**
 * Take a snapshot of an assessment: of the customers who are listed.
 *
 * @param takenOn Serial day of today, in the workbook's date system.
 * @example snapshotOf(assessment, 45_480, 'CNY').tiers[0] //=> 'B'
 */
export function snapshotOf(
  { table, scores, policy }: Assessment,
  takenOn: number,
  currency: string,
): Snapshot {
  const { exposure, overdue, sales, dso } = table.metrics;
  const listed = [...snapshotCustomers(table)];
  const isEverybody = listed.length === table.customers.length;
  const pick = (column: Float64Array) =>
    isEverybody ? column : Float64Array.from(listed, customer => column[customer]);
  const numbers = table.texts?.customerNumber;
  return {
    takenOn,
    asOf: table.asOf,
    currency,
    customers: listed.map(customer => table.customers[customer]),
    numbers: listed.map(customer => numbers?.[customer] ?? ''),
    exposure: pick(exposure),
    overdue: pick(overdue),
    sales: pick(sales),
    dso: pick(dso),
    score: pick(scores.score),
    tiers: listed.map(customer => policy.tiers[scores.tier[customer]]?.letter ?? ''),
    policy: policyCode(policy),
    bounds: policy.buckets.slice(0, -1).map(({ toDay }) => toDay),
    buckets: table.buckets.map(pick),
  };
}

/**
 * Find the snapshot that today is compared with: the latest of the currency that tells of an earlier day.
 *
 * @param snapshots In any order.
 * @returns Null where there is none.
 */
export function snapshotBefore(
  snapshots: readonly Snapshot[],
  asOf: number,
  currency: string,
): Snapshot | null {
  const earlier = snapshots.filter(snapshot => snapshot.currency === currency && snapshot.asOf < asOf);
  return earlier.reduce<Snapshot | null>(
    (latest, snapshot) => (latest && latest.asOf >= snapshot.asOf ? latest : snapshot),
    null,
  );
}

/** Customers that are looked at before the work stops for others. */
const customersInSlice = 2_048;

/** Customers by what they are found by, one entry each. */
export type Listed = Pick<Snapshot, 'customers' | 'numbers'>;

/** Finds customers in a snapshot: by number where both sides have one, else by name. */
export class SnapshotIndex {
  private readonly byNumber = new Map<string, number>();
  private readonly byName = new Map<string, number>();

  /** @param until Index the customers before this one; by default all. */
  constructor(
    private readonly snapshot: Listed,
    until = snapshot.customers.length,
  ) {
    this.add(0, until);
  }

  /** Index all customers in slices of a few milliseconds. */
  static *inSlices(snapshot: Listed): Slices<SnapshotIndex> {
    const index = new SnapshotIndex(snapshot, 0);
    const count = snapshot.customers.length;
    for (let from = 0; from < count; from += customersInSlice) {
      index.add(from, Math.min(count, from + customersInSlice));
      yield;
    }
    return index;
  }

  private add(from: number, to: number): void {
    const { customers, numbers } = this.snapshot;
    for (let index = from; index < to; index += 1) {
      for (const number of numbersIn(numbers[index])) this.byNumber.set(customerKey(number), index);
      this.byName.set(customerKey(customers[index]), index);
    }
  }

  /**
   * Find a customer's place in the snapshot, -1 where it is not there. Who has one of the numbers is the customer, however it is called; who has
   * only others is not, but for zeros before them.
   */
  find({ name, number }: SnapshotCustomer): number {
    for (const each of numbersIn(number)) {
      const byNumber = this.byNumber.get(customerKey(each));
      if (byNumber !== undefined) return byNumber;
    }
    const byName = this.byName.get(customerKey(name)) ?? -1;
    const isOther = byName >= 0 && areTwoCustomers(number, this.snapshot.numbers[byName]);
    return isOther ? -1 : byName;
  }
}

/** Find the places of customers in a snapshot, -1 where they are not there, in slices of a few milliseconds. */
export function* findPlacesInSlices(snapshot: Listed, { customers, numbers }: Listed): Slices<Int32Array> {
  const index = yield* SnapshotIndex.inSlices(snapshot);
  const places = new Int32Array(customers.length);
  for (let from = 0; from < places.length; from += customersInSlice) {
    const to = Math.min(places.length, from + customersInSlice);
    for (let customer = from; customer < to; customer += 1)
      places[customer] = index.find({ name: customers[customer], number: numbers[customer] });
    yield;
  }
  return places;
}

/** The customers of a later snapshot and those of an earlier one. */
export interface CustomerPairs {
  /** Per customer of the later one its place in the earlier one, -1 for a new one. */
  readonly place: Int32Array;
  /** Who of the earlier one is not in the later one. */
  readonly left: Int32Array;
}

/** Pair the customers of a later snapshot with those of an earlier one, in slices of a few milliseconds. */
export function* pairCustomersInSlices(before: Listed, after: Listed): Slices<CustomerPairs> {
  const place = yield* findPlacesInSlices(before, after);
  const hasStayed = new Uint8Array(before.customers.length);
  for (const earlier of place) if (earlier >= 0) hasStayed[earlier] = 1;
  return {
    place,
    left: placesUpTo(before.customers.length).filter(earlier => hasStayed[earlier] === 0),
  };
}
