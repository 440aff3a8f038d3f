/** The small ledger in the emulated Excel, and a fingerprint of everything a user could lose there. */
import type { Book, CellInput } from '../../src/workbench/book/types';
import { ledgerHeader, ledgerRows } from '../smallLedger';

export { asOf } from '../smallLedger';

export const ledgerRowCount = ledgerRows.length;

/** Write the ledger below some title rows into the active sheet. */
export function writeLedger(book: Book, titleRows: readonly string[] = []): void {
  const sheet = book.activeSheet;
  const cells: CellInput[][] = [
    ...titleRows.map(title => [title, '', '', '', '', '', '']),
    [...ledgerHeader],
    ...ledgerRows.map(row => [...row]),
  ];
  book.setCells(
    sheet,
    { row: 0, column: 0, rowCount: cells.length, columnCount: ledgerHeader.length },
    cells,
    'user',
  );
}

/** Everything a user could lose: every sheet's name, cells, formulas and styles, names, tables and conditional formats. */
export function fingerprint(book: Book): string {
  return JSON.stringify({
    names: book.names.map(({ name, formula }) => `${name} ${formula}`).sort(),
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
