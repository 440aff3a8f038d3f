/** What Excel keeps for the ranges of a batch, and what it refuses once a range was let go of. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { letGo } from '../../../src/excel/letGo';
import { range } from '../../../src/workbench/host/model/range';
import { References } from '../../../src/workbench/host/references';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { onSheet } from './onSheet';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

test('a range let go of before its first request is no more after it', async () => {
  const run = onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    range.values = [[1]];
    letGo(range);
    await context.sync();
    range.values = [[2]];
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({ code: 'InvalidObjectPath' });
  expect(excel.book.activeSheet.value(0, 0)).toBe(1);
});

test('nor can another range be reached from it', async () => {
  const run = onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1');
    letGo(range);
    await context.sync();
    range.getCell(0, 0).values = [[2]];
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({ code: 'InvalidObjectPath' });
});

test('a range let go of after its first request is refused, in that request and in those after it', async () => {
  for (const isLater of [false, true]) {
    const run = onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      letGo(range);
      if (isLater) await context.sync();
      range.values = [[2]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'ItemNotFound' });
  }
  expect(excel.book.activeSheet.value(0, 0)).toBeNull();
});

test('a range cut out of one that was let go of in the same request lives on', async () => {
  await onSheet(async (sheet, context) => {
    const whole = sheet.getRange('A1:B4');
    const part = whole.getCell(2, 0).getResizedRange(0, 1);
    letGo(whole);
    await context.sync();
    part.values = [[3, 4]];
    await context.sync();
  });
  expect(excel.book.activeSheet.value(2, 1)).toBe(4);
});

test('what was given back is kept anew when it is held once more', () => {
  const references = new References();
  const held = range({
    sheet: excel.book.activeSheet,
    area: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
  });
  const first = references.keep(held);
  references.release(first);
  expect(references.idOf(held)).toBeUndefined();
  const second = references.keep(held);
  expect(second).not.toBe(first);
  expect(references.find(second)).toBe(held);
});
