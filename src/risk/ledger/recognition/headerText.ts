import { plainText } from '../cell';
import type { Cell } from '../ledger';
import { inWords } from './namesInOne';

/**
 * Traditional → simplified, only the characters that headers of ledgers use, so that one list of names serves both. 帐 is there too:
 * many write it for 账.
 */
const traditional =
  '發單號額幣應帳賬戶稱編碼開貨餘繳結據類項議爭狀態條協約訂銷業務區員級評遲週轉數營齡總計萬實際終間時簽滿現償還點國圓術種銀責門無會們個貿專註負擔進減稅價證預備帐賒資產歷損壞別屬處達從來簡購買債權賣費運聯絡電話郵訊過載淨審屆佔長紅報認諾請確風險補貼賺匯廠鋪對關內沖藍團標誌識語複動經潤質貸';
const simplified =
  '发单号额币应账账户称编码开货余缴结据类项议争状态条协约订销业务区员级评迟周转数营龄总计万实际终间时签满现偿还点国圆术种银责门无会们个贸专注负担进减税价证预备账赊资产历损坏别属处达从来简购买债权卖费运联络电话邮讯过载净审届占长红报认诺请确风险补贴赚汇厂铺对关内冲蓝团标志识语复动经润质贷';
const simplifiedOf = new Map([...traditional].map((character, index) => [character, [...simplified][index]]));

/** `+/-` as a header is all punctuation. */
const plusMinus = /^\+ ?[/|]? ?[-\u2013\u2212]$/;

/** Letters of Latin alphabets that are no letter with an accent. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd' };

/** Write a text in lower case without accents: `Fälligkeit` and `Echéance` as those without such keys write them. */
const withoutAccents = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßøæœłđ]/g, letter => plainLetters[letter]!);

const unitInBrackets = /[([{【〔<][^)\]}】〕>]*[)\]}】〕>]/g;

/**
 * Write a text in simplified characters, as far as headers of ledgers use them.
 *
 * @example inSimplified('超過90天') //=> '超过90天'
 */
export const inSimplified = (text: string): string =>
  [...text].map(character => simplifiedOf.get(character) ?? character).join('');

/** What programs and people put around a header: a star where an entry is wanted, a colon, quotation marks, the sign of a filter. */
const decoration = /^[\s*:"'`#!?.,;|\u25b2-\u25bf\u2191\u2193]+|[\s*:"'`!?.,;|\u25b2-\u25bf\u2191\u2193]+$/gu;
const camelCase = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/**
 * Write a header as people would, for looking for words and numbers in it: without what is put around it, and with spaces where programs write other signs.
 * Brackets and dashes between numbers stay.
 *
 * @example headerLine('Last_payment_date:') //=> 'Last payment date'
 * @example headerLine('days_31_60') //=> 'days 31-60'
 */
export const headerLine = (header: string): string =>
  plainText(header)
    .replace(decoration, '')
    .replace(/(?<=\d)_(?=\d)/g, '-')
    .replace(/_|(?<=[\p{L}\d])[-.](?=\p{L})|(?<=\p{L})[-.](?=\d)/gu, ' ')
    .replace(camelCase, ' ');

/**
 * Reduce a header to what it means, for comparing: half-width, simplified characters, lower case without accents, camelCase,
 * names in one word and punctuation split into words, units in brackets dropped.
 *
 * @example headerWords('InvoiceAmount') //=> 'invoice amount'
 * @example headerWords('invoicedate') //=> 'invoice date'
 * @example headerWords('應收金額（元）') //=> '应收金额'
 * @example headerWords('Fälligkeit') //=> 'falligkeit'
 */
export function headerWords(cell: Cell): string {
  if (plusMinus.test(plainText(cell))) return 'plus minus';
  const text = inSimplified(plainText(cell));
  const withoutUnit = text.replace(unitInBrackets, ' ').trim();
  const words = (withoutUnit || text)
    .replace(camelCase, ' ')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
  return inWords(withoutAccents(words));
}
