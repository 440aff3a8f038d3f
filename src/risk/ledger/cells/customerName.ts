import { plainText } from '../cell';
import type { Cell } from '../ledger';

/** How companies write what they are, without dots and spaces; longest first so that one does not hide in another. */
const legalForms =
  /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|责任公司|公司)$|(?:company ?limited|co ?limited|co ?ltd|incorporated|corporation|company|limited|gmbh ?& ?co ?kg|gmbh|sarl|spa|srl|bv|nv|ag|sa|plc|llc|llp|lp|inc|corp|ltd|pte|pty|kk|ab|oy|as|co)$/;

/** Plain text without letters that have a lower case. */
const keyAlready = /^[!-@[-~\u4e00-\u9fff]+(?: [!-@[-~\u4e00-\u9fff]+)*$/;

const unpunctuated = /^[a-z0-9&\u4e00-\u9fff]+(?: [a-z0-9&\u4e00-\u9fff]+)*$/;

/**
 * Make the key by which two names are the same customer: half-width, single spaces, no case.
 *
 * @example customerKey(' ＡＣＭＥ  Co ') //=> 'acme co'
 */
export function customerKey(cell: Cell): string {
  return typeof cell === 'string' && keyAlready.test(cell) ? cell : keyOfPlain(plainText(cell));
}

/** Make the key of a name of which the plain text is there already. */
// Lower case costs a call of its own for every text beyond Latin letters.
export const keyOfPlain = (plain: string): string => (keyAlready.test(plain) ? plain : plain.toLowerCase());

/**
 * Make the key by which two names are probably the same customer: also without punctuation, spaces and legal form.
 *
 * @example looseCustomerKey('Acme Co., Ltd.') //=> 'acme'
 * @example looseCustomerKey('上海明达贸易有限公司') //=> '上海明达贸易'
 */
export function looseCustomerKey(cell: Cell): string {
  const key = customerKey(cell);
  const words = unpunctuated.test(key)
    ? key
    : key
        .replace(/[.'’]/g, '')
        .replace(/[^\p{L}\p{N}&]+/gu, ' ')
        .trim();
  return withoutLegalForms(words).replaceAll(' ', '') || words;
}

function withoutLegalForms(words: string): string {
  const match = legalForms.exec(words);
  if (!match) return words;
  const isWholeWord = match.index === 0 || words[match.index - 1] === ' ' || /\p{Script=Han}/u.test(match[0]);
  const rest = words.slice(0, match.index).trim();
  return isWholeWord && rest !== '' ? withoutLegalForms(rest) : words;
}
