import { isBlankCell, isErrorCell, plainText } from '../ledger/cell';
import type { Cell, Ledger, Recognition } from '../ledger/ledger';
import type { Slices } from '../slices';

const rowsInSlice = 32_768;

/**
 * Collect the number of each customer of a ledger: the first that one of its rows has.
 *
 * @param cells The block that the ledger was read from.
 * @returns One a customer, `''` where no row has one; null where the sheet has no column of customer numbers.
 * @example finishSlices(ledgerCustomerNumbersInSlices(cells, recognition, ledger)) //=> ['10023', '10024', '']
 */
export function* ledgerCustomerNumbersInSlices(
  cells: readonly (readonly Cell[])[],
  recognition: Recognition,
  ledger: Pick<Ledger, 'customers' | 'customer' | 'sheetRow' | 'rowCount'>,
): Slices<readonly string[] | null> {
  const column = recognition.columns.find(({ field }) => field === 'customerNumber')?.column;
  if (column === undefined) return null;
  const numbers = ledger.customers.map(() => '');
  for (let row = 0; row < ledger.rowCount; row += 1) {
    if (row % rowsInSlice === rowsInSlice - 1) yield;
    const customer = ledger.customer[row];
    if (numbers[customer] !== '') continue;
    const cell = cells[ledger.sheetRow.at(row)]?.[column];
    if (!isBlankCell(cell) && !isErrorCell(cell)) numbers[customer] = plainText(cell);
  }
  return numbers;
}
