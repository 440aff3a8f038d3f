import { isSnapshotDue, snapshotTotals } from '../../../src/risk/history/snapshotSummary';
import {
  rowsOfSnapshotInSlices,
  snapshotColumns,
  snapshotRowsInSlices,
} from '../../../src/risk/history/snapshotTable';
import { ownHeaders } from '../../../src/risk/ownTable';
import { finishSlices } from '../../../src/risk/slices';
import { snapshotOfRows } from './snapshotOfRows';

describe('the next snapshot', () => {
  const taken = [
    snapshotOfRows(100, [], { takenOn: 105 }),
    snapshotOfRows(130, [], { takenOn: 134, currency: 'USD' }),
  ];

  test('is due a month after the last of the currency was taken', () => {
    expect(isSnapshotDue(taken, 134, 134, '')).toBe(false);
    expect(isSnapshotDue(taken, 135, 134, '')).toBe(true);
    expect(isSnapshotDue(taken, 135, 134, 'USD')).toBe(false);
  });

  test('is not due while the numbers are of the day that was recorded, or nobody ever took one', () => {
    expect(isSnapshotDue(taken, 500, 100, '')).toBe(false);
    expect(isSnapshotDue([], 500, 500, '')).toBe(false);
  });
});

test('totals leave out what is not known', () => {
  const snapshot = snapshotOfRows(1, [
    { name: 'A', exposure: 0.25, overdue: 1 },
    { name: 'B', exposure: 0.5 },
  ]);
  expect(snapshotTotals(snapshot)).toEqual({ customers: 2, exposure: 0.75, overdue: 1 });
});

test('the rows of one snapshot are found among others, wherever they were sorted to', () => {
  const may = snapshotOfRows(31, [{ name: 'A' }, { name: 'B' }]);
  const june = snapshotOfRows(60, [{ name: 'A' }]);
  const [mayA, mayB] = finishSlices(snapshotRowsInSlices(may));
  const [juneA] = finishSlices(snapshotRowsInSlices(june));
  const cells = [ownHeaders(snapshotColumns(5), 'zh'), mayA, juneA, mayB];
  expect(finishSlices(rowsOfSnapshotInSlices(cells, may, 1900))).toEqual([1, 3]);
  expect(finishSlices(rowsOfSnapshotInSlices(cells, { ...june, takenOn: 61 }, 1900))).toEqual([]);
});
