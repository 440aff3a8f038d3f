import { afterEach, expect, test } from '@jest/globals';
import { readDateSystem } from '../../src/excel/workbookDates';
import { createBook } from '../../src/workbench/book/book';
import { type RunningExcel, startExcel } from './harness';

let excel: RunningExcel;
afterEach(() => excel.stop());

test.each([
  [false, 1900],
  [true, 1904],
])('where the workbook counts from 1904 is %s, its days are those of %d', async (date1904, system) => {
  excel = await startExcel({ book: createBook({ date1904 }) });
  expect(await readDateSystem()).toBe(system);
});
