/** Customers by tier and by what they owe: where the money and the risk meet. */
import { exactSum } from '../metrics/exactSum';
import type { CustomerTable } from '../metrics/table/metric';
import type { Policy } from '../policy/policy';
import type { Assessment } from './assessment';

export interface MatrixCell {
  readonly count: number;
  /** In currency units. */
  readonly exposure: number;
  readonly atRisk: number;
}

export interface ExposureMatrix {
  /** Lower bounds of the bands but the first: band 0 owes nothing, band 1 less than `bounds[0]`, band n at least `bounds[n - 2]`. */
  readonly bounds: readonly number[];
  /** One row a tier of the policy, then one with letter `''` for customers without a score, if there are any. */
  readonly rows: readonly { readonly letter: string; readonly cells: readonly MatrixCell[] }[];
}

/** With the one below them these make five bands of money: small, and four times ten times more. */
const boundCount = 4;

/**
 * Choose bands for what customers owe: powers of ten, the highest the last one that the largest customer reaches, so that bands are told in a word
 * and few customers stand in the highest.
 *
 * @returns Ascending; none where nobody owes anything.
 * @example bandBounds([900, 25_000, 2_400_000]) //=> [1_000, 10_000, 100_000, 1_000_000]
 */
export function bandBounds(exposures: ArrayLike<number>): readonly number[] {
  let largest = 0;
  for (let customer = 0; customer < exposures.length; customer += 1) {
    if (exposures[customer] > largest) largest = exposures[customer];
  }
  if (largest === 0) return [];
  const highest = Number(`1e${Math.floor(Math.log10(largest))}`);
  return Array.from({ length: boundCount }, (_, bound) => highest / 10 ** (boundCount - 1 - bound));
}

/**
 * Find the band of an exposure; 0 where nothing is owed or nothing is known.
 *
 * @example bandOf(25_000, [1_000, 10_000, 100_000]) //=> 3
 */
export function bandOf(exposure: number, bounds: readonly number[]): number {
  if (!(exposure > 0)) return 0;
  return 1 + bounds.filter(bound => exposure >= bound).length;
}

/**
 * Set out customers by tier and by band of exposure.
 *
 * @param bounds Ascending, above 0; by default as `bandBounds` chooses.
 * @returns Every listed customer in exactly one cell.
 * @example exposureMatrix(assessment).rows[3].cells[5] //=> { count: 2, exposure: 3_100_000, atRisk: 620_000 }, the largest of tier D
 */
export function exposureMatrix(
  { table, scores, policy, atRisk }: Pick<Assessment, 'table' | 'scores' | 'policy' | 'atRisk'>,
  bounds: readonly number[] = bandBounds(table.metrics.exposure),
): ExposureMatrix {
  const cells = customersByCell(table, scores.tier, policy, bounds);
  const cellOf = (customers: readonly number[]): MatrixCell => ({
    count: customers.length,
    exposure: sumOf(table.metrics.exposure, customers),
    atRisk: sumOf(atRisk, customers),
  });
  const rows = [...policy.tiers.map(({ letter }) => letter), ''].map((letter, tier) => ({
    letter,
    cells: cells[tier].map(cellOf),
  }));
  const hasUnscored = rows.at(-1)!.cells.some(({ count }) => count > 0);
  return { bounds, rows: hasUnscored ? rows : rows.slice(0, -1) };
}

function customersByCell(
  { metrics, customers, listed }: CustomerTable,
  tiers: Uint8Array,
  policy: Policy,
  bounds: readonly number[],
): readonly (readonly number[][])[] {
  const bandCount = bounds.length + 2;
  const cells = Array.from({ length: policy.tiers.length + 1 }, () =>
    Array.from({ length: bandCount }, (): number[] => []),
  );
  for (let customer = 0; customer < customers.length; customer += 1) {
    if (listed[customer] === 0) continue;
    const tier = Math.min(tiers[customer], policy.tiers.length);
    cells[tier][bandOf(metrics.exposure[customer], bounds)].push(customer);
  }
  return cells;
}

const sumOf = (column: Float64Array, customers: readonly number[]): number =>
  exactSum(customers.map(customer => column[customer])) || 0;
