import fc from 'fast-check';
import { customerTrend } from '../../../src/risk/history/customerTrend';
import { previousScoresInSlices, withScoreFalls } from '../../../src/risk/history/scoreFalls';
import { pairCustomersInSlices, type Snapshot, snapshotBefore } from '../../../src/risk/history/snapshot';
import { compareSnapshotsInSlices } from '../../../src/risk/history/snapshotMoves';
import { snapshotChurn, snapshotRollRates } from '../../../src/risk/history/snapshotRates';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import type { Policy } from '../../../src/risk/policy/policy';
import { policyCode } from '../../../src/risk/policy/policyCode';
import { finishSlices } from '../../../src/risk/slices';
import { tableOf } from '../scoring/tableOf';
import { snapshotOfRows } from './snapshotOfRows';

const letters = ['A', 'B', 'C', 'D'];

describe('pairs of customers', () => {
  it('knows a customer by number, else by name, and takes two numbers for two customers', () => {
    const before = snapshotOfRows(1, [{ name: 'Acme', number: '1' }, { name: 'Beta' }, { name: 'Gone' }]);
    const after = snapshotOfRows(2, [
      { name: 'Renamed', number: '1' },
      { name: 'BETA ', number: '9' },
      { name: 'Acme', number: '2' },
      { name: 'Acme' },
    ]);
    const { place, left } = finishSlices(pairCustomersInSlices(before, after));
    expect([...place]).toEqual([0, 1, -1, 0]);
    expect([...left]).toEqual([2]);
  });

  it('takes a number with zeros before it for the same, and one of several numbers for the customer', () => {
    const before = snapshotOfRows(1, [
      { name: 'Acme', number: '00123' },
      { name: 'Beta', number: '7 / 8' },
      { name: 'Cole', number: '123' },
    ]);
    const after = snapshotOfRows(2, [
      { name: 'Acme', number: '123 / 00123' },
      { name: 'Acme', number: '0123' },
      { name: 'Beta Holding', number: '8 / 9' },
      { name: 'Beta', number: '9' },
    ]);
    expect([...finishSlices(pairCustomersInSlices(before, after)).place]).toEqual([2, 0, 1, -1]);
  });
});

test('the snapshot before is the latest of the currency that tells of an earlier day', () => {
  const [may, june, july] = [31, 60, 91].map(day => snapshotOfRows(day, []));
  const dollars = snapshotOfRows(80, [], { currency: 'USD' });
  expect(snapshotBefore([june, may, july, dollars], 91, '')).toBe(june);
  expect(snapshotBefore([may], 31, '')).toBeNull();
});

