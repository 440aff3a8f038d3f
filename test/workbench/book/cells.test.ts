import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { BookError } from '../../../src/workbench/book/refusals';
import type { Book, BookEvent, Sheet } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('cells of a book', () => {
  let book: Book;
  let sheet: Sheet;

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
  });

  it('stores numbers, texts, booleans; null leaves a cell and "" empties it', () => {
    book.setCells(sheet, area('A1'), [[1, 'two', true]], 'addin');
    book.setCells(sheet, area('A1'), [[null, '', "'=3"]], 'addin');
    expect([0, 1, 2].map(column => sheet.value(0, column))).toEqual([1, null, '=3']);
    expect(sheet.formula(0, 2)).toBeNull();
  });

  it('knows its used area with and without formats', () => {
    expect(sheet.usedArea(true)).toBeNull();
    book.setCells(sheet, area('B3'), [[1], [2]], 'addin');
    book.setStyle(sheet, area('D9'), { fill: '#FF0000' });
    expect(sheet.usedArea(true)).toEqual(area('B3:B4'));
    expect(sheet.usedArea(false)).toEqual(area('B3:D9'));
    book.clear(sheet, area('B4'), 'contents', 'addin');
    expect(sheet.usedArea(true)).toEqual(area('B3'));
    expect(sheet.style(8, 3)).toEqual({ fill: '#FF0000' });
  });

  it('lays styles over each other, and takes away what is undefined', () => {
    book.setStyle(sheet, area('A1:B2'), { bold: true, fill: '#FFFF00' });
    book.setStyle(sheet, area('B:B'), { italic: true });
    book.setStyle(sheet, area('A1'), { fill: undefined });
    expect(sheet.style(0, 0)).toEqual({ bold: true });
    expect(sheet.style(1, 1)).toEqual({ bold: true, fill: '#FFFF00', italic: true });
    expect(sheet.style(9999, 1)).toEqual({ italic: true });
  });

  it('refuses writes outside the sheet, on a protected sheet and on a chart sheet', () => {
    const code = (action: () => void): string => {
      try {
        action();
      } catch (error) {
        return error instanceof BookError ? error.code : 'other';
      }
      return 'none';
    };
    expect(code(() => book.setCells(sheet, area('XFD1048576'), [[1, 2]], 'addin'))).toBe('InvalidArgument');
    sheet.isProtected = true;
    expect(code(() => book.enter(sheet, 0, 0, 'x'))).toBe('AccessDenied');
    expect(code(() => book.clear(sheet, area('A1'), 'all', 'user'))).toBe('AccessDenied');
    const chart = book.addSheet('Chart', 'chart');
    expect(code(() => book.setCells(chart, area('A1'), [[1]], 'addin'))).toBe('InvalidOperation');
  });

  it('tells who changed which cells', () => {
    const events: BookEvent[] = [];
    book.on(event => events.push(event));
    book.setCells(sheet, area('B2:C3'), [[1, 2]], 'addin');
    book.enter(sheet, 0, 0, '5');
    const changes = events.filter(event => event.kind === 'cellsChanged');
    expect(changes).toEqual([
      { kind: 'cellsChanged', sheet, area: area('B2:C2'), source: 'addin', change: 'RangeEdited' },
      {
        kind: 'cellsChanged',
        sheet,
        area: area('A1'),
        source: 'user',
        change: 'RangeEdited',
        values: { before: null, after: 5 },
      },
    ]);
  });

  it('holds a million cells', () => {
    const rows = Array.from({ length: 250_000 }, (_, row) => [
      row,
      `INV-${row % 5000}`,
      45000 + (row % 700),
      1.5,
    ]);
    const started = Date.now();
    book.setCells(sheet, area('A1'), rows, 'addin');
    expect(Date.now() - started).toBeLessThan(8000);
    expect(sheet.usedArea(true)).toEqual(area('A1:D250000'));
    expect(sheet.value(249_999, 1)).toBe('INV-4999');
  });
});

