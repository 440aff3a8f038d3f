import { isBlankCell, plainText } from '../../ledger/cell';
import type { Cell, LedgerField, Recognition } from '../../ledger/ledger';
import { columnOf } from '../../ledger/recognition/columnOf';
import type { Slices } from '../../slices';
import type { EditedRow } from './sheetEdits';

/** What makes of two rows with one document number a duplicate, an instalment or a credit note; amounts do by their sign. */
const toldApartBy: readonly LedgerField[] = ['document', 'customer', 'dueDate'];

const rowsInSlice = 8_192;

/**
 * Tell whether edited rows have a document number that other rows have, too, and may be duplicates since the edit: an invoice that was entered twice.
 * Only the whole sheet tells.
 *
 * @param rows As they are now, with what they were.
 * @param cells The block as it was read before the edit.
 * @example finishSlices(bringsRepeatedNumber([{ sheetRow: 4, cells: ['Acme', 'INV-1', 45_400, 120] }], cells, recognition)) //=> true
 */
export function* bringsRepeatedNumber(
  rows: readonly EditedRow[],
  cells: readonly (readonly Cell[])[],
  { columns, headerRow }: Recognition,
): Slices<boolean> {
  const document = columnOf(columns, 'document');
  if (document < 0) return false;
  const doubtful = rows.filter(row => !isBlankCell(row.cells[document]) && isToldApartAnew(row, columns));
  if (doubtful.length === 0) return false;
  const numbers = new Set(doubtful.map(row => numberIn(row.cells[document])));
  const among = rows.filter(row => numbers.has(numberIn(row.cells[document])));
  if (among.length > numbers.size) return true;
  const edited = new Set(rows.map(({ sheetRow }) => sheetRow));
  for (let first = headerRow + 1; first < cells.length; first += rowsInSlice) {
    const end = Math.min(cells.length, first + rowsInSlice);
    if (hasOneOf(numbers, cells, document, first, end, edited)) return true;
    yield;
  }
  return false;
}

/** Whether something changed in a row that tells rows with one document number apart. */
const isToldApartAnew = ({ cells, cellsBefore }: EditedRow, columns: Recognition['columns']): boolean =>
  columns.some(
    ({ field, column }) =>
      toldApartBy.some(other => other === field) && cells[column] !== cellsBefore?.[column],
  );

function hasOneOf(
  numbers: ReadonlySet<string>,
  cells: readonly (readonly Cell[])[],
  column: number,
  first: number,
  end: number,
  edited: ReadonlySet<number>,
): boolean {
  for (let row = first; row < end; row++) {
    if (numbers.has(numberIn(cells[row][column])) && !edited.has(row)) return true;
  }
  return false;
}

/** As document numbers are compared: without case, width and doubled spaces. */
const numberIn = (cell: Cell): string => plainText(cell).toUpperCase();