describe('tier migration', () => {
  const migrationBetween = (before: Snapshot, after: Snapshot) =>
    finishSlices(compareSnapshotsInSlices(before, after, letters)).migration;

  const before = snapshotOfRows(1, [
    { name: 'Stays', tier: 'A', exposure: 10 },
    { name: 'Falls', tier: 'A', exposure: 20 },
    { name: 'Rises', tier: 'D', exposure: 30 },
    { name: 'Leaves', tier: 'B', exposure: 40 },
    { name: 'Old', tier: 'X', exposure: 1 },
  ]);
  const after = snapshotOfRows(2, [
    { name: 'Stays', tier: 'A', exposure: 11 },
    { name: 'Falls', tier: 'C', exposure: 22.1 },
    { name: 'Rises', tier: 'B', exposure: 33 },
    { name: 'New', tier: 'C', exposure: 0.2 },
    { name: 'Old', exposure: 2 },
  ]);
  const migration = migrationBetween(before, after);

  it('counts customers and money from tier to tier', () => {
    expect(migration.letters).toEqual(['A', 'B', 'C', 'D', 'X', '']);
    expect(migration.moves[0]?.[0]).toEqual({ count: 1, exposure: 11 });
    expect(migration.moves[0]?.[2]).toEqual({ count: 1, exposure: 22.1 });
    expect(migration.moves[3]?.[1]).toEqual({ count: 1, exposure: 33 });
    expect(migration.moves[4]?.[5]).toEqual({ count: 1, exposure: 2 });
    expect(migration.entered[2]).toEqual({ count: 1, exposure: 0.2 });
    expect(migration.left[1]).toEqual({ count: 1, exposure: 40 });
    expect(migration).toMatchObject({
      improved: { count: 1, exposure: 33 },
      worsened: { count: 1, exposure: 22.1 },
      unchanged: { count: 1, exposure: 11 },
    });
  });

  it('calls nobody better or worse who was without a score before or is now, and adds up what is known of the money', () => {
    const { letters: none, ...unscored } = migrationBetween(
      snapshotOfRows(1, [
        { name: 'Scored now' },
        { name: 'No more', tier: 'A' },
        { name: 'Owes what?', tier: 'A' },
      ]),
      snapshotOfRows(2, [
        { name: 'Scored now', tier: 'D', exposure: 5 },
        { name: 'No more', exposure: 6 },
        { name: 'Owes what?', tier: 'A' },
      ]),
    );
    const nobody = { count: 0, exposure: 0 };
    expect(unscored).toMatchObject({
      improved: nobody,
      worsened: nobody,
      unchanged: { count: 1, exposure: 0 },
    });
    expect(none).toEqual(['A', 'B', 'C', 'D', '']);
  });

  it('lists letters that only the snapshots know by the alphabet, and none for nobody', () => {
    const rows = ['Z', 'X', 'Y'].map(tier => ({ name: tier, tier }));
    const { letters: known } = migrationBetween(snapshotOfRows(1, rows), snapshotOfRows(2, rows));
    expect(known).toEqual(['A', 'B', 'C', 'D', 'X', 'Y', 'Z']);
  });

  it('calls nobody better or worse than in a tier that the policy has no more', () => {
    const before = snapshotOfRows(1, [
      { name: 'From', tier: '1' },
      { name: 'Kept', tier: '2' },
      { name: 'Falls', tier: 'A' },
    ]);
    const after = snapshotOfRows(2, [
      { name: 'From', tier: 'D', exposure: 5 },
      { name: 'Kept', tier: '2', exposure: 6 },
      { name: 'Falls', tier: 'D', exposure: 7 },
    ]);
    expect(migrationBetween(before, after)).toMatchObject({
      retired: ['1', '2'],
      improved: { count: 0, exposure: 0 },
      worsened: { count: 1, exposure: 7 },
      unchanged: { count: 1, exposure: 6 },
    });
  });

  it('has every customer in exactly one place', () => {
    const rows = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...'ABCDEFGH'),
        tier: fc.constantFrom('A', 'B', 'X', ''),
        exposure: fc.nat(),
      }),
      { selector: ({ name }) => name },
    );
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const { moves, entered, left } = migrationBetween(snapshotOfRows(1, one), snapshotOfRows(2, other));
        const count = (cells: readonly { count: number }[]) =>
          cells.reduce((sum, cell) => sum + cell.count, 0);
        expect(count(moves.flat()) + count(entered)).toBe(other.length);
        expect(count(moves.flat()) + count(left)).toBe(one.length);
      }),
    );
  });
});

test('score falls are points lost since the snapshot, unknown for who was not in it', () => {
  const table = tableOf([{}, {}, {}, {}]);
  const scores = { score: Float64Array.of(50, 90, 40, Number.NaN) };
  const previous = snapshotOfRows(1, [
    { name: 'c0', score: 70.5 },
    { name: 'C1', score: 80 },
    { name: 'C3', score: 80 },
  ]);
  const fallsBy = (policy: Policy, scoredBy: string) => {
    const before = finishSlices(previousScoresInSlices(table, { ...previous, policy: scoredBy }));
    return [...withScoreFalls(table, scores, before, policy).metrics.scoreFall];
  };
  const { settings } = defaultPolicy;
  const withShorterWindow = { ...defaultPolicy, settings: { ...settings, windowDays: 180 } };
  const known = [20.5, -10, Number.NaN, Number.NaN];
  expect(fallsBy(defaultPolicy, '')).toEqual(known);
  expect(fallsBy(defaultPolicy, policyCode(defaultPolicy))).toEqual(known);
  expect(fallsBy(withShorterWindow, policyCode(defaultPolicy))).toEqual(known.map(() => Number.NaN));
  expect(withScoreFalls(table, scores, null, defaultPolicy)).toBe(table);
});

test('a customer is followed through the snapshots that know it', () => {
  const acme = { name: 'Acme', exposure: 1, overdue: 2, dso: 3, score: 4, tier: 'A' };
  const snapshots = [
    snapshotOfRows(1, [acme]),
    snapshotOfRows(2, []),
    snapshotOfRows(3, [{ name: 'ACME', tier: 'B' }]),
  ];
  expect(customerTrend(snapshots, { name: 'acme', number: '' })).toEqual([
    { asOf: 1, exposure: 1, overdue: 2, dso: 3, score: 4, tier: 'A', policy: '' },
    {
      asOf: 3,
      exposure: Number.NaN,
      overdue: Number.NaN,
      dso: Number.NaN,
      score: Number.NaN,
      tier: 'B',
      policy: '',
    },
  ]);
});

