/**
 * Number the places of a list, to be filtered and sorted.
 *
 * @example placesUpTo(3) //=> Int32Array [ 0, 1, 2 ]
 */
export function placesUpTo(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
}
