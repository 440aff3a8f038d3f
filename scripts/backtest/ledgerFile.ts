/** Ledgers in files, read as Excel and the pane would read them. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Cell, DateSystem, Ledger } from '../../src/risk/ledger/ledger';
import { readLedger } from '../../src/risk/ledger/readLedger';
import { recogniseSheet } from '../../src/risk/ledger/recognition/recogniseSheet';
import { createBook } from '../../src/workbench/book/book';
import type { CellValue, Sheet } from '../../src/workbench/book/types';
import { openWorkbook } from '../../src/workbench/files/openWorkbook';

export interface LedgerFile {
  readonly ledger: Ledger;
  readonly dateSystem: DateSystem;
  /** Which column was taken for what: `dueDate = DueDate`. */
  readonly columns: readonly string[];
}

/**
 * Read the ledger of a .csv or .xlsx file.
 *
 * @param sheetName the sheet to read; the one that was active when the file was saved when not given
 * @throws Error with a sentence for whoever typed the command
 */
export async function readLedgerFile(path: string, sheetName?: string): Promise<LedgerFile> {
  const book = createBook();
  book.suspendCalculation();
  await openWorkbook(new Uint8Array(readFileSync(path)), basename(path), book);
  const sheet = sheetName === undefined ? book.activeSheet : book.sheetByName(sheetName);
  if (!sheet) throw new Error(`${path} has no sheet ${sheetName}.`);
  const cells = cellsOf(sheet);
  const recognition = recogniseSheet(cells);
  if (recognition.kind !== 'ledger' || recognition.missing.length > 0) {
    const lacking = recognition.missing.length > 0 ? `: no column for ${recognition.missing.join(', ')}` : '';
    throw new Error(`${path} was not recognised as a ledger${lacking}.`);
  }
  const dateSystem = book.date1904 ? 1904 : 1900;
  const ledger = readLedger(cells, recognition, { dateSystem });
  const hasPayments = ledger.paidDate.some(date => !Number.isNaN(date));
  if (!hasPayments) throw new Error(`${path} has no paid dates: nothing says who paid late.`);
  return {
    ledger,
    dateSystem,
    columns: recognition.columns.map(({ field, header }) => `${field} = ${header}`),
  };
}

function cellsOf(sheet: Sheet): Cell[][] {
  const area = sheet.usedArea(true);
  if (!area) return [];
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_unused, column) =>
      asRead(sheet.value(area.row + row, area.column + column)),
    ),
  );
}

/** An error arrives from Excel as its text. */
const asRead = (value: CellValue): Cell =>
  typeof value === 'object' && value !== null ? value.error : value;
