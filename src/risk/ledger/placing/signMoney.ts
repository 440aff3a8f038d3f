import { keepsSign } from '../cells/documentType';
import type { SignedMoney } from '../currency/convertMoney';
import type { LedgerRows } from '../ledgerRows';
import type { BlankOpen } from './blankOpen';

/**
 * Credit notes and payments lower what is owed, whichever sign they are written with. What is open is what the sheet says, else
 * amount less what was paid: a blank there is nothing paid, unless a status calls the row paid.
 *
 * @param settled entries with a blank among what is open that count as settled
 */
export function signMoney(rows: LedgerRows, { settled }: BlankOpen): SignedMoney {
  const written = rows.amount.amounts.values;
  const open = rows.openAmount?.amounts.values;
  const paid = rows.paidAmount?.amounts.values;
  const { states } = rows;
  const isAsWritten = rows.type === null && !paid && open !== undefined && open !== written;
  if (isAsWritten) {
    for (const row of settled) open[row] = 0;
    return { amount: written, openAmount: open };
  }

  const types = rows.type?.values;
  const amount = types ? new Float64Array(rows.length) : written;
  const openAmount = new Float64Array(rows.length).fill(Number.NaN);
  for (let row = 0; row < rows.length; row++) {
    const isInvoice = types === undefined || keepsSign(types[row]);
    amount[row] = signed(written[row], isInvoice);
    if (open && !Number.isNaN(open[row])) openAmount[row] = signed(open[row], isInvoice);
    else if (paid && isPaidInWords(rows, row)) openAmount[row] = 0;
    else if (paid) {
      const settled = Number.isNaN(paid[row]) ? 0 : paid[row];
      openAmount[row] = amount[row] - signed(settled, isInvoice);
    } else if (states.isSettled(row)) openAmount[row] = 0;
  }
  for (const row of settled) openAmount[row] = 0;
  return { amount, openAmount };
}

/**
 * Tell whether only a status says that a row is paid: its paid amount is blank. Beside rows of payments a status says something else.
 */
export const isPaidInWords = (rows: LedgerRows, row: number): boolean =>
  rows.type === null &&
  rows.paidAmount !== null &&
  Number.isNaN(rows.paidAmount.amounts.values[row]) &&
  rows.states.isCalledPaid(row);

const signed = (value: number, isInvoice: boolean): number => (isInvoice ? value : -Math.abs(value));
