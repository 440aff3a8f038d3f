import type { CustomerTable } from '../metrics/metric';
import { withMetrics } from '../metrics/withMetrics';
import type { Scores } from '../scoring/assessment';
import { type Snapshot, SnapshotIndex } from './snapshot';

/**
 * Add to a table by how many points each customer's score fell since a snapshot: below 0 where it rose, NaN where there was or is none.
 *
 * @param scores Of the table.
 * @param previous As `snapshotBefore` finds it; null leaves the falls unknown.
 * @example withScoreFalls(table, scores, may).metrics.scoreFall[0] //=> 12.5
 */
export function withScoreFalls(
  table: CustomerTable,
  scores: Pick<Scores, 'score'>,
  previous: Snapshot | null,
): CustomerTable {
  if (previous === null) return table;
  const index = new SnapshotIndex(previous);
  const scoreFall = Float64Array.from(table.customers, (name, customer) => {
    const place = index.find({ name, number: table.texts?.customerNumber[customer] ?? '' });
    return (previous.score[place] ?? Number.NaN) - scores.score[customer]!;
  });
  return withMetrics(table, { scoreFall });
}
