import type { Ledger } from './ledger';

/** Every part of a ledger is named; what may be absent, as `undefined`. */
type AllParts<Whole extends Ledger> = { [Part in keyof Required<Ledger>]: Whole[Part] };

/**
 * Make a ledger of its parts, in the same order every time. An engine's fast code is made for objects of one shape; ledgers put together by
 * spreading were each of a shape of their own, and all that measures them was made fast anew for every ledger (docs/speed.md).
 *
 * @example ledgerOf({ ...ledger, findings: [] }).findings //=> []
 */
export function ledgerOf<Whole extends Ledger>(parts: Whole): AllParts<Whole> {
  return {
    rowCount: parts.rowCount,
    customers: parts.customers,
    customer: parts.customer,
    invoiceDate: parts.invoiceDate,
    dueDate: parts.dueDate,
    paidDate: parts.paidDate,
    amount: parts.amount,
    openAmount: parts.openAmount,
    disputed: parts.disputed,
    creditLimit: parts.creditLimit,
    termsDays: parts.termsDays,
    said: parts.said,
    scale: parts.scale,
    sheetRow: parts.sheetRow,
    currency: parts.currency,
    currencies: parts.currencies,
    documentType: parts.documentType,
    settlements: parts.settlements,
    takesFromOthers: parts.takesFromOthers,
    unplaced: parts.unplaced,
    excluded: parts.excluded,
    findings: parts.findings,
    findingCounts: parts.findingCounts,
  };
}
