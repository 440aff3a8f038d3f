import type { RecordTable } from '../../../excel/sheets/records';
import { textsOf } from '../../../i18n/bilingual';
import { currentLanguage } from '../../../i18n/language';
import { historyTexts } from '../../../i18n/pane/history';
import { reviewColumns } from '../../../risk/history/reviewLog';
import { bucketKeys, snapshotColumns } from '../../../risk/history/snapshotTable';
import { ownHeaders } from '../../../risk/ownTable';

/** In points: with the usual widths the customer would be on another printed page than what is told of it. */
const narrowColumns = {
  takenOn: 72,
  asOf: 72,
  currency: 60,
  dso: 64,
  score: 52,
  tier: 52,
  policy: 78,
} as const;

/** The table that holds snapshots of so many ageing buckets, in the language of the pane. */
export function snapshotTable(bucketCount: number): RecordTable {
  const columns = snapshotColumns(bucketCount);
  const { snapshotSheet } = textsOf(historyTexts);
  return {
    key: 'Snapshots',
    ...snapshotSheet,
    columns,
    headers: ownHeaders(columns, currentLanguage()),
    needed: ['asOf', 'customer'],
    joining: ['policy', ...bucketKeys(bucketCount)],
    widths: narrowColumns,
  };
}

/** The table in which reviews are noted, in the language of the pane. */
export function reviewTable(): RecordTable {
  return {
    key: 'Reviews',
    ...textsOf(historyTexts).reviewSheet,
    columns: reviewColumns,
    headers: ownHeaders(reviewColumns, currentLanguage()),
    needed: ['day', 'customer'],
  };
}
