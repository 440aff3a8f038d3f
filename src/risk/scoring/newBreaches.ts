import { findPlacesAgainInSlices } from '../history/placesAgain';
import { placesUpTo } from '../metrics/placesUpTo';
import { identitiesOf } from '../metrics/table/customerNumbers';
import type { Slices } from '../slices';
import type { Assessment, Breach } from './assessment';

/**
 * Find the breaches of an answer that the answer before did not have, in slices of a few milliseconds: another rule of a customer, or a
 * customer who was not there.
 *
 * @returns In the order of `after`.
 * @example finishSlices(newBreachesInSlices(before, after)) //=> [{ customer: 4, rule: 'overLimit', … }]
 */
export function* newBreachesInSlices(before: Assessment, after: Assessment): Slices<readonly Breach[]> {
  const listedBefore = identitiesOf(before.table);
  // Most customers stand where they stood.
  const known = { listed: listedBefore, places: placesUpTo(listedBefore.customers.length) };
  const places = yield* findPlacesAgainInSlices(listedBefore, identitiesOf(after.table), known);
  const broken = new Map<Breach['rule'], Uint8Array>();
  for (const { customer, rule } of before.breaches) {
    const ofRule = broken.get(rule) ?? new Uint8Array(before.table.customers.length);
    broken.set(rule, ofRule);
    ofRule[customer] = 1;
  }
  yield;
  return after.breaches.filter(({ customer, rule }) => broken.get(rule)?.[places[customer]] !== 1);
}
