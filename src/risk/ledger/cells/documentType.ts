import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { isOpeningLabel } from './periodRow';

/**
 * What a row of a ledger is. Credit notes, payments and write-offs lower what a customer owes, the last without money. A debit is owed without
 * having been sold: an opening balance, a payment that was taken back.
 */
export const documentTypes = ['invoice', 'creditNote', 'payment', 'writeOff', 'debit'] as const;

export type DocumentType = (typeof documentTypes)[number];

/** Tell whether a type, by its place in `documentTypes`, is a payment or a write-off: money, which has no due date and is no credit note. */
export const isSettlement = (type: number): boolean => ['payment', 'writeOff'].includes(documentTypes[type]);

const debit =
  /payment reversal|reversed payment|returned payment|bounced|dishonou?red|r[uü]cklastschrift|^impay[eé]|^insoluto|devoluci[oó]n de (?:recibo|cobro)|退票|收款退款|预收退款|預收退款/i;
const creditNote =
  /credit|refund|return|adjustment note|gutschrift|storno|\bavoir\b|\babono\b|nota de cr[eé]dito|kredit(?:nota|faktura)|\bcn\b|\bcm\b|\bcrn\b|^dg$|^sc$|红字|紅字|红冲|紅沖|红票|紅票|负数发票|贷项|貸項|贷记|貸記|贷方|貸方|退货|退貨|退回|退款|返利|折扣|\bdiscount\b|\brebate\b|折让|折讓|冲销|沖銷|返品|値引|赤伝|반품|매출할인|에누리/i;
const writeOff =
  /write.?off|written.?off|charge.?off|bad.?debt|forderungsausfall|ausbuchung|cr[eé]ance irr[eé]couvrable|afschrijving|incobrable|inesigibil|uncollectib|\bw\/o\b|坏账|壞賬|坏帐|壞帳|呆账|呆賬|呆帳|死账|死賬|貸倒|대손/i;
/** Money that went back to the customer is owed again; Odoo's `out_refund` and a `Credit/Refund` are credit notes. */
const isMoneyBack = (text: string): boolean => /\brefund/i.test(text) && !/credit|_refund/i.test(text);
const recovered = /recover|收回|回收/i;
const payment =
  /payment|receipt|\bpmt\b|\bpaid\b|remittance|^cash$|^dz$|^sr$|zahlung(?!s)|r[eè]glement|paiement|encaissement|virement|\bcobro\b|\bpago\b|incasso|pagamento|recebimento|ontvangst|betaling(?!s)|betalning(?!s)|收款|^(?:customer )?(?:deposit|advance)s?$|on[ -]account$|unapplied|prepay|set-?off|netting|定金|订金|訂金|抵账|抵賬|抵销|抵銷|抵款|冲抵|沖抵|预收|預收|回款|付款|到账|到賬|入账|入賬|收据|收據|核销|核銷|入金|相殺|消込|입금|수금|상계/i;

const nothingOwed =
  /\bcash sales?\b|\bsales? receipts?\b|^(?:estimate|quot(?:e|ation)|offer|pro[ -]?forma)|\bpro[ -]?forma\b|^(?:angebot|devis|offerte|preventivo|presupuesto)$|现销|現銷|现金销售|現金銷售|现款销售|报价|報價|形式发票|形式發票/i;
const order = /^sales? orders?$|销售订单|銷售訂單/i;
const plainInvoice = /^(?!free[ -]text).*(?:invoice|\binv\b|\bbill|发票|發票|应收|應收)/i;

/**
 * Tell whether a type says that nothing is owed whatever the amount: a sale that was paid at once, an offer.
 *
 * @example isNothingOwed('Sales Receipt') //=> true
 * @example isNothingOwed('报价单') //=> true
 */
export const isNothingOwed = (cell: Cell): boolean =>
  typeof cell === 'string' && nothingOwed.test(plainText(cell));

/**
 * Tell whether a type says that something was ordered, of which nothing is owed before it is invoiced.
 *
 * @example isOrder('Sales order') //=> true
 */
export const isOrder = (cell: Cell): boolean => typeof cell === 'string' && order.test(plainText(cell));

/**
 * Tell whether what a column of types calls orders are the invoices of orders, as in Dynamics 365: customers paid, and nothing else is called
 * an invoice but those written without an order (`Free text invoice`).
 *
 * @param types the different cells of the column
 * @example areOrdersInvoiced(['Sales order', 'Payment', 'Free text invoice']) //=> true
 * @example areOrdersInvoiced(['Sales order', 'Payment', 'Invoice']) //=> false
 */
export function areOrdersInvoiced(types: readonly Cell[]): boolean {
  const texts = types.filter(cell => typeof cell === 'string').map(plainText);
  return texts.some(text => payment.test(text)) && !texts.some(text => plainInvoice.test(text));
}

/** Tell whether a type, by its place in `documentTypes`, keeps the sign of its amount; the others lower what is owed however they are written. */
export const keepsSign = (type: number): boolean => ['invoice', 'debit'].includes(documentTypes[type]);

/**
 * Read the type of a document from its type column; anything not known as a credit note, payment, write-off or debit is an invoice.
 * A plain 核销 is how a receipt is matched; only 坏账核销 and the like write a debt off. A bad debt recovered is money in.
 *
 * @example readDocumentType('红字发票') //=> 'creditNote'
 * @example readDocumentType('Receipt') //=> 'payment'
 * @example readDocumentType('坏账核销') //=> 'writeOff'
 * @example readDocumentType('期初余额') //=> 'debit'
 * @example readDocumentType('Refund') //=> 'debit'
 */
export function readDocumentType(cell: Cell): DocumentType {
  if (typeof cell !== 'string') return 'invoice';
  const text = plainText(cell);
  if (isOpeningLabel(cell) || debit.test(text) || isMoneyBack(text)) return 'debit';
  if (writeOff.test(text)) return recovered.test(text) ? 'payment' : 'writeOff';
  // A credit card receipt is money in, not a credit note.
  if (creditNote.test(text) && !/credit card/i.test(text)) return 'creditNote';
  return payment.test(text) ? 'payment' : 'invoice';
}
