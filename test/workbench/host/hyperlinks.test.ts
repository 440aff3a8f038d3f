import { afterEach, beforeEach, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createBook } from '../../../src/workbench/book/book';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';
import { type RunningExcel, startExcel } from '../../excel/harness';

let excel: RunningExcel;

beforeEach(async () => {
  excel = await startExcel();
  excel.book.addSheet('The Ledger');
});

afterEach(() => excel.stop());

const setLink = (address: string, link: Excel.RangeHyperlink | null) =>
  Excel.run(async context => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    range.hyperlink = link as Excel.RangeHyperlink;
    await context.sync();
  });

const readLink = (address: string) =>
  Excel.run(async context => {
    const range = context.workbook.worksheets.getFirst().getRange(address).load('hyperlink,values');
    await context.sync();
    return { link: range.hyperlink, value: range.values[0][0] };
  });

const mail = {
  address: 'mailto:ap@baker.example?subject=Overdue%20%26%20due',
  textToDisplay: 'Write',
  screenTip: 'Letter',
};
const place = { documentReference: "'The Ledger'!A5", textToDisplay: '=Row 5' };

test('a link is set, read, and taken away', async () => {
  await setLink('A1', mail);
  await setLink('A2', place);
  expect(await readLink('A1')).toEqual({ link: mail, value: 'Write' });
  // Text that begins like a formula stays text.
  expect(await readLink('A2')).toEqual({ link: place, value: '=Row 5' });
  expect(excel.book.activeSheet.formula(1, 0)).toBeNull();
  expect(excel.book.activeSheet.style(0, 0)).toMatchObject({ underline: true, fontColor: '#0563C1' });
  await setLink('A1', null);
  expect((await readLink('A1')).link).toBeNull();
});

test('a place follows its sheet and its cells', async () => {
  await setLink('A2', place);
  const ledger = excel.book.sheetByName('The Ledger')!;
  excel.book.renameSheet(ledger, 'Ledger');
  excel.book.insertRows(ledger, 0, 2);
  excel.book.insertRows(excel.book.activeSheet, 0, 1);
  expect((await readLink('A3')).link).toMatchObject({ documentReference: 'Ledger!A7' });
  excel.book.undo();
  excel.book.undo();
  expect((await readLink('A2')).link).toMatchObject({ documentReference: 'Ledger!A5' });
});

test('another program reads the links, and they come back', async () => {
  await setLink('A1', mail);
  await setLink('A2', place);
  const bytes = await saveWorkbook(excel.book);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(workbook.worksheets[0].getCell('A1').value).toMatchObject({
    hyperlink: mail.address,
    text: 'Write',
  });
  const again = createBook();
  await openWorkbook(bytes, 'again.xlsx', again);
  expect(again.sheets[0].hyperlinks).toEqual(excel.book.sheets[0].hyperlinks);
});

test('a link leads somewhere, to one place', async () => {
  const invalid = { code: 'InvalidArgument' };
  await expect(setLink('A1', { textToDisplay: 'x' })).rejects.toMatchObject(invalid);
  await expect(
    setLink('A1', { address: 'https://a.example', documentReference: 'A1' }),
  ).rejects.toMatchObject(invalid);
});
