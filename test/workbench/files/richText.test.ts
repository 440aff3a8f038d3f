import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import type { TextRun } from '../../../src/workbench/book/cellStyle';
import { runsOf } from '../../../src/workbench/book/richText';
import type { Book } from '../../../src/workbench/book/types';
import { openWorkbook } from '../../../src/workbench/files/openWorkbook';
import { readRuns } from '../../../src/workbench/files/richText';
import { saveWorkbook } from '../../../src/workbench/files/saveWorkbook';

const area = (address: string) => parseArea(address)!;

const runs: readonly TextRun[] = [
  { text: 'Overdue ' },
  { text: '60 days', font: { bold: true, fontColor: '#C00000', fontName: 'Arial', fontSize: 14 } },
  { text: ' 逾期 & <more>', font: { italic: true, underline: true, strikethrough: true } },
  { text: '2', font: { raised: 'superscript' } },
];
const text = runs.map(run => run.text).join('');

function bookWithRuns(): Book {
  const book = createBook();
  book.setCells(book.activeSheet, area('A1:A3'), [[text], [text], ['plain']], 'user');
  book.setStyle(book.activeSheet, area('A1'), { richText: runs, fill: '#FFEE00' });
  return book;
}

async function reopened(book: Book): Promise<Book> {
  const again = createBook();
  await openWorkbook(await saveWorkbook(book), 'again.xlsx', again);
  return again;
}

const runsAt = ({ activeSheet }: Book, row: number) =>
  runsOf(activeSheet.style(row, 0), activeSheet.value(row, 0));

describe('fonts within a cell', () => {
  test('come back from a file, beside the same text without any', async () => {
    const again = await reopened(bookWithRuns());
    expect([runsAt(again, 0), runsAt(again, 1)]).toEqual([runs, null]);
    expect([again.activeSheet.value(0, 0), again.activeSheet.value(1, 0)]).toEqual([text, text]);
    expect(again.activeSheet.style(0, 0).fill).toBe('#FFEE00');
    expect(again.canUndo).toBe(false);
  });

  test('are what another reader reads', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await saveWorkbook(bookWithRuns())) as unknown as ArrayBuffer);
    const value = workbook.worksheets[0].getCell('A1').value as ExcelJS.CellRichTextValue;
    expect(value.richText.map(run => run.text)).toEqual(runs.map(run => run.text));
    expect(value.richText[1].font).toMatchObject({
      bold: true,
      name: 'Arial',
      size: 14,
      color: { argb: 'FFC00000' },
    });
    expect(value.richText[3].font).toMatchObject({ vertAlign: 'superscript' });
    expect(workbook.worksheets[0].getCell('A2').value).toBe(text);
  });

  test('are read as another program writes them', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Sheet1').getCell('A1').value = {
      richText: [{ text: 'a' }, { text: 'b', font: { bold: true, color: { theme: 1 } } }],
    };
    const book = createBook();
    await openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), 'b.xlsx', book);
    expect(runsAt(book, 0)).toMatchObject([{ text: 'a' }, { text: 'b', font: { bold: true } }]);
  });

  test('go where the cell goes, and are gone when another text is typed; undo brings them back', () => {
    const book = bookWithRuns();
    const sheet = book.activeSheet;
    book.insertRows(sheet, 0, 2);
    expect(runsAt(book, 2)).toEqual(runs);
    book.enter(sheet, 2, 0, 'other');
    expect(runsAt(book, 2)).toBeNull();
    book.undo();
    expect(runsAt(book, 2)).toEqual(runs);
    book.sortRows(sheet, area('A3:A5'), [{ column: 0, isAscending: false }], 'user');
    expect(runsAt(book, 3)).toEqual(runs);
  });

  test('take what is said of all letters of the cell', () => {
    const book = bookWithRuns();
    book.setStyle(book.activeSheet, area('A1'), { bold: true, fill: '#FFFFFF' });
    expect(runsAt(book, 0)?.map(run => run.font?.bold)).toEqual([undefined, true, true, true]);
    book.setStyle(book.activeSheet, area('A1'), { bold: undefined });
    expect(runsAt(book, 0)?.[1].font).toEqual({ fontColor: '#C00000', fontName: 'Arial', fontSize: 14 });
  });

  test('are not there where no part has a font, nor in readings of names', () => {
    expect(readRuns('<r><t>a</t></r><r><t>b</t></r>', [])).toBeNull();
    expect(readRuns('<t>a</t><rPh sb="0" eb="1"><t>x</t></rPh>', [])).toBeNull();
    expect(readRuns('<r><rPr><b/></rPr><t>名</t></r><rPh sb="0" eb="1"><t>めい</t></rPh>', [])).toEqual([
      { text: '名', font: { bold: true } },
    ]);
  });

  test('a saved file has nothing of texts that are gone', async () => {
    const book = bookWithRuns();
    book.enter(book.activeSheet, 0, 0, 'other');
    const zip = await JSZip.loadAsync(await saveWorkbook(book));
    expect(await zip.file('xl/sharedStrings.xml')!.async('string')).not.toContain('<r>');
  });
});