describe('snapshotRollRates', () => {
  const at = (day: number, ...buckets: number[]) => snapshotOfRows(day, [{ name: 'Acme', buckets }]);

  it('rolls from snapshot to snapshot a bucket apart, whatever stands between', () => {
    const rates = snapshotRollRates([
      at(100, 100, 0, 0, 0, 0),
      at(131, 0, 50, 0, 0, 0),
      at(140, 9, 9, 9, 9, 9),
      at(160, 0, 0, 10, 0, 0),
    ]);
    expect(rates).toMatchObject({ ok: true, value: { days: [100, 131, 160], bounds: [0, 30, 60, 90] } });
    if (!rates.ok) return;
    expect(rates.value.rollRates.slice(0, 2)).toEqual([0.5, 0.2]);
    expect(rates.value.balances[1]).toEqual([0, 50, 0, 0, 0]);
  });

  it('needs two: of several about a step before it takes the one that is closest, a quarter of a step off at most', () => {
    const daysOf = (...days: number[]) => {
      const rates = snapshotRollRates(days.map(day => at(day, 1, 1, 1, 1, 1)));
      return rates.ok ? rates.value.days : rates.problem.key;
    };
    expect(daysOf(100, 130)).toEqual([100, 130]);
    expect(daysOf(95, 99, 103, 107, 130)).toEqual([99, 130]);
    // 22.5 to 37.5 days.
    expect([daysOf(100, 137), daysOf(100, 138)]).toEqual([[100, 137], 'balancesTooFew']);
    expect([daysOf(100, 123), daysOf(100, 122)]).toEqual([[100, 123], 'balancesTooFew']);
  });

  it('steps by the width of the second bucket, wherever the first one ends', () => {
    const bounded = (day: number) =>
      snapshotOfRows(day, [{ name: 'Acme', buckets: [1, 1, 1] }], { bounds: [20, 40] });
    expect(snapshotRollRates([bounded(100), bounded(120)])).toMatchObject({
      ok: true,
      value: { days: [100, 120], bounds: [20, 40] },
    });
    // 20 days and a quarter of them, to the day.
    expect(snapshotRollRates([bounded(100), bounded(125)])).toMatchObject({ ok: true });
    expect(snapshotRollRates([bounded(100), bounded(126)])).toMatchObject({ ok: false });
  });

  it('answers that there are too few', () => {
    expect(snapshotRollRates([])).toMatchObject({
      ok: false,
      problem: { code: 'notAvailable', key: 'balancesTooFew', detail: { argument: 'balances' } },
    });
    expect(snapshotRollRates([at(100, 1), at(110, 1)])).toMatchObject({ ok: false });
    const otherBounds = snapshotOfRows(100, [], { bounds: [0, 15, 30], buckets: [] });
    expect(snapshotRollRates([otherBounds, at(130, 1)])).toMatchObject({ ok: false });
  });
});

test('churn is the share of buyers that bought no more', () => {
  const before = snapshotOfRows(1, [
    { name: 'A', sales: 5 },
    { name: 'B', sales: 5 },
    { name: 'C', sales: 5 },
    { name: 'D', sales: 5 },
    { name: 'Idle', sales: 0 },
  ]);
  const after = snapshotOfRows(2, [
    { name: 'A', sales: 1 },
    { name: 'B', sales: 0 },
    { name: 'C' },
    { name: 'New', sales: 9 },
  ]);
  const churnSince = (earlier: Snapshot) =>
    snapshotChurn(earlier, after, finishSlices(pairCustomersInSlices(earlier, after)));
  expect(churnSince(before)).toEqual({ ok: true, value: 0.75 });
  expect(churnSince(snapshotOfRows(1, [{ name: 'A' }]))).toMatchObject({
    ok: false,
    problem: { code: 'notAvailable', key: 'nobodyActive', detail: { argument: 'dates' } },
  });
});

test('a buyer who is two customers by now has stayed once', () => {
  const before = snapshotOfRows(1, [
    { name: 'Acme', number: '7 / 8', sales: 5 },
    { name: 'Beta', number: '9', sales: 5 },
  ]);
  const after = snapshotOfRows(2, [
    { name: 'Acme North', number: '7', sales: 1 },
    { name: 'Acme South', number: '8', sales: 1 },
  ]);
  const pairs = finishSlices(pairCustomersInSlices(before, after));
  expect(snapshotChurn(before, after, pairs)).toEqual({ ok: true, value: 0.5 });
});
