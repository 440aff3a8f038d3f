import { isBlankCell, plainText } from '../cell';
import type { Cell } from '../ledger';

/** `Page 2 of 3`, `Seite 2`, `第 2 页`: the number alone differs from page to page. */
const pageNumber =
  /\b(?:page|seite|pagina|página|sida|pág\.?)[ :：]*\d+(?:[ /]*(?:of|von|de|di|van|av)?[ /]*\d+)?|第 ?\d+ ?[页頁](?: ?[/,，共] ?(?:共 ?)?\d+ ?[页頁]?)?/gi;

/** `2 / 3`, `- 2 -`, `31/05/2024 10:22`: the number of a page, or when it was printed, without a word; a bare number may be a customer's. */
const wordless =
  /^[-–—·|\s]*(?:\d{1,4} ?\/ ?\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?)?[-–—·|\s]*$/;

/** Who made a list and when, and what is remarked below it. */
const labelled =
  /^(?:附?注|备注|備註|说明|說明|制表|製表|编制|編制|审核|審核|复核|複核|制单|製單|填表|打印|列印|导出|匯出|数据来源|操作[员人]|经办人?|經辦人?|用户|(?:财务|公司|单位)?负责人|会计|出纳|notes?|remarks?|n\.?b\.?|prepared|checked|approved|reviewed|printed|(?:print|run|report) (?:date|time)|user|operator|author|source)[^:：]{0,10}[:：]/i;
/** `Printed on 31/05/2024`, `Continued on next page`, 转下页, 以下空白. */
const unlabelled =
  /^(?:(?:printed|generated|exported|created|run) (?:on|by|at) .*|continued(?: (?:on|from|overleaf) .*)?|end of (?:report|list|page)|(?:strictly |private and )?confidential|(?:续|續)(?:表|页|頁|上页|上頁)?|[接转轉续續][上下][页頁]|下[页頁][继繼][续續]|以下(?:空白|[无無]正文)|(?:报表|報表)[结結]束)$/i;
/** Lines that are drawn, stars and dashes before and behind a text. */
const drawn = /^[-–—=_*.·|\s]+|[-–—=_*.·|\s]+$/g;

/** Give a text without the number of a page in it. */
export const withoutPageNumber = (text: string): string => text.replace(pageNumber, '');

/**
 * Tell whether a row says nothing but what stands beside the entries of a printed list: the number of its page, who printed it and when, a remark.
 *
 * @example isNoteLine(['', 'Page 2 of 3', '']) //=> true
 * @example isNoteLine(['制表人：张三', '', '审核人：李四']) //=> true
 * @example isNoteLine(['10023']) //=> false
 */
export function isNoteLine(cells: readonly Cell[]): boolean {
  const filled = cells.filter(cell => !isBlankCell(cell));
  if (filled.length === 0 || filled.some(cell => typeof cell !== 'string')) return false;
  const texts = filled.map(plainText);
  if (texts.every(text => text.replace(drawn, '') === '')) return true;
  if (texts.every(text => text.includes(':')) && labelled.test(texts[0])) return true;
  if (texts.length > 1) return false;
  return wordless.test(withoutPageNumber(texts[0])) || unlabelled.test(texts[0].replace(drawn, ''));
}
