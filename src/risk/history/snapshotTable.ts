/** Snapshots in the workbook: a table with one row a customer and day, written and read back. */
import { addToGroup } from '../groupBy';
import type { Cell, DateSystem } from '../ledger/ledger';
import { numberCell, type OwnColumn, type OwnColumns, type OwnRow, ownRows, textCell } from '../ownTable';
import { finishSlices, type Slices } from '../slices';
import type { Snapshot } from './snapshot';

type FixedKey =
  | 'takenOn'
  | 'asOf'
  | 'currency'
  | 'customer'
  | 'number'
  | 'exposure'
  | 'overdue'
  | 'sales'
  | 'dso'
  | 'score'
  | 'tier'
  | 'policy'
  | 'bounds';

type BucketKey = `bucket${number}`;

export type SnapshotKey = FixedKey | BucketKey;

const day = 'yyyy-mm-dd';
const text = '@';
const money = '#,##0.00';

const fixedColumns: OwnColumns<FixedKey> = {
  takenOn: { header: { en: 'Taken on', zh: '快照日期' }, format: day },
  asOf: { header: { en: 'As of', zh: '截止日期' }, format: day },
  currency: { header: { en: 'Currency', zh: '币种' }, format: text },
  customer: { header: { en: 'Customer', zh: '客户' }, format: text },
  number: { header: { en: 'Customer number', zh: '客户编号' }, format: text },
  exposure: { header: { en: 'Exposure', zh: '应收余额' }, format: money },
  overdue: { header: { en: 'Overdue', zh: '逾期金额' }, format: money },
  sales: { header: { en: 'Sales', zh: '销售额' }, format: money },
  dso: { header: { en: 'DSO', zh: '应收账款周转天数' }, format: '0.0' },
  score: { header: { en: 'Score', zh: '信用评分' }, format: '0.0' },
  tier: { header: { en: 'Tier', zh: '风险等级' }, format: text },
  policy: { header: { en: 'Policy code', zh: '政策代码' }, format: text },
  bounds: { header: { en: 'Bucket bounds', zh: '账龄区间上限' }, format: text },
};

/** More buckets than anybody keeps; those of a policy that was changed since are read too. */
const mostBuckets = 12;

const bucketColumn = (bucket: number): OwnColumn => ({
  header: bucket === 0 ? { en: 'Not due', zh: '未到期' } : { en: `Bucket ${bucket}`, zh: `第 ${bucket} 档` },
  format: money,
});

/** Name the columns of so many buckets. */
export const bucketKeys = (bucketCount: number): readonly BucketKey[] =>
  Array.from({ length: bucketCount }, (_, bucket): BucketKey => `bucket${bucket}`);

/**
 * Give the columns of the snapshot table: the fixed ones, then one a bucket. A table that was begun with fewer buckets gets the missing
 * columns at its right.
 *
 * @example Object.keys(snapshotColumns(5)).at(-1) //=> 'bucket4'
 */
export function snapshotColumns(bucketCount: number): OwnColumns<SnapshotKey> {
  const buckets = bucketKeys(bucketCount).map((key, bucket) => [key, bucketColumn(bucket)]);
  return { ...fixedColumns, ...Object.fromEntries(buckets) } as OwnColumns<SnapshotKey>;
}

/** Customers whose rows are written before the work stops for others. */
const rowsWrittenInSlice = 1_024;

/**
 * Write a snapshot as rows of the table, in the order of `snapshotColumns(bucketCount)`; no text can become a formula.
 *
 * @param bucketCount Of the table, by default the snapshot's; what the snapshot does not have stays empty.
 * @example finishSlices(snapshotRowsInSlices(snapshot))[0] //=> [45_480, 45_473, 'CNY', 'Acme', "'1001", 1200.5, …]
 */
export function* snapshotRowsInSlices(
  snapshot: Snapshot,
  bucketCount = snapshot.buckets.length,
): Slices<Cell[][]> {
  const bounds = snapshot.bounds.join(boundSeparator);
  const wide = Array.from({ length: bucketCount }, (_, bucket) => snapshot.buckets[bucket] ?? null);
  const rowOf = (customer: number): Cell[] => [
    snapshot.takenOn,
    snapshot.asOf,
    textCell(snapshot.currency),
    textCell(snapshot.customers[customer]),
    textCell(snapshot.numbers[customer]),
    numberCell(snapshot.exposure[customer]),
    numberCell(snapshot.overdue[customer]),
    numberCell(snapshot.sales[customer]),
    numberCell(snapshot.dso[customer]),
    numberCell(snapshot.score[customer]),
    textCell(snapshot.tiers[customer]),
    textCell(snapshot.policy),
    textCell(bounds),
    ...wide.map(bucket => (bucket ? numberCell(bucket[customer]) : '')),
  ];
  const rows: Cell[][] = [];
  while (rows.length < snapshot.customers.length) {
    const to = Math.min(snapshot.customers.length, rows.length + rowsWrittenInSlice);
    while (rows.length < to) rows.push(rowOf(rows.length));
    yield;
  }
  return rows;
}

/** Neither a date nor a number in any language of Excel's. */
const boundSeparator = ' | ';

/** Snapshots as a sheet holds them. */
export interface SnapshotHistory {
  /** By day; of one day and currency the one taken last counts. */
  readonly snapshots: readonly Snapshot[];
  /** Zero-based rows of the cells that tell no customer or no day. */
  readonly unreadable: readonly number[];
  /** How many rows do not count because another snapshot of their day and currency was taken later. */
  readonly replacedRows: number;
}

