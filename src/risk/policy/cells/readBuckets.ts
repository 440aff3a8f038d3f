import type { Bucket, MonthBucket } from '../policy';
import type { FoundSection } from './policyCells';
import type { NumberBounds } from './rowReader';
import { checkRows, type Reading, readingOf, readRows, rowsMissing, valuesOf } from './sectionReading';

/** Read the buckets by days past due: not due first, the open end last. */
export function bucketsOf(found: FoundSection): Reading<readonly Bucket[]> {
  const bounded = readBounds(found, {
    column: 'toDay',
    // The first bucket is not due, and only the last is open.
    first: { lowest: 0, highest: 0, ifBlank: 0 },
    between: {},
    notAscending: 'policyBucketsNotAscending',
    notOpen: 'policyLastBucketNotOpen',
  });
  return {
    ...bounded,
    value: bounded.value.map(({ end, lossRate }, index, all) => ({
      fromDay: index === 0 ? Number.NEGATIVE_INFINITY : all[index - 1].end + 1,
      toDay: end,
      lossRate,
    })),
  };
}

/** Read the buckets by completed months since the invoice: the youngest first, the open end last. */
export function monthBucketsOf(found: FoundSection): Reading<readonly MonthBucket[]> {
  const bounded = readBounds(found, {
    column: 'toMonth',
    first: { lowest: 1 },
    between: { lowest: 1 },
    notAscending: 'policyMonthsNotAscending',
    notOpen: 'policyLastMonthsNotOpen',
  });
  return {
    ...bounded,
    value: bounded.value.map(({ end, lossRate }, index, all) => ({
      fromMonth: index === 0 ? 0 : all[index - 1].end,
      toMonth: end,
      lossRate,
    })),
  };
}

interface BoundsKind {
  readonly column: string;
  readonly first: NumberBounds;
  readonly between: NumberBounds;
  readonly notAscending: 'policyBucketsNotAscending' | 'policyMonthsNotAscending';
  readonly notOpen: 'policyLastBucketNotOpen' | 'policyLastMonthsNotOpen';
}

/** Read ends and loss rates: at least two rows, whole ends in ascending order, the last one open. */
function readBounds(
  found: FoundSection,
  kind: BoundsKind,
): Reading<readonly { readonly end: number; readonly lossRate: number }[]> {
  const last = found.rows.length - 1;
  const boundsOf = (index: number): NumberBounds => {
    if (index === 0) return kind.first;
    return index === last ? { ifBlank: Number.POSITIVE_INFINITY } : kind.between;
  };
  const rows = readRows(found, (reader, index) => ({
    end: reader.number(kind.column, boundsOf(index)),
    lossRate: reader.number('lossRate', { lowest: 0, highest: 1 }),
  }));
  const ends = valuesOf(rows).map(row => row.end);
  checkRows(
    rows,
    'argumentNotWhole',
    kind.column,
    ({ end }) => Number.isFinite(end) && !Number.isInteger(end),
  );
  checkRows(
    rows,
    kind.notOpen,
    kind.column,
    ({ end }, index) => index === last && last > 0 && Number.isFinite(end),
  );
  checkRows(rows, kind.notAscending, kind.column, ({ end }, index) => index > 0 && end <= ends[index - 1]);
  return readingOf(rows, rows.length < 2 ? [rowsMissing(found)] : []);
}
