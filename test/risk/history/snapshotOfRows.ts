import type { Snapshot } from '../../../src/risk/history/snapshot';

/** A customer of a small snapshot; what is left out is not known. */
export interface SnapshotRow {
  readonly name: string;
  readonly number?: string;
  readonly exposure?: number;
  readonly overdue?: number;
  readonly sales?: number;
  readonly dso?: number;
  readonly score?: number;
  readonly tier?: string;
  readonly buckets?: readonly number[];
}

/** Build a small snapshot with the default bounds. */
export function snapshotOfRows(
  asOf: number,
  rows: readonly SnapshotRow[],
  more: Partial<Snapshot> = {},
): Snapshot {
  const numbers = (key: 'exposure' | 'overdue' | 'sales' | 'dso' | 'score') =>
    Float64Array.from(rows, row => row[key] ?? Number.NaN);
  return {
    takenOn: asOf,
    asOf,
    currency: '',
    customers: rows.map(({ name }) => name),
    numbers: rows.map(({ number }) => number ?? ''),
    exposure: numbers('exposure'),
    overdue: numbers('overdue'),
    sales: numbers('sales'),
    dso: numbers('dso'),
    score: numbers('score'),
    tiers: rows.map(({ tier }) => tier ?? ''),
    policy: '',
    bounds: [0, 30, 60, 90],
    buckets: [0, 1, 2, 3, 4].map(bucket =>
      Float64Array.from(rows, row => row.buckets?.[bucket] ?? Number.NaN),
    ),
    ...more,
  };
}
