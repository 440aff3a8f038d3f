import { findPlacesInSlices, type Snapshot } from '../history/snapshot';
import { placesUpTo } from '../metrics/placesUpTo';
import { finishSlices, type Slices } from '../slices';
import type { Assessment, Breach } from './assessment';

/**
 * Find the breaches of an answer that the answer before did not have: another rule of a customer, or a customer who was not there.
 *
 * @returns In the order of `after`.
 * @example newBreaches(before, after) //=> [{ customer: 4, rule: 'overLimit', … }]
 */
export function newBreaches(before: Assessment, after: Assessment): readonly Breach[] {
  return finishSlices(newBreachesInSlices(before, after));
}

/** Find as `newBreaches` does, in slices of a few milliseconds. */
export function* newBreachesInSlices(before: Assessment, after: Assessment): Slices<readonly Breach[]> {
  const places = yield* placesBefore(identities(before), identities(after));
  const known = new Map<Breach['rule'], Uint8Array>();
  for (const { customer, rule } of before.breaches) {
    const ofRule = known.get(rule) ?? new Uint8Array(before.table.customers.length);
    known.set(rule, ofRule);
    ofRule[customer] = 1;
  }
  yield;
  return after.breaches.filter(({ customer, rule }) => known.get(rule)?.[places[customer]] !== 1);
}

type Identities = Pick<Snapshot, 'customers' | 'numbers'>;

const identities = ({ table }: Assessment): Identities => ({
  customers: table.customers,
  numbers: table.texts?.customerNumber ?? table.customers.map(() => ''),
});

/** Most customers stand where they stood; only the others are looked for. */
function* placesBefore(before: Identities, after: Identities): Slices<Int32Array> {
  const { customers, numbers } = after;
  const places = placesUpTo(customers.length);
  const isElsewhere = (customer: number) =>
    customers[customer] !== before.customers[customer] || numbers[customer] !== before.numbers[customer];
  const elsewhere = places.filter(isElsewhere);
  yield;
  if (elsewhere.length === 0) return places;
  const found = yield* findPlacesInSlices(before, {
    customers: Array.from(elsewhere, customer => customers[customer]),
    numbers: Array.from(elsewhere, customer => numbers[customer]),
  });
  elsewhere.forEach((customer, index) => {
    places[customer] = found[index];
  });
  return places;
}
