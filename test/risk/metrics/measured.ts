import { measureLedger } from '../../../src/risk/metrics/customers/customerMetrics';
import type { MetricName } from '../../../src/risk/metrics/table/metric';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { type LedgerRow, ledgerOf } from './ledgerOf';

/** The default policy with another window. */
export const looking = (windowDays: number): Policy => ({
  ...defaultPolicy,
  settings: { ...defaultPolicy.settings, windowDays },
});

/** All metrics of the first customer of a small ledger. */
export function measured(
  rows: readonly LedgerRow[],
  asOf: number,
  policy: Policy = defaultPolicy,
  extras: Parameters<typeof ledgerOf>[1] = {},
): Record<MetricName, number> {
  const { metrics } = measureLedger(ledgerOf(rows, extras), asOf, policy, 'all');
  const first = Object.entries(metrics).map(([name, column]) => [name, column[0]]);
  return Object.fromEntries(first);
}
