import { documentTypes } from '../ledger/cells/documentType';
import type { Ledger } from '../ledger/ledger';

const debit = documentTypes.indexOf('debit');

/**
 * Give what a row invoiced or credited: its amount in whole units, below 0 for credits. NaN where the sheet only says what is open, and for a
 * debit, which is owed without having been sold: an opening balance, a payment that was taken back.
 */
export function invoicedAmount({ amount, documentType }: Ledger, row: number): number {
  const isOwedUnsold = documentType !== null && documentType[row] === debit && amount[row] > 0;
  return isOwedUnsold ? Number.NaN : amount[row];
}
