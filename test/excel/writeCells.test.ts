/** Office.js goes through all ranges of a batch at its end, in one task. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { letGo } from '../../src/excel/letGo';
import { writeCells } from '../../src/excel/writeCells';
import { type RunningExcel, startExcel } from './harness';

let running: RunningExcel;

beforeEach(async () => {
  running = await startExcel();
});
afterEach(() => running.stop());

/** Office.js's own list of what it still holds. */
const heldBy = (context: Excel.RequestContext): number => {
  const { _autoCleanupList: held } = context.trackedObjects as unknown as { _autoCleanupList: object };
  return Object.keys(held).length;
};

const rows = Array.from({ length: 4_000 }, (_, row) => [`Customer ${row}`, row, row / 7]);

test('cells that take many parts are all written, and none of their ranges is held', async () => {
  await running.Excel.run(async context => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    writeCells(sheet.getRangeByIndexes(2, 1, rows.length, 3), 'values', rows);
    await context.sync();
    expect(heldBy(context)).toBe(0);
    const written = sheet.getRangeByIndexes(2, 1, rows.length, 3).load('values');
    await context.sync();
    expect(written.values).toEqual(rows);
  });
});

test('a range that was let go of keeps what was read of it, and only others are held', async () => {
  await running.Excel.run(async context => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1').values = [[7]];
    await context.sync();
    const before = heldBy(context);
    const range = sheet.getRange('A1').load('values');
    await context.sync();
    expect(heldBy(context)).toBe(before + 1);
    letGo(range);
    expect(heldBy(context)).toBe(before);
    expect(range.values).toEqual([[7]]);
  });
});
