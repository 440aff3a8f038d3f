import { plainText } from './cell';
import type { Cell } from './ledger';

/** What a row of a ledger is; all but an invoice lower what a customer owes, and a write-off does so without money. */
export const documentTypes = ['invoice', 'creditNote', 'payment', 'writeOff'] as const;

export type DocumentType = (typeof documentTypes)[number];

/** Tell whether a type, by its place in `documentTypes`, is a payment or a write-off: money, which has no due date and is no credit note. */
export const isSettlement = (type: number): boolean => ['payment', 'writeOff'].includes(documentTypes[type]!);

const creditNote =
  /credit|refund|return|\bcn\b|\bcm\b|\bcrn\b|^dg$|红字|紅字|红冲|紅沖|红票|紅票|负数发票|贷项|貸項|贷记|貸記|贷方|貸方|退货|退貨|退款|折让|折讓|冲销|沖銷/i;
const writeOff =
  /write.?off|written.?off|charge.?off|bad.?debt|uncollectib|\bw\/o\b|坏账|壞賬|坏帐|壞帳|呆账|呆賬|呆帳|死账|死賬/i;
const recovered = /recover|收回|回收/i;
const payment =
  /payment|receipt|\bpmt\b|\bpaid\b|remittance|^cash$|^dz$|收款|回款|付款|到账|到賬|入账|入賬|收据|收據|核销|核銷/i;

/**
 * Read the type of a document from its type column; anything not known as a credit note, payment or write-off is an invoice.
 * A plain 核销 is how a receipt is matched; only 坏账核销 and the like write a debt off. A bad debt recovered is money in.
 *
 * @example readDocumentType('红字发票') //=> 'creditNote'
 * @example readDocumentType('Receipt') //=> 'payment'
 * @example readDocumentType('坏账核销') //=> 'writeOff'
 */
export function readDocumentType(cell: Cell): DocumentType {
  if (typeof cell !== 'string') return 'invoice';
  const text = plainText(cell);
  if (writeOff.test(text)) return recovered.test(text) ? 'payment' : 'writeOff';
  // A credit card receipt is money in, not a credit note.
  if (creditNote.test(text) && !/credit card/i.test(text)) return 'creditNote';
  return payment.test(text) ? 'payment' : 'invoice';
}
