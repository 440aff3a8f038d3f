/** Reviews of customers that were noted in the workbook: a table with one row a review, written and read back. */
import type { Cell, DateSystem } from '../ledger/ledger';
import { identitiesOf } from '../metrics/table/customerNumbers';
import type { CustomerTable } from '../metrics/table/metric';
import { withMetrics } from '../metrics/table/withMetrics';
import { numberCell, type OwnColumns, readOwnTable, textCell } from '../ownTable';
import { finishSlices, type Slices } from '../slices';
import { findPlacesInSlices } from './snapshot';

/** A review of a customer, as it was noted. */
export interface ReviewEntry {
  /** Serial day. */
  readonly day: number;
  readonly customer: string;
  /** `''` where the customer has none. */
  readonly number: string;
  /** Letter and score on that day; `''` and NaN where there was none. */
  readonly tier: string;
  readonly score: number;
}

/** Columns of the table of reviews, a row for each time that a customer was reviewed. */
export const reviewColumns = {
  day: { header: { en: 'Reviewed on', zh: '复审日期' }, format: 'yyyy-mm-dd' },
  customer: { header: { en: 'Customer', zh: '客户' }, format: '@' },
  number: { header: { en: 'Customer number', zh: '客户编号' }, format: '@' },
  tier: { header: { en: 'Tier', zh: '风险等级' }, format: '@' },
  score: { header: { en: 'Score', zh: '信用评分' }, format: '0.0' },
  note: { header: { en: 'Note', zh: '备注' }, format: '@' },
} as const satisfies OwnColumns<string>;

/**
 * Write reviews as rows of the table, in the order of `reviewColumns`; the note is left to the user, and no text can become a formula.
 *
 * @example reviewRows([{ day: 45_480, customer: 'Acme', number: '', tier: 'B', score: 71 }]) //=> [[45_480, 'Acme', '', 'B', 71, '']]
 */
export function reviewRows(entries: readonly ReviewEntry[]): Cell[][] {
  return entries.map(({ day, customer, number, tier, score }) => [
    day,
    textCell(customer),
    textCell(number),
    textCell(tier),
    numberCell(score),
    '',
  ]);
}

/**
 * Read the reviews of a sheet, whatever users did to the table. Rows without a day or a customer are passed over. Never throws.
 *
 * @returns By day.
 * @example readReviews(cells, 1900)[0].customer //=> 'Acme'
 */
export function readReviews(
  cells: readonly (readonly Cell[])[],
  dateSystem: DateSystem,
): readonly ReviewEntry[] {
  return readOwnTable(cells, reviewColumns, dateSystem)
    .map(row => ({
      day: row.day('day'),
      customer: row.text('customer'),
      number: row.text('number'),
      tier: row.text('tier'),
      score: row.number('score'),
    }))
    .filter(({ day, customer }) => !Number.isNaN(day) && customer !== '')
    .sort((one, other) => one.day - other.day);
}

/**
 * Add to a table the reviews that were noted: of those and the customer list's, the later one counts; reviews after the as-of day do not.
 *
 * @param reviews By day, as `readReviews` gives them.
 * @example withReviews(table, reviews).metrics.daysSinceReview[0] //=> 12
 */
export function withReviews(table: CustomerTable, reviews: readonly ReviewEntry[]): CustomerTable {
  return finishSlices(withReviewsInSlices(table, reviews));
}

/** Add them as `withReviews` does, in slices of a few milliseconds. */
export function* withReviewsInSlices(
  table: CustomerTable,
  reviews: readonly ReviewEntry[],
  findPlaces = findPlacesInSlices,
): Slices<CustomerTable> {
  const { asOf, metrics } = table;
  const known = reviews.filter(({ day }) => day <= asOf);
  if (known.length === 0) return table;
  // Of one customer the search keeps the last.
  const places = yield* placesAmong(known, table, findPlaces);
  const daysSinceReview = metrics.daysSinceReview.map((stated, customer) => {
    const noted = known[places[customer]];
    if (noted === undefined) return stated;
    return Number.isNaN(stated) ? asOf - noted.day : Math.min(stated, asOf - noted.day);
  });
  return withMetrics(table, { daysSinceReview });
}

/**
 * Find who was reviewed after the as-of day of a table: as of that day the review does not count, and nobody waits for it any more. In slices of
 * a few milliseconds.
 *
 * @returns Customer indexes.
 * @example finishSlices(reviewedSinceInSlices(table, reviews)).has(4) //=> true
 */
export function* reviewedSinceInSlices(
  table: CustomerTable,
  reviews: readonly ReviewEntry[],
): Slices<ReadonlySet<number>> {
  const later = reviews.filter(({ day }) => day > table.asOf);
  if (later.length === 0) return new Set();
  const places = yield* placesAmong(later, table);
  return new Set([...places.keys()].filter(customer => places[customer] >= 0));
}

/** Per customer the review of theirs, -1 where there is none. */
const placesAmong = (
  reviews: readonly ReviewEntry[],
  table: CustomerTable,
  findPlaces = findPlacesInSlices,
): Slices<Int32Array> =>
  findPlaces(
    { customers: reviews.map(({ customer }) => customer), numbers: reviews.map(({ number }) => number) },
    identitiesOf(table),
  );
