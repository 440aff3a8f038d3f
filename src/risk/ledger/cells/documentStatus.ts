import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { saysYes } from './yesWord';

/**
 * What becomes of a document by its status. Nothing is owed of one that is void or no document yet; one that is settled has been paid or written off,
 * nobody says when; one that is partly paid is open by an amount that its status does not say.
 */
export const documentStatuses = ['open', 'void', 'settled', 'partlyPaid'] as const;

export type DocumentStatus = (typeof documentStatuses)[number];

/** A reversed document (红冲) stands beside its reversal: both count. */
const voidWord =
  /^(?:void(?:ed)?|cancel(?:l?ed)?|deleted|drafts?|parked|awaiting approval|storniert|entwurf|annul[eé]e?|brouillon|anulad[oa]|annullat[oa]|geannuleerd|concept|(?:已|被)?作[废廢]|(?:已|被)?(?:撤销|撤銷|取消|删除|刪除)|[废廢]票|草稿|暂存|暫存)$/;
const partlyWord = /part(?:ial|ly|[- ]?paid)|teilweise|partiel|parcial|parzial|部分|部份|一部|일부/;
const settledWord =
  /^(?:(?:fully |already )?(?:paid|settled|cleared|collected|reconciled)(?: (?:in full|off|up))?|closed|refunded|(?:written|charged)[- ]off|bezahlt|beglichen|ausgeglichen|pay[eé]e?|r[eé]gl[eé]e?|sold[eé]e?|pagad[oa]|cobrad[oa]|pagat[oa]|saldat[oa]|betaald|betald|betalt|pag[oa]|(?:已|全部|全额|全額|完全)?(?:结清|結清|付清|收清|收讫|收訖|核销完毕)|(?:已|全部|全额|全額|完全)(?:付款?|支付|收款?|回款|收回|核销|核銷|到账|到賬|清账|結算|结算|关闭|關閉|清)|关闭|關閉|已?坏[账帐]已?核销|已?壞[賬帳]已?核銷|(?:货款)?两清|已?(?:现金|现款)?现结|現結|现款现货|入金済み?|回収済み?|決済済み?|支払済み?|완납|(?:입금|수금|결제|회수) ?완료)$/;

const statusOf = (text: string): DocumentStatus => {
  if (voidWord.test(text)) return 'void';
  if (partlyWord.test(text)) return 'partlyPaid';
  return settledWord.test(text) ? 'settled' : 'open';
};

/**
 * Read the status of a document; what says nothing of payment and validity (`Posted`, `已审核`) is open.
 *
 * @example readDocumentStatus('Paid') //=> 'settled'
 * @example readDocumentStatus('已作废') //=> 'void'
 * @example readDocumentStatus('部分收款') //=> 'partlyPaid'
 * @example readDocumentStatus('Written off') //=> 'settled'
 */
export function readDocumentStatus(cell: Cell): DocumentStatus {
  return typeof cell === 'string' ? statusOf(plainText(cell).toLowerCase()) : 'open';
}

/**
 * Read whether a document is paid, in a column where yes means paid.
 *
 * @example readPaymentStatus('是') //=> 'settled'
 * @example readPaymentStatus('Unpaid') //=> 'open'
 */
export function readPaymentStatus(cell: Cell): DocumentStatus {
  return saysYes(cell, () => false) ? 'settled' : readDocumentStatus(cell);
}
