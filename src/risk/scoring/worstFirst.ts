import { placesUpTo } from '../metrics/placesUpTo';
import { insertSorted, sortInSlices } from '../metrics/sortInSlices';
import { changedRowsInSlices } from '../metrics/table/changedRows';
import type { Slices } from '../slices';
import type { Assessment, Scores } from './assessment';

/** What customers are ordered by. */
type Ordered = Pick<Assessment, 'table' | 'atRisk'> & { readonly scores: Pick<Scores, 'score'> };

/**
 * Order customers by money at risk, then by exposure, then by name; where no money is known, the lowest score is the worst. Who is not listed is not
 * in it. In slices of a few milliseconds.
 *
 * @param before An answer in order: who has the same figures as there keeps the place among the others, and only the rest is sorted in.
 */
export function* orderWorstFirst(
  now: Ordered,
  before: (Ordered & Pick<Assessment, 'worstFirst'>) | null = null,
): Slices<Int32Array> {
  const { listed } = now.table;
  const compare = worseFirst(now);
  const changed = before && (yield* changedRowsInSlices(figuresOf(before), figuresOf(now), listed.length));
  if (before === null || changed === null || changed.length * 8 > listed.length)
    return yield* sortInSlices(
      placesUpTo(listed.length).filter(customer => listed[customer] === 1),
      compare,
    );
  const kept = without(before.worstFirst, changed, listed.length);
  yield;
  const moved = yield* sortInSlices(
    changed.filter(customer => listed[customer] === 1),
    compare,
  );
  return insertSorted(kept, moved, compare);
}

/** Who of an order is still there and did not change. */
function without(order: Int32Array, changed: Int32Array, customerCount: number): Int32Array {
  const stays = new Uint8Array(customerCount).fill(1);
  for (let index = 0; index < changed.length; index += 1) stays[changed[index]] = 0;
  const kept = new Int32Array(order.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    if (stays[order[place]] !== 1) continue;
    kept[count] = order[place];
    count += 1;
  }
  return kept.subarray(0, count);
}

const figuresOf = ({ table, scores, atRisk }: Ordered) => [
  table.listed,
  table.customers,
  table.metrics.exposure,
  scores.score,
  atRisk,
];

function worseFirst({ table: { customers, metrics }, scores, atRisk }: Ordered) {
  const byName = new Intl.Collator(['zh-Hans', 'en']);
  const known = (value: number, ifNot: number) => (Number.isNaN(value) ? ifNot : value);
  const exposure = (customer: number) => known(metrics.exposure[customer], Number.NEGATIVE_INFINITY);
  const score = (customer: number) =>
    Number.isNaN(metrics.exposure[customer]) ? known(scores.score[customer], 101) : 0;
  const descending = (one: number, other: number) => (one === other ? 0 : other - one);
  return (one: number, other: number): number =>
    descending(atRisk[one], atRisk[other]) ||
    descending(exposure(one), exposure(other)) ||
    score(one) - score(other) ||
    byName.compare(customers[one], customers[other]) ||
    one - other;
}
