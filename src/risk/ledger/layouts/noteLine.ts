import { isBlankCell, plainText } from '../cell';
import type { Cell } from '../ledger';

/** `Page 2 of 3`, `Seite 2`, `第 2 页`: the number alone differs from page to page. */
const pageNumber =
  /\b(?:page|seite|pagina|página|sida|pág\.?)[ :：]*\d+(?:[ /]*(?:of|von|de|di|van|av)?[ /]*\d+)?|第 ?\d+ ?[页頁](?: ?[/,，共] ?(?:共 ?)?\d+ ?[页頁]?)?/gi;

const nothingElse = /^[-–—·|\s]*$/;

/** Who made a list and when, and what is remarked below it. */
const labelled =
  /^(?:附?注|备注|備註|说明|說明|制表|製表|编制|編制|审核|審核|复核|複核|制单|製單|填表|打印|列印|导出|匯出|数据来源|notes?|remarks?|n\.?b\.?|prepared|checked|approved|reviewed|printed|(?:print|run|report) (?:date|time)|source)[^:：]{0,10}[:：]/i;
const printed = /^(?:printed|generated) (?:on|by|at) /i;

/** Give a text without the number of a page in it. */
export const withoutPageNumber = (text: string): string => text.replace(pageNumber, '');

/**
 * Tell whether a row says nothing but what stands beside the entries of a printed list: the number of its page, who printed it and when, a remark.
 *
 * @example isNoteLine(['', 'Page 2 of 3', '']) //=> true
 * @example isNoteLine(['制表人：张三', '', '审核人：李四']) //=> true
 */
export function isNoteLine(cells: readonly Cell[]): boolean {
  const filled = cells.filter(cell => !isBlankCell(cell));
  if (filled.length === 0 || filled.some(cell => typeof cell !== 'string')) return false;
  const texts = filled.map(plainText);
  if (texts.every(text => text.includes(':')) && labelled.test(texts[0])) return true;
  return texts.length === 1 && (printed.test(texts[0]) || nothingElse.test(withoutPageNumber(texts[0])));
}
