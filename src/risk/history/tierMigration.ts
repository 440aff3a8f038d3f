import { exactSum } from '../metrics/exactSum';
import { type CustomerPairs, pairCustomers, type Snapshot } from './snapshot';

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
  /** Who stayed scored and moved up, down, or not at all. */
  readonly improved: CustomersAndMoney;
  readonly worsened: CustomersAndMoney;
  readonly unchanged: CustomersAndMoney;
}

/**
 * Count how customers moved between tiers from one snapshot to a later one (migration or transition matrix, 迁徙矩阵).
 *
 * @param letters Of the policy's tiers, best first.
 * @param pairs Of the two; found where they are not given.
 * @returns Every customer of either snapshot in exactly one place.
 * @example tierMigration(may, june, ['A', 'B', 'C', 'D']).moves[0][1] //=> { count: 3, exposure: 120_000 }, from A to B
 */
export function tierMigration(
  before: Snapshot,
  after: Snapshot,
  letters: readonly string[],
  { place, left }: CustomerPairs = pairCustomers(before, after),
): TierMigration {
  const all = allLetters(letters, before, after);
  const moved = after.customers.map((_, customer) => ({
    from: place[customer]! < 0 ? -1 : all.indexOf(before.tiers[place[customer]!]!),
    to: all.indexOf(after.tiers[customer]!),
    exposure: after.exposure[customer]!,
  }));
  const gone = Array.from(left, customer => ({
    from: all.indexOf(before.tiers[customer]!),
    exposure: before.exposure[customer]!,
  }));
  const unscored = all.indexOf('');
  const scored = moved.filter(({ from, to }) => from >= 0 && from !== unscored && to !== unscored);
  return {
    letters: all,
    moves: all.map((_, from) =>
      all.map((_, to) => sum(moved.filter(move => move.from === from && move.to === to))),
    ),
    entered: all.map((_, to) => sum(moved.filter(move => move.from < 0 && move.to === to))),
    left: all.map((_, from) => sum(gone.filter(move => move.from === from))),
    improved: sum(scored.filter(({ from, to }) => to < from)),
    worsened: sum(scored.filter(({ from, to }) => to > from)),
    unchanged: sum(scored.filter(({ from, to }) => to === from)),
  };
}

function allLetters(letters: readonly string[], before: Snapshot, after: Snapshot): string[] {
  const seen = new Set([...before.tiers, ...after.tiers]);
  const retired = [...seen].filter(letter => letter !== '' && !letters.includes(letter)).sort();
  return [...letters, ...retired, ...(seen.has('') ? [''] : [])];
}

const sum = (moves: readonly { readonly exposure: number }[]): CustomersAndMoney => ({
  count: moves.length,
  exposure: exactSum(moves.map(({ exposure }) => exposure).filter(exposure => !Number.isNaN(exposure))),
});
