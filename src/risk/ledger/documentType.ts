import { plainText } from './cell';
import type { Cell } from './ledger';

/** What a row of a ledger is; the last two lower what a customer owes. */
export type DocumentType = 'invoice' | 'creditNote' | 'payment';

const creditNote =
  /credit|refund|return|\bcn\b|\bcm\b|\bcrn\b|^dg$|红字|紅字|红冲|紅沖|红票|紅票|负数发票|贷项|貸項|贷记|貸記|贷方|貸方|退货|退貨|退款|折让|折讓|冲销|沖銷/i;
const payment =
  /payment|receipt|\bpmt\b|\bpaid\b|remittance|^cash$|^dz$|收款|回款|付款|到账|到賬|入账|入賬|收据|收據|核销|核銷/i;

/**
 * Read the type of a document from its type column; anything not known as a credit note or payment is an invoice.
 *
 * @example readDocumentType('红字发票') //=> 'creditNote'
 * @example readDocumentType('Receipt') //=> 'payment'
 */
export function readDocumentType(cell: Cell): DocumentType {
  if (typeof cell !== 'string') return 'invoice';
  const text = plainText(cell);
  // A credit card receipt is money in, not a credit note.
  if (creditNote.test(text) && !/credit card/i.test(text)) return 'creditNote';
  return payment.test(text) ? 'payment' : 'invoice';
}
