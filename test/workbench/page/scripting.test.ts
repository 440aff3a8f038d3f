/** @jest-environment jsdom */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createBook } from '../../../src/workbench/book/book';
import type { Book } from '../../../src/workbench/book/types';
import type { LeftOut } from '../../../src/workbench/files/refusal';
import type { WorkbenchApi } from '../../../src/workbench/page/api';
import type { Workbench } from '../../../src/workbench/page/model/workbench';
import { createApi } from '../../../src/workbench/page/scripting';
import { workbenchWithoutFiles } from './workbenchWithoutFiles';

let workbench: Workbench;
let api: WorkbenchApi;
let opened: { bytes: number[]; name: string }[];
let leftOut: readonly LeftOut[];

beforeEach(() => {
  opened = [];
  leftOut = [];
  window.fetch = () => Promise.reject(new Error('offline'));
  workbench = workbenchWithoutFiles({
    async openWorkbook(bytes, name, locale) {
      if (bytes.length === 0) throw new Error('empty file');
      opened.push({ bytes: [...bytes], name });
      const book: Book = createBook({ locale });
      book.setCells(book.activeSheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[name]], 'user');
      return { book, leftOut };
    },
    saveWorkbook: async () => Uint8Array.of(80, 75),
  });
  api = createApi(workbench);
});

describe('window.workbench', () => {
  test('writes values and formulas, reads values, formulas and texts', () => {
    api.setCells('Sheet1!A1:B2', [
      [2, '=A1*10'],
      ['x', '=1/0'],
    ]);
    expect(api.values('Sheet1!A1:C2')).toEqual([
      [2, 20, null],
      ['x', '#DIV/0!', null],
    ]);
    expect(api.formulas('A1:B2')).toEqual([
      [2, '=A1*10'],
      ['x', '=1/0'],
    ]);
    expect(api.texts('B1:B2')).toEqual([['20'], ['#DIV/0!']]);
    expect(api.values('A:A')).toEqual([[2], ['x']]);
  });

  test('says the colour a cell shows: of a rule that is met before its own, and none of a table', () => {
    const book = workbench.books.book.value;
    const sheet = book.activeSheet;
    api.setCells('A1:B3', [
      ['Customer', 'Amount'],
      ['Baker', 5],
      ['Zhou', 50],
    ]);
    book.addTable(sheet, { row: 0, column: 0, rowCount: 3, columnCount: 2 });
    book.setStyle(sheet, { row: 1, column: 1, rowCount: 2, columnCount: 1 }, { fill: '#eeeeee' });
    book.addConditionalFormat(sheet, {
      areas: [{ row: 1, column: 1, rowCount: 2, columnCount: 1 }],
      formula: '=B2>10',
      stopIfTrue: false,
      format: { fill: '#ffc7ce' },
    });
    expect(api.fills('Sheet1!A1:B3')).toEqual([
      ['', ''],
      ['', '#EEEEEE'],
      ['', '#FFC7CE'],
    ]);
  });

  test('finds sheets with odd names, activates and selects', () => {
    workbench.books.book.value.addSheet("Baker's ledger");
    expect(api.sheets()).toEqual(['Sheet1', "Baker's ledger"]);
    api.setCells("'Baker''s ledger'!A1", [[7]]);
    expect(api.values("'Baker''s ledger'!A1")).toEqual([[7]]);
    api.activate("Baker's ledger");
    api.select('B2:C3,E5');
    expect(workbench.cursor.current.value.sheet.name).toBe("Baker's ledger");
    expect(workbench.books.book.value.selection).toHaveLength(2);
  });

  test('says what is wrong with an address or a sheet', () => {
    expect(() => api.values('Ledger!A1')).toThrow('There is no sheet “Ledger”. There are: Sheet1.');
    expect(() => api.values('nonsense!!')).toThrow('is not an address');
    expect(() => api.activate('Ledger')).toThrow('There is no sheet “Ledger”');
  });

  test.each([
    ['bytes', Uint8Array.of(1, 2)],
    ['a buffer', Uint8Array.of(1, 2).buffer],
    ['numbers', [1, 2]],
    ['base64', 'AQI='],
  ])('opens %s', async (_, bytes) => {
    await api.open(bytes, 'ledger.csv');
    expect(opened).toEqual([{ bytes: [1, 2], name: 'ledger.csv' }]);
    expect(api.values('A1')).toEqual([['ledger.csv']]);
    expect(workbench.books.fileName.value).toBe('ledger.csv');
  });

  test('a file that cannot be read leaves the workbook as it was', async () => {
    api.setCells('A1', [['kept']]);
    await expect(api.open([], 'broken.xlsx')).rejects.toThrow('empty file');
    expect(api.values('A1')).toEqual([['kept']]);
    expect(workbench.books.fileName.value).toBe('Book1');
  });

  test('opening ends what was being typed and forgets where the cursor was', async () => {
    workbench.entry.begin('enter', 'cell', 'half');
    api.select('D9');
    await api.open([1], 'a.xlsx');
    expect(workbench.entry.current.value).toBeNull();
    expect(workbench.cursor.current.value.active).toEqual({ row: 0, column: 0 });
    expect(api.values('A1:D9').flat().filter(Boolean)).toEqual(['a.xlsx']);
  });

  test('a button that does not exist is an error that names it', async () => {
    await expect(api.ribbon('Nothing')).rejects.toThrow('The ribbon has no button “Nothing”');
  });

  test('without the add-in it says so and still works', async () => {
    workbench.start(null);
    await api.idle();
    expect(workbench.notices.current.value?.text).toBe('The add-in did not start: offline');
    expect(await api.save()).toEqual(Uint8Array.of(80, 75));
  });
});

test('what a file had that is not taken over is said in the language of the window', async () => {
  leftOut = [{ what: 'name', name: 'A1', reason: 'not valid' }, { what: 'pivotTables' }, { what: 'macros' }];
  await workbench.open(Uint8Array.of(1), 'macros.xlsm');
  expect(workbench.notices.current.value?.text).toBe(
    'Not taken over from the file: the name “A1”, pivot tables, macros. What is saved here is without it; the file itself stays as it is.',
  );
  workbench.setLocale('zh-CN');
  await workbench.open(Uint8Array.of(1), 'macros.xlsm');
  expect(workbench.notices.current.value?.text).toBe(
    '文件中的以下内容未能打开：名称“A1”、数据透视表、宏。在此保存的副本不含这些内容，原文件不受影响。',
  );
});
