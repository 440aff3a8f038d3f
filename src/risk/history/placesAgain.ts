/** Customers that were found once are found again without looking, as long as nobody on either side is called otherwise. */

import { placesUpTo } from '../metrics/placesUpTo';
import type { Slices } from '../slices';
import { findPlacesInSlices, type Listed } from './snapshot';

/** Where customers were found. */
export interface FoundPlaces {
  readonly listed: Listed;
  readonly places: Int32Array;
}

/**
 * Find the places of customers as `findPlacesInSlices` does, looking only for those who are not at the same place of the list as before.
 *
 * @param known Found among the same customers.
 */
export function* findPlacesAgainInSlices(
  among: Listed,
  { customers, numbers }: Listed,
  known: FoundPlaces,
): Slices<Int32Array> {
  const isElsewhere = (customer: number) =>
    customers[customer] !== known.listed.customers[customer] ||
    numbers[customer] !== known.listed.numbers[customer];
  const elsewhere = placesUpTo(customers.length).filter(isElsewhere);
  yield;
  const isSame = elsewhere.length === 0 && customers.length === known.places.length;
  if (isSame) return known.places;
  const places = new Int32Array(customers.length);
  places.set(known.places.subarray(0, customers.length));
  const found = yield* findPlacesInSlices(among, {
    customers: Array.from(elsewhere, customer => customers[customer]),
    numbers: Array.from(elsewhere, customer => numbers[customer]),
  });
  elsewhere.forEach((customer, index) => {
    places[customer] = found[index];
  });
  return places;
}

/**
 * Make a search that gives what `findPlacesInSlices` gives and remembers it for the next time.
 *
 * @example const findPlaces = rememberingPlaces(); // each edit of a row looks for the same customers in the same snapshot
 */
export function rememberingPlaces(): typeof findPlacesInSlices {
  let last: (FoundPlaces & { readonly among: Listed }) | null = null;
  return function* (among, listed) {
    const isAmongSame = last !== null && isSameList(last.among, among);
    const places =
      last !== null && isAmongSame
        ? yield* findPlacesAgainInSlices(among, listed, last)
        : yield* findPlacesInSlices(among, listed);
    last = { among, listed, places };
    return places;
  };
}

const isSameList = (one: Listed, other: Listed): boolean =>
  areSame(one.customers, other.customers) && areSame(one.numbers, other.numbers);

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((text, index) => text === other[index]));
