import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';
import { workbookOf } from '../files/packageFixture';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
});

afterEach(() => excel.stop());

function onLayout<T>(
  work: (layout: Excel.PageLayout, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return Excel.run(context => work(context.workbook.worksheets.getFirst().pageLayout, context));
}

/** A report as the pane prepares it for A4. */
async function prepare(): Promise<void> {
  await onLayout(async (layout, context) => {
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1 };
    layout.centerHorizontally = true;
    layout.leftMargin = 36;
    layout.setPrintMargins('Centimeters', { top: 2.54 });
    layout.setPrintArea('A1:F40');
    layout.setPrintTitleRows('$1:$2');
    layout.setPrintTitleColumns('A:A');
    layout.headersFooters.defaultForAllPages.leftHeader = 'Ageing & limits';
    layout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
    await context.sync();
  });
}

test('what is set is read back', async () => {
  await prepare();
  await onLayout(async (layout, context) => {
    layout.load('orientation,paperSize,zoom,centerHorizontally,leftMargin,topMargin');
    layout.headersFooters.defaultForAllPages.load('leftHeader,centerFooter');
    const area = layout.getPrintArea().load('address');
    const rows = layout.getPrintTitleRows().load('address');
    const columns = layout.getPrintTitleColumnsOrNullObject().load('address');
    await context.sync();
    expect(layout.toJSON()).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      centerHorizontally: true,
      leftMargin: 36,
      topMargin: 72,
    });
    expect(layout.headersFooters.defaultForAllPages.leftHeader).toBe('Ageing & limits');
    expect([area.address, rows.address, columns.address]).toEqual([
      'Sheet1!A1:F40',
      'Sheet1!1:2',
      'Sheet1!A:A',
    ]);
  });
});

test('another program prints it so, and it comes back', async () => {
  await prepare();
  const bytes = await saveWorkbook(excel.book);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  expect(sheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printArea: 'A1:F40',
    printTitlesRow: '1:2',
    margins: { left: 0.5, top: 1, right: 0.7 },
  });
  expect(sheet.headerFooter).toMatchObject({ oddHeader: '&LAgeing & limits', oddFooter: '&C&P / &N' });

  const again = createBook();
  await openWorkbook(bytes, 'again.xlsx', again);
  expect(again.activeSheet.pageLayout).toEqual(excel.book.activeSheet.pageLayout);
  expect(again.names.map(({ name, formula }) => [name, formula])).toEqual([
    ['Print_Area', '=Sheet1!$A$1:$F$40'],
    ['Print_Titles', '=Sheet1!$A:$A,Sheet1!$1:$2'],
  ]);
});

test('a sheet that was never laid out says nothing of it in its file', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await saveWorkbook(excel.book)).buffer as ArrayBuffer);
  expect(workbook.worksheets[0].pageSetup.orientation).toBeUndefined();
});

test('what another program said beyond that stays', async () => {
  const book = createBook();
  const bytes = await workbookOf({
    sheet:
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/><pageSetup paperSize="9" copies="2" cellComments="atEnd" fitToHeight="0"/><headerFooter differentFirst="1"><oddHeader>&amp;CLedger&amp;R&amp;D</oddHeader><firstHeader>First</firstHeader></headerFooter>',
  });
  await openWorkbook(bytes, 'foreign.xlsx', book);
  const sheet = book.activeSheet;
  expect(sheet.pageLayout).toMatchObject({
    horizontalFitToPages: 1,
    verticalFitToPages: null,
    headersFooters: { centerHeader: 'Ledger', rightHeader: '&D', leftHeader: '' },
  });
  sheet.pageLayout.orientation = 'Landscape';
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await saveWorkbook(book)).buffer as ArrayBuffer);
  expect(workbook.worksheets[0].pageSetup).toMatchObject({
    orientation: 'landscape',
    cellComments: 'atEnd',
    fitToPage: true,
  });
  expect(workbook.worksheets[0].headerFooter).toMatchObject({
    differentFirst: true,
    firstHeader: 'First',
    oddHeader: '&CLedger&R&D',
  });
});

test('what Excel refuses is refused', async () => {
  const attempt = (work: (layout: Excel.PageLayout) => void) =>
    onLayout(async (layout, context) => {
      work(layout);
      await context.sync();
    });
  const invalid = { code: 'InvalidArgument' };
  await expect(
    attempt(layout => {
      layout.zoom = { scale: 50, horizontalFitToPages: 1 };
    }),
  ).rejects.toMatchObject(invalid);
  await expect(attempt(layout => layout.setPrintArea('Nothing'))).rejects.toMatchObject(invalid);
  await expect(
    attempt(layout => {
      layout.paperSize = 'Papyrus' as Excel.PaperType;
    }),
  ).rejects.toMatchObject(invalid);
});
