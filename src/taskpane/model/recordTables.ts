import type { RecordTable } from '../../excel/sheets/records';
import { textsOf } from '../../i18n/bilingual';
import { historyTexts } from '../../i18n/history';
import { currentLanguage } from '../../i18n/language';
import { reviewColumns } from '../../risk/history/reviewLog';
import { snapshotColumns } from '../../risk/history/snapshotTable';
import { ownHeaders } from '../../risk/ownTable';

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
