import { plainText } from '../cell';
import type { Cell } from '../ledger';
import type { DocumentType } from './documentType';

/** Longer texts say more than a type. */
const longest = 60;

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

const numbered = '(?:[ ,:#(-]+(?:no\\.? ?)?[\\w-]*\\d[\\w-]*\\)?)?(?: (?:for|against|re) .{1,40})?';
const creditNote = new RegExp(
  `^(?:(?:销售|銷售|客户|客戶)?(?:退货|退貨)(?:款|单|單)?|红字(?:发票)?|紅字(?:發票)?|红冲|紅沖|(?:销售|銷售)?折[让讓])(?:[-—:：（( ].{0,20})?$|^(?:sales )?(?:credit (?:note|memo)|returns?|return of goods|returned goods|goods returned)${numbered}[.!]?$`,
  'i',
);
const writeOff = new RegExp(
  `^(?:[坏壞][账賬帐帳](?:核销|核銷|冲销|沖銷|损失|損失)?|核销坏账|核銷壞賬)(?:[-—:：（( ].{0,20})?$|^(?:bad debts?|write[- ]?offs?|bad debts? (?:written[- ]off|write[- ]?off))${numbered}[.!]?$`,
  'i',
);

/**
 * Read the type of a row from its words, where these as a whole say it and nothing else: an invoice may speak of payments (`Consulting, payment terms
 * 30 days`, 应收货款) and of returns. Anything else is an invoice.
 *
 * @example typeInWords('收到货款') //=> 'payment'
 * @example typeInWords('Payment received - thank you') //=> 'payment'
 * @example typeInWords('Credit note CN-4') //=> 'creditNote'
 * @example typeInWords('坏账核销') //=> 'writeOff'
 * @example typeInWords('Payment terms 30 days') //=> 'invoice'
 */
export function typeInWords(cell: Cell): DocumentType {
  if (typeof cell !== 'string') return 'invoice';
  const text = plainText(cell);
  if (text.length > longest) return 'invoice';
  if (chinese.test(text) || english.test(text)) return 'payment';
  if (creditNote.test(text)) return 'creditNote';
  return writeOff.test(text) ? 'writeOff' : 'invoice';
}
