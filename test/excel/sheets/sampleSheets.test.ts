/** The sample that an empty workbook is offered, through unmodified Office.js. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearAdditions } from '../../../src/excel/share/additions';
import { insertSample, isWorkbookEmpty } from '../../../src/excel/sheets/sampleSheets';
import { recogniseSheet } from '../../../src/risk/ledger/recognition/recogniseSheet';
import { type RunningExcel, readSheetInFront, startExcel } from '../harness';

const sample = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'assets', 'sample.json'), 'utf8'));

let excel: RunningExcel;
beforeEach(async () => {
  excel = await startExcel();
});
afterEach(() => excel.stop());

test.each(['en', 'zh'] as const)(
  'in %s it is a ledger that can be tiered, in front, and goes again',
  async language => {
    expect(await isWorkbookEmpty()).toEqual({ ok: true, value: true });
    expect(await insertSample(sample, language)).toEqual({ ok: true, value: undefined });
    expect(await isWorkbookEmpty()).toEqual({ ok: true, value: false });
    const block = await readSheetInFront();
    expect(block.sheetName).toBe(sample[0].title[language]);
    const recognition = recogniseSheet(block.cells);
    expect([recognition.kind, recognition.missing]).toEqual(['ledger', []]);
    await clearAdditions({ includePolicy: true, sheetKeys: ['SampleInvoices', 'SampleCustomers'] });
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['Sheet1']);
  },
);

test('a sample that is there already is left as it is', async () => {
  await insertSample(sample, 'en');
  const sheet = excel.book.sheets.find(each => each.name === 'Sample invoices')!;
  excel.book.enter(sheet, 1, 0, 'Mine');
  await insertSample(sample, 'en');
  expect(sheet.value(1, 0)).toBe('Mine');
  expect(excel.book.sheets).toHaveLength(3);
});
