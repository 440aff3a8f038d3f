import type { Ledger } from '../ledger';

/** The columns that tell when an item was invoiced. */
export type InvoicedItems = Pick<Ledger, 'customer' | 'invoiceDate' | 'dueDate' | 'termsDays'>;

/** The day an item was invoiced: its invoice date, or due date − the customer's terms where only those are known; NaN otherwise. */
export function invoiceDayOf(items: InvoicedItems, row: number): number {
  const invoiceDate = items.invoiceDate[row];
  if (!Number.isNaN(invoiceDate)) return Math.floor(invoiceDate);
  return Math.floor(items.dueDate[row] - items.termsDays[items.customer[row]]);
}
