/** Sheets as they are printed: on A4, one page wide where that can be read. */

import { ensurePolicySheet } from '../../../src/excel/policy/policySheet';
import { putOnA4 } from '../../../src/excel/sheets/paper';
import { defaultPolicy } from '../../../src/risk/policy/defaultPolicy';
import { type RunningExcel, startExcel } from '../harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

const a4 = 9;

async function layoutFor(paper: Parameters<typeof putOnA4>[1]) {
  await Excel.run(async context => {
    putOnA4(context.workbook.worksheets.getActiveWorksheet(), paper);
    await context.sync();
  });
  return excel.book.activeSheet.pageLayout;
}

test('a table that a page can hold is one page wide, with its header on every page', async () => {
  const layout = await layoutFor({ orientation: 'Landscape', width: 1_200, headerRow: 3 });
  expect([layout.paperSize, layout.orientation, layout.horizontalFitToPages]).toEqual([a4, 'Landscape', 1]);
  const titles = excel.book.names.find(({ name }) => name === 'Print_Titles');
  expect(titles?.formula).toContain('$4:$4');
});

test('one that would be too small to read goes onto several pages', async () => {
  const layout = await layoutFor({ orientation: 'Portrait', width: 1_200 });
  expect([layout.paperSize, layout.orientation, layout.horizontalFitToPages]).toEqual([a4, 'Portrait', null]);
});

test('the policy is printed across, one page wide', async () => {
  await ensurePolicySheet(defaultPolicy, 'zh');
  const { pageLayout } = excel.book.sheetByName('Tiercel Policy')!;
  expect([pageLayout.orientation, pageLayout.horizontalFitToPages]).toEqual(['Landscape', 1]);
});
