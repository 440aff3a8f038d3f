import type { Ledger } from '../ledger/ledger';
import type { CustomerTable } from '../metrics/table/metric';
import type { Slices } from '../slices';
import { ledgerCustomerNumbersInSlices } from './ledgerCustomerNumbers';
import type { UnderstoodCells } from './matchLedger';

/**
 * Give the number of each customer of a table: as the customer list has it, else as the ledger's own rows do.
 *
 * @param sheet What the ledger was read from.
 * @param ledger Of the table's customers; null where the table comes of a customer list alone.
 * @returns One a customer, `''` for those without; null where neither sheet has a number.
 * @example finishSlices(customerNumbersInSlices(sheet, ledger, table)) //=> ['10023', '10024', '']
 */
export function* customerNumbersInSlices(
  { cells, recognition }: UnderstoodCells,
  ledger: Ledger | null,
  { customers, texts }: Pick<CustomerTable, 'customers' | 'texts'>,
): Slices<readonly string[] | null> {
  const inRows = ledger && (yield* ledgerCustomerNumbersInSlices(cells, recognition, ledger));
  const listed = texts?.customerNumber;
  const numbers = customers.map((_, customer) => listed?.[customer] || inRows?.[customer] || '');
  yield;
  return numbers.some(number => number !== '') ? numbers : null;
}
