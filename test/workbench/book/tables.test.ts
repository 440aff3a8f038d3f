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

describe('calculated columns', () => {
  let book: Book;
  let sheet: Sheet;
  let table: Table;
  const formulas = (column: number, from = 1, to = 6) =>
    Array.from({ length: to - from }, (_, down) => sheet.formula(from + down, column));

  beforeEach(() => {
    book = createBook();
    sheet = book.activeSheet;
    book.setCells(
      sheet,
      area('A1'),
      [
        ['Net', 'Rate', 'Gross', 'Note'],
        [100, 0.1, '=A2*(1+B2)', ''],
        [200, 0.2, '=A3*(1+B3)', ''],
        [300, 0.3, '=A4*(1+B4)', ''],
      ],
      'addin',
    );
    book.setStyle(sheet, area('C2:C4'), { numberFormat: '0.00' });
    table = book.addTable(sheet, area('A1:D4'), 'Sales');
    book.addConditionalFormat(sheet, {
      areas: [area('A2:D4')],
      formula: '=$C2>150',
      stopIfTrue: false,
      format: { fill: '#FF0000' },
    });
    book.setCells(
      sheet,
      area('G1'),
      [['=SUM(C2:C4)', '=SUM(Sales[Gross])', '=SUM($C$2:$C$3)', '=COUNTA(A1:A4)']],
      'addin',
    );
    book.addName('Nets', '=Sheet1!$A$2:$A$4');
  });

  it('fill down into a row typed below, with formats, rules and references to the whole column', () => {
    book.enter(sheet, 4, 0, '400');
    expect(table.area).toEqual(area('A1:D5'));
    expect([sheet.formula(4, 2), sheet.text(4, 2)]).toEqual(['=A5*(1+B5)', '400.00']);
    expect(sheet.conditionalFormats[0]!.areas).toEqual([area('A2:D5')]);
    expect(book.conditionalStyle(sheet, 4, 0)).toEqual({ fill: '#FF0000' });
    expect([0, 1, 2, 3].map(across => sheet.formula(0, 6 + across))).toEqual([
      '=SUM(C2:C5)',
      '=SUM(Sales[Gross])',
      '=SUM($C$2:$C$3)',
      '=COUNTA(A1:A5)',
    ]);
    expect(sheet.value(0, 6)).toBeCloseTo(110 + 240 + 390 + 400);
    expect(sheet.value(0, 7)).toBeCloseTo(110 + 240 + 390 + 400);
    expect(book.names[0]!.formula).toBe('=Sheet1!$A$2:$A$5');
    book.undo();
    expect([sheet.formula(4, 2), sheet.style(4, 2), sheet.formula(0, 6)]).toEqual([null, {}, '=SUM(C2:C4)']);
    expect([table.area, book.names[0]!.formula]).toEqual([area('A1:D4'), '=Sheet1!$A$2:$A$4']);
    expect(sheet.conditionalFormats[0]!.areas).toEqual([area('A2:D4')]);
    book.redo();
    expect([sheet.value(4, 2), sheet.formula(0, 6)]).toEqual([400, '=SUM(C2:C5)']);
  });

  it('fill all rows with a formula typed into an empty column; undo keeps it in its cell alone', () => {
    book.enter(sheet, 2, 3, '=[@Net]/2');
    expect(formulas(3, 1, 4)).toEqual(['=[@Net]/2', '=[@Net]/2', '=[@Net]/2']);
    expect(sheet.value(3, 3)).toBe(150);
    book.undo();
    expect(formulas(3, 1, 4)).toEqual([null, '=[@Net]/2', null]);
    book.undo();
    expect(formulas(3, 1, 4)).toEqual([null, null, null]);
  });

  it('change in every row when the formula of one is changed, but not when it was an exception', () => {
    book.enter(sheet, 1, 2, '=A2*2');
    expect(formulas(2, 1, 4)).toEqual(['=A2*2', '=A3*2', '=A4*2']);
    book.enter(sheet, 2, 2, '7');
    book.enter(sheet, 3, 2, '=A4*3');
    expect(formulas(2, 1, 4)).toEqual(['=A2*2', null, '=A4*3']);
  });

  it('do not fill a column that holds something else', () => {
    book.enter(sheet, 1, 3, 'note');
    book.enter(sheet, 2, 3, '=A3');
    expect(formulas(3, 1, 4)).toEqual([null, '=A3', null]);
  });

  it('fill rows that are inserted, and those that the table is resized over', () => {
    book.insertRows(sheet, 2, 2);
    expect(formulas(2)).toEqual(['=A2*(1+B2)', '=A3*(1+B3)', '=A4*(1+B4)', '=A5*(1+B5)', '=A6*(1+B6)']);
    book.undo();
    expect(formulas(2, 1, 4)).toEqual(['=A2*(1+B2)', '=A3*(1+B3)', '=A4*(1+B4)']);
    book.resizeTable(sheet, table, area('A1:D6'));
    expect(formulas(2).slice(3)).toEqual(['=A5*(1+B5)', '=A6*(1+B6)']);
  });

  it('get another row by Tab in the last cell, and what stands below moves down', () => {
    book.setCells(sheet, area('A5'), [['below']], 'addin');
    book.addTableRow(sheet, table);
    expect([table.area, sheet.formula(4, 2), sheet.value(5, 0)]).toEqual([
      area('A1:D5'),
      '=A5*(1+B5)',
      'below',
    ]);
    book.undo();
    expect([table.area, sheet.value(4, 0)]).toEqual([area('A1:D4'), 'below']);
  });

  it('are filled with the lowest formula that the add-in writes into an empty column (office-js issue 6745)', () => {
    book.setCells(sheet, area('D2'), [['=1+1'], ['=1+2'], ['=1+3']], 'addin');
    expect(formulas(3, 1, 4)).toEqual(['=1+3', '=1+3', '=1+3']);
    book.undo();
    expect(formulas(3, 1, 4)).toEqual([null, null, null]);
    book.setCells(sheet, area('D2'), [['=A2'], ['=A3'], ['=A4']], 'addin');
    expect(formulas(3, 1, 4)).toEqual(['=A2', '=A3', '=A4']);
    book.setCells(sheet, area('D2'), [['=A2'], ['x'], ['=A4*2']], 'addin');
    expect(formulas(3, 1, 4)).toEqual(['=A2', null, '=A4*2']);
  });

  it('follow a new header in references without the name of the table', () => {
    book.enter(sheet, 2, 3, '=[@Net]/2+SUM([Rate])');
    book.enter(sheet, 0, 0, 'Amount');
    expect(sheet.formula(3, 3)).toBe('=[@Amount]/2+SUM([Rate])');
    expect(sheet.value(3, 3)).toBeCloseTo(150.6);
  });

  it('leave a row of totals alone', () => {
    book.setCells(sheet, area('A5'), [['Total', '', '=SUBTOTAL(109,[Gross])', '']], 'addin');
    book.resizeTable(sheet, table, area('A1:D5'));
    table.totalsRowCount = 1;
    book.calculate(true);
    expect(book.evaluate('=SUM(Sales[Gross])', sheet, 0, 9)).toBeCloseTo(740);
    expect(book.evaluate('=Sales[[#Totals],[Gross]]', sheet, 0, 9)).toBeCloseTo(740);
    expect(book.evaluate('=ROWS(Sales[#All])', sheet, 0, 9)).toBe(5);
    book.enter(sheet, 1, 3, '=[@Net]');
    expect(formulas(3, 1, 5)).toEqual(['=[@Net]', '=[@Net]', '=[@Net]', null]);
    book.enter(sheet, 5, 0, 'below');
    expect(table.area).toEqual(area('A1:D5'));
    book.addTableRow(sheet, table);
    expect([sheet.formula(4, 2), sheet.value(5, 0)]).toEqual(['=A5*(1+B5)', 'Total']);
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