/**
 * Read the snapshots of a sheet, whatever users did to the table: sorted it, moved, added or deleted columns, deleted rows. Of two rows of
 * one customer in one snapshot the lower counts. Never throws.
 *
 * @example readSnapshots(cells, 1900).snapshots.map(snapshot => snapshot.asOf) //=> [45_443, 45_473]
 */
export function readSnapshots(cells: readonly (readonly Cell[])[], dateSystem: DateSystem): SnapshotHistory {
  return finishSlices(readSnapshotsInSlices(cells, dateSystem));
}

/** Read as `readSnapshots` does, in slices of a few milliseconds: a year of 50,000 customers is 600,000 rows. */
export function* readSnapshotsInSlices(
  cells: readonly (readonly Cell[])[],
  dateSystem: DateSystem,
): Slices<SnapshotHistory> {
  const unreadable: number[] = [];
  const groups = new Map<string, ReadRow[]>();
  for (const row of ownRows(cells, snapshotColumns(mostBuckets), dateSystem)) {
    if (row.row % rowsInSlice === 0) yield;
    const read = readRow(row);
    if (read === null) {
      unreadable.push(row.row);
      continue;
    }
    addToGroup(groups, `${read.asOf} ${read.currency}`, read);
  }
  const snapshots: Snapshot[] = [];
  let replacedRows = 0;
  for (const rows of groups.values()) {
    const taken = takenLast(rows);
    replacedRows += rows.length - taken.length;
    snapshots.push(yield* snapshotOfRows(taken));
  }
  return { snapshots: snapshots.sort((one, other) => one.asOf - other.asOf), unreadable, replacedRows };
}

const rowsInSlice = 4096;

/**
 * Find the rows that hold one snapshot, such as one that is taken once more on the same day.
 *
 * @returns Zero-based rows of the cells, ascending.
 * @example finishSlices(rowsOfSnapshotInSlices(cells, { takenOn: 45_480, asOf: 45_473, currency: 'CNY' }, 1900)) //=> [1, 2, 3]
 */
export function* rowsOfSnapshotInSlices(
  cells: readonly (readonly Cell[])[],
  { takenOn, asOf, currency }: Pick<Snapshot, 'takenOn' | 'asOf' | 'currency'>,
  dateSystem: DateSystem,
): Slices<readonly number[]> {
  const rows: number[] = [];
  for (const row of ownRows(cells, snapshotColumns(mostBuckets), dateSystem)) {
    if (row.row % rowsInSlice === 0) yield;
    const read = readRow(row);
    const isOfIt = read?.takenOn === takenOn && read.asOf === asOf && read.currency === currency;
    if (isOfIt) rows.push(row.row);
  }
  return rows;
}

interface ReadRow {
  readonly row: OwnRow<SnapshotKey>;
  readonly asOf: number;
  readonly takenOn: number;
  readonly currency: string;
  readonly customer: string;
}

function readRow(row: OwnRow<SnapshotKey>): ReadRow | null {
  const asOf = row.day('asOf');
  const customer = row.text('customer');
  if (Number.isNaN(asOf) || customer === '') return null;
  const takenOn = row.day('takenOn');
  return {
    row,
    asOf,
    takenOn: Number.isNaN(takenOn) ? asOf : takenOn,
    currency: row.text('currency'),
    customer,
  };
}

function takenLast(rows: readonly ReadRow[]): readonly ReadRow[] {
  const last = rows.reduce((latest, row) => Math.max(latest, row.takenOn), Number.NEGATIVE_INFINITY);
  return rows.every(({ takenOn }) => takenOn === last)
    ? rows
    : rows.filter(({ takenOn }) => takenOn === last);
}

/** @param rows Taken on one day. */
function* snapshotOfRows(rows: readonly ReadRow[]): Slices<Snapshot> {
  const taken = new Map<string, ReadRow>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsInSlice === 0) yield;
    taken.set(`${row.row.text('number')}\n${row.customer}`, row);
  }
  const kept = [...taken.values()];
  const { asOf, takenOn, currency, row: first } = kept[0];
  const columns = new Map<SnapshotKey, Float64Array>();
  const bounds = boundsOf(first.text('bounds'));
  const bucketsOf = bounds.length === 0 ? [] : bucketKeys(bounds.length + 1);
  for (const key of [...numberKeys, ...bucketsOf]) {
    yield;
    columns.set(
      key,
      Float64Array.from(kept, ({ row }) => row.number(key)),
    );
  }
  const numbers = (key: SnapshotKey) => columns.get(key)!;
  yield;
  const customerNumbers = kept.map(({ row }) => row.text('number'));
  yield;
  return {
    takenOn,
    asOf,
    currency,
    customers: kept.map(({ customer }) => customer),
    numbers: customerNumbers,
    exposure: numbers('exposure'),
    overdue: numbers('overdue'),
    sales: numbers('sales'),
    dso: numbers('dso'),
    score: numbers('score'),
    tiers: kept.map(({ row }) => row.text('tier')),
    policy: first.text('policy'),
    bounds,
    buckets: bucketsOf.map(numbers),
  };
}

const numberKeys: readonly SnapshotKey[] = ['exposure', 'overdue', 'sales', 'dso', 'score'];

/** Without its bounds nobody can say what a bucket holds, so then there are none. */
function boundsOf(written: string): readonly number[] {
  const bounds = written.split('|').map(bound => Number.parseInt(bound, 10));
  const isAscending = bounds.every((bound, index) => index === 0 || bound > bounds[index - 1]);
  return isAscending && bounds.every(Number.isInteger) && bounds.length < mostBuckets ? bounds : [];
}
