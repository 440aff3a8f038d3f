/** What customers of a table are known by beside their names. */
import { customerKey } from '../../ledger/cells/customerName';
import type { CustomerTable } from './metric';

type Numbered = Pick<CustomerTable, 'customers' | 'texts'>;

/** List the number of each customer, `''` where it has none. */
export const numbersOf = ({ customers, texts }: Numbered): readonly string[] =>
  texts?.customerNumber ?? customers.map(() => '');

/** Give the customers of a table with their numbers, as they are looked for elsewhere. */
export const identitiesOf = (table: Numbered) => ({ customers: table.customers, numbers: numbersOf(table) });

/** Tell whether any customer has a number. */
export const hasNumbers = ({ texts }: Numbered): boolean =>
  texts?.customerNumber.some(number => number !== '') ?? false;

/** Give the number that tells more of a customer than its name: `''` where it has none, and where the number stands for the name. */
export function numberBeside({ customers, texts }: Numbered, customer: number): string {
  const number = texts?.customerNumber[customer] ?? '';
  return number === '' || customerKey(number) === customerKey(customers[customer]) ? '' : number;
}
