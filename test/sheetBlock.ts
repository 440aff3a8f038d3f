/** Cells as reading a sheet gives them, without an Excel to ask. */
import type { SheetBlock } from '../src/excel/contract';
import type { Cell } from '../src/risk/ledger/ledger';

/** Put cells on a sheet named Invoices, from A1 unless said otherwise. */
export const blockOf = (cells: Cell[][], where: Partial<SheetBlock> = {}): SheetBlock => ({
  sheetId: 'sheet-1',
  sheetName: 'Invoices',
  address: `A1:G${cells.length}`,
  row: 0,
  column: 0,
  source: 'usedRange',
  tableName: '',
  is1904: false,
  cells,
  ...where,
});