describe('typed text', () => {
  it.each([
    ['en-US', '3/5/2024', 45356, 'm/d/yyyy', '3/5/2024'],
    ['en-US', '2024-03-05', 45356, 'm/d/yyyy', '3/5/2024'],
    ['zh-CN', '2024-03-05', 45356, 'm/d/yyyy', '2024/3/5'],
    ['zh-CN', '2024年3月5日', 45356, 'yyyy"年"m"月"d"日"', '2024年3月5日'],
    ['en-US', '12%', 0.12, '0%', '12%'],
    ['en-US', '1,234.5', 1234.5, '#,##0.00', '1,234.50'],
    ['en-US', '$1,200', 1200, '$#,##0', '$1,200'],
    ['zh-CN', '¥1,200', 1200, '¥#,##0', '¥1,200'],
    ['en-US', 'true', true, undefined, 'TRUE'],
    ['en-US', "'0012", '0012', undefined, '0012'],
    ['en-US', '13/45/2024', '13/45/2024', undefined, '13/45/2024'],
    ['en-US', '(5)', -5, undefined, '-5'],
    ['en-US', '10:30', 0.4375, 'h:mm', '10:30'],
  ])('in %s %p is %p shown by %p as %p', (locale, typed, value, numberFormat, shown) => {
    const book = createBook({ locale });
    book.enter(book.activeSheet, 0, 0, typed);
    expect(book.activeSheet.value(0, 0)).toBe(value);
    expect(book.activeSheet.style(0, 0).numberFormat).toBe(numberFormat);
    expect(book.activeSheet.text(0, 0)).toBe(shown);
  });

  it('counts days from 1904 where the book does', () => {
    const book = createBook({ date1904: true });
    book.enter(book.activeSheet, 0, 0, '2024-03-05');
    expect(book.activeSheet.value(0, 0)).toBe(45356 - 1462);
    expect(book.activeSheet.text(0, 0)).toBe('3/5/2024');
  });

  it('keeps text in a cell formatted as text', () => {
    const book = createBook();
    book.setStyle(book.activeSheet, area('A1'), { numberFormat: '@' });
    book.enter(book.activeSheet, 0, 0, '=1+1');
    expect([book.activeSheet.value(0, 0), book.activeSheet.formula(0, 0)]).toEqual(['=1+1', null]);
  });
});

describe('sheets', () => {
  it('are added, renamed, activated and deleted; names are unique whatever their case', () => {
    const book = createBook();
    const second = book.addSheet();
    expect(second.name).toBe('Sheet2');
    expect(() => book.addSheet('SHEET2')).toThrow(BookError);
    expect(() => book.addSheet('a/b')).toThrow(BookError);
    book.activate(second);
    book.renameSheet(second, '应收明细');
    expect(book.sheetByName('应收明细')).toBe(second);
    book.deleteSheet(second);
    expect(book.activeSheet.name).toBe('Sheet1');
    expect(() => book.deleteSheet(book.activeSheet)).toThrow(BookError);
  });

  it('keep their own selection', () => {
    const book = createBook();
    const first = book.activeSheet;
    book.select(first, [area('B2:C3')]);
    book.select(book.addSheet(), [area('D4')]);
    expect(book.selection).toEqual([area('D4')]);
    book.activate(first);
    expect(book.selection).toEqual([area('B2:C3')]);
  });
});

describe('tables and names', () => {
  it('give blank and repeated headers names of their own', () => {
    const book = createBook();
    book.setCells(
      book.activeSheet,
      area('A1'),
      [
        ['Amount', 'Amount', null],
        [1, 2, 3],
      ],
      'addin',
    );
    const table = book.addTable(book.activeSheet, area('A1:C2'), 'Invoices');
    expect([0, 1, 2].map(column => book.activeSheet.value(0, column))).toEqual([
      'Amount',
      'Amount2',
      'Column3',
    ]);
    expect(() => book.addTable(book.activeSheet, area('C2:D4'))).toThrow(BookError);
    expect(() => book.addName('invoices', '=1')).toThrow(BookError);
    book.resizeTable(book.activeSheet, table, area('A1:C9'));
    expect(book.activeSheet.tables[0]?.area).toEqual(area('A1:C9'));
    book.removeTable(book.activeSheet, table);
    expect(book.activeSheet.tables).toEqual([]);
    expect(book.activeSheet.value(0, 0)).toBe('Amount');
  });
});

describe('a formula typed without its last brackets', () => {
  it.each([
    ['=SUM(1,2', '=SUM(1,2)', 3],
    ['=IF(SUM(1,2)>2,MAX(1,5', '=IF(SUM(1,2)>2,MAX(1,5))', 5],
    ['=SUM(1,2)', '=SUM(1,2)', 3],
  ])('%s is entered as %s', (typed, formula, value) => {
    const book = createBook();
    book.enter(book.activeSheet, 0, 0, typed);
    expect([book.activeSheet.formula(0, 0), book.activeSheet.value(0, 0)]).toEqual([formula, value]);
  });
});

test.each(['=B2+', '=SUM(B2:B3))', '=A2&"x', '=1 2 3 +', '=)', '=SUM(1,)+*'])(
  '%s is refused when it is typed, as in Excel',
  text => {
    const book = createBook();
    expect(() => book.enter(book.activeSheet, 0, 0, text)).toThrow(/not a formula/);
    expect(book.activeSheet.value(0, 0)).toBeNull();
  },
);

test.each(['=SUM(B2:B3', '=FOO(1)', "'=B2+", '=TIERCEL.DSO(1,,3)', '={1,2;3,4}', '=-A1%'])(
  '%s is not: it can be read',
  text => {
    const book = createBook();
    expect(() => book.enter(book.activeSheet, 0, 0, text)).not.toThrow();
  },
);
