import { plainText } from '../cell';
import type { Cell } from '../ledger';

const how =
  '(?:本月|本期|银行|銀行|网银|現金|现金|转账|轉賬|电汇|電匯|微信|支付宝|支票|承兑|汇票|客户|客戶|部分|部份)*';
const chinese = new RegExp(
  `^${how}(?:收款|回款|到款|到账|到賬|来款|來款|收(?:到|回|讫|訖)?(?![取购購入])[^\\d，,；;应應未]{0,16}(?:货款|貨款|款|款项|款項|汇款|匯款|欠款|汇票|匯票)|[预預]收(?:货|貨)?款)(?:单|單)?(?:[-—:：（( ].{0,20})?$`,
);
const kinds =
  '(?:(?:customer|cash|cheque|check|bank|wire|card|credit card|ach|bacs|sepa|part|partial|final|full|advance|your) )*';
const further =
  "(?:[ ,:-]+(?:received|rec[’']?d|with thanks|thank you|on account|in full|(?:from|by|via|ref|re|against|for inv\\S*) .{1,40}|no\\.? ?\\S+|#\\S+|\\d{4,}))*";
const english = new RegExp(
  `^${kinds}(?:payment|receipt|remittance)s?${further}[.!]?$|^(?:cash|cheque|check|wire|bank transfer|transfer|funds|money|deposit)s? received${further}[.!]?$|^received (?:payment|with thanks|on account|cash|cheque|check)\\b.{0,40}$`,
  'i',
);

/**
 * Tell whether the words of a row call it money that came in, and nothing else: an invoice may speak of payments (`Consulting, payment terms 30
 * days`, 应收货款), so only a text that as a whole says so counts.
 *
 * @example saysReceipt('收到货款') //=> true
 * @example saysReceipt('Payment received - thank you') //=> true
 * @example saysReceipt('Payment terms 30 days') //=> false
 */
export function saysReceipt(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = plainText(cell);
  return chinese.test(text) || english.test(text);
}
