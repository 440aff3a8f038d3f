import { customerTexts, recordOf } from '../../ledger/customerList/customerFields';
import type { Ledger, SaidOfCustomers } from '../../ledger/ledger';
import type { CustomerTable } from '../table/metric';

/** Give the words that a ledger's rows say of its customers as a table of customers has them, `''` for what they do not say; nothing where no column says any. */
export function saidInRows({
  customers,
  said,
}: Pick<Ledger, 'customers' | 'said'>): Pick<CustomerTable, 'texts'> {
  if (said === undefined) return {};
  const fields: Readonly<Partial<Record<string, SaidOfCustomers>>> = said;
  const unsaid = customers.map(() => '');
  return { texts: recordOf(customerTexts, field => fields[field]?.words ?? unsaid) };
}
