/** A small ledger whose figures can be checked by hand, as of 2024-06-30 (serial 45473). */
import type { Book, CellInput } from '../../src/workbench/book/types';

export const asOf = 45473;

const header = ['Customer', 'Invoice no', 'Invoice date', 'Due date', 'Amount', 'Paid date', 'Credit limit'];

/** Beta is over its limit and long overdue; Acme pays late but owes little; 江苏宏达 is current; Gamma has a credit. */
const rows: readonly (readonly CellInput[])[] = [
  ['Acme Ltd', 'I-1', asOf - 100, asOf - 70, 1000, asOf - 40, 5000],
  ['Acme Ltd', 'I-2', asOf - 40, asOf - 10, 500, '', 5000],
  ['Beta Co', 'I-3', asOf - 200, asOf - 170, 8000, '', 6000],
  ['Beta Co', 'I-4', asOf - 60, asOf - 30, 2000, asOf + 5, 6000],
  ['江苏宏达机械有限公司', 'I-5', asOf - 10, asOf + 20, 4000, '', 20000],
  ['Gamma Inc', 'I-6', asOf - 20, asOf + 10, 700, '', 1000],
  ['Gamma Inc', 'C-1', asOf - 5, asOf - 5, -200, '', 1000],
];

export const ledgerRowCount = rows.length;

/** Write the ledger below some title rows into the active sheet. */
export function writeLedger(book: Book, titleRows: readonly string[] = []): void {
  const sheet = book.activeSheet;
  const cells: CellInput[][] = [
    ...titleRows.map(title => [title, '', '', '', '', '', '']),
    [...header],
    ...rows.map(row => [...row]),
  ];
  book.setCells(
    sheet,
    { row: 0, column: 0, rowCount: cells.length, columnCount: header.length },
    cells,
    'user',
  );
}

/** Everything a user could lose: every sheet's name, cells, formulas and styles, names, tables and conditional formats. */
export function fingerprint(book: Book): string {
  return JSON.stringify({
    names: book.names.map(({ name, formula }) => [name, formula]),
    sheets: book.sheets.map(sheet => {
      const used = sheet.usedArea(false);
      const cells: unknown[] = [];
      for (let row = 0; row < (used ? used.row + used.rowCount : 0); row += 1) {
        for (let column = 0; column < (used ? used.column + used.columnCount : 0); column += 1) {
          cells.push([sheet.value(row, column), sheet.formula(row, column), sheet.style(row, column)]);
        }
      }
      return {
        name: sheet.name,
        used,
        cells,
        tables: sheet.tables.map(({ name, area }) => [name, area]),
        formats: sheet.conditionalFormats.map(({ formula, areas }) => [formula, areas]),
      };
    }),
  });
}
