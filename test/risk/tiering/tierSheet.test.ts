/** A sheet is tiered from its cells alone: what is said of its reading, its history and its kind decides figures. */
import { expect, test } from '@jest/globals';
import type { ReviewEntry } from '../../../src/risk/history/reviewLog';
import { snapshotOf } from '../../../src/risk/history/snapshot';
import type { Cell, DateSystem } from '../../../src/risk/ledger/ledger';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Assessment } from '../../../src/risk/scoring/assessment';
import { type SheetToTier, tierSheet } from '../../../src/risk/tiering/tierSheet';

type Row = readonly Cell[];

const asOf = 45_473;

function tier(
  cells: readonly Row[],
  given: Partial<SheetToTier> & { readonly currency?: string; readonly dateSystem?: DateSystem } = {},
): Assessment {
  const { currency = null, dateSystem = 1900, ...rest } = given;
  const reading = { recognition: recogniseSheet(cells), currency, dateSystem };
  return tierSheet({
    cells,
    reading,
    asOf,
    policy: defaultPolicy,
    list: null,
    chosen: [],
    reviews: [],
    snapshots: [],
    ...rest,
  });
}

const exposures = ({ table }: Assessment) =>
  Object.fromEntries(table.customers.map((name, customer) => [name, table.metrics.exposure[customer]]));

const ledger: Row[] = [
  ['Customer', 'Invoice date', 'Due date', 'Amount', 'Currency'],
  ['Acme', asOf - 60, asOf - 30, 100, 'EUR'],
  ['Acme', asOf - 60, asOf - 30, 50, 'EUR'],
  ['Beta', asOf - 20, asOf + 10, 40, 'USD'],
];

test('a ledger is answered in the currency that is said, else in that of most rows', () => {
  expect(exposures(tier(ledger))).toEqual({ Acme: 150 });
  expect(exposures(tier(ledger, { currency: 'USD' }))).toEqual({ Beta: 40 });
});

test('dates in text are of the date system that is said', () => {
  const written: Row[] = [
    ['Customer', 'Due date', 'Amount'],
    ['Acme', '2024-05-31', 100],
  ];
  expect(tier(written).table.metrics.oldestDays[0]).toBe(30);
  const asOfIn1904 = asOf - 1462;
  const { table } = tier(written, { dateSystem: 1904, asOf: asOfIn1904 });
  expect(table.metrics.oldestDays[0]).toBe(30);
});

test('a customer list is tiered by what it says, with its history', () => {
  const list: Row[] = [
    ['Customer', 'Balance', 'Overdue', 'Credit limit'],
    ['Acme', 500, 400, 100],
    ['Beta', 80, 0, 1000],
  ];
  const answer = tier(list);
  expect(exposures(answer)).toEqual({ Acme: 500, Beta: 80 });
  expect(answer.table.metrics.utilization[0]).toBe(5);
  const better = { ...snapshotOf(answer, asOf - 30, ''), asOf: asOf - 30, score: Float64Array.of(100, 100) };
  const later = tier(list, { snapshots: [better] });
  expect(later.table.metrics.scoreFall[0]).toBeCloseTo(100 - answer.scores.score[0], 9);
});

test('a review and a snapshot count together, each only once', () => {
  const before = {
    ...snapshotOf(tier(ledger), asOf - 30, 'EUR'),
    asOf: asOf - 30,
    score: Float64Array.of(99),
  };
  const review: ReviewEntry = { day: asOf - 400, customer: 'Acme', number: '', tier: 'B', score: 70 };
  const plain = tier(ledger).table.metrics;
  expect([plain.scoreFall[0], plain.daysSinceReview[0]]).toEqual([Number.NaN, Number.NaN]);
  const { table, scores } = tier(ledger, { reviews: [review], snapshots: [before] });
  expect(table.metrics.daysSinceReview[0]).toBe(400);
  expect(table.metrics.scoreFall[0]).toBeCloseTo(99 - scores.score[0], 9);
  const inDollars = { ...before, currency: 'USD' };
  expect(tier(ledger, { snapshots: [inDollars] }).table.metrics.scoreFall[0]).toBeNaN();
});
