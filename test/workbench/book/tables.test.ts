import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseArea } from '../../../src/workbench/book/address';
import { createBook } from '../../../src/workbench/book/book';
import { renameColumn } from '../../../src/workbench/book/formula/rewrite';
import type { Book, Sheet, Table } from '../../../src/workbench/book/types';

const area = (address: string) => parseArea(address)!;

describe('tables', () => {
  let book: Book;
  let sheet: Sheet;
  let table: Table;

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
    book.setCells(
      sheet,
      area('A1'),
      [
        ['Customer', 'Amount'],
        ['a', 1],
        ['b', 2],
      ],
      'addin',
    );
    table = book.addTable(sheet, area('A1:B3'), 'Invoices');
    book.setCells(sheet, area('F1'), [['=SUM(Invoices[Amount])', '=COLUMNS(Invoices)']], 'addin');
  });

  it('take in what the user types right below, and give it back on undo', () => {
    book.enter(sheet, 3, 1, '10');
    expect([table.area, sheet.value(0, 5)]).toEqual([area('A1:B4'), 13]);
    book.undo();
    expect([table.area, sheet.value(0, 5), sheet.value(3, 1)]).toEqual([area('A1:B3'), 3, null]);
    book.redo();
    expect([table.area, sheet.value(0, 5)]).toEqual([area('A1:B4'), 13]);
  });

  it('take in a column typed beside, with a header', () => {
    book.enter(sheet, 1, 2, 'new');
    expect([table.area, sheet.value(0, 2), sheet.value(0, 6)]).toEqual([area('A1:C3'), 'Column3', 3]);
  });

  it('do not grow over content, for the add-in, or for what lies apart', () => {
    book.setCells(sheet, area('A4'), [['total']], 'addin');
    expect(table.area).toEqual(area('A1:B3'));
    book.enter(sheet, 3, 1, '10');
    expect(table.area).toEqual(area('A1:B3'));
    book.enter(sheet, 7, 0, 'far');
    expect(table.area).toEqual(area('A1:B3'));
  });

  it('carry a new header into formulas, and keep headers named, distinct and text', () => {
    book.enter(sheet, 0, 1, 'Betrag');
    expect([sheet.formula(0, 5), sheet.value(0, 5)]).toEqual(['=SUM(Invoices[Betrag])', 3]);
    book.undo();
    expect([sheet.formula(0, 5), sheet.value(0, 5)]).toEqual(['=SUM(Invoices[Amount])', 3]);
    book.enter(sheet, 0, 1, '2024');
    expect([sheet.value(0, 1), sheet.formula(0, 5)]).toEqual(['2024', '=SUM(Invoices[2024])']);
    book.clear(sheet, area('A1'), 'contents', 'user');
    expect(sheet.value(0, 0)).toBe('Column1');
  });
});

describe('renameColumn', () => {
  it.each([
    ['=T[Old]', '=T[New one]'],
    ['=SUM(t[@old])+Other[Old]', '=SUM(t[@New one])+Other[Old]'],
    ['=T[[#Headers],[Old]]&T[[Old]:[Older]]', '=T[[#Headers],[New one]]&T[[New one]:[Older]]'],
    ['=T[@[Old]]', '=T[@[New one]]'],
  ])('turns %s into %s', (formula, expected) => {
    expect(renameColumn(formula, 'T', 'Old', 'New one')).toBe(expected);
  });
});
