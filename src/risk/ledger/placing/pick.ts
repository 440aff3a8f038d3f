type NumberArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** The values of the wanted rows; the column itself where that is every row of it. */
export function pick<A extends NumberArray>(values: A, wanted: Int32Array): A {
  if (wanted.length === values.length) return values;
  const picked = values.slice(0, wanted.length) as A;
  for (let index = 0; index < wanted.length; index++) picked[index] = values[wanted[index]];
  return picked;
}
