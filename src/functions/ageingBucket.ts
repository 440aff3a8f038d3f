import { bucketLabel, tableWord } from '../i18n/figures/bucketLabels';
import { currentLanguage } from '../i18n/language';
import { bucketIndex, daysPastDue } from '../risk/metrics/formulas/ageing';
import { spillAlong } from './argument';
import { readBuckets } from './bucketsArgument';
import { readDates, readDay } from './dateArgument';
import { listColumns } from './listArguments';
import { requirePlausibleDates } from './plausibleDates';
import { errorOf } from './respond';

/**
 * Name the ageing bucket of each row.
 *
 * A row whose cell is an error or no date answers with its own error, the others with their buckets. Empty rows among dates
 * are unplaced; below the last date they stay empty.
 *
 * @customfunction AGINGBUCKET AGINGBUCKET
 * @param dueDates Due date of each row.
 * @param asOf The day to age at; what is due on it is not due yet.
 * @param buckets Last day of each bucket (30, 60, 90), or the bucket table of the policy.
 * @returns One label a row.
 * @example =TIERCEL.AGINGBUCKET(C2:C500, DATE(2024,6,30)) //=> "31–60" …
 * @formula days past due = as_of − due_dates; 0 or less is not due
 * @formula bucket = the first whose last day is not below the days past due
 * @source Bounds as in the aged partner balance of OCA (Odoo): due on the day is current, day 1 to 30 the first bucket, 31
 * to 60 the second
 * @term 账龄区间
 */
export function ageingBucket(dueDates: unknown[][], asOf: unknown, buckets?: unknown[][]): unknown[][] {
  const day = readDay(asOf, 'asOf');
  const { columns, headerRow } = listColumns({ dueDates: ['date', dueDates] }, true);
  const { values, problems } = readDates(columns.dueDates, 'dueDates');
  requirePlausibleDates('dueDates', values, day);
  const chosen = readBuckets(buckets);
  const language = currentLanguage();
  const labels = chosen.map(bucket => bucketLabel(bucket, language));
  const lastDated = values.findLastIndex(date => !Number.isNaN(date));

  const cells = Array.from(values, (date, row) => {
    const problem = problems.get(row);
    if (problem) return errorOf(problem);
    if (!Number.isNaN(date)) return labels[bucketIndex(daysPastDue(date, day), chosen)]!;
    return row > headerRow && row < lastDated ? tableWord('unplaced', language) : '';
  });
  return spillAlong(columns.dueDates, cells);
}
