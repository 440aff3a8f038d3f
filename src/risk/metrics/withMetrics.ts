import type { CustomerTable } from './metric';
import type { MetricColumns } from './metricColumns';

/**
 * Take a table with other columns in place of some of its metrics; all else is shared.
 *
 * @example withMetrics(table, { scoreFall }).metrics.scoreFall //=> scoreFall
 */
export function withMetrics(table: CustomerTable, changed: Partial<MetricColumns>): CustomerTable {
  const { asOf, customers, listed, measured, metrics, buckets, texts, altmanModel } = table;
  return {
    asOf,
    customers,
    listed,
    measured,
    metrics: { ...metrics, ...changed },
    buckets,
    ...(texts && { texts }),
    ...(altmanModel && { altmanModel }),
    // Spreading the table would list the rows of a million invoices before somebody asks.
    get rows() {
      return table.rows;
    },
  };
}
