const scales = [1, 100, 10_000, 1_000_000] as const;
const largestExact = 2 ** 53;
/** Twice the spacing of doubles: what one or two roundings can leave. */
const noisePerUnit = 2 ** -51;
const largestNoise = 1e-3;

/**
 * Choose the scale at which amounts become whole numbers whose sums are exact: the smallest of 1, 100, 10,000 and 1,000,000 at which
 * every amount is whole within floating-point noise and the total of absolute values stays below 2^53. Where none fits (thirds of a
 * cent, or too much money for so many decimals) it is the finest that stays below 2^53, and 1 beyond that. NaN entries are ignored.
 *
 * @param columns amounts in currency units, each summed on its own
 * @example moneyScale([Float64Array.of(12.5, 3)]) //=> 100
 */
export function moneyScale(columns: readonly Float64Array[]): number {
  return scaleOf(columns.map(amounts => ({ amounts, ...sizesOf(amounts) })));
}

/** Choose the scale as `moneyScale` does, for columns of which something is known already. */
export function scaleOf(columns: readonly SizedAmounts[]): number {
  const affordable = scales.filter(scale => columns.every(({ total }) => total * scale < largestExact));
  const fitting = affordable.find(scale => columns.every(column => isWholeAt(column, scale)));
  return fitting ?? affordable.at(-1) ?? 1;
}

/** Amounts in currency units and what their absolute values come to. */
export interface SizedAmounts {
  readonly amounts: Float64Array;
  readonly total: number;
  readonly largest: number;
  /** A scale that they were tried at, and by how much the one that is farthest from it misses a whole number there. */
  readonly tried?: { readonly scale: number; readonly farthest: number };
}

function sizesOf(amounts: Float64Array): Pick<SizedAmounts, 'total' | 'largest'> {
  let total = 0;
  let largest = 0;
  for (let index = 0; index < amounts.length; index++) {
    const size = Math.abs(amounts[index]);
    if (Number.isNaN(size)) continue;
    total += size;
    if (size > largest) largest = size;
  }
  return { total, largest };
}

function isWholeAt({ amounts, largest, tried }: SizedAmounts, scale: number): boolean {
  const noise = Math.min(Math.max(largest * scale, 1) * noisePerUnit, largestNoise);
  if (tried?.scale === scale) return tried.farthest <= noise;
  for (let index = 0; index < amounts.length; index++) {
    const scaled = amounts[index] * scale;
    if (Math.abs(scaled - Math.round(scaled)) > noise) return false;
  }
  return true;
}

/**
 * Turn currency units into whole numbers of `1 / scale`; NaN stays NaN.
 *
 * @example toScale(12.34, 100) //=> 1234
 */
export function toScale(amount: number, scale: number): number {
  // Adding 0 keeps a rounded-away credit from becoming -0.
  return Math.round(amount * scale) + 0;
}
