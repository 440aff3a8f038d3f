import { exactSum } from '../metrics/exactSum';
import type { Slices } from '../slices';
import type { CustomerPairs, Snapshot } from './snapshot';

/** Customers and their money, in currency units. */
export interface CustomersAndMoney {
  readonly count: number;
  readonly exposure: number;
}

/** Who moved from which tier to which, between two days. */
export interface TierMigration {
  /** Best tier first, then letters that only the snapshots know, then `''` for customers without a score. */
  readonly letters: readonly string[];
  /** By letter before, then letter after; exposure is what was owed at the later day. */
  readonly moves: readonly (readonly CustomersAndMoney[])[];
  /** By letter after: customers that were not in the earlier snapshot. */
  readonly entered: readonly CustomersAndMoney[];
  /** By letter before: customers that are no longer in the later one, with what they owed before. */
  readonly left: readonly CustomersAndMoney[];
  /** Letters of these that the policy has no more: whether they were better or worse than its own nobody knows. */
  readonly retired: readonly string[];
  /** Who stayed scored by letters of the policy and moved up, down, or not at all; also who kept a retired letter. */
  readonly improved: CustomersAndMoney;
  readonly worsened: CustomersAndMoney;
  readonly unchanged: CustomersAndMoney;
}

const customersInSlice = 4096;

/**
 * Count how customers moved between tiers from one snapshot to a later one (migration or transition matrix, 迁徙矩阵), in slices
 * of a few milliseconds.
 *
 * @param letters Of the policy's tiers, best first.
 * @param pairs Of the two snapshots.
 * @returns Every customer of either snapshot in exactly one place.
 * @example finishSlices(tierMigrationInSlices(may, june, ['A', 'B', 'C', 'D'], pairs)).moves[0][1] //=> { count: 3, exposure: 120_000 }, from A to B
 */
export function* tierMigrationInSlices(
  before: Snapshot,
  after: Snapshot,
  letters: readonly string[],
  { place, left }: CustomerPairs,
): Slices<TierMigration> {
  const retired = retiredLetters(letters, before, after);
  const isAnyUnscored = before.tiers.includes('') || after.tiers.includes('');
  const all = [...letters, ...retired, ...(isAnyUnscored ? [''] : [])];
  yield;
  const unscored = all.indexOf('');
  const isRanked = (letter: number) => letter < letters.length;
  const moves = all.map(() => all.map(() => new Money()));
  const entered = all.map(() => new Money());
  const [improved, worsened, unchanged] = [new Money(), new Money(), new Money()];
  for (let customer = 0; customer < place.length; customer += 1) {
    if (customer % customersInSlice === 0) yield;
    const exposure = after.exposure[customer];
    const to = all.indexOf(after.tiers[customer]);
    const earlier = place[customer];
    if (earlier < 0) {
      entered[to].add(exposure);
      continue;
    }
    const from = all.indexOf(before.tiers[earlier]);
    moves[from][to].add(exposure);
    if (from === unscored || to === unscored) continue;
    if (from === to) unchanged.add(exposure);
    else if (isRanked(from) && isRanked(to)) (to < from ? improved : worsened).add(exposure);
  }
  const gone = all.map(() => new Money());
  for (const customer of left) gone[all.indexOf(before.tiers[customer])].add(before.exposure[customer]);
  return {
    letters: all,
    retired,
    moves: moves.map(row => row.map(sum)),
    entered: entered.map(sum),
    left: gone.map(sum),
    improved: sum(improved),
    worsened: sum(worsened),
    unchanged: sum(unchanged),
  };
}

/** What some customers owe, to be added up exactly. */
class Money {
  count = 0;
  readonly known: number[] = [];

  add(exposure: number): void {
    this.count += 1;
    if (!Number.isNaN(exposure)) this.known.push(exposure);
  }
}

const sum = ({ count, known }: Money): CustomersAndMoney => ({ count, exposure: exactSum(known) });

function retiredLetters(letters: readonly string[], before: Snapshot, after: Snapshot): string[] {
  const seen = new Set(before.tiers);
  for (const letter of after.tiers) seen.add(letter);
  return [...seen].filter(letter => letter !== '' && !letters.includes(letter)).sort();
}
