import { medianOfFirst } from '../../../src/risk/metrics/median';

/** The median of all values, which stay in their order. */
export const medianOf = (values: ArrayLike<number>): number =>
  medianOfFirst(Float64Array.from(values), values.length);
