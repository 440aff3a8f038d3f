import { customerTexts, recordOf } from '../../ledger/customerList/customerFields';
import type { Ledger } from '../../ledger/ledger';
import type { CustomerTable } from '../table/metric';

/** Give the words that a ledger's rows say of its customers as a table of customers has them, `''` for what they do not say; nothing where no column says any. */
export function saidInRows({
  customers,
  categories,
}: Pick<Ledger, 'customers' | 'categories'>): Pick<CustomerTable, 'texts'> {
  if (categories === undefined) return {};
  const said: Readonly<Partial<Record<string, { readonly words: readonly string[] }>>> = categories;
  const unsaid = customers.map(() => '');
  return { texts: recordOf(customerTexts, field => said[field]?.words ?? unsaid) };
}
