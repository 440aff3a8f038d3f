/** Give a column that holds at least `count` values: the same one where it does, else a longer one, without the values of the old. */
export function roomFor(column: Float64Array<ArrayBuffer>, count: number): Float64Array<ArrayBuffer> {
  if (column.length >= count) return column;
  return new Float64Array(Math.max(count, column.length * 2));
}
