import { compareSnapshotsInSlices } from '../../../src/risk/history/snapshotMoves';
import { finishSlices } from '../../../src/risk/slices';
import { snapshotOfRows } from './snapshotOfRows';

const letters = ['A', 'B', 'C', 'D'];

test('who fell, deepest first and in whole points, who came and who left', () => {
  const before = snapshotOfRows(1, [
    { name: 'Slips', score: 80.4, tier: 'A', sales: 1 },
    { name: 'Holds', score: 60.4, tier: 'B', sales: 1 },
    { name: 'Leaves', score: 50, tier: 'C', sales: 1 },
    { name: 'Falls', score: 90, tier: 'A', sales: 1 },
    { name: 'Unknown', score: Number.NaN, sales: 0 },
    { name: 'Sinks', score: 65, tier: 'B', sales: 0 },
  ]);
  const after = snapshotOfRows(2, [
    { name: 'New', score: 10, tier: 'D', sales: 1 },
    { name: 'Slips', score: 79, tier: 'B', sales: 1 },
    { name: 'Holds', score: 59.6, tier: 'B', sales: 0 },
    { name: 'Falls', score: 30, tier: 'D', sales: 1 },
    { name: 'Unknown', score: 20, tier: 'D', sales: 0 },
    { name: 'Sinks', score: 25, tier: 'D', sales: 0 },
  ]);
  const moves = finishSlices(compareSnapshotsInSlices(before, after, letters));
  expect(moves.drops).toEqual([
    { customer: 3, from: 90, to: 30 },
    { customer: 5, from: 65, to: 25 },
    { customer: 1, from: 80, to: 79 },
  ]);
  expect(moves.entered).toEqual([0]);
  expect(moves.left).toEqual([2]);
  expect(moves.churn).toEqual({ ok: true, value: 0.5 });
});
