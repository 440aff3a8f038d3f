/** Groups of rows and columns through unmodified Office.js, and what an add-in hears of filling and replacing. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { fillArea } from '../../../src/workbench/book/fill/fillArea';
import { patternOf } from '../../../src/workbench/page/find/pattern';
import { replaceAll } from '../../../src/workbench/page/find/replace';
import { type RunningExcel, startExcel } from '../../excel/harness';

const area = (address: string) => parseArea(address)!;

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const active = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

test('an add-in groups, folds, unfolds and takes groups apart', async () => {
  const sheet = excel.book.activeSheet;
  await Excel.run(async context => {
    active(context).getRange('2:5').group('ByRows');
    active(context).getRange('B:C').group('ByColumns');
    active(context).getRange('2:6').hideGroupDetails('ByRows');
    await context.sync();
  });
  expect([[...sheet.rowOutline.levels.keys()], [...sheet.hiddenRows]]).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ]);
  await Excel.run(async context => {
    active(context).showOutlineLevels(2, 1);
    await context.sync();
  });
  expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[], [1, 2]]);
  excel.book.undo();
  expect([...sheet.hiddenRows]).toEqual([1, 2, 3, 4]);
  await Excel.run(async context => {
    active(context).getRange('2:5').showGroupDetails('ByRows');
    active(context).getRange('2:5').ungroup('ByRows');
    await context.sync();
  });
  expect([sheet.rowOutline.levels.size, sheet.hiddenRows.size]).toEqual([0, 0]);
});

test('a wrong axis is refused', async () => {
  const grouping = Excel.run(async context => {
    active(context)
      .getRange('2:5')
      .group('Sideways' as Excel.GroupOption);
    await context.sync();
  });
  await expect(grouping).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('filling and replacing are heard of as edits of the cells that changed', async () => {
  const { book } = excel;
  const sheet = book.activeSheet;
  book.setCells(sheet, area('A1:A2'), [[1], [2]], 'user');
  const heard: Pick<Excel.WorksheetChangedEventArgs, 'address' | 'changeType' | 'source' | 'details'>[] = [];
  await Excel.run(async context => {
    active(context).onChanged.add(async ({ address, changeType, source, details }) => {
      heard.push({ address, changeType, source, details });
    });
    await context.sync();
  });
  fillArea(book, sheet, area('A1:A2'), area('A1:A5'), 'series');
  replaceAll(
    book,
    sheet,
    [area('A1:A5')],
    patternOf({ text: '3', isCaseSensitive: false, isWhole: true }),
    '30',
  );
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(heard.map(({ address, changeType, source }) => [address, changeType, source])).toEqual([
    ['A3:A5', 'RangeEdited', 'Local'],
    ['A3', 'RangeEdited', 'Local'],
  ]);
  expect(heard[1].details).toMatchObject({ valueBefore: 3, valueAfter: 30 });
});
