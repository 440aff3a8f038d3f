import type { CustomerTable, MetricName } from '../../../src/risk/metrics/table/metric';
import { metricNames } from '../../../src/risk/metrics/table/metric';
import { unknownMetrics } from '../../../src/risk/metrics/table/metricColumns';

/** What is known of a customer; all else is not. */
export type Known = Readonly<Partial<Record<MetricName, number>>>;

/** A table of customers of whom only some metrics are known. */
export function tableOf(customers: readonly Known[], asOf = 45_000): CustomerTable {
  const metrics = unknownMetrics(customers.length);
  for (const name of metricNames) metrics[name].set(customers.map(known => known[name] ?? Number.NaN));
  return {
    asOf,
    customers: customers.map((_, index) => `C${index}`),
    listed: new Uint8Array(customers.length).fill(1),
    metrics,
    isOpenItemsOnly: false,
    measured: new Set(),
    buckets: [],
    rowsOf: () => new Int32Array(0),
  };
}
