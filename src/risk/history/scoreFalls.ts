import { identitiesOf } from '../metrics/table/customerNumbers';
import type { CustomerTable } from '../metrics/table/metric';
import { withMetrics } from '../metrics/table/withMetrics';
import type { Policy } from '../policy/policy';
import { areScoredAlike, policyCode } from '../policy/policyCode';
import type { PreviousScores, Scores } from '../scoring/assessment';
import type { Slices } from '../slices';
import { findPlacesInSlices, type Snapshot } from './snapshot';

/**
 * Find the scores that the customers of a table had in a snapshot, in slices of a few milliseconds.
 *
 * @param snapshot As `snapshotBefore` finds it; null where there is none.
 * @example finishSlices(previousScoresInSlices(table, may))?.score[0] //=> 81.5
 */
export function* previousScoresInSlices(
  table: CustomerTable,
  snapshot: Snapshot | null,
  findPlaces = findPlacesInSlices,
): Slices<PreviousScores | null> {
  if (snapshot === null) return null;
  const places = yield* findPlaces(snapshot, identitiesOf(table));
  const { asOf, policy } = snapshot;
  return { asOf, policy, score: Float64Array.from(places, place => snapshot.score[place] ?? Number.NaN) };
}

/**
 * Add to a table by how many points each customer's score fell since a snapshot: below 0 where it rose, NaN where there was or is none, and for
 * everybody where the snapshot was scored by another policy: by it the same customer has another score.
 *
 * @param scores Of the table.
 * @param previous Of the table's customers; null leaves the falls as they are.
 * @param policy By which the table was scored.
 * @example withScoreFalls(table, scores, previous, policy).metrics.scoreFall[0] //=> 12.5
 */
export function withScoreFalls(
  table: CustomerTable,
  { score }: Pick<Scores, 'score'>,
  previous: PreviousScores | null,
  policy: Policy,
): CustomerTable {
  if (previous === null) return table;
  const scoreFall = areScoredAlike(previous.policy, policyCode(policy))
    ? previous.score.map((before, customer) => before - score[customer])
    : new Float64Array(score.length).fill(Number.NaN);
  return withMetrics(table, { scoreFall });
}
