import { identitiesOf } from '../metrics/table/customerNumbers';
import type { CustomerTable } from '../metrics/table/metric';
import { withMetrics } from '../metrics/table/withMetrics';
import type { Scores } from '../scoring/assessment';
import type { Slices } from '../slices';
import { findPlacesInSlices, type Snapshot } from './snapshot';

/**
 * Add to a table by how many points each customer's score fell since a snapshot: below 0 where it rose, NaN where there was or is none.
 *
 * @param scores Of the table.
 * @param previous As `snapshotBefore` finds it; null leaves the falls unknown.
 * @example finishSlices(withScoreFallsInSlices(table, scores, may)).metrics.scoreFall[0] //=> 12.5
 */
export function* withScoreFallsInSlices(
  table: CustomerTable,
  scores: Pick<Scores, 'score'>,
  previous: Snapshot | null,
  findPlaces = findPlacesInSlices,
): Slices<CustomerTable> {
  if (previous === null) return table;
  const places = yield* findPlaces(previous, identitiesOf(table));
  const scoreFall = new Float64Array(places.length);
  for (let customer = 0; customer < places.length; customer += 1)
    scoreFall[customer] = (previous.score[places[customer]] ?? Number.NaN) - scores.score[customer];
  return withMetrics(table, { scoreFall });
}
