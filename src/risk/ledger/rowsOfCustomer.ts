import type { Ledger } from './ledger';

/**
 * List the ledger's rows of a customer by name, in the ledger's order; none for a name that the ledger does not have.
 *
 * @example rowsOfCustomer(ledger, 'Acme') //=> [0, 4]
 */
export function rowsOfCustomer({ customers, customer, rowCount }: Ledger, name: string): number[] {
  const code = customers.indexOf(name);
  const codes = customer.subarray(0, rowCount);
  const rows: number[] = [];
  for (let row = codes.indexOf(code); row >= 0; row = codes.indexOf(code, row + 1)) rows.push(row);
  return rows;
}
