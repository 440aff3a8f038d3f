/** Pages that begin by hand, through unmodified Office.js and in the file. */
import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

test('are added before rows, listed in order, kept in the file and removed', async () => {
  await Excel.run(async context => {
    const { horizontalPageBreaks } = context.workbook.worksheets.getActiveWorksheet();
    horizontalPageBreaks.add('A41');
    horizontalPageBreaks.add('A11');
    const count = horizontalPageBreaks.getCount();
    horizontalPageBreaks.load('items/rowIndex');
    await context.sync();
    expect(count.value).toBe(2);
  });
  expect(excel.book.activeSheet.pageLayout.rowBreaks).toEqual([10, 40]);
  const again = createBook({ locale: 'en-US' });
  await openWorkbook(await saveWorkbook(excel.book), 'letters.xlsx', again);
  expect(again.activeSheet.pageLayout.rowBreaks).toEqual([10, 40]);
  await Excel.run(async context => {
    context.workbook.worksheets.getActiveWorksheet().horizontalPageBreaks.removePageBreaks();
    await context.sync();
  });
  expect(excel.book.activeSheet.pageLayout.rowBreaks).toEqual([]);
});
