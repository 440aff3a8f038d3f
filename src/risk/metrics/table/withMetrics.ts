import type { CustomerTable } from './metric';
import type { MetricColumns } from './metricColumns';

/**
 * Take a table with other columns in place of some of its metrics; all else is shared.
 *
 * @example withMetrics(table, { scoreFall }).metrics.scoreFall //=> scoreFall
 */
export const withMetrics = (table: CustomerTable, changed: Partial<MetricColumns>): CustomerTable => ({
  ...table,
  metrics: { ...table.metrics, ...changed },
});
