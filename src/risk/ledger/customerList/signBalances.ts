import { halfCent } from '../recognition/sampledAmounts';
import type { CustomerAges } from './customerAges';
import type { CustomerNumber } from './customerFields';

type Balances = Pick<
  Record<CustomerNumber, Float64Array | Float32Array>,
  'exposure' | 'credit' | 'entrySide'
>;

/**
 * Give balances the sign of their side: what stands in a column of credit balances is taken off, and what a column of sides (贷, Cr) says is of the credit
 * side is below 0, with the ages that add up to it.
 *
 * @param numbers as the columns of the list say them, NaN where they do not; filled in place
 */
export function signBalances({ exposure, credit, entrySide }: Balances, ages: CustomerAges | null): void {
  for (let entry = 0; entry < exposure.length; entry++) {
    if (!Number.isNaN(credit[entry])) exposure[entry] = (exposure[entry] || 0) - credit[entry];
    if (entrySide[entry] !== 1) continue;
    const owing = Math.abs(exposure[entry]);
    exposure[entry] = -owing;
    const amounts = ages?.amounts ?? [];
    const sum = amounts.reduce((total, column) => total + column[entry], 0);
    // Where ages have signs of their own they add up to what is below 0 already.
    if (Math.abs(sum - owing) >= halfCent) continue;
    for (const column of amounts) column[entry] = -column[entry];
  }
}
